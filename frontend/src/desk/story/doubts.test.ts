// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { doubtful, doubtsOf, nextDoubt } from './doubts.ts';
import type { Segment, Word } from './story.ts';
import { placesById } from './turns.ts';

const words = Array.from({ length: 8 }, (_, place): Word => ({
  id: `id${place}`,
  text: `w${place}`,
  start_ms: place * 1000,
  end_ms: place * 1000 + 800,
  probability: 0.9,
  speaker: null,
}));
const places = placesById(words);

const segment = (from: number, to: number, ...flags: string[]): Segment => ({
  start_ms: from * 1000,
  end_ms: to * 1000 + 800,
  avg_logprob: -0.3,
  no_speech_prob: 0.1,
  first_word: `id${from}`,
  last_word: `id${to}`,
  flags,
});

describe('stretches that the machine may have got wrong', () => {
  it('are those with a flag, and neighbours with the same flags are one', () => {
    const told = [segment(0, 1), segment(2, 3, 'repeats'), segment(4, 4, 'repeats'), segment(5, 6, 'unsure')];
    expect(doubtsOf(told, places)).toEqual([
      { from: 2, to: 4, flags: ['repeats'], start_ms: 2000, end_ms: 4800 },
      { from: 5, to: 6, flags: ['unsure'], start_ms: 5000, end_ms: 6800 },
    ]);
  });

  it('are gone with their words', () => {
    expect(doubtsOf([segment(6, 7, 'repeats')], placesById(words.slice(0, 7)))).toEqual([]);
  });

  it('mark every word of theirs but those that a person wrote', () => {
    const rewritten = words.map((word, place) => (place === 3 ? { ...word, probability: null } : word));
    expect([...doubtful(doubtsOf([segment(2, 4, 'repeats')], places), rewritten)]).toEqual([2, 4]);
  });

  it('are visited one after the other, and then from the first again', () => {
    const doubts = doubtsOf([segment(0, 1, 'unsure'), segment(4, 5, 'repeats')], places);
    expect([-1, 0, 3, 4, 7].map((after) => nextDoubt(doubts, after)?.from)).toEqual([0, 4, 4, 0, 0]);
    expect(nextDoubt([], 3)).toBeNull();
  });
});
