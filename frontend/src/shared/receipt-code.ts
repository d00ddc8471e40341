// SPDX-License-Identifier: Apache-2.0
/**
 * The receipt code: 80 random bits. As 16 Crockford base32 characters it is carried by the QR, as 8 words or 25 digits by people.
 * The first 30 bits (6 characters, 3 words) select, the other 50 (10 characters, 5 words) are verified.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 16;
const words = 8;
const digits = 25;
const selectorLength = 6;
export const wordListLength = 1024;

const pieces = (number: bigint, bits: number, count: number): number[] =>
  Array.from({ length: count }, (_, place) => {
    const shift = BigInt(bits * (count - 1 - place));
    return Number((number >> shift) & ((1n << BigInt(bits)) - 1n));
  });

const numberOf = (code: string): bigint =>
  [...code].reduce((sum, character) => {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new RangeError('not a receipt code');
    return (sum << 5n) | BigInt(value);
  }, 0n);

/** The 16 characters for exactly ten bytes. */
export function codeFromBytes(bytes: Uint8Array): string {
  if (bytes.length !== 10) throw new RangeError('a receipt code is ten bytes');
  const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return pieces(number, 5, characters)
    .map((value) => alphabet.charAt(value))
    .join('');
}

export const newCode = (): string => codeFromBytes(crypto.getRandomValues(new Uint8Array(10)));

export const selectorOf = (code: string): string => code.slice(0, selectorLength);
export const verifierOf = (code: string): string => code.slice(selectorLength);

/** Five groups of five decimal digits: the 80-bit number, filled up with zeros in front. */
export function digitsOf(code: string): string[] {
  const all = numberOf(code).toString().padStart(digits, '0');
  return all.match(/.{5}/g) ?? [];
}

export function wordsOf(code: string, list: readonly string[]): string[] {
  if (list.length !== wordListLength) throw new RangeError(`a word list has ${wordListLength} words`);
  return pieces(numberOf(code), 10, words).map((place) => list[place] ?? '');
}

export const wordListFrom = (text: string): string[] => text.trim().split(/\s+/);
