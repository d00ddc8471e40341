// SPDX-License-Identifier: Apache-2.0
import { Answered, Unreachable } from '../../shared/tus.ts';
import type { Waiting } from './draft.ts';

/** The storyteller wants this to go over Wi-Fi only, and there is none. */
export class NoWifi extends Error {}

/** What stands in the way of a story; with `all` it stands in the way of every other one too. */
export type Trouble =
  | { then: 'wait'; why: Waiting; all: boolean; retryAfter_ms?: number }
  | { then: 'wipe' }
  | { then: 'needs_you'; slug: string; detail: string; all: boolean };

/** Asking once more clears it up, and if it never does, `otherwise`. */
export type Meaning = Trouble | { then: 'ask_again'; otherwise: Trouble };

/** The server no longer knows this phone: it has to join again. */
export const unknownPhone = 'auth-invalid';

const longestRetryAfter_ms = 60 * 60_000;
const erased = new Set(['story-erased', 'upload-of-erased-story']);
const elsewhere = new Set(['upload-offset-conflict', 'upload-finished', 'upload-expired']);
const repeatable = new Set(['not-found', 'upload-checksum-mismatch', 'upload-length-mismatch']);

function waiting(why: Waiting, all: boolean, { retryAfter_ms }: Partial<Answered> = {}): Trouble {
  if (retryAfter_ms === undefined) return { then: 'wait', why, all };
  return { then: 'wait', why, all, retryAfter_ms: Math.min(retryAfter_ms, longestRetryAfter_ms) };
}

/** The server is busy, full, or has had enough of this phone for now. */
function comeBack(answered: Answered): Trouble | undefined {
  const { status, slug } = answered;
  if (status === 507) return waiting('full', true, answered);
  if (status === 429) return waiting(slug === 'quota-exceeded' ? 'quota' : 'server', true, answered);
  if (status === 408) return waiting('network', false, answered);
  if (status >= 500 || status === 423) return waiting('server', false, answered);
  return undefined;
}

/** What a failed attempt means for the story on the phone (the table in the design of the screens, §3). */
export function meaningOf(reason: unknown): Meaning {
  if (reason instanceof NoWifi) return waiting('wifi', true);
  if (reason instanceof Unreachable) return waiting(reason.message === 'not our server' ? 'portal' : 'network', true);
  if (reason instanceof RangeError) return { then: 'needs_you', slug: 'not-whole', detail: '', all: false };
  if (!(reason instanceof Answered)) return waiting('network', false);
  const { status, slug, detail } = reason;
  const patience = comeBack(reason);
  if (patience) return patience;
  if (erased.has(slug)) return { then: 'wipe' };
  if (status === 460 || elsewhere.has(slug)) return { then: 'ask_again', otherwise: waiting('server', false) };
  const all = status === 401;
  const otherwise = { then: 'needs_you', slug: all ? unknownPhone : slug || `http-${status}`, detail, all } as const;
  return repeatable.has(slug) ? { then: 'ask_again', otherwise } : otherwise;
}

const shortest_ms = 2_000;
const longest_ms = 5 * 60_000;

/** How long to wait before trying again: doubling from 2 s to 5 min, with a fifth of chance in it. */
export function pauseBefore(attempt: number, chance = Math.random()): number {
  const pause = Math.min(shortest_ms * 2 ** attempt, longest_ms);
  return Math.round(pause * (0.9 + 0.2 * chance));
}
