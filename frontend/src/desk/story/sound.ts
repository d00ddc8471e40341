// SPDX-License-Identifier: Apache-2.0
import type { Story } from './story.ts';

const problems = ['media-undecodable', 'media-too-long', 'media-encrypted', 'media-empty'];

/** A sentence's key, and of how many recordings it is said. */
export type Flaw = { saying: string; count: number };

/** What is wrong with the recordings that could not be opened. */
export function flawsIn({ recordings }: Story): Flaw[] {
  const counts = new Map<string, number>();
  for (const { state, flags } of recordings) {
    if (state !== 'quarantined') continue;
    const problem = flags.find((flag) => problems.includes(flag)) ?? 'media-undecodable';
    counts.set(problem, (counts.get(problem) ?? 0) + 1);
  }
  return [...counts].map(([problem, count]) => ({ saying: `desk-sound-shut-${problem}`, count }));
}

const tried = 'sound_tried_again';
const ends = [tried, 'sound_ready', 'sound_shut'];

/** Whether the recordings that could not be opened are being tried again at this moment. */
export const isBeingTried = ({ history }: Story): boolean =>
  history.findLast(({ action }) => ends.includes(action))?.action === tried;

/** When somebody had them tried again last. */
export const lastTried = ({ history }: Story): string | null =>
  history.findLast(({ action }) => action === tried)?.at ?? null;
