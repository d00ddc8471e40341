// SPDX-License-Identifier: Apache-2.0
import { FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bestLanguage, bundleOf, directionOf, wordsFor } from './words.ts';

const folder = new URL('../../../messages/', import.meta.url);
const source = (language: string, name: string): string => readFileSync(new URL(`${language}/${name}`, folder), 'utf8');
const catalogues = readdirSync(new URL('en/', folder));
const others = ['es', 'ar', 'ur'];

function keysIn(text: string): string[] {
  return new FluentResource(text).body.map(({ id }) => id).sort();
}
const variablesIn = (text: string): string[] => [...new Set(text.match(/\$[a-z_]+/g))].sort();

test.each(catalogues.flatMap((name) => others.map((language) => [name, language] as const)))(
  '%s says in %s all that it says in English',
  (name, language) => {
    const [english, other] = [source('en', name), source(language, name)];
    expect(keysIn(other)).toEqual(keysIn(english));
    expect(variablesIn(other)).toEqual(variablesIn(english));
  },
);

test('every line of a catalogue can be read', () => {
  for (const language of ['en', ...others]) {
    for (const name of catalogues) {
      const written = source(language, name).match(/^[a-zA-Z][\w-]* =/gm) ?? [];
      expect(keysIn(source(language, name)), `${language}/${name}`).toHaveLength(written.length);
    }
  }
});

test('counts are said as each language says them', () => {
  const says = (language: string, count: number): string =>
    wordsFor([bundleOf(language, [source(language, 'reporter.ftl')])], 'unsent', { count });
  expect(says('en', 1)).toBe('One story on this phone.');
  expect(says('ar', 2)).toBe('قصتان على هذا الهاتف.');
});

test('a phone in a language we do not speak is spoken to in English', () => {
  expect(bestLanguage(['fi-FI', 'sv'], ['en', 'ar'])).toBe('en');
  expect(bestLanguage(['ar-SY'], ['en', 'ar'])).toBe('ar');
  expect([directionOf('ar'), directionOf('ur-PK'), directionOf('es')]).toEqual(['rtl', 'rtl', 'ltr']);
});
