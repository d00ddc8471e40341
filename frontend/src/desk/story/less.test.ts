// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isNothing, lessOf, usesOf } from './less.ts';
import type { Voice } from './voices.svelte.ts';

const amina = {
  choices: { hold_and_transcribe: 'given', research: 'given', public_words: 'refused', recontact: 'given' },
  facets: { research: { form: 'voice', name: 'pseudonym', place: 'none', reuse: 'view', credit: 'A.' } },
} as unknown as Voice;

test('only a yes can be made less, and keeping the story at all can only be taken back', () => {
  expect(usesOf(amina).map(({ purpose }) => purpose)).toEqual(['research', 'recontact']);
});

test('each step begins with what stands and goes only downwards', () => {
  expect(usesOf(amina)[0]?.steps).toEqual([
    { facet: 'form', values: ['voice', 'words'] },
    { facet: 'name', values: ['pseudonym', 'none'] },
  ]);
});

test('what was left as it stands is not sent', () => {
  const uses = usesOf(amina);
  expect(isNothing(lessOf(uses, {}, { 'research/form': 'voice' }))).toBe(true);
  expect(lessOf(uses, { recontact: true }, { 'research/form': 'words' })).toEqual({
    choices: { recontact: 'refused' },
    facets: { research: { form: 'words' } },
  });
});

test('a use that stops takes its steps with it', () => {
  expect(lessOf(usesOf(amina), { research: true }, { 'research/form': 'words' })).toEqual({
    choices: { research: 'refused' },
    facets: {},
  });
});
