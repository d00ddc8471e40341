// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { facetsOf, hasAudience, monthsFrom, sentFacets, untouched } from './facets.ts';

const facets = ['form', 'name', 'credit', 'place', 'expires_at', 'embargo_until', 'licence', 'audience'];
const purpose = { key: 'research', required: false, recipients: ['north', 'south'], facets };
const at = new Date('2026-08-31T10:00:00Z');

test('the value that allows least stands first', () => {
  const first = Object.fromEntries(facetsOf(purpose).map(({ name, values }) => [name, values[0]]));
  expect(first).toEqual({
    form: 'words',
    name: 'none',
    place: 'none',
    expires_at: 'months_6',
    embargo_until: 'months_12',
    licence: 'ask-each-time',
  });
});

test('an untouched card gives no name, no place, no licence, and ends with the form', () => {
  expect(sentFacets(purpose, untouched(purpose), at)).toEqual({ form: 'words', name: 'none', place: 'none' });
});

test('what was said in words is sent as a time of the calendar', () => {
  const words = { expires_at: 'months_6', embargo_until: 'months_1' };
  const sent = sentFacets(purpose, { words, credit: '', leftOut: [] }, at);
  expect(sent).toEqual({ expires_at: '2027-02-28T10:00:00.000Z', embargo_until: '2026-09-30T10:00:00.000Z' });
  expect(monthsFrom(new Date('2024-02-29T00:00:00Z'), 12)).toBe('2025-02-28T00:00:00.000Z');
});

test('a name goes along only where a name was wanted', () => {
  const credit = { credit: ' Amina ', leftOut: [] };
  expect(sentFacets(purpose, { words: { name: 'pseudonym' }, ...credit }, at)).toEqual({
    name: 'pseudonym',
    credit: 'Amina',
  });
  expect(sentFacets(purpose, { words: { name: 'none' }, ...credit }, at)).toEqual({ name: 'none' });
});

test('somebody left out is not in the audience; with one recipient nobody is asked', () => {
  expect(sentFacets(purpose, { words: {}, credit: '', leftOut: ['south'] }, at)).toEqual({ audience: ['north'] });
  expect([hasAudience(purpose), hasAudience({ ...purpose, recipients: ['north'] })]).toEqual([true, false]);
});
