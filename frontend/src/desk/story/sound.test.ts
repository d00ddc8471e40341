// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { flawsIn, isBeingTried, lastTried } from './sound.ts';
import type { Story } from './story.ts';

const part = (state: string, ...flags: string[]): Story['recordings'][number] => ({
  recording_id: `${state}${flags.join('')}`,
  duration_ms: null,
  bytes: 1,
  state,
  flags,
});
const storyOf = (recordings: Story['recordings'], ...actions: string[]): Story =>
  ({
    recordings,
    history: actions.map((action, minute) => ({ at: `2026-11-24T10:0${minute}:00Z`, action, actor: '' })),
  }) as Partial<Story> as Story;

test('a facilitator reads what is wrong with each recording, once for all with the same trouble', () => {
  const recordings = [
    part('kept', 'truncated'),
    part('quarantined', 'media-too-long'),
    part('quarantined', 'truncated', 'media-too-long'),
    part('quarantined', 'media-empty'),
  ];
  expect(flawsIn(storyOf(recordings))).toEqual([
    { saying: 'desk-sound-shut-media-too-long', count: 2 },
    { saying: 'desk-sound-shut-media-empty', count: 1 },
  ]);
});

test('trouble that has no words yet is said as sound that could not be opened', () => {
  expect(flawsIn(storyOf([part('quarantined', 'media-haunted')]))).toEqual([
    { saying: 'desk-sound-shut-media-undecodable', count: 1 },
  ]);
});

test('sound is being tried until the house says how it went', () => {
  const trying = (...actions: string[]): boolean => isBeingTried(storyOf([], ...actions));
  expect(trying()).toBe(false);
  expect(trying('sound_shut')).toBe(false);
  expect(trying('sound_shut', 'sound_tried_again', 'read_story')).toBe(true);
  expect(trying('sound_shut', 'sound_tried_again', 'sound_shut')).toBe(false);
  expect(trying('sound_shut', 'sound_tried_again', 'sound_ready')).toBe(false);
});

test('the last try is told, not the first', () => {
  expect(lastTried(storyOf([], 'sound_shut'))).toBeNull();
  expect(lastTried(storyOf([], 'sound_tried_again', 'sound_shut', 'sound_tried_again'))).toBe('2026-11-24T10:02:00Z');
});
