// SPDX-License-Identifier: Apache-2.0
import { deleteStory } from '../outbox/deleting.ts';
import { outbox } from '../outbox/outbox.svelte.ts';
import { withDatabase } from '../phone/database.ts';
import { forgetReceived, waitingSounds } from '../received/received.ts';
import { alive, lockOf } from '../record/lock.ts';
import { people } from './people.svelte.ts';

/** Whoever holds the phone is no longer one of those who use it. False where a story of theirs is being recorded in another window. */
export async function removeHolder(): Promise<boolean> {
  const { profile } = people;
  const stories = outbox.mine.map(({ story }) => story.story_id);
  const living = await alive();
  if (!profile || stories.some((story_id) => living.has(lockOf(story_id)))) return false;
  const { profile_id } = profile;
  const sounds = (await waitingSounds()).filter((sound) => sound.profile_id === profile_id);
  for (const story_id of stories) await deleteStory(story_id);
  for (const { received_id } of sounds) await forgetReceived(received_id);
  await withDatabase((database) => database.delete('profiles', profile_id));
  await people.handOver();
  people.profiles = people.profiles.filter((one) => one !== profile);
  return true;
}
