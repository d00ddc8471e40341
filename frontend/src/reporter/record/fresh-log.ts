// SPDX-License-Identifier: Apache-2.0
import { withDatabase } from '../phone/database.ts';

const pieceBytes = 60_000;
const pieces = 84;
const ballast = '';

/**
 * Makes the browser begin a new log for what it writes. A browser that was killed in the middle of a write leaves half a record at the
 * end of its log; Chromium goes on writing behind it, finds the log broken at the start after the next, and throws away the whole
 * database. Five megabytes in and out again make it leave the old log behind. Where there is no room, it stays as it was.
 */
export async function freshLog(): Promise<void> {
  const bytes = new ArrayBuffer(pieceBytes);
  await withDatabase(async (database) => {
    const filling = database.transaction('chunks', 'readwrite', { durability: 'relaxed' });
    for (let place = 0; place < pieces; place += 1) {
      void filling.store.put({ bytes, until_ms: 0, height: 0 }, [ballast, place]).catch(() => undefined);
    }
    await filling.done;
  }).catch(() => undefined);
  const range = IDBKeyRange.bound([ballast, 0], [ballast, Infinity]);
  await withDatabase((database) => database.delete('chunks', range)).catch(() => undefined);
}
