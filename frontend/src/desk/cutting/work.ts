// SPDX-License-Identifier: Apache-2.0
import type { Span } from '../story/turns.ts';
import type { CutWord, Mark, Marks } from './cutting.ts';
import {
  joinedMarks,
  passagesOf,
  shortest_ms,
  soundsIn,
  timesOver,
  withLabelled,
  writtenMarks,
  type Passage,
} from './marks.ts';
import type { Times } from './times.ts';

export type Edge = 'start_ms' | 'end_ms';

/** What the marks are laid over; `whole_ms` is null in a story in writing. */
export type Ground = { words: readonly CutWord[]; places: ReadonlyMap<string, number>; whole_ms: number | null };

/** One person's marks in the making. */
export type Work = {
  marks: Marks;
  /** As they stood before each change, the last one at the end. */
  past: readonly Marks[];
  /** The edge that is being moved little by little: all of it is one change. */
  stroke: string | null;
  /** The number of the mark that is open. */
  chosen: number | null;
  /** Where somebody said that the voice begins, while its end is awaited. */
  begun_ms: number | null;
};

const mostPast = 200;
const near_ms = 5_000;

export const begin = (marks: Marks): Work => ({ marks, past: [], stroke: null, chosen: null, begun_ms: null });

function after(work: Work, change: Partial<Marks>, chosen: number | null, stroke: string | null = null): Work {
  const goesOn = stroke !== null && stroke === work.stroke;
  const past = goesOn ? work.past : [...work.past, work.marks].slice(-mostPast);
  return { ...work, marks: { ...work.marks, ...change }, past, stroke, chosen };
}

const holding = (spans: readonly Mark[], at_ms: number): number | null => {
  const found = spans.findIndex(({ start_ms, end_ms }) => start_ms <= at_ms && at_ms <= end_ms);
  return found < 0 ? null : found;
};

/** One more stretch of the gone voice; it is open afterwards. */
export function add(work: Work, { start_ms, end_ms }: Times): Work {
  const spans = joinedMarks([...work.marks.spans, { start_ms, end_ms, with_others: false }]);
  return { ...after(work, { spans, nothing_said: false }, holding(spans, start_ms)), begun_ms: null };
}

/** Whoever is gone said these words. */
export function markWords(work: Work, chosen: Span, ground: Ground): Work {
  if (ground.whole_ms === null) {
    const passages = [...passagesOf(work.marks.word_spans, ground.places), { ...chosen, with_others: false }];
    const word_spans = writtenMarks(passages, ground.words);
    const now = passagesOf(word_spans, ground.places);
    return after(
      work,
      { word_spans, nothing_said: false },
      now.findIndex(({ to }) => to >= chosen.from),
    );
  }
  const times = timesOver(ground.words, chosen, ground.whole_ms);
  return times ? add(work, times) : work;
}

/** Somebody who stays said these words: what is left of the marks around them stands. */
export function leaveWordsIn(work: Work, chosen: Span, ground: Ground): Work {
  if (ground.whole_ms === null) {
    const rest = passagesOf(work.marks.word_spans, ground.places).flatMap((one) => passagesBeside(one, chosen));
    return after(work, { word_spans: writtenMarks(rest, ground.words) }, null);
  }
  const times = timesOver(ground.words, chosen, ground.whole_ms);
  return times ? after(work, { spans: work.marks.spans.flatMap((mark) => marksBeside(mark, times)) }, null) : work;
}

const passagesBeside = (passage: Passage, { from, to }: Span): Passage[] =>
  passage.to < from || passage.from > to
    ? [passage]
    : [
        { ...passage, to: from - 1 },
        { ...passage, from: to + 1 },
      ].filter((one) => one.from <= one.to);

const marksBeside = (mark: Mark, { start_ms, end_ms }: Times): Mark[] =>
  mark.end_ms <= start_ms || mark.start_ms >= end_ms
    ? [mark]
    : [
        { ...mark, end_ms: start_ms },
        { ...mark, start_ms: end_ms },
      ].filter((one) => one.end_ms - one.start_ms >= shortest_ms);

/** One edge of a mark elsewhere; it stays within the sound and on its own side. Marks that meet become one. */
export function moveEdge(work: Work, number: number, edge: Edge, to_ms: number, whole_ms: number): Work {
  const mark = work.marks.spans[number];
  if (!mark) return work;
  const place = Math.round(
    edge === 'start_ms'
      ? Math.max(0, Math.min(to_ms, mark.end_ms - shortest_ms))
      : Math.min(whole_ms, Math.max(to_ms, mark.start_ms + shortest_ms)),
  );
  if (place === mark[edge]) return work;
  const moved = { ...mark, [edge]: place };
  const spans = joinedMarks(work.marks.spans.map((one, at) => (at === number ? moved : one)));
  return after(work, { spans }, holding(spans, place), `${edge}/${number}`);
}

export function remove(work: Work, number: number): Work {
  const without = <T>(all: readonly T[]): T[] => all.filter((_, at) => at !== number);
  const { spans, word_spans } = work.marks;
  return after(work, { spans: without(spans), word_spans: without(word_spans) }, null);
}

/** Whether what others say in this mark goes as well. */
export function letGo(work: Work, number: number, with_others: boolean): Work {
  const change = <T extends { with_others: boolean }>(all: readonly T[]): T[] =>
    all.map((one, at) => (at === number ? { ...one, with_others } : one));
  return after(work, { spans: change(work.marks.spans), word_spans: change(work.marks.word_spans) }, work.chosen);
}

/** This label stands for whoever is gone, or does not. */
export function stands(work: Work, label: string, is_gone: boolean): Work {
  const others = work.marks.speakers.filter((one) => one !== label);
  return after(work, { speakers: is_gone ? [...others, label].sort() : others }, work.chosen);
}

/** Everything that bears such a label, marked. */
export const takeLabelled = (work: Work, { words, places, whole_ms }: Ground): Work =>
  after(work, withLabelled(work.marks, words, places, whole_ms), null);

export const sayNothing = (work: Work, nothing_said: boolean): Work => after(work, { nothing_said }, work.chosen);

/** Two people's marks as one; with a label that either took for who is gone. */
export function together(work: Work, other: Marks, { words, places }: Ground): Work {
  const { spans, word_spans, speakers } = work.marks;
  const change = {
    spans: joinedMarks([...spans, ...other.spans]),
    word_spans: writtenMarks([...passagesOf(word_spans, places), ...passagesOf(other.word_spans, places)], words),
    speakers: [...new Set([...speakers, ...other.speakers])].sort(),
  };
  const isMarked = change.spans.length + change.word_spans.length > 0;
  return after(work, { ...change, nothing_said: work.marks.nothing_said && !isMarked }, null);
}

export const replaceBy = (work: Work, marks: Marks): Work => after(work, marks, null);

export function undo(work: Work): Work {
  const before = work.past.at(-1);
  return before ? { ...work, marks: before, past: work.past.slice(0, -1), stroke: null, chosen: null } : work;
}

export const choose = (work: Work, number: number | null): Work => ({ ...work, chosen: number, stroke: null });

/** The open mark, where `at_ms` is so near that its edge is meant; else a new one is. */
export function meant({ marks, chosen, begun_ms }: Work, edge: Edge, at_ms: number): number | null {
  const mark = chosen === null || begun_ms !== null ? undefined : marks.spans[chosen];
  if (!mark) return null;
  const [before, behind] = edge === 'start_ms' ? [near_ms, 0] : [0, near_ms];
  return mark.start_ms - before <= at_ms && at_ms <= mark.end_ms + behind ? chosen : null;
}

/** They begin to speak here: the open mark's start, or a new mark that waits for its end. */
export function startHere(work: Work, at_ms: number, whole_ms: number): Work {
  const number = meant(work, 'start_ms', at_ms);
  if (number !== null) return moveEdge(work, number, 'start_ms', at_ms, whole_ms);
  return { ...work, begun_ms: Math.min(at_ms, whole_ms), chosen: null, stroke: null };
}

/** They stop here: the new mark is set, or the open one ends. */
export function endHere(work: Work, at_ms: number, whole_ms: number): Work {
  const { begun_ms } = work;
  if (begun_ms === null) {
    const number = meant(work, 'end_ms', at_ms);
    return number === null ? work : moveEdge(work, number, 'end_ms', at_ms, whole_ms);
  }
  const [start_ms, end_ms] = [Math.min(begun_ms, at_ms), Math.min(whole_ms, Math.max(begun_ms, at_ms))];
  return end_ms - start_ms < shortest_ms ? work : add(work, { start_ms, end_ms });
}

export const giveUp = (work: Work): Work => ({ ...work, begun_ms: null });

/** The number of the first mark that some of these words are in. */
export function markOn(marks: Marks, chosen: Span, { words, places, whole_ms }: Ground): number | null {
  const said = words.slice(chosen.from, chosen.to + 1);
  const found =
    whole_ms === null
      ? passagesOf(marks.word_spans, places).findIndex(({ from, to }) => from <= chosen.to && to >= chosen.from)
      : marks.spans.findIndex((mark) => said.some((word) => soundsIn(word, mark)));
  return found < 0 ? null : found;
}
