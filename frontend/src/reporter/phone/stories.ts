// SPDX-License-Identifier: Apache-2.0
import { step, type Happened } from '../outbox/draft.ts';
import { withDatabase, type Chunk, type Code, type Part, type Story } from './database.ts';

/** All tabs and the worker hear when a story on this phone has changed. */
export type News = { story_id: string; arrived: boolean };
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('notes');
const listeners = new Set<(news: News) => void>();
if (channel) channel.onmessage = ({ data }: MessageEvent<News>) => listeners.forEach((hear) => hear(data));

export function onNews(hear: (news: News) => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

export function tell(news: News): void {
  channel?.postMessage(news);
  listeners.forEach((hear) => hear(news));
}

const chunksOf = (part_id: string): IDBKeyRange => IDBKeyRange.bound([part_id, 0], [part_id, Infinity]);

export const story = (id: string): Promise<Story | undefined> =>
  withDatabase((database) => database.get('stories', id));
export const stories = (): Promise<Story[]> => withDatabase((database) => database.getAll('stories'));

export async function putStory(story: Story): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('stories', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(story), transaction.done]);
  });
  tell({ story_id: story.story_id, arrived: false });
}

/** Changes a story that is still there, in one transaction. */
export async function changeStory(id: string, change: (story: Story) => Story): Promise<Story | undefined> {
  const changed = await withDatabase(async (database) => {
    const transaction = database.transaction('stories', 'readwrite', { durability: 'strict' });
    const before = await transaction.store.get(id);
    const after = before && change(before);
    if (after) await transaction.store.put(after);
    await transaction.done;
    return after;
  });
  if (changed) tell({ story_id: id, arrived: false });
  return changed;
}

export const happen = (id: string, happened: Happened): Promise<Story | undefined> =>
  changeStory(id, (story) => ({ ...story, draft: step(story.draft, happened) }));

export async function partsOf(story_id: string): Promise<Part[]> {
  const parts = await withDatabase((database) => database.getAllFromIndex('parts', 'story_id', story_id));
  return parts.sort((one, other) => one.part_id.localeCompare(other.part_id));
}

export const openParts = async (): Promise<Part[]> =>
  (await withDatabase((database) => database.getAll('parts'))).filter((part) => part.closed === null);

export const putPart = (part: Part): Promise<unknown> => withDatabase((database) => database.put('parts', part));

/** Resolves once the chunk is on the disk; fails with the transaction's own reason (a full disk is an abort). */
export async function putChunk(part_id: string, place: number, chunk: Chunk): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('chunks', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(chunk, [part_id, place]), transaction.done]);
  });
}

export const chunks = (part_id: string): Promise<Chunk[]> =>
  withDatabase((database) => database.getAll('chunks', chunksOf(part_id)));

export type Place = [part_id: string, place: number];
export const chunkPlaces = (part_id: string): Promise<Place[]> =>
  withDatabase((database) => database.getAllKeys('chunks', chunksOf(part_id)));

export async function chunkAt(place: Place): Promise<Chunk> {
  const chunk = await withDatabase((database) => database.get('chunks', place));
  if (!chunk) throw new RangeError('a chunk is missing');
  return chunk;
}

/** The bytes `from` up to `to` of a part, whatever chunks they lie in. */
export async function bytesOf(part_id: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const piece = new Uint8Array(to - from);
  let begin = 0;
  for (const place of await chunkPlaces(part_id)) {
    if (begin >= to) break;
    const chunk = await chunkAt(place);
    const end = begin + chunk.bytes.byteLength;
    if (end > from) {
      const inside = new Uint8Array(chunk.bytes).subarray(Math.max(0, from - begin), Math.min(to, end) - begin);
      piece.set(inside, Math.max(0, begin - from));
    }
    begin = end;
  }
  return piece;
}

export async function soundOf(part: Part): Promise<Blob> {
  const all = await chunks(part.part_id);
  return new Blob(
    all.map(({ bytes }) => bytes),
    { type: part.media_type },
  );
}

export async function forgetPart(part_id: string): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction(['parts', 'chunks'], 'readwrite', { durability: 'strict' });
    await Promise.all([
      transaction.objectStore('parts').delete(part_id),
      transaction.objectStore('chunks').delete(chunksOf(part_id)),
      transaction.done,
    ]);
  });
}

/** The story, its sound and its codes are gone from this phone, all at once or not at all. */
export async function forgetStory(story_id: string, arrived: boolean): Promise<void> {
  await withDatabase(async (database) => {
    const shelves = ['stories', 'codes', 'parts', 'chunks'] as const;
    const transaction = database.transaction(shelves, 'readwrite', { durability: 'strict' });
    const codes = await transaction.objectStore('codes').index('story_id').getAllKeys(story_id);
    const parts = await transaction.objectStore('parts').index('story_id').getAllKeys(story_id);
    await Promise.all([
      ...codes.map((id) => transaction.objectStore('codes').delete(id)),
      ...parts.map((id) => transaction.objectStore('parts').delete(id)),
      ...parts.map((id) => transaction.objectStore('chunks').delete(chunksOf(id))),
      transaction.objectStore('stories').delete(story_id),
      transaction.done,
    ]);
  });
  tell({ story_id, arrived });
}

export const codesOf = (story_id: string): Promise<Code[]> =>
  withDatabase((database) => database.getAllFromIndex('codes', 'story_id', story_id));
export const putCode = (code: Code): Promise<unknown> => withDatabase((database) => database.put('codes', code));
