// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Question, Words } from './forms.ts';
import { facetsShown, piecesOf, recipientsIn, withFacet, wordsAt, write } from './wording.ts';

const words = (): Words => ({
  cards: [{ title: 'Who', text: 'We hold it.' }],
  questions: { 'share_partner:services': 'May we?' },
  confidentiality_limits: 'Danger.',
  partner_note: 'Copies.',
});
const asked: Question = {
  key: 'share_partner:services',
  required: false,
  recipients: [],
  facets: [],
  may_offer: [],
  expires_after_days: null,
};

test('each piece is read and written where the server points', () => {
  const told = words();
  for (const { pointer } of piecesOf(told, [asked])) {
    expect(wordsAt(told, pointer)).not.toBe('');
    write(told, pointer, `new ${pointer}`);
  }
  expect(told).toEqual({
    cards: [{ title: 'new /cards/0/title', text: 'new /cards/0/text' }],
    questions: { 'share_partner:services': 'new /questions/share_partner:services' },
    confidentiality_limits: 'new /confidentiality_limits',
    partner_note: 'new /partner_note',
  });
});

test('a name is offered together with its line of credit', () => {
  expect(withFacet(['form'], 'name', true)).toEqual(['form', 'name', 'credit']);
  expect(withFacet(['form', 'name', 'credit'], 'name', false)).toEqual(['form']);
  expect(facetsShown(['form', 'name', 'credit'])).toEqual(['form', 'name']);
});

test('recipients are listed as somebody types them', () => {
  expect(recipientsIn(' council, health service,, council\n<b>')).toEqual(['council', 'health-service']);
});
