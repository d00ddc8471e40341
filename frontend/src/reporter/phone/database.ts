// SPDX-License-Identifier: Apache-2.0
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Consent, Kind, ListedStory, Project, Role } from '../../shared/api/reporter-wire.ts';
import type { Draft } from '../outbox/draft.ts';

/** `invite` is what the phone joined with, so that its owner can join again inside the installed app. */
export type Membership = { device_token: string; project: Project; etag?: string; invite?: string };
export type Sharing = 'mine' | 'shared';
export type Look = 'system' | 'light' | 'dark';
export type TextSize = 1 | 2 | 3;
/** A curtain, not encryption: what a PIN of this phone was hashed to. */
export type Pin = {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  hash: Uint8Array<ArrayBuffer>;
  /** Wrong tries in a row, and when the last one was. */
  wrong?: { tries: number; at: number };
};
/** One of the people who share this phone. */
export type Profile = { profile_id: string; picture: number; name: string; pin: Pin | null };
export type Settings = {
  membership: Membership;
  invite: string;
  language: string;
  sharing: Sharing;
  look: Look;
  text_size: TextSize;
  /** In whose hand the phone is now. */
  profile: string;
  /** Many people tell on this phone, one after the other, and none of them has a profile. */
  workshop: boolean;
  wifi_only: boolean;
  /** By how much this phone's clock is ahead of the server's, where that was seen. */
  clock_ahead_ms: number;
  /** The last answer about arrived stories, kept only on a phone that one person uses. */
  arrived: ListedStory[];
};

export type Lock = { choice: 'pin'; pin: string } | { choice: 'code_alone' } | { choice: 'neither' };
export type Participant = { participant_id: string; role: Role; display_name: string; consent: Consent };
export type Story = {
  story_id: string;
  /** Whose draft it is; one from before there were profiles belongs to whoever holds the phone. */
  profile_id?: string;
  kind: Kind;
  medium: 'audio' | 'text';
  prompt_id?: string;
  language: string;
  title: string;
  /** The title that the server has been told: a new name given later stays on this phone. */
  sent_title?: string;
  /** In the teller's own words. */
  place?: string;
  text: string;
  recorded_at: string;
  participants: Participant[];
  /** The drawing that stands for each participant while the phone goes round. It stays here. */
  pictures?: Record<string, number>;
  wants_sign_off: boolean;
  draft: Draft;
  /** Found again after the app was stopped in the middle of it. */
  rescued: boolean;
};

/** What one recorder made. Open until its sound has been hashed. */
export type Part = {
  part_id: string;
  story_id: string;
  media_type: string;
  /** Recorded here, or a sound that was chosen or shared from another app. */
  source?: 'microphone' | 'file';
  /** Where it stands among the parts as they are told; the clock of the phone has no say in it. */
  place?: number;
  /** The part that this one was recorded again for. */
  again_for?: string;
  began_at: string;
  gap_before_ms: number;
  duration_ms: number;
  /** One height between 0 and 1 for each second. */
  heights: number[];
  closed: { bytes: number; sha256: string } | null;
};
export type Chunk = { bytes: ArrayBuffer; until_ms: number; height: number };
export type Code = { participant_id: string; story_id: string; code: string; lock: Lock | null; kept: boolean };
/** A sound that another app shared, before anybody said whose voice it is. */
export type Received = { received_id: string; sound: Blob; received_at: string; profile_id?: string };

interface Shelves extends DBSchema {
  settings: { key: keyof Settings; value: Settings[keyof Settings] };
  stories: { key: string; value: Story };
  parts: { key: string; value: Part; indexes: { story_id: string } };
  chunks: { key: [string, number]; value: Chunk };
  codes: { key: string; value: Code; indexes: { story_id: string } };
  profiles: { key: string; value: Profile };
  received: { key: string; value: Received };
}
export type Database = IDBPDatabase<Shelves>;

const name = 'notes';
let opened: Promise<Database> | undefined;

const open = (): Promise<Database> =>
  openDB<Shelves>(name, 2, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('settings');
        database.createObjectStore('stories', { keyPath: 'story_id' });
        database.createObjectStore('parts', { keyPath: 'part_id' }).createIndex('story_id', 'story_id');
        database.createObjectStore('chunks');
        database.createObjectStore('codes', { keyPath: 'participant_id' }).createIndex('story_id', 'story_id');
      }
      if (from < 2) {
        database.createObjectStore('profiles', { keyPath: 'profile_id' });
        database.createObjectStore('received', { keyPath: 'received_id' });
      }
    },
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
    terminated: () => (opened = undefined),
  });

/** What a dead connection answers: iOS ends them behind a page's back. A full disk has a name of its own. */
const connectionLost = new Set(['InvalidStateError', 'UnknownError', 'AbortError']);

function connection(): Promise<Database> {
  opened ??= open().catch((reason: unknown) => {
    opened = undefined;
    throw reason;
  });
  return opened;
}

/** Runs `act` on the database, and once more on a fresh connection when the system has closed the old one. */
export async function withDatabase<Result>(act: (database: Database) => Promise<Result>): Promise<Result> {
  try {
    return await act(await connection());
  } catch (reason) {
    if (!(reason instanceof DOMException && connectionLost.has(reason.name))) throw reason;
    opened = undefined;
    return act(await connection());
  }
}

export const setting = <Key extends keyof Settings>(key: Key): Promise<Settings[Key] | undefined> =>
  withDatabase((database) => database.get('settings', key) as Promise<Settings[Key] | undefined>);

export const remember = <Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<unknown> =>
  withDatabase((database) => database.put('settings', value, key));

export const forgetSetting = (key: keyof Settings): Promise<void> =>
  withDatabase((database) => database.delete('settings', key));

/** Everything Heardwell has on this phone. */
export async function wipePhone(): Promise<void> {
  await withDatabase(async (database) => {
    const shelves = ['settings', 'stories', 'parts', 'chunks', 'codes', 'profiles', 'received'] as const;
    const transaction = database.transaction(shelves, 'readwrite', { durability: 'strict' });
    await Promise.all([...shelves.map((shelf) => transaction.objectStore(shelf).clear()), transaction.done]);
  });
}
