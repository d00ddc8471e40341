// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { secondsAgo } from './seconds.ts';

test('how long ago a page was saved is said in steps one can read', () => {
  expect(secondsAgo(1_200, 'en')).toBe('now');
  expect(secondsAgo(13_900, 'en')).toBe('10 seconds ago');
  expect(secondsAgo(125_000, 'en')).toBe('2 minutes ago');
  expect(secondsAgo(-500, 'en')).toBe('now');
});
