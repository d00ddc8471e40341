// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { ConsentForm, ConsentTexts } from '../../shared/api/reporter-wire.ts';
import { facetsOf, finalChoices, noAnswers, safestFacets, stepsOf, type Answers } from './deck.ts';

const hold = { key: 'hold_and_transcribe', required: true, recipients: [], facets: [] };
const publicly = { key: 'public_words', required: false, recipients: ['Everybody'], facets: ['name', 'form'] };
const form: ConsentForm = { form_id: 'f', version: 1, purposes: [hold, publicly], texts: {} };
const texts: ConsentTexts = { sha256: '', cards: [{ text: 'Who holds it.' }], questions: {} };

const names = (answers: Partial<Answers>, age = 0): string[] =>
  stepsOf(form, texts, age, { ...noAnswers(), ...answers }).map((step) =>
    'purpose' in step ? `${step.step} ${step.purpose.key}` : step.step,
  );

test('every purpose is asked, and nobody is asked how before they have said yes', () => {
  expect(names({})).toEqual(['read', 'ask hold_and_transcribe', 'ask public_words', 'sign_off', 'summary']);
  expect(names({ choices: { public_words: 'given' } })).toContain('facets public_words');
  expect(names({ choices: { public_words: 'refused' } })).not.toContain('facets public_words');
});

test('a no to holding the story ends the asking', () => {
  expect(names({ choices: { hold_and_transcribe: 'refused' } })).toEqual(['read', 'ask hold_and_transcribe', 'stop']);
});

test('somebody too young is asked nothing more on their own', () => {
  expect(names({ oldEnough: false }, 16)).toEqual(['age', 'stop']);
});

test('the safest facet stands first and is what an untouched card means', () => {
  expect(facetsOf(publicly)).toEqual([
    ['name', ['none', 'pseudonym', 'real']],
    ['form', ['words', 'voice']],
  ]);
  expect(safestFacets(publicly)).toEqual({ name: 'none', form: 'words' });
});

test('silence is no, and a no carries no facets', () => {
  const answers = { ...noAnswers(), facets: { public_words: { name: 'real' } } };
  expect(finalChoices(form, answers)).toEqual({
    choices: { hold_and_transcribe: 'refused', public_words: 'refused' },
    facets: {},
  });
});
