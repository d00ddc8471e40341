// SPDX-License-Identifier: Apache-2.0
import { Answered, Unreachable } from '../../shared/tus.ts';
import type { Waiting } from './draft.ts';

export type Meaning =
  | { then: 'wait'; why: Waiting; retryAfter_ms: number | undefined }
  | { then: 'ask_again' }
  | { then: 'wipe' }
  | { then: 'needs_you'; slug: string; detail: string };

const erased = new Set(['story-erased', 'upload-of-erased-story']);
const comeBack = new Set([408, 423, 429]);

/** What a failed attempt means for the story on the phone (the table in the design of the screens, §3). */
export function meaningOf(reason: unknown): Meaning {
  if (reason instanceof Unreachable) {
    const why = reason.message === 'not our server' ? 'portal' : 'network';
    return { then: 'wait', why, retryAfter_ms: undefined };
  }
  if (!(reason instanceof Answered)) return { then: 'wait', why: 'network', retryAfter_ms: undefined };
  const { status, slug, detail, retryAfter_ms } = reason;
  if (status === 507) return { then: 'wait', why: 'full', retryAfter_ms };
  if (status >= 500 || comeBack.has(status)) return { then: 'wait', why: 'server', retryAfter_ms };
  if (erased.has(slug)) return { then: 'wipe' };
  if (status === 460 || (status === 409 && slug === 'upload-offset-mismatch')) return { then: 'ask_again' };
  return { then: 'needs_you', slug: slug === '' ? `http-${status}` : slug, detail };
}

const shortest_ms = 2_000;
const longest_ms = 5 * 60_000;

/** How long to wait before trying again: doubling from 2 s to 5 min, with a fifth of chance in it. */
export function pauseBefore(attempt: number, chance = Math.random()): number {
  const pause = Math.min(shortest_ms * 2 ** attempt, longest_ms);
  return Math.round(pause * (0.9 + 0.2 * chance));
}
