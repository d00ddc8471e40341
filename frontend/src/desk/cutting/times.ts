// SPDX-License-Identifier: Apache-2.0
/** From here to there, in milliseconds of the whole original. */
export type Times = { start_ms: number; end_ms: number };

const slack_ms = 250;

/** As one line: in order, apart, gaps up to `slack` closed. */
export function joined(stretches: readonly Times[], slack = 0): Times[] {
  const made: Times[] = [];
  const inOrder = stretches.filter(({ start_ms, end_ms }) => start_ms < end_ms).sort((a, b) => a.start_ms - b.start_ms);
  for (const { start_ms, end_ms } of inOrder) {
    const last = made.at(-1);
    if (last && start_ms <= last.end_ms + slack) last.end_ms = Math.max(last.end_ms, end_ms);
    else made.push({ start_ms, end_ms });
  }
  return made;
}

export const lengthOf = (stretches: readonly Times[]): number =>
  stretches.reduce((sum, { start_ms, end_ms }) => sum + end_ms - start_ms, 0);

/** What nobody has played of the whole; players say where they are only a few times a second. */
export function unheardOf(whole_ms: number, heard: readonly Times[]): Times[] {
  const gaps: Times[] = [];
  let at = 0;
  for (const { start_ms, end_ms } of joined(heard, slack_ms)) {
    if (start_ms > at + slack_ms) gaps.push({ start_ms: at, end_ms: Math.min(start_ms, whole_ms) });
    at = Math.max(at, end_ms);
  }
  if (whole_ms > at + slack_ms) gaps.push({ start_ms: at, end_ms: whole_ms });
  return gaps;
}

/** The stretch that comes next from `at_ms` on; after the last one the first. */
export const nextFrom = (stretches: readonly Times[], at_ms: number): Times | null =>
  stretches.find(({ end_ms }) => end_ms > at_ms + slack_ms) ?? stretches[0] ?? null;

/** A place in a sound to a tenth of a second: 0:07.3, 61:02.0. */
export function precise(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${minutes}:${String(Math.floor(rest / 10)).padStart(2, '0')}.${rest % 10}`;
}

const western = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** What somebody wrote for a place in the sound, `1:02.3` or `62.3`; null where it cannot be one. */
export function placeIn(text: string): number | null {
  const found = /^\s*(?:(?:(\d+):)?(\d{1,3}):)?(\d{1,5})(?:[.,٫](\d{1,3}))?\s*$/.exec(western(text));
  if (!found) return null;
  const [, hours = '0', minutes, seconds = '0', part = ''] = found;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  return ((Number(hours) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds)) * 1000 + Number(part.padEnd(3, '0'));
}
