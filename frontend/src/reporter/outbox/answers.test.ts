// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { Answered, Unreachable } from '../../shared/tus.ts';
import { meaningOf, pauseBefore } from './answers.ts';

const answered = (status: number, slug = '', retryAfter_ms?: number) =>
  new Answered(status, slug, 'In words.', retryAfter_ms);

test.each([
  [new Unreachable('no answer'), { then: 'wait', why: 'network' }],
  [new Unreachable('not our server'), { then: 'wait', why: 'portal' }],
  [new TypeError('fetch failed'), { then: 'wait', why: 'network' }],
  [answered(507, 'storage-full', 1000), { then: 'wait', why: 'full', retryAfter_ms: 1000 }],
  [answered(503), { then: 'wait', why: 'server' }],
  [answered(429, 'rate-limited'), { then: 'wait', why: 'server' }],
  [answered(423), { then: 'wait', why: 'server' }],
  [answered(408), { then: 'wait', why: 'server' }],
  [answered(460), { then: 'ask_again' }],
  [answered(401, 'auth-invalid'), { then: 'needs_you', slug: 'auth-invalid', detail: 'In words.' }],
  [answered(410, 'story-erased'), { then: 'wipe' }],
  [answered(410, 'upload-of-erased-story'), { then: 'wipe' }],
  [answered(409, 'idempotency-mismatch'), { then: 'needs_you', slug: 'idempotency-mismatch' }],
  [answered(413, 'too-large'), { then: 'needs_you', slug: 'too-large' }],
  [answered(418), { then: 'needs_you', slug: 'http-418' }],
])('%s is understood', (reason, meaning) => {
  expect(meaningOf(reason)).toMatchObject(meaning);
});

test('the phone tries again soon at first and never more than five minutes apart', () => {
  expect(pauseBefore(0, 0.5)).toBe(2_000);
  expect(pauseBefore(3, 0.5)).toBe(16_000);
  expect(pauseBefore(20, 0.5)).toBe(300_000);
  expect(pauseBefore(20, 1)).toBeLessThanOrEqual(330_000);
});
