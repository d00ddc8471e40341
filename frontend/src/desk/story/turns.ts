// SPDX-License-Identifier: Apache-2.0
import type { Redaction, Word } from './story.ts';

/** A stretch of one voice that is read and corrected as a whole. `first` is its first word's place in the story. */
export type Turn = { first: number; words: Word[]; speaker: string | null };
/** Places of the first and the last word, both within. */
export type Span = { from: number; to: number };

const fewest = 12;
const enough = 45;
const most = 120;
const pause_ms = 1500;
const endsSentence = /[.!?…。؟۔।]["'»”)]*$/;

/** Words by speaker, and where one voice speaks on, by pauses and the ends of sentences. */
export function turnsOf(words: readonly Word[]): Turn[] {
  const turns: Turn[] = [];
  words.forEach((word, place) => {
    const turn = turns.at(-1);
    if (!turn || begins(turn, word)) turns.push({ first: place, words: [word], speaker: word.speaker });
    else turn.words.push(word);
  });
  return turns;
}

function begins(turn: Turn, word: Word): boolean {
  const last = turn.words.at(-1);
  if (!last || turn.speaker !== word.speaker || turn.words.length >= most) return true;
  if (!endsSentence.test(last.text)) return false;
  const gap = (word.start_ms ?? 0) - (last.end_ms ?? 0);
  return turn.words.length >= enough || (turn.words.length >= fewest && gap > pause_ms);
}

export function placesById(words: readonly Word[]): Map<string, number> {
  return new Map(words.map((word, place) => [word.id, place]));
}

/** Where a range of word ids lies; nothing when its words are gone. */
export function spanOf(
  range: { from_word: string | null; to_word: string | null },
  places: ReadonlyMap<string, number>,
): Span | null {
  const from = places.get(range.from_word ?? '');
  const to = places.get(range.to_word ?? '');
  return from === undefined || to === undefined ? null : { from, to };
}

/** The redaction that covers each word, by the word's place; sound-only redactions cover what is spoken in them. */
export function inked(
  words: readonly Word[],
  redactions: readonly Redaction[],
  places: ReadonlyMap<string, number>,
): Map<number, Redaction> {
  const covered = new Map<number, Redaction>();
  for (const redaction of redactions) {
    const span = whereInked(words, redaction, places);
    if (!span) continue;
    for (let place = span.from; place <= span.to; place += 1) {
      if (!covered.has(place)) covered.set(place, redaction);
    }
  }
  return covered;
}

/** Where a redaction lies, by its words or by what is spoken in its sound. */
export const whereInked = (
  words: readonly Word[],
  redaction: Redaction,
  places: ReadonlyMap<string, number>,
): Span | null => spanOf(redaction, places) ?? spokenIn(words, redaction);

type Times = { start_ms: number | null; end_ms: number | null };

/** When a redaction or quote is said; nothing where it is only written. */
export function timesOf(
  range: Times & { from_word: string | null; to_word: string | null },
  words: readonly Word[],
  places: ReadonlyMap<string, number>,
): { start_ms: number; end_ms: number } | null {
  const span = spanOf(range, places);
  const start_ms = range.start_ms ?? (span && words[span.from]?.start_ms) ?? null;
  const end_ms = range.end_ms ?? (span && words[span.to]?.end_ms) ?? null;
  return start_ms === null || end_ms === null ? null : { start_ms, end_ms };
}

function spokenIn(words: readonly Word[], { start_ms, end_ms }: Times): Span | null {
  if (start_ms === null || end_ms === null) return null;
  const touches = (word: Word): boolean => (word.start_ms ?? 0) < end_ms && (word.end_ms ?? 0) > start_ms;
  const from = words.findIndex(touches);
  return from < 0 ? null : { from, to: words.findLastIndex(touches) };
}

/** The place of the word being spoken at `at_ms`, or -1 before the first. */
export function wordAt(words: readonly Word[], at_ms: number): number {
  let [low, high] = [0, words.length - 1];
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start_ms ?? Infinity) <= at_ms) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}
