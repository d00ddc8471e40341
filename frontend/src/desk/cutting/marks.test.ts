// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { placesById } from '../story/turns.ts';
import type { CutWord, Mark, Marks } from './cutting.ts';
import { joinedMarks, readingOf, runsOf, spansOf, withLabelled } from './marks.ts';

const whole_ms = 20_000;
const mark = (start_ms: number, end_ms: number, with_others = false): Mark => ({ start_ms, end_ms, with_others });
const none: Marks = { spans: [], word_spans: [], speakers: ['Ben'], nothing_said: false };

/** A second for each letter: A for Amina, B for Ben, - for nobody. */
const talk = (letters: string, isWritten = false): CutWord[] =>
  [...letters].map((letter, place) => ({
    id: `w${place}`,
    text: `word${place}`,
    start_ms: isWritten ? null : place * 1000,
    end_ms: isWritten ? null : place * 1000 + 1000,
    probability: null,
    speaker: { A: 'Amina', B: 'Ben' }[letter] ?? null,
    is_struck: false,
  }));

const proposed = (words: CutWord[], marks = none) => withLabelled(marks, words, placesById(words), whole_ms);
const read = (words: CutWord[], marks: Marks, whole: number | null = whole_ms) =>
  readingOf(marks, words, placesById(words), whole);

describe('what is proposed from the labels', () => {
  it('is each run of words that bear one, as one mark', () => {
    expect(runsOf(talk('ABBAAB'), ['Ben'])).toEqual([
      { from: 1, to: 2 },
      { from: 5, to: 5 },
    ]);
    expect(proposed(talk('ABBAAB')).spans).toEqual([mark(1000, 3000), mark(5000, 6000)]);
  });

  it('stops where nobody is named, since that could be anybody', () => {
    expect(proposed(talk('BB-B')).spans).toEqual([mark(0, 2000), mark(3000, 4000)]);
  });

  it('leaves what a person has marked as they marked it', () => {
    const marked = { ...none, spans: [mark(900, 3300, true)] };
    expect(proposed(talk('ABBAAB'), marked).spans).toEqual([mark(900, 3300, true), mark(5000, 6000)]);
  });

  it('gives a word without length a mark that can be heard, also at the very end', () => {
    const words = talk('AB').map((word) => ({ ...word, start_ms: whole_ms, end_ms: whole_ms }));
    expect(proposed(words).spans).toEqual([mark(whole_ms - 100, whole_ms)]);
  });

  it('is words alone in a story in writing', () => {
    const words = talk('ABBA', true);
    expect(withLabelled(none, words, placesById(words), null).word_spans).toEqual([
      { from_word: 'w1', to_word: 'w2', with_others: false },
    ]);
  });
});

describe('marks that meet', () => {
  it('are one', () => {
    expect(joinedMarks([mark(5000, 6000), mark(1000, 2000), mark(2000, 3000)])).toEqual([
      mark(1000, 3000),
      mark(5000, 6000),
    ]);
  });

  it('take others along only where both did', () => {
    expect(joinedMarks([mark(0, 2000, true), mark(1000, 3000)])).toEqual([mark(0, 3000)]);
    expect(joinedMarks([mark(0, 2000, true), mark(1000, 3000, true)])).toEqual([mark(0, 3000, true)]);
  });
});

describe('what the marks come to', () => {
  it('goes: words that sound in a mark, and words that bear the label anywhere', () => {
    expect([...read(talk('ABAB'), { ...none, spans: [mark(1000, 2000)] }).goes]).toEqual([1, 3]);
  });

  it('names labelled words that no mark covers', () => {
    expect(read(talk('ABAB'), { ...none, spans: [mark(1000, 2000)] }).outside).toEqual([3]);
  });

  it('forgives an edge by as much as falls silent around it', () => {
    expect(read(talk('ABA'), { ...none, spans: [mark(1300, 1700)] }).outside).toEqual([]);
    expect(read(talk('ABA'), { ...none, spans: [mark(1310, 1700)] }).outside).toEqual([1]);
  });

  it('names the words of those who stay, by the mark they would go with', () => {
    const { overlaps } = read(talk('ABAB'), { ...none, spans: [mark(1000, 2000), mark(2500, 4000)] });
    expect([...overlaps]).toEqual([[1, [2]]]);
  });

  it('asks nothing about words that bear no label', () => {
    expect(read(talk('-B-'), { ...none, spans: [mark(500, 2500)] }).overlaps.size).toBe(0);
  });

  it('holds for a story in writing, word by word', () => {
    const marks = { ...none, word_spans: [{ from_word: 'w1', to_word: 'w2', with_others: false }] };
    const { goes, outside, overlaps } = read(talk('ABAB', true), marks, null);
    expect([[...goes], outside, [...overlaps]]).toEqual([[1, 2, 3], [3], [[0, [2]]]]);
  });
});

it('neighbouring places are one span', () => {
  expect(spansOf([1, 2, 5])).toEqual([
    { from: 1, to: 2 },
    { from: 5, to: 5 },
  ]);
});
