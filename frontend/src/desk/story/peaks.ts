// SPDX-License-Identifier: Apache-2.0
import { stitches, type Peaks } from '../../shared/audio/thread.ts';
import { ask, Refusal } from '../doors.ts';

export type Rendition = 'original' | 'release';

/** The story's thread, a height for each second; none while there are no peaks. */
export async function peaksOf(story_id: string, rendition: Rendition): Promise<readonly number[]> {
  try {
    return stitches((await ask<Peaks>(`/api/desk/stories/${story_id}/peaks?rendition=${rendition}`)).body);
  } catch (reason) {
    if (reason instanceof Refusal) return [];
    throw reason;
  }
}
