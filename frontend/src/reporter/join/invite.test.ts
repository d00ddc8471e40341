// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { inviteIn } from './invite.ts';

test.each([
  ['https://stories.example/r/#/join/abc_DEF-1', 'abc_DEF-1'],
  ['  abc_DEF-1 ', 'abc_DEF-1'],
  ['abc_\nDEF-1', 'abc_DEF-1'],
  ['#/join/abc', 'abc'],
  ['', ''],
])('an invitation pasted as %j is understood', (pasted, invite) => {
  expect(inviteIn(pasted)).toBe(invite);
});
