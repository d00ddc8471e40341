// SPDX-License-Identifier: Apache-2.0
import type { Part, Story } from '../phone/database.ts';
import {
  changeStory,
  chunks,
  forgetPart,
  forgetStory,
  openParts,
  partsOf,
  putPart,
  stories,
} from '../phone/stories.ts';
import { step } from '../outbox/draft.ts';
import { hashOf } from './hash.ts';
import { lockOf } from './recorder.ts';

async function close(part: Part): Promise<void> {
  const found = await chunks(part.part_id);
  if (found.length === 0) return forgetPart(part.part_id);
  const heights = found.map(({ height }) => height);
  const duration_ms = found.at(-1)?.until_ms ?? 0;
  await putPart({ ...part, heights, duration_ms, closed: await hashOf(part.part_id) });
}

async function settle(story: Story): Promise<void> {
  const parts = await partsOf(story.story_id);
  if (parts.length === 0) return forgetStory(story.story_id, false);
  await changeStory(story.story_id, (now) => ({ ...now, rescued: true, draft: step(now.draft, { event: 'stopped' }) }));
}

/**
 * Closes what was being recorded when the app was stopped: seconds on the disk without a living recorder's lock. A story of which not
 * one second was saved is forgotten. Every tab may call this: the lock `rescue` lets one of them do it.
 */
export async function rescue(): Promise<void> {
  await navigator.locks.request('rescue', async () => {
    const { held = [] } = await navigator.locks.query();
    const alive = new Set(held.map(({ name }) => name));
    const isAlive = (story_id: string): boolean => alive.has(lockOf(story_id));
    for (const part of (await openParts()).filter(({ story_id }) => !isAlive(story_id))) await close(part);
    const broken = (await stories()).filter(({ draft, story_id }) => draft.state === 'recording' && !isAlive(story_id));
    for (const story of broken.filter(({ medium }) => medium === 'audio')) await settle(story);
  });
}
