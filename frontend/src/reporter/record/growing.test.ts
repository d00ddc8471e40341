// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { GrowingThread } from './growing.ts';

test('a short story has a stitch for every second', () => {
  expect(new GrowingThread([0.1, 0.5, 0.3]).heights).toEqual([0.1, 0.5, 0.3]);
});

test('two hours are a short thread in which the loudest moment still stands', () => {
  const thread = new GrowingThread();
  for (let second = 0; second < 7_200; second += 1) thread.add(second === 5_000 ? 1 : 0.2);
  expect(thread.heights.length).toBeLessThan(480);
  expect(thread.heights.length).toBeGreaterThanOrEqual(240);
  expect(thread.heights.filter((height) => height === 1)).toHaveLength(1);
});
