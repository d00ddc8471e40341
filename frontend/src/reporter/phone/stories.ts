// SPDX-License-Identifier: Apache-2.0
import { step, type Happened } from '../outbox/draft.ts';
import { withDatabase, type Chunk, type Code, type Part, type Story } from './database.ts';

/** What all tabs and the worker hear of each other. */
export type News =
  /** A story on this phone has changed. */
  | { story_id: string; arrived: boolean }
  /** In whose hand the phone is now. */
  | { holder: string | undefined }
  /** The phone has joined anew, or left. */
  | 'membership'
  /** Somebody will not wait for a try that stands still. */
  | 'hurry';
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

/** In the order they are told, which is not that of their ids where the phone's clock was set back in between. */
const inOrder = (parts: readonly Part[]): Part[] => {
  const placed = parts.map((part, place) => ({ part, place: part.place ?? place }));
  return placed.sort((one, other) => one.place - other.place).map(({ part }) => part);
};

export const partsOf = async (story_id: string): Promise<Part[]> =>
  inOrder(await withDatabase((database) => database.getAllFromIndex('parts', 'story_id', story_id)));

/** Every story on the phone with its parts, in one reading. */
export async function storiesWithParts(): Promise<{ story: Story; parts: Part[] }[]> {
  const [all, parts] = await withDatabase((database) => {
    const transaction = database.transaction(['stories', 'parts']);
    return Promise.all([transaction.objectStore('stories').getAll(), transaction.objectStore('parts').getAll()]);
  });
  const byStory = new Map<string, Part[]>();
  for (const part of parts) byStory.set(part.story_id, [...(byStory.get(part.story_id) ?? []), part]);
  return all.map((story) => ({ story, parts: inOrder(byStory.get(story.story_id) ?? []) }));
}

export const openParts = async (): Promise<Part[]> =>
  (await withDatabase((database) => database.getAll('parts'))).filter((part) => part.closed === null);

/** Keeps the part; a new one gets its place behind those that are there. */
export async function putPart(part: Part): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('parts', 'readwrite', { durability: 'strict' });
    const all = inOrder(await transaction.store.index('story_id').getAll(part.story_id));
    const known = all.findIndex(({ part_id }) => part_id === part.part_id);
    const behind = 1 + all.reduce((last, { place = -1 }) => Math.max(last, place), all.length - 1);
    const place = part.place ?? (known < 0 ? behind : (all[known]?.place ?? known));
    await Promise.all([transaction.store.put({ ...part, place }), transaction.done]);
  });
}

/** Resolves once the chunk is on the disk; fails with the transaction's own reason (a full disk is an abort). */
export async function putChunk(part_id: string, place: number, chunk: Chunk): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('chunks', 'readwrite', { durability: 'strict' });
    await Promise.allSettled([transaction.store.put(chunk, [part_id, place])]);
    await transaction.done;
  });
}

const handful = 16;

/** The chunks of a part in order, a handful in memory at a time. */
export async function* chunksInTurn(part_id: string): AsyncGenerator<Chunk, void> {
  let after = -1;
  for (;;) {
    const range = IDBKeyRange.bound([part_id, after], [part_id, Infinity], true);
    const [chunks, places] = await withDatabase((database) => {
      const { store } = database.transaction('chunks');
      return Promise.all([store.getAll(range, handful), store.getAllKeys(range, handful)]);
    });
    yield* chunks;
    if (places.length < handful) return;
    after = places.at(-1)?.[1] ?? Infinity;
  }
}

export type Place = [part_id: string, place: number];
export const chunkPlaces = (part_id: string): Promise<Place[]> =>
  withDatabase((database) => database.getAllKeys('chunks', chunksOf(part_id)));

export async function chunkAt(place: Place): Promise<Chunk> {
  const chunk = await withDatabase((database) => database.get('chunks', place));
  if (!chunk) throw new RangeError('a chunk is missing');
  return chunk;
}

/**
 * Reads stretches of a part, whatever chunks they lie in. It remembers where each chunk begins, so that reading on costs no more than
 * the chunks it needs, and holds one chunk at a time.
 */
export function readerOf(part_id: string): (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>> {
  let places: Place[] | undefined;
  const starts = [0];
  let latest: { at: number; bytes: Uint8Array<ArrayBuffer> } | undefined;

  const chunk = async (at: number): Promise<Uint8Array<ArrayBuffer>> => {
    const place = places?.[at];
    if (!place) throw new RangeError('a chunk is missing');
    if (latest?.at !== at) latest = { at, bytes: new Uint8Array((await chunkAt(place)).bytes) };
    starts[at + 1] = (starts[at] ?? 0) + latest.bytes.byteLength;
    return latest.bytes;
  };

  return async (from, to) => {
    places ??= await chunkPlaces(part_id);
    const piece = new Uint8Array(to - from);
    let at = Math.max(
      0,
      starts.findLastIndex((start) => start <= from),
    );
    for (let begin = starts[at] ?? 0; begin < to; at += 1) {
      const bytes = await chunk(at);
      const end = begin + bytes.byteLength;
      if (end > from) piece.set(bytes.subarray(Math.max(0, from - begin), to - begin), Math.max(0, begin - from));
      begin = end;
    }
    return piece;
  };
}

export async function soundOf(part: Part): Promise<Blob> {
  const pieces: Blob[] = [];
  for await (const { bytes } of chunksInTurn(part.part_id)) pieces.push(new Blob([bytes]));
  return new Blob(pieces, { type: part.media_type });
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

const shelvesOfStory = ['stories', 'codes', 'parts', 'chunks'] as const;

/** Sound and codes go, and the story itself, or what `left` makes of it: all at once or not at all. */
async function drop(story_id: string, left?: (story: Story) => Story): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction(shelvesOfStory, 'readwrite', { durability: 'strict' });
    const codes = await transaction.objectStore('codes').index('story_id').getAllKeys(story_id);
    const parts = await transaction.objectStore('parts').index('story_id').getAllKeys(story_id);
    const story = left && (await transaction.objectStore('stories').get(story_id));
    await Promise.all([
      ...codes.map((id) => transaction.objectStore('codes').delete(id)),
      ...parts.map((id) => transaction.objectStore('parts').delete(id)),
      ...parts.map((id) => transaction.objectStore('chunks').delete(chunksOf(id))),
      story ? transaction.objectStore('stories').put(left(story)) : transaction.objectStore('stories').delete(story_id),
      transaction.done,
    ]);
  });
}

/** The story, its sound and its codes are gone from this phone. */
export async function forgetStory(story_id: string, arrived: boolean): Promise<void> {
  await drop(story_id);
  tell({ story_id, arrived });
}

/** The server says that the story was taken back: nothing of it stays here but that news. */
export async function takeBack(story_id: string): Promise<void> {
  await drop(story_id, (story) => ({
    ...story,
    title: '',
    text: '',
    participants: [],
    rescued: false,
    draft: { state: 'taken_back' },
  }));
  tell({ story_id, arrived: false });
}

export const codesOf = (story_id: string): Promise<Code[]> =>
  withDatabase((database) => database.getAllFromIndex('codes', 'story_id', story_id));
export const putCode = (code: Code): Promise<unknown> => withDatabase((database) => database.put('codes', code));
