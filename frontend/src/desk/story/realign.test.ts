// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { realign } from './realign.ts';
import type { Word } from './story.ts';

const said = (text: string, speaker: string | null = null): Word[] =>
  text.split(' ').map((one, place) => ({
    id: `w${place}`,
    text: one,
    start_ms: place * 400,
    end_ms: place * 400 + 300,
    probability: 0.9,
    speaker,
  }));

const ids = (words: Word[], text: string): (string | undefined)[] => realign(words, text).map(({ id }) => id);

describe('a facilitator corrects a turn', () => {
  it('and every word that was not touched keeps its id', () => {
    expect(ids(said('we walked to the river'), 'we walked to the river')).toEqual(['w0', 'w1', 'w2', 'w3', 'w4']);
  });

  it('and a word put in another word’s place keeps that place in the sound', () => {
    expect(realign(said('we walked to the liver'), 'we walked to the river')[4]).toEqual({ id: 'w4', text: 'river' });
  });

  it('and an added word is new, its neighbours are not', () => {
    expect(ids(said('we walked to the river'), 'we walked slowly to the river')).toEqual([
      'w0',
      'w1',
      undefined,
      'w2',
      'w3',
      'w4',
    ]);
  });

  it('and a word taken out leaves the others alone', () => {
    expect(ids(said('we we walked'), 'we walked')).toHaveLength(2);
    expect(ids(said('um we walked'), 'we walked')).toEqual(['w1', 'w2']);
  });

  it('and one word that becomes two has no claim to the old word’s time', () => {
    expect(ids(said('she saidit again'), 'she said it again')).toEqual(['w0', undefined, undefined, 'w2']);
  });

  it('and new words speak with the voice of their turn', () => {
    expect(realign(said('yes', 'A'), 'yes indeed')).toEqual([
      { id: 'w0', text: 'yes', speaker: 'A' },
      { text: 'indeed', speaker: 'A' },
    ]);
  });

  it('and an emptied turn has no words', () => {
    expect(realign(said('one two'), '  ')).toEqual([]);
  });

  it('and spaces, lines and scripts do not matter', () => {
    expect(ids(said('ذهبنا إلى النهر'), ' ذهبنا\n إلى  النهر ')).toEqual(['w0', 'w1', 'w2']);
  });
});
