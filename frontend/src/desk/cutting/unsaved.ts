// SPDX-License-Identifier: Apache-2.0
import type { Marks } from './cutting.ts';
import type { Times } from './times.ts';

/** What the server does not have yet: marks with what they were made upon, and stretches that were played. */
type Unsaved = { marks: Marks | null; upon: Marks | null; heard: Times[] };

const all = new Map<string, Unsaved>();

/** One person's own on one story. It outlives the screen, so that a session that ended takes nothing with it. */
export function unsavedOf(person_id: string, story_id: string): Unsaved {
  const key = `${person_id}/${story_id}`;
  const found = all.get(key) ?? { marks: null, upon: null, heard: [] };
  all.set(key, found);
  return found;
}
