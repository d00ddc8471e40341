// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { chunkAt, chunkPlaces } from '../phone/stories.ts';

/** Hashes chunk by chunk, so that an hour of speech never lies in memory at once. */
export async function hashOf(part_id: string): Promise<{ bytes: number; sha256: string }> {
  const hash = sha256.create();
  let bytes = 0;
  for (const place of await chunkPlaces(part_id)) {
    const chunk = await chunkAt(place);
    hash.update(new Uint8Array(chunk.bytes));
    bytes += chunk.bytes.byteLength;
  }
  return { bytes, sha256: bytesToHex(hash.digest()) };
}
