// SPDX-License-Identifier: Apache-2.0
import type { Part, Story } from '../phone/database.ts';
import {
  changeStory,
  chunksInTurn,
  forgetPart,
  forgetStory,
  openParts,
  partsOf,
  putPart,
  stories,
} from '../phone/stories.ts';
import { step } from '../outbox/draft.ts';
import { freshLog } from './fresh-log.ts';
import { hashOf } from './hash.ts';
import { alive, lockOf } from './lock.ts';

let hasBegun = false;

async function close(part: Part): Promise<void> {
  const heights: number[] = [];
  let duration_ms = 0;
  for await (const { height, until_ms } of chunksInTurn(part.part_id)) {
    heights.push(height);
    duration_ms = until_ms;
  }
  if (heights.length === 0) return forgetPart(part.part_id);
  await putPart({ ...part, heights, duration_ms, closed: await hashOf(part.part_id) });
}

async function settle(story: Story): Promise<void> {
  const parts = await partsOf(story.story_id);
  if (parts.length === 0) return forgetStory(story.story_id, false);
  await changeStory(story.story_id, (now) => ({ ...now, rescued: true, draft: step(now.draft, { event: 'stopped' }) }));
}

async function bring(story: Story, open: readonly Part[]): Promise<void> {
  for (const part of open) await close(part);
  if (story.medium === 'audio' && story.draft.state === 'recording') await settle(story);
}

/**
 * Closes what was being recorded when the app was stopped: seconds on the disk without a living recorder's lock. A story of which not
 * one second was saved is forgotten; one that a full disk will not let us close stays as it is until there is room. Every tab may call
 * this: the lock `rescue` lets one of them do it.
 */
export async function rescue(): Promise<void> {
  await navigator.locks.request('rescue', async () => {
    const atStart = !hasBegun;
    hasBegun = true;
    if ((await stories()).length === 0) return;
    const living = await alive();
    if (atStart && ![...living].some((name) => name.startsWith('rec'))) await freshLog();
    const open = await openParts();
    for (const story of (await stories()).filter(({ story_id }) => !living.has(lockOf(story_id)))) {
      const own = open.filter(({ story_id }) => story_id === story.story_id);
      await bring(story, own).catch(() => undefined);
    }
  });
}
