// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { heightsIn, looked, typeOf } from './sound-file.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const limits = { recording_ms: 60_000, recording_bytes: 100 };

test.each([
  ['a voice note of a messenger', 'OggS\0\x02\0\0\0\0\0\0', 'audio/ogg'],
  ['a browser’s own recording', '\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81', 'audio/webm'],
  ['a voice memo of an iPhone', '\0\0\0\x1cftypM4A ', 'audio/mp4'],
  ['an old phone’s recorder', '#!AMR\n<\x91\x17\x16\xbe', 'audio/amr'],
  ['a song without a tag', '\xff\xfb\x90\x64\0\0\0\0\0\0\0\0', 'audio/mpeg'],
  ['a bare AAC stream', '\xff\xf1\x50\x80\0\0\0\0\0\0\0\0', 'audio/aac'],
])('%s is known by its first bytes', (_what, head, type) => {
  expect(typeOf(bytes(head))).toBe(type);
});

test('a picture called sound is no sound', async () => {
  expect(await looked(new Blob([bytes('\x89PNG\r\n\x1a\n\0\0\0\0')], { type: 'audio/ogg' }), limits)).toBe('no-sound');
});

test('an empty file and one over the limit are told apart', async () => {
  expect(await looked(new Blob([]), limits)).toBe('empty');
  expect(await looked(new Blob([bytes('OggS'.padEnd(101, '\0'))]), limits)).toBe('too-large');
});

test('a sound goes on under its true type, whatever the other app called it', async () => {
  const taken = await looked(new Blob([bytes('OggS'.padEnd(60, '\0'))], { type: 'application/x-voice' }), limits);
  expect(taken).toMatchObject({ size: 60, type: 'audio/ogg' });
});

test('each second is as high as its loudest tenth', () => {
  const samples = new Float32Array(250).fill(0);
  samples.fill(0.0625, 100, 110);
  expect(heightsIn(samples, 100)).toEqual([0, expect.closeTo(0.5), 0]);
});
