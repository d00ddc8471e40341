// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { pageBy, swipedPages } from './paging.ts';

test('behind the last question comes the first, and before the first the last', () => {
  expect([pageBy(2, 1, 3), pageBy(0, -1, 3), pageBy(1, 0, 3), pageBy(0, 1, 0)]).toEqual([0, 2, 1, 0]);
});

test.each([
  ['to the left', -80, 4, false, 1],
  ['to the right', 80, 4, false, -1],
  ['to the left where one reads from the right', -80, 4, true, -1],
  ['to the right where one reads from the right', 80, 4, true, 1],
  ['too short', -20, 0, false, 0],
  ['while scrolling', -60, 90, false, 0],
] as const)('a stroke %s', (_how, across, down, mirrored, pages) => {
  expect(swipedPages(across, down, mirrored)).toBe(pages);
});
