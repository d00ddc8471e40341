// SPDX-License-Identifier: Apache-2.0
import type { Sound } from '../../shared/api/reporter-wire.ts';

export type Shelf = Pick<Cache, 'keys' | 'match' | 'put' | 'delete'>;
type Fetched = (sound: Sound) => Promise<Response>;

const prefix = 'spoken-';
export const shelfOf = (language: string): string => prefix + language;

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Keeps one file if it is the one that was named; false where it has to be tried again. */
async function keepOne(shelf: Shelf, sound: Sound, fetched: Fetched): Promise<boolean> {
  const answer = await fetched(sound).catch(() => null);
  if (!answer?.ok) return false;
  const bytes = await answer.arrayBuffer().catch(() => null);
  if (!bytes || (await hashOf(bytes)) !== sound.sha256) return false;
  const headers = { 'Content-Type': answer.headers.get('Content-Type') ?? 'audio/mp4' };
  return shelf.put(sound.audio_url, new Response(bytes, { headers })).then(
    () => true,
    () => false,
  );
}

/** Drops what is named no more and fetches what is missing, each file alone. Answers the sounds that are here now. */
export async function keepSounds(
  shelf: Shelf,
  wanted: readonly Sound[],
  fetched: Fetched,
): Promise<{ kept: string[]; left: number }> {
  const named = new Set(wanted.map(({ audio_url }) => audio_url));
  for (const request of await shelf.keys()) {
    if (!named.has(new URL(request.url).pathname)) await shelf.delete(request);
  }
  const kept: string[] = [];
  for (const sound of wanted) {
    const here = await shelf.match(sound.audio_url);
    if (here || (await keepOne(shelf, sound, fetched))) kept.push(sound.sha256);
  }
  return { kept, left: wanted.length - kept.length };
}

/** Caches of languages in which nothing is recorded any more. */
export async function dropOtherShelves(languages: ReadonlySet<string>): Promise<void> {
  const old = (await caches.keys()).filter(
    (name) => name.startsWith(prefix) && !languages.has(name.slice(prefix.length)),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}
