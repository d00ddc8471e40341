// SPDX-License-Identifier: Apache-2.0
import { phone } from '../phone/phone.svelte.ts';
import { codesOf, forgetStory, story } from '../phone/stories.ts';
import * as door from './door.ts';

/** Only what has not wholly arrived: one that has is its teller's to take back, with the code, and not this phone's to delete. */
async function takeBackUnfinished(token: string, story_id: string, code: string): Promise<void> {
  const held = await door.heldStory(token, story_id);
  const isWhole = held.recordings.every(({ state }) => state === 'kept');
  if (held.status === 'awaiting_recording' && !isWhole) await door.takeBackBy(code);
}

/**
 * The story is gone from this phone when this returns. What the server has of it by then is taken back behind it, where there is a network:
 * one yes to taking back is enough for a story that never arrived, whoever else speaks in it.
 */
export async function deleteStory(story_id: string): Promise<void> {
  const [kept, [code]] = await Promise.all([story(story_id), codesOf(story_id)]);
  const token = phone.membership?.device_token;
  await forgetStory(story_id, false);
  const isKnownThere = kept?.sent_title !== undefined;
  if (!isKnownThere || !code || token === undefined || !navigator.onLine) return;
  void takeBackUnfinished(token, story_id, code.code).catch(() => undefined);
}
