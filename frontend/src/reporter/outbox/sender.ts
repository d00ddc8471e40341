// SPDX-License-Identifier: Apache-2.0
import type { HeldStory } from '../../shared/api/reporter-wire.ts';
import { send, type Line } from '../../shared/tus.ts';
import { setting, type Part, type Story } from '../phone/database.ts';
import { bytesOf, soundOf, codesOf, forgetStory, happen, partsOf, putPart, stories } from '../phone/stories.ts';
import { meaningOf } from './answers.ts';
import * as door from './door.ts';
import { mayBeSent } from './draft.ts';
import { letterOf } from './letter.ts';

/** What is left to do after trying: nothing, or to try again, at the earliest after `retryAfter_ms`. */
export type Outcome = { left: number; retryAfter_ms: number | undefined };

const mostRounds = 3;

const hexOf = (hash: ArrayBuffer): string =>
  Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Hashed when the part was closed and again now: what the disk has changed in between is not sent under the old hash. */
async function checked(part: Part): Promise<Part> {
  const sound = await (await soundOf(part)).arrayBuffer();
  const now = { bytes: sound.byteLength, sha256: hexOf(await crypto.subtle.digest('SHA-256', sound)) };
  if (part.closed?.sha256 === now.sha256 && part.closed.bytes === now.bytes) return part;
  const corrected = { ...part, closed: now };
  await putPart(corrected);
  return corrected;
}

async function sendSound(token: string, story: Story, parts: readonly Part[], first: HeldStory): Promise<void> {
  let before = 0;
  for (const part of parts) {
    const held = first.recordings.find(({ recording_id }) => recording_id === part.part_id);
    const bytes = part.closed?.bytes ?? 0;
    const sentBefore = before;
    before += bytes;
    if (held?.state === 'kept' || !part.closed) continue;
    const line: Line = {
      fetch: (input, init) => fetch(input, init),
      collection: '/api/uploads',
      authorization: `Bearer ${token}`,
      onHeld: (sent) => void happen(story.story_id, { event: 'held', sent: sentBefore + sent }),
    };
    const sound = {
      recordingId: part.part_id,
      bytes,
      sha256: part.closed.sha256,
      mediaType: part.media_type,
      read: (from: number, to: number) => bytesOf(part.part_id, from, to),
    };
    const begun = held?.state === 'partial' ? held.upload_url : undefined;
    await send(line, sound, begun ?? undefined);
  }
}

/** True when the server keeps every part with the hash that was made here. */
const keepsAll = (held: HeldStory, parts: readonly Part[]): boolean =>
  parts.every((part) =>
    held.recordings.some(
      ({ recording_id, state, sha256 }) =>
        recording_id === part.part_id && state === 'kept' && sha256 === part.closed?.sha256,
    ),
  );

async function sendStory(token: string, story: Story): Promise<boolean> {
  const parts = await Promise.all((await partsOf(story.story_id)).map(checked));
  const letter = letterOf(story, parts, await codesOf(story.story_id));
  const bytes = parts.reduce((sum, { closed }) => sum + (closed?.bytes ?? 0), 0);
  const before = await door.putStory(token, story.story_id, letter);
  await happen(story.story_id, { event: 'line_found', bytes });
  await sendSound(token, story, parts, before);
  const held = await door.heldStory(token, story.story_id);
  if (!keepsAll(held, parts)) return false;
  await happen(story.story_id, { event: 'kept' });
  await forgetStory(story.story_id, true);
  return true;
}

async function trySending(token: string, story: Story): Promise<Outcome> {
  const done = { left: 0, retryAfter_ms: undefined };
  for (let round = 0; round < mostRounds; round += 1) {
    try {
      if (await sendStory(token, story)) return done;
    } catch (reason) {
      const meaning = meaningOf(reason);
      if (meaning.then === 'wipe') {
        await forgetStory(story.story_id, false);
        return done;
      }
      if (meaning.then === 'needs_you') {
        await happen(story.story_id, { event: 'refused', slug: meaning.slug, detail: meaning.detail });
        return done;
      }
      if (meaning.then === 'wait') {
        await happen(story.story_id, { event: 'line_lost', why: meaning.why });
        return { left: 1, retryAfter_ms: meaning.retryAfter_ms };
      }
    }
  }
  await happen(story.story_id, { event: 'line_lost', why: 'server' });
  return { left: 1, retryAfter_ms: undefined };
}

/**
 * Sends every story that has been handed over, one sender at a time among all tabs and the worker. What was refused is tried again
 * only when a person asks (`insist`).
 */
export async function sendAll(insist = false): Promise<Outcome> {
  return navigator.locks.request('send', { ifAvailable: true }, async (lock) => {
    const nothing: Outcome = { left: 0, retryAfter_ms: undefined };
    const membership = await setting('membership');
    if (!lock || !membership) return nothing;
    const ready = (await stories()).filter(({ draft }) => mayBeSent(draft) && (insist || draft.state !== 'needs_you'));
    const outcomes: Outcome[] = [];
    for (const story of ready) outcomes.push(await trySending(membership.device_token, story));
    const pauses = outcomes.flatMap(({ retryAfter_ms }) => retryAfter_ms ?? []);
    return {
      left: outcomes.reduce((sum, { left }) => sum + left, 0),
      retryAfter_ms: pauses.length > 0 ? Math.max(...pauses) : undefined,
    };
  });
}
