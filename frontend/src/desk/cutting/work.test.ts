// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { placesById } from '../story/turns.ts';
import type { CutWord, Mark, Marks } from './cutting.ts';
import {
  add,
  begin,
  choose,
  endHere,
  leaveWordsIn,
  letGo,
  markWords,
  moveEdge,
  remove,
  sayNothing,
  stands,
  startHere,
  takeLabelled,
  together,
  undo,
  type Ground,
  type Work,
} from './work.ts';

const whole_ms = 60_000;
const empty: Marks = { spans: [], word_spans: [], speakers: [], nothing_said: false };
const mark = (start_ms: number, end_ms: number, with_others = false): Mark => ({ start_ms, end_ms, with_others });
const of = (...spans: Mark[]): Work => begin({ ...empty, spans });
const spans = (work: Work): readonly Mark[] => work.marks.spans;

const words = Array.from({ length: 10 }, (_, place): CutWord => ({
  id: `w${place}`,
  text: `word${place}`,
  start_ms: place * 1000,
  end_ms: place * 1000 + 900,
  probability: null,
  speaker: place < 5 ? 'Amina' : 'Ben',
  is_struck: false,
}));
const spoken: Ground = { words, places: placesById(words), whole_ms };
const written: Ground = { ...spoken, whole_ms: null };

describe('marking while listening', () => {
  it('is one key where they begin and one where they stop', () => {
    const begun = startHere(begin(empty), 4000, whole_ms);
    expect([begun.begun_ms, spans(begun)]).toEqual([4000, []]);
    const ended = endHere(begun, 9000, whole_ms);
    expect([ended.begun_ms, ended.chosen, spans(ended)]).toEqual([null, 0, [mark(4000, 9000)]]);
  });

  it('goes on with the next passage without a word in between', () => {
    const first = endHere(startHere(begin(empty), 4000, whole_ms), 9000, whole_ms);
    const second = endHere(startHere(first, 20_000, whole_ms), 25_000, whole_ms);
    expect(spans(second)).toEqual([mark(4000, 9000), mark(20_000, 25_000)]);
  });

  it('moves the edges of the mark that is open, while the sound stands near it', () => {
    const open = choose(of(mark(10_000, 20_000), mark(40_000, 50_000)), 0);
    expect(spans(startHere(open, 8000, whole_ms))[0]).toEqual(mark(8000, 20_000));
    expect(spans(endHere(open, 23_000, whole_ms))[0]).toEqual(mark(10_000, 23_000));
    expect(spans(endHere(open, 30_000, whole_ms))).toEqual(spans(open));
    expect(startHere(open, 30_000, whole_ms).begun_ms).toBe(30_000);
  });

  it('sets nothing where begin and end are the same', () => {
    expect(spans(endHere(startHere(begin(empty), 4000, whole_ms), 4050, whole_ms))).toEqual([]);
  });
});

describe('an edge', () => {
  it('moves by little steps that are one change', () => {
    let work = choose(of(mark(10_000, 20_000)), 0);
    for (const to of [10_100, 10_200, 10_300]) work = moveEdge(work, 0, 'start_ms', to, whole_ms);
    expect(spans(work)).toEqual([mark(10_300, 20_000)]);
    expect(spans(undo(work))).toEqual([mark(10_000, 20_000)]);
  });

  it('never leaves the sound, nor passes the other edge', () => {
    const work = of(mark(10_000, 20_000));
    expect(spans(moveEdge(work, 0, 'start_ms', -500, whole_ms))).toEqual([mark(0, 20_000)]);
    expect(spans(moveEdge(work, 0, 'start_ms', 30_000, whole_ms))).toEqual([mark(19_900, 20_000)]);
    expect(spans(moveEdge(work, 0, 'end_ms', 90_000, whole_ms))).toEqual([mark(10_000, whole_ms)]);
  });

  it('that meets the next mark makes one of the two', () => {
    const work = choose(of(mark(1000, 2000), mark(10_000, 20_000)), 1);
    const met = moveEdge(work, 1, 'start_ms', 2000, whole_ms);
    expect([met.chosen, spans(met)]).toEqual([0, [mark(1000, 20_000)]]);
  });
});

describe('words that were chosen', () => {
  it('are marked from the first to the last', () => {
    expect(spans(markWords(begin(empty), { from: 2, to: 4 }, spoken))).toEqual([mark(2000, 4900)]);
  });

  it('are left in: what was marked around them stays marked', () => {
    const work = leaveWordsIn(of(mark(1000, 8900, true)), { from: 3, to: 4 }, spoken);
    expect(spans(work)).toEqual([mark(1000, 3000, true), mark(4900, 8900, true)]);
    expect(spans(undo(work))).toEqual([mark(1000, 8900, true)]);
  });

  it('are words alone in a story in writing', () => {
    const marked = markWords(markWords(begin(empty), { from: 2, to: 4 }, written), { from: 5, to: 6 }, written);
    expect(marked.marks.word_spans).toEqual([{ from_word: 'w2', to_word: 'w6', with_others: false }]);
    expect(marked.chosen).toBe(0);
    expect(leaveWordsIn(marked, { from: 3, to: 5 }, written).marks.word_spans).toEqual([
      { from_word: 'w2', to_word: 'w2', with_others: false },
      { from_word: 'w6', to_word: 'w6', with_others: false },
    ]);
  });
});

describe('every change', () => {
  it('can be taken back, one after the other, back to where it began', () => {
    const first = of(mark(1000, 2000));
    const changes = [
      (work: Work) => add(work, { start_ms: 5000, end_ms: 6000 }),
      (work: Work) => letGo(work, 0, true),
      (work: Work) => stands(work, 'Ben', true),
      (work: Work) => takeLabelled(work, spoken),
      (work: Work) => remove(work, 0),
      (work: Work) => sayNothing(work, true),
    ];
    const stood = [first.marks];
    let work = first;
    for (const change of changes) {
      work = change(work);
      stood.push(work.marks);
    }
    expect(stood.at(-1)).toEqual({
      spans: [mark(5000, 9900)],
      word_spans: [],
      speakers: ['Ben'],
      nothing_said: true,
    });
    for (const before of stood.reverse().slice(1)) {
      work = undo(work);
      expect(work.marks).toEqual(before);
    }
    expect(undo(work)).toBe(work);
  });

  it('that marks something takes back that they say nothing', () => {
    const silent = sayNothing(begin(empty), true);
    expect(add(silent, { start_ms: 0, end_ms: 500 }).marks.nothing_said).toBe(false);
  });
});

describe('two people’s marks', () => {
  it('are all there when they are put together', () => {
    const mine = of(mark(1000, 3000), mark(9000, 9500));
    const theirs = { ...empty, spans: [mark(2000, 4000)], speakers: ['Ben'] };
    const both = together(mine, theirs, spoken);
    expect(spans(both)).toEqual([mark(1000, 4000), mark(9000, 9500)]);
    expect(both.marks.speakers).toEqual(['Ben']);
    expect(spans(undo(both))).toEqual(spans(mine));
  });
});
