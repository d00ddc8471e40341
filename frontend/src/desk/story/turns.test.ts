// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Redaction, Word } from './story.ts';
import { inked, placesById, timesOf, turnsOf, whereInked, wordAt } from './turns.ts';

const word = (place: number, text = `w${place}`, speaker: string | null = null): Word => ({
  id: `id${place}`,
  text,
  start_ms: place * 1000,
  end_ms: place * 1000 + 800,
  probability: 1,
  speaker,
});
const words = Array.from({ length: 6 }, (_, place) => word(place));
const places = placesById(words);

const redaction = (
  from: string | null,
  to: string | null,
  start_ms: number | null,
  end_ms: number | null,
): Redaction => ({
  redaction_id: 'r',
  from_word: from,
  to_word: to,
  start_ms,
  end_ms,
  reason: 'name',
  replacement: '',
});

describe('a transcript on the page', () => {
  it('starts a new turn when another voice speaks', () => {
    const turns = turnsOf([word(0, 'Yes.', 'A'), word(1, 'No.', 'B'), word(2, 'No!', 'B')]);
    expect(turns.map(({ first, words: { length } }) => [first, length])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('breaks a long telling at the end of a sentence, and never grows without end', () => {
    const long = Array.from({ length: 130 }, (_, place) => word(place, place === 49 ? 'end.' : 'on'));
    expect(turnsOf(long).map(({ first }) => first)).toEqual([0, 50]);
    const endless = Array.from({ length: 250 }, (_, place) => word(place, 'on'));
    expect(turnsOf(endless).map(({ first }) => first)).toEqual([0, 120, 240]);
  });

  it('knows which word is being spoken, also in the pause after it', () => {
    expect([-1, 0, 900, 1000, 99_000].map((at) => wordAt(words, at))).toEqual([-1, 0, 0, 1, 5]);
  });

  it('covers the words of a redaction, also one that was drawn on the sound', () => {
    expect([...inked(words, [redaction('id1', 'id2', null, null)], places).keys()]).toEqual([1, 2]);
    expect([...inked(words, [redaction(null, null, 3900, 4100)], places).keys()]).toEqual([4]);
  });

  it('finds a place for each of two redactions of the same words', () => {
    const twice = [redaction('id1', 'id2', null, null), redaction('id1', 'id2', null, null)];
    expect(twice.map((one) => whereInked(words, one, places))).toEqual([
      { from: 1, to: 2 },
      { from: 1, to: 2 },
    ]);
  });

  it('finds a redaction’s place in the sound by its words', () => {
    expect(timesOf(redaction('id1', 'id2', null, null), words, places)).toEqual({ start_ms: 1000, end_ms: 2800 });
    expect(timesOf(redaction('gone', 'id2', null, null), words, places)).toBeNull();
  });
});
