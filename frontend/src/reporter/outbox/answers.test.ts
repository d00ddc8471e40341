// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { Answered, Unreachable } from '../../shared/tus.ts';
import { meaningOf, NoWifi, pauseBefore } from './answers.ts';

const answered = (status: number, slug = '', retryAfter_ms?: number) =>
  new Answered(status, slug, 'In words.', retryAfter_ms);
const askAgain = (otherwise: object) => ({ then: 'ask_again', otherwise });

test.each([
  [new Unreachable('no answer'), { then: 'wait', why: 'network', all: true }],
  [new Unreachable('not our server'), { then: 'wait', why: 'portal', all: true }],
  [new TypeError('fetch failed'), { then: 'wait', why: 'network' }],
  [new NoWifi(), { then: 'wait', why: 'wifi', all: true }],
  [answered(507, 'storage-full', 1000), { then: 'wait', why: 'full', all: true, retryAfter_ms: 1000 }],
  [answered(503, 'unavailable'), { then: 'wait', why: 'server', all: false }],
  [answered(500), { then: 'wait', why: 'server', all: false }],
  [answered(429, 'rate-limited'), { then: 'wait', why: 'server', all: true }],
  [answered(429, 'quota-exceeded', 9000), { then: 'wait', why: 'quota', all: true, retryAfter_ms: 9000 }],
  [answered(423, 'upload-locked'), { then: 'wait', why: 'server', all: false }],
  [answered(408, 'timeout'), { then: 'wait', why: 'network', all: false }],
  [answered(409, 'upload-offset-conflict'), askAgain({ then: 'wait', why: 'server' })],
  [answered(409, 'upload-finished'), askAgain({ then: 'wait', why: 'server' })],
  [answered(410, 'upload-expired'), askAgain({ then: 'wait', why: 'server' })],
  [answered(460, 'upload-checksum-mismatch'), askAgain({ then: 'wait', why: 'server' })],
  [answered(404, 'not-found'), askAgain({ then: 'needs_you', slug: 'not-found' })],
  [answered(422, 'upload-checksum-mismatch'), askAgain({ then: 'needs_you', slug: 'upload-checksum-mismatch' })],
  [answered(401, 'auth-invalid'), { then: 'needs_you', slug: 'auth-invalid', detail: 'In words.', all: true }],
  [answered(401), { then: 'needs_you', slug: 'auth-invalid', all: true }],
  [answered(401, 'auth-required'), { then: 'needs_you', slug: 'auth-invalid', all: true }],
  [answered(410, 'story-erased'), { then: 'wipe' }],
  [answered(410, 'upload-of-erased-story'), { then: 'wipe' }],
  [answered(410, 'invite-expired'), { then: 'needs_you', slug: 'invite-expired' }],
  [answered(404, 'invite-invalid'), { then: 'needs_you', slug: 'invite-invalid' }],
  [answered(409, 'idempotency-mismatch'), { then: 'needs_you', slug: 'idempotency-mismatch', all: false }],
  [answered(409, 'consent-missing'), { then: 'needs_you', slug: 'consent-missing' }],
  [answered(413, 'media-too-large'), { then: 'needs_you', slug: 'media-too-large' }],
  [answered(415, 'media-type-mismatch'), { then: 'needs_you', slug: 'media-type-mismatch' }],
  [answered(422, 'media-empty'), { then: 'needs_you', slug: 'media-empty' }],
  [answered(418), { then: 'needs_you', slug: 'http-418' }],
  [new RangeError('a chunk is missing'), { then: 'needs_you', slug: 'not-whole' }],
])('%s is understood', (reason, meaning) => {
  expect(meaningOf(reason)).toMatchObject(meaning);
});

test('no server can make the phone wait for years', () => {
  expect(meaningOf(answered(507, 'storage-full', 1e12))).toMatchObject({ retryAfter_ms: 3_600_000 });
});

test('the phone tries again soon at first and never more than five minutes apart', () => {
  expect(pauseBefore(0, 0.5)).toBe(2_000);
  expect(pauseBefore(3, 0.5)).toBe(16_000);
  expect(pauseBefore(20, 0.5)).toBe(300_000);
  expect(pauseBefore(20, 1)).toBeLessThanOrEqual(330_000);
});
