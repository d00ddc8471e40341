// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { speak } from '../../shared/i18n/t.svelte.ts';
import { allowedSaid } from './allowed.ts';
import type { Allowed } from './story.ts';

const languages = ['en', 'es', 'ar', 'ur'];
const catalogues = Object.fromEntries(
  languages.flatMap((language) =>
    ['shared', 'desk'].map((name) => {
      const source = readFileSync(new URL(`../../../messages/${language}/${name}.ftl`, import.meta.url), 'utf8');
      return [`messages/${language}/${name}.ftl`, `data:text/plain;charset=utf-8,${encodeURIComponent(source)}`];
    }),
  ),
);
const nothing: Allowed = {
  shut: null,
  to: [],
  not_to: [],
  to_team: true,
  is_hidden: false,
  not_before: null,
  may_ask_again: false,
};
const much: Allowed = {
  ...nothing,
  to: [
    { purpose: 'research', form: 'words', name: 'none', until: '2027-03-01T12:00:00Z' },
    { purpose: 'public_words', form: null, name: 'pseudonym', until: null },
  ],
  not_to: ['public_voice', 'quote_only'],
  not_before: '2026-12-24T12:00:00Z',
  may_ask_again: true,
};
const shut = ['no-consent', 'taken-back', 'guardian-missing', 'form-ended'];
const said = (allowed: Allowed): string => allowedSaid(allowed).replaceAll(/[\u2068\u2069]/g, '');

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  return () => vi.unstubAllGlobals();
});

test('a facilitator reads who may have the story, how, until when, and who may not', async () => {
  await speak(catalogues, 'en');
  expect(said(much)).toBe(
    'May go to researchers (words only · without a name · until 1 March 2027) and ' +
      'everybody (in words · with another name). ' +
      'Not to everybody (with the voice) or reports and articles (short quotes). ' +
      'Not before 24 December 2026. May be asked again.',
  );
  expect(said({ ...nothing, to_team: false, not_to: ['research'] })).toBe(
    'The team may not open it. Nothing may leave the project.',
  );
  expect(said({ ...much, to: [], is_hidden: true })).toBe(
    'Nothing may leave the project. Hidden for now. May be asked again.',
  );
});

test('a partner that the project named itself stands by its own name', async () => {
  await speak(catalogues, 'en');
  const trust = { purpose: 'share_partner:River Trust', form: 'voice', name: 'real', until: null };
  expect(said({ ...nothing, to: [trust] })).toBe('May go to River Trust (words and voice · with the name).');
});

test.each(languages.slice(1))('nobody at a desk in %s reads English of what was allowed', async (language) => {
  await speak(catalogues, 'en');
  const all = [
    much,
    nothing,
    { ...nothing, to_team: false, is_hidden: true },
    ...shut.map((why) => ({ ...nothing, shut: why })),
  ];
  const english = all.map(said);
  await speak(catalogues, language);
  const theirs = all.map(said);
  for (const [place, sentence] of theirs.entries()) {
    expect(sentence).not.toContain('desk-');
    expect(sentence).not.toBe(english[place]);
    if (language !== 'es') expect(sentence).not.toMatch(/[A-Za-z]/);
  }
});
