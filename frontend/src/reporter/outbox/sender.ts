// SPDX-License-Identifier: Apache-2.0
import type { HeldStory } from '../../shared/api/reporter-wire.ts';
import { send, type Hurry, type Line } from '../../shared/tus.ts';
import { setting, type Part, type Story } from '../phone/database.ts';
import {
  changeStory,
  codesOf,
  forgetStory,
  happen,
  onNews,
  partsOf,
  readerOf,
  stories,
  takeBack,
} from '../phone/stories.ts';
import { meaningOf, NoWifi, type Trouble } from './answers.ts';
import * as door from './door.ts';
import { mayBeSent, type Happened } from './draft.ts';
import { letterOf } from './letter.ts';
import { waitsForWifi } from './wifi.ts';

export type Outcome = {
  /** How many stories wait for another try. */
  left: number;
  /** Not before then, says the server. */
  retryAfter_ms: number | undefined;
  /** Another tab or the worker is sending: nothing was tried here, and nothing is known of what is left. */
  elsewhere: boolean;
};
export type Wish = {
  /** A person asks: what was refused is tried again, and mobile data is good enough. */
  insist: boolean;
  /** Wait for another sender to end, instead of leaving it to that one. */
  queue: boolean;
  check: Check;
};

const mostRounds = 3;

/** A full phone can still send: that its state cannot be noted must not stop the story. */
const note = (story_id: string, happened: Happened): Promise<unknown> =>
  happen(story_id, happened).catch(() => undefined);

/** Looks at a part once more before it goes out; answers it as it is on the disk. */
export type Check = (part: Part) => Promise<Part>;

async function allChecked(story_id: string, check: Check): Promise<Part[]> {
  const parts: Part[] = [];
  for (const part of await partsOf(story_id)) parts.push(await check(part));
  return parts;
}

const bytesIn = (parts: readonly Part[]): number => parts.reduce((sum, { closed }) => sum + (closed?.bytes ?? 0), 0);

type Way = { token: string; insist: boolean; check: Check; hurry: Hurry };

async function refuseMobileData({ insist }: Way): Promise<void> {
  if (!insist && (await waitsForWifi())) throw new NoWifi();
}

async function sendPart(way: Way, part: Part, begun: string | undefined, onHeld: Line['onHeld']): Promise<void> {
  if (!part.closed) throw new RangeError('a part is still open');
  const line: Line = {
    fetch: (input, init) => fetch(input, init),
    collection: '/api/uploads',
    authorization: `Bearer ${way.token}`,
    onHeld,
    hurry: way.hurry,
  };
  const bytes = readerOf(part.part_id);
  const read = async (from: number, to: number): Promise<Uint8Array<ArrayBuffer>> => {
    await refuseMobileData(way);
    return bytes(from, to);
  };
  await send(line, { recordingId: part.part_id, mediaType: part.media_type, ...part.closed, read }, begun);
}

async function sendSound(way: Way, story: Story, parts: readonly Part[], first: HeldStory): Promise<void> {
  for (const [place, part] of parts.entries()) {
    const held = first.recordings.find(({ recording_id }) => recording_id === part.part_id);
    if (held?.state === 'kept') continue;
    const before = bytesIn(parts.slice(0, place));
    const begun = held?.state === 'partial' ? held.upload_url : undefined;
    const onHeld = (sent: number): void => void note(story.story_id, { event: 'held', sent: before + sent });
    await sendPart(way, part, begun ?? undefined, onHeld);
  }
}

/** True when the server keeps every part with the hash that was made here. */
const keepsAll = (held: HeldStory, parts: readonly Part[]): boolean =>
  parts.every((part) =>
    held.recordings.some(
      ({ recording_id, state, sha256 }) =>
        recording_id === part.part_id && state === 'kept' && sha256 === part.closed?.sha256,
    ),
  );

const fixTitle = (story: Story): Story => ({ ...story, sent_title: story.sent_title ?? story.title });

async function sendStory(way: Way, story: Story): Promise<boolean> {
  await refuseMobileData(way);
  const parts = await allChecked(story.story_id, way.check);
  const fixed = await changeStory(story.story_id, fixTitle).catch(() => story);
  if (!fixed) return true;
  const letter = letterOf(fixed, parts, await codesOf(story.story_id));
  const before = await door.putStory(way.token, story.story_id, letter, way.hurry);
  await note(story.story_id, { event: 'line_found', bytes: bytesIn(parts) });
  await sendSound(way, story, parts, before);
  const held = await door.heldStory(way.token, story.story_id, way.hurry);
  if (!keepsAll(held, parts)) return false;
  await note(story.story_id, { event: 'kept' });
  await forgetStory(story.story_id, true);
  return true;
}

/** What stands in its way; nothing when the story has arrived. */
async function trySending(way: Way, story: Story): Promise<Trouble | undefined> {
  let trouble: Trouble = { then: 'wait', why: 'server', all: false };
  for (let round = 0; round < mostRounds; round += 1) {
    try {
      if (await sendStory(way, story)) return undefined;
    } catch (reason) {
      const meaning = meaningOf(reason);
      if (meaning.then !== 'ask_again') return meaning;
      trouble = meaning.otherwise;
    }
  }
  return trouble;
}

async function settle(story_id: string, trouble: Trouble): Promise<void> {
  if (trouble.then === 'wipe') await takeBack(story_id);
  else if (trouble.then === 'wait') await note(story_id, { event: 'line_lost', why: trouble.why });
  else await note(story_id, { event: 'refused', slug: trouble.slug, detail: trouble.detail });
}

const isReady = ({ draft }: Story, insist: boolean): boolean =>
  mayBeSent(draft) && (insist || draft.state !== 'needs_you');

async function trySendingAll(way: Way): Promise<Outcome> {
  const tried = new Set<string>();
  const next = async (): Promise<Story[]> =>
    (await stories()).filter((story) => isReady(story, way.insist) && !tried.has(story.story_id));
  let [left, retryAfter_ms]: [number, number | undefined] = [0, undefined];
  for (let ready = await next(); ready.length > 0; ready = await next()) {
    const [story, ...others] = ready as [Story, ...Story[]];
    tried.add(story.story_id);
    const trouble = await trySending(way, story);
    if (!trouble) continue;
    const concerned = trouble.then !== 'wipe' && trouble.all ? [story, ...others] : [story];
    for (const { story_id } of concerned) await settle(story_id, trouble);
    if (trouble.then === 'wait') {
      left += concerned.length;
      if (trouble.retryAfter_ms !== undefined) retryAfter_ms = Math.max(retryAfter_ms ?? 0, trouble.retryAfter_ms);
    }
    if (concerned.length > 1) break;
  }
  return { left, retryAfter_ms, elsewhere: false };
}

/** Whoever sent before was stopped in the middle: "sending" would not be true of these any more. Call it under the lock `send`. */
export async function settleBrokenOff(): Promise<void> {
  for (const { story_id, draft } of await stories()) {
    if (draft.state === 'sending') await note(story_id, { event: 'line_lost', why: 'network' });
  }
}

/** Sends every story that has been handed over, one sender at a time among all tabs and the worker. */
export async function sendAll({ insist, queue, check }: Wish): Promise<Outcome> {
  return navigator.locks.request('send', { ifAvailable: !queue }, async (lock) => {
    if (lock) await settleBrokenOff();
    const membership = lock && (await setting('membership'));
    if (!membership) return { left: 0, retryAfter_ms: undefined, elsewhere: !lock };
    const hurry: Hurry = {};
    const deaf = onNews((news) => {
      if (news === 'hurry') hurry.up?.();
    });
    return trySendingAll({ token: membership.device_token, insist, check, hurry }).finally(deaf);
  });
}
