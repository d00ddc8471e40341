// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { ConsentForm, ConsentTexts } from '../../shared/api/reporter-wire.ts';
import { basisOf, finalChoices, noAnswers, stepsOf, type Answers } from './deck.ts';

const hold = { key: 'hold_and_transcribe', required: true, recipients: [], facets: [] };
const publicly = { key: 'public_words', required: false, recipients: ['Everybody'], facets: ['name', 'form'] };
const form: ConsentForm = { form_id: 'f', version: 1, purposes: [hold, publicly], texts: {} };
const texts: ConsentTexts = { sha256: '', cards: [{ text: 'Who holds it.' }], questions: {} };

function names(answers: Partial<Answers>, age = 0): string[] {
  return stepsOf(form, texts, age, { ...noAnswers(), ...answers }).map((step) => {
    if (step.step === 'age') return `age ${step.age}`;
    if (step.step === 'hand_over') return `to ${step.to}`;
    if (step.step === 'stop') return `stop ${step.why}`;
    const who = 'who' in step && step.who === 'guardian' ? ' guardian' : '';
    return `${step.step}${who}${'purpose' in step ? ` ${step.purpose.key}` : ''}`;
  });
}
const own = ['helper', 'read', 'ask hold_and_transcribe', 'ask public_words', 'sign_off', 'summary'];

test('every purpose is asked, and nobody is asked how before they have said yes', () => {
  expect(names({})).toEqual(own);
  expect(names({ choices: { public_words: 'given' } })).toContain('facets public_words');
  expect(names({ choices: { public_words: 'refused' } })).not.toContain('facets public_words');
});

test('a no to holding the story ends the asking', () => {
  expect(names({ choices: { hold_and_transcribe: 'refused' } }).slice(-2)).toEqual([
    'ask hold_and_transcribe',
    'stop no',
  ]);
});

test('a grown-up is asked for their age once, a young person twice', () => {
  expect(names({ ages: { 18: true } }, 13)).toEqual(['age 18', ...own]);
  expect(names({ ages: { 18: false, 13: true } }, 13)).toEqual(['age 18', 'age 13', ...own]);
  expect(names({}, 18).slice(0, 2)).toEqual(['age 18', 'helper']);
});

test('for somebody too young a guardian answers first, then they themselves', () => {
  const asked = ['to guardian', 'relation', 'read', 'ask guardian hold_and_transcribe', 'ask guardian public_words'];
  const young = { ages: { 18: false, 13: false } };
  expect(names(young, 13)).toEqual(['age 18', 'age 13', ...asked, 'summary guardian', 'to speaker', ...own]);
});

test('what a guardian refuses is not asked again, and a no to holding it ends everything', () => {
  const young = { ages: { 18: false, 13: false } };
  expect(names({ ...young, guardian: { public_words: 'refused' } }, 13)).not.toContain('ask public_words');
  expect(names({ ...young, guardian: { hold_and_transcribe: 'refused' } }, 13).at(-1)).toBe('stop guardian');
});

test.each([
  [0, {}, 'adult'],
  [13, { ages: { 18: true } }, 'adult'],
  [13, { ages: { 18: true }, helper: 'interpreter' }, 'supported'],
  [13, { ages: { 18: false, 13: true }, helper: 'interpreter' }, 'child_competent'],
  [13, { ages: { 18: false, 13: false }, helper: 'interpreter' }, 'guardian'],
])('under %i asks a guardian, so %j is on the record as %s', (age, answers, basis) => {
  expect(basisOf(age, { ...noAnswers(), ...answers })).toBe(basis);
});

test('silence is no', () => {
  expect(finalChoices(form, { public_words: 'given' })).toEqual({
    hold_and_transcribe: 'refused',
    public_words: 'given',
  });
});
