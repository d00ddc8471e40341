// SPDX-License-Identifier: Apache-2.0
import type { Segment, Word } from './story.ts';
import { spanOf, type Span } from './turns.ts';

/** A stretch that the machine may have got wrong, why, and when it is said. */
export type Doubt = Span & { flags: string[]; start_ms: number; end_ms: number };

/** In the order told; neighbours that are doubted for the same reasons are one stretch. */
export function doubtsOf(segments: readonly Segment[], places: ReadonlyMap<string, number>): Doubt[] {
  const doubts: Doubt[] = [];
  for (const { first_word, last_word, flags, start_ms, end_ms } of segments) {
    const span = flags.length ? spanOf({ from_word: first_word, to_word: last_word }, places) : null;
    if (!span) continue;
    const before = doubts.at(-1);
    if (before?.to === span.from - 1 && before.flags.join() === flags.join()) {
      before.to = span.to;
      before.end_ms = end_ms;
    } else doubts.push({ ...span, flags, start_ms, end_ms });
  }
  return doubts;
}

/** The places of the doubted words; one that a person wrote is nobody's invention. */
export function doubtful(doubts: readonly Doubt[], words: readonly Word[]): Set<number> {
  const found = new Set<number>();
  for (const { from, to } of doubts) {
    for (let place = from; place <= to; place += 1) if (words[place]?.probability != null) found.add(place);
  }
  return found;
}

/** The next one after a place, and after the last the first again. */
export const nextDoubt = (doubts: readonly Doubt[], after: number): Doubt | null =>
  doubts.find(({ from }) => from > after) ?? doubts[0] ?? null;
