// SPDX-License-Identifier: Apache-2.0
import { ask } from '../doors.ts';

export type GoneVoice = { story_id: string; place: number; since: string };

/** Stories that stay shut because a voice in them was taken back for good. */
export const goneVoices = async (): Promise<GoneVoice[]> =>
  (await ask<{ items: GoneVoice[] }>('/api/desk/gone-voices')).body.items;
