// SPDX-License-Identifier: Apache-2.0
import type { Part } from '../phone/database.ts';
import { putPart } from '../phone/stories.ts';
import { hashOf } from '../record/hash.ts';
import { sendAll, type Outcome } from './sender.ts';

export { settleBrokenOff } from './sender.ts';

/** Hashed when the part was closed and again now: what the disk has changed in between is not sent under the old hash. */
async function checked(part: Part): Promise<Part> {
  const now = await hashOf(part.part_id);
  if (now.bytes === 0) throw new RangeError('a part without a sound');
  if (part.closed?.sha256 === now.sha256 && part.closed.bytes === now.bytes) return part;
  const corrected = { ...part, closed: now };
  await putPart(corrected);
  return corrected;
}

/** Sends from a page, which leaves it to another sender where there is one. */
export const sendHere = (insist: boolean): Promise<Outcome> => sendAll({ insist, queue: false, check: checked });
