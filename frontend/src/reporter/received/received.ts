// SPDX-License-Identifier: Apache-2.0
import { setting, withDatabase, type Received } from '../phone/database.ts';

const longestWait_ms = 7 * 24 * 3_600_000;

/** Puts a sound on the phone, without the name of its file, until somebody says whose voice it is. */
export async function receive(sound: Blob): Promise<string> {
  const received_id = crypto.randomUUID();
  const profile_id = await setting('profile');
  const received = {
    received_id,
    sound: new Blob([sound], { type: sound.type }),
    received_at: new Date().toISOString(),
    ...(profile_id === undefined ? {} : { profile_id }),
  };
  await withDatabase(async (database) => {
    const transaction = database.transaction('received', 'readwrite', { durability: 'strict' });
    await Promise.allSettled([transaction.store.put(received)]);
    await transaction.done;
  });
  return received_id;
}

/** Only what came to the person who holds the phone now. */
const isOwn = (received: Received, profile_id: string | undefined): boolean =>
  received.profile_id === undefined || received.profile_id === profile_id;

export async function receivedSound(id: string): Promise<Received | undefined> {
  const found = await withDatabase((database) => database.get('received', id));
  return found && isOwn(found, await setting('profile')) ? found : undefined;
}

export async function waitingSounds(): Promise<Received[]> {
  const profile_id = await setting('profile');
  const all = await withDatabase((database) => database.getAll('received'));
  return all.filter((received) => isOwn(received, profile_id));
}

export const forgetReceived = (id: string): Promise<void> =>
  withDatabase((database) => database.delete('received', id));

/** What nobody has said a word about for a week; the other app has it still. */
export async function forgetOldSounds(): Promise<void> {
  const all = await withDatabase((database) => database.getAll('received'));
  const old = all.filter(({ received_at }) => Date.now() - Date.parse(received_at) > longestWait_ms);
  await Promise.all(old.map(({ received_id }) => forgetReceived(received_id)));
}
