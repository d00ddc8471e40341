// SPDX-License-Identifier: Apache-2.0
import type { Span } from '../story/turns.ts';
import type { CutWord, Mark, Marks, WordMark } from './cutting.ts';
import { joined, type Times } from './times.ts';

/** So much before and after each stretch falls silent too. */
const margin_ms = 300;
/** A mark is at least so long. */
export const shortest_ms = 100;

type Places = ReadonlyMap<string, number>;
type Timed = CutWord & Times;

const isTimed = (word: CutWord): word is Timed => word.start_ms !== null && word.end_ms !== null;
const labelOf = (word: CutWord): string => (word.speaker ?? '').trim();

/** Whether a word sounds in a stretch. A word without length does at its very edge, too. */
export function soundsIn(word: CutWord, { start_ms, end_ms }: Times): boolean {
  if (!isTimed(word)) return false;
  if (word.start_ms === word.end_ms) return start_ms <= word.start_ms && word.start_ms <= end_ms;
  return word.start_ms < end_ms && word.end_ms > start_ms;
}

/** Marks in order; those that meet are one, which only takes others along where both did. */
export function joinedMarks(marks: readonly Mark[]): Mark[] {
  const made: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start_ms - b.start_ms || a.end_ms - b.end_ms)) {
    const last = made.at(-1);
    if (last && mark.start_ms <= last.end_ms) {
      last.end_ms = Math.max(last.end_ms, mark.end_ms);
      last.with_others &&= mark.with_others;
    } else made.push({ ...mark });
  }
  return made;
}

export type Passage = Span & { with_others: boolean };

/** Written marks by the places of their words, in order; those that touch are one. */
export function passagesOf(marks: readonly WordMark[], places: Places): Passage[] {
  const found = marks.flatMap(({ from_word, to_word, with_others }) => {
    const [from, to] = [places.get(from_word), places.get(to_word)];
    return from === undefined || to === undefined ? [] : [{ from, to, with_others }];
  });
  return joinedPassages(found);
}

function joinedPassages(passages: readonly Passage[]): Passage[] {
  const made: Passage[] = [];
  for (const one of [...passages].sort((a, b) => a.from - b.from)) {
    const last = made.at(-1);
    if (last && one.from <= last.to + 1) {
      last.to = Math.max(last.to, one.to);
      last.with_others &&= one.with_others;
    } else made.push({ ...one });
  }
  return made;
}

export function writtenMarks(passages: readonly Passage[], words: readonly CutWord[]): WordMark[] {
  return joinedPassages(passages).flatMap(({ from, to, with_others }) => {
    const [first, last] = [words[from], words[to]];
    return first && last ? [{ from_word: first.id, to_word: last.id, with_others }] : [];
  });
}

/** Runs of words, one after the other, that bear one of these labels: first and last place of each. */
export function runsOf(words: readonly CutWord[], labels: Iterable<string>): Span[] {
  const gone = new Set(labels);
  const runs: Span[] = [];
  words.forEach((word, place) => {
    if (!gone.has(labelOf(word))) return;
    const last = runs.at(-1);
    if (last?.to === place - 1) last.to = place;
    else runs.push({ from: place, to: place });
  });
  return runs;
}

/** When these words are said, from the first to the last; null where none of them is heard. */
export function timesOver(words: readonly CutWord[], { from, to }: Span, whole_ms: number): Times | null {
  const said = words.slice(from, to + 1).filter(isTimed);
  if (said.length === 0) return null;
  const start_ms = Math.max(0, Math.min(said.reduce((least, word) => Math.min(least, word.start_ms), Infinity)));
  const end_ms = Math.max(...said.map((word) => word.end_ms), start_ms + shortest_ms);
  const fits = Math.min(end_ms, whole_ms);
  return { start_ms: Math.min(start_ms, fits - shortest_ms), end_ms: fits };
}

/** The marks with everything that bears a label of the one who is gone. */
export function withLabelled(marks: Marks, words: readonly CutWord[], places: Places, whole_ms: number | null): Marks {
  const runs = runsOf(words, marks.speakers);
  if (whole_ms === null) {
    const passages = [...passagesOf(marks.word_spans, places), ...runs.map((run) => ({ ...run, with_others: false }))];
    return { ...marks, word_spans: writtenMarks(passages, words), nothing_said: false };
  }
  const proposed = runs.flatMap((run) => timesOver(words, run, whole_ms) ?? []);
  const missing = proposed.filter((one) => !marks.spans.some((mark) => covers(mark, one)));
  const spans = joinedMarks([...marks.spans, ...missing.map((one) => ({ ...one, with_others: false }))]);
  return { ...marks, spans, nothing_said: false };
}

const covers = (mark: Times, one: Times): boolean => mark.start_ms <= one.start_ms && one.end_ms <= mark.end_ms;

/** What falls silent: the marks with a margin. */
export const silenced = (spans: readonly Mark[], whole_ms: number): Times[] =>
  joined(
    spans.map(({ start_ms, end_ms }) => ({
      start_ms: Math.max(0, start_ms - margin_ms),
      end_ms: Math.min(whole_ms, end_ms + margin_ms),
    })),
  );

/** What the marks come to, word by word. */
export type Reading = {
  /** Places of the words that go. */
  goes: ReadonlySet<number>;
  /** Places of words that bear the label of who is gone and are not marked. */
  outside: readonly number[];
  /** Places of words of somebody who stays, by the number of the mark they would go with. */
  overlaps: ReadonlyMap<number, readonly number[]>;
};

/** The same rules as the server's, so that each change is seen at once. */
export function readingOf(marks: Marks, words: readonly CutWord[], places: Places, whole_ms: number | null): Reading {
  const gone = new Set(marks.speakers);
  const passages = passagesOf(marks.word_spans, places);
  const silent = whole_ms === null ? [] : silenced(marks.spans, whole_ms);
  const goes = new Set<number>();
  const outside: number[] = [];
  const overlaps = new Map<number, number[]>();
  words.forEach((word, place) => {
    const label = labelOf(word);
    const within = isTimed(word)
      ? numbersOf(marks.spans, (mark) => soundsIn(word, mark))
      : numbersOf(passages, ({ from, to }) => from <= place && place <= to);
    if (within.length > 0 || gone.has(label)) goes.add(place);
    if (gone.has(label)) {
      const isCovered = isTimed(word) ? silent.some((one) => covers(one, word)) : within.length > 0;
      if (!isCovered) outside.push(place);
    } else if (label) {
      for (const number of within) overlaps.set(number, [...(overlaps.get(number) ?? []), place]);
    }
  });
  return { goes, outside, overlaps };
}

function numbersOf<T>(all: readonly T[], fits: (one: T) => boolean): number[] {
  const found: number[] = [];
  for (let number = 0; number < all.length; number += 1) if (fits(all[number] as T)) found.push(number);
  return found;
}

/** Neighbouring places as spans. */
export function spansOf(places: readonly number[]): Span[] {
  const made: Span[] = [];
  for (const place of places) {
    const last = made.at(-1);
    if (last?.to === place - 1) last.to = place;
    else made.push({ from: place, to: place });
  }
  return made;
}
