// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { sayings } from './sayings.ts';

const cards = { en: [{ title: 'Wait', text: 'Silence is fine.' }], ar: [{ title: 'انتظر', text: 'الصمت حسن.' }] };

test.each([
  [cards, 'ar', [{ title: 'انتظر', text: 'الصمت حسن.' }]],
  [cards, 'ur', [{ title: 'Wait', text: 'Silence is fine.' }]],
  [{ en: 'Call us.' }, 'en', [{ title: '', text: 'Call us.' }]],
  [{}, 'en', []],
  [null, 'en', []],
])('a project that says %j is heard in %s', (content, language, said) => {
  expect(sayings(content, language)).toEqual(said);
});
