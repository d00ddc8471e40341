// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { uuid7 } from '../../shared/uuid7.ts';
import type { Part, Story } from '../phone/database.ts';
import { forgetPart, forgetStory, happen, putChunk, putPart } from '../phone/stories.ts';
import { holdStory } from '../record/lock.ts';
import { heard } from './sound-file.ts';

const pieceBytes = 256 * 1024;

/** Cuts the sound into chunks, one in memory at a time, and hashes it on the way. */
async function cut(sound: Blob, part: Part): Promise<void> {
  const hash = sha256.create();
  for (let from = 0, place = 0; from < sound.size; from += pieceBytes, place += 1) {
    const to = Math.min(from + pieceBytes, sound.size);
    const bytes = await sound.slice(from, to).arrayBuffer();
    hash.update(new Uint8Array(bytes));
    const until_ms = Math.round((part.duration_ms * to) / sound.size);
    await putChunk(part.part_id, place, { bytes, until_ms, height: part.heights[0] ?? 0 });
  }
  await putPart({ ...part, closed: { bytes: sound.size, sha256: bytesToHex(hash.digest()) } });
}

async function partFrom(sound: Blob, story_id: string): Promise<void> {
  const part: Part = {
    part_id: uuid7(),
    story_id,
    media_type: sound.type,
    source: 'file',
    began_at: new Date().toISOString(),
    gap_before_ms: 0,
    ...(await heard(sound)),
    closed: null,
  };
  try {
    await putPart(part);
    await cut(sound, part);
  } catch (reason) {
    await forgetPart(part.part_id).catch(() => undefined);
    throw reason;
  }
}

/** A new story that is this sound. All of it is on the disk when this returns; nothing of it when it fails. */
export async function keepAsStory(sound: Blob, keep: () => Promise<Story>): Promise<string> {
  const { story_id } = await keep();
  const release = await holdStory(story_id);
  try {
    await partFrom(sound, story_id);
    await happen(story_id, { event: 'stopped' });
    return story_id;
  } catch (reason) {
    await forgetStory(story_id, false).catch(() => undefined);
    throw reason;
  } finally {
    release();
  }
}

/** The sound as the next part of a story that is on the phone. */
export async function keepAsPart(sound: Blob, story_id: string): Promise<void> {
  const release = await holdStory(story_id);
  try {
    await partFrom(sound, story_id);
  } finally {
    release();
  }
}
