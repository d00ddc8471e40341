// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeFromBytes, digitsOf, newCode, selectorOf, verifierOf, wordListFrom, wordsOf } from './receipt-code.ts';

const listOf = (language: string): string[] =>
  wordListFrom(readFileSync(new URL(`../../../app/consent/words/${language}.txt`, import.meta.url), 'utf8'));
const english = listOf('en');
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

/** The server repeats these: tests/rooms/receipts. */
const vectors = [
  {
    hex: '00000000000000000000',
    code: '0000000000000000',
    digits: '00000 00000 00000 00000 00000',
    places: [0, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    hex: 'ffffffffffffffffffff',
    code: 'ZZZZZZZZZZZZZZZZ',
    digits: '12089 25819 61462 91747 06175',
    places: [1023, 1023, 1023, 1023, 1023, 1023, 1023, 1023],
  },
  {
    hex: '0123456789abcdef1032',
    code: '04HMASW9NF6YY41J',
    digits: '00053 73003 64273 16851 54866',
    places: [4, 564, 345, 905, 687, 222, 964, 50],
  },
];

test.each(vectors)('the code $code is the same to everybody who knows it', ({ hex, code, digits, places }) => {
  expect(codeFromBytes(bytes(hex))).toBe(code);
  expect(digitsOf(code).join(' ')).toBe(digits);
  expect(wordsOf(code, english)).toEqual(places.map((place) => english[place]));
  expect(selectorOf(code) + verifierOf(code)).toBe(code);
  expect([selectorOf(code).length, verifierOf(code).length]).toEqual([6, 10]);
});

test('three words select the same story as six characters do', () => {
  const [one, other] = [codeFromBytes(bytes('0123456789abcdef1032')), codeFromBytes(bytes('01234564000000000000'))];
  expect(selectorOf(one)).toBe(selectorOf(other));
  expect(wordsOf(one, english).slice(0, 3)).toEqual(wordsOf(other, english).slice(0, 3));
});

test('no two people are given the same code', () => {
  const given = new Set(Array.from({ length: 1000 }, newCode));
  expect(given.size).toBe(1000);
});

test('every English word can be told from every other however it is typed', () => {
  const folded = english.map((word) =>
    word
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}]/gu, ''),
  );
  expect(new Set(folded).size).toBe(1024);
  expect(folded).toEqual(english);
});

test.each(['ar', 'es', 'ur'])('the words of %s are as many, and a code has eight of them', (language) => {
  const list = listOf(language);
  expect(new Set(list).size).toBe(1024);
  expect(wordsOf('ZZZZZZZZZZZZZZZZ', list)).toEqual(Array(8).fill(list.at(-1)));
});
