// SPDX-License-Identifier: Apache-2.0
/** What becomes of a story on this phone. Each state is also its stamp. */
export type Waiting = 'network' | 'server' | 'full' | 'portal' | 'quota' | 'wifi';

export type Draft =
  | { state: 'recording' }
  | { state: 'saved' }
  | { state: 'waiting'; why: Waiting }
  | { state: 'sending'; sent: number; bytes: number }
  | { state: 'arrived' }
  | { state: 'needs_you'; slug: string; detail: string }
  /** All that is left on the phone of a story that was taken back: the news of it. */
  | { state: 'taken_back' };

export type Happened =
  | { event: 'stopped' }
  | { event: 'opened' }
  | { event: 'handed_over' }
  | { event: 'line_found'; bytes: number }
  | { event: 'held'; sent: number }
  | { event: 'line_lost'; why: Waiting }
  | { event: 'refused'; slug: string; detail: string }
  | { event: 'kept' };

export function assertNever(value: never): never {
  throw new TypeError(`nobody thought of ${JSON.stringify(value)}`);
}

/** The next state, or the same one where `happened` means nothing to it. */
export function step(draft: Draft, happened: Happened): Draft {
  switch (happened.event) {
    case 'stopped':
      return draft.state === 'recording' ? { state: 'saved' } : draft;
    case 'opened':
      return draft.state === 'saved' ? { state: 'recording' } : draft;
    case 'handed_over':
      return draft.state === 'saved' ? { state: 'waiting', why: 'network' } : draft;
    case 'line_found':
      return mayBeSent(draft) ? { state: 'sending', sent: 0, bytes: happened.bytes } : draft;
    case 'held':
      return draft.state === 'sending' ? { ...draft, sent: Math.min(happened.sent, draft.bytes) } : draft;
    case 'line_lost':
      return mayBeSent(draft) ? { state: 'waiting', why: happened.why } : draft;
    case 'refused':
      return mayBeSent(draft) ? { state: 'needs_you', slug: happened.slug, detail: happened.detail } : draft;
    case 'kept':
      return draft.state === 'sending' ? { state: 'arrived' } : draft;
    default:
      return assertNever(happened);
  }
}

/** Waiting, broken off while sending, or refused and tried again: these go out. Nothing half told does. */
export const mayBeSent = (draft: Draft): boolean =>
  draft.state === 'waiting' || draft.state === 'sending' || draft.state === 'needs_you';

export const percentSent = (draft: Draft): number =>
  draft.state === 'sending' && draft.bytes > 0 ? Math.floor((100 * draft.sent) / draft.bytes) : 0;
