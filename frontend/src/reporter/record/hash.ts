// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { chunksInTurn } from '../phone/stories.ts';

/** Hashes a handful of chunks at a time, so that an hour of speech never lies in memory at once. */
export async function hashOf(part_id: string): Promise<{ bytes: number; sha256: string }> {
  const hash = sha256.create();
  let bytes = 0;
  for await (const chunk of chunksInTurn(part_id)) {
    hash.update(new Uint8Array(chunk.bytes));
    bytes += chunk.bytes.byteLength;
  }
  return { bytes, sha256: bytesToHex(hash.digest()) };
}
