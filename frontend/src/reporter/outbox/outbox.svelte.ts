// SPDX-License-Identifier: Apache-2.0
import type { ListedStory } from '../../shared/api/reporter-wire.ts';
import { remember, setting, type Part, type Story } from '../phone/database.ts';
import { phone } from '../phone/phone.svelte.ts';
import { onNews, partsOf, stories } from '../phone/stories.ts';
import { pauseBefore } from './answers.ts';
import * as door from './door.ts';
import { mayBeSent } from './draft.ts';
import { sendAll } from './sender.ts';

export type Kept = { story: Story; parts: Part[] };

type SyncRegistration = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/** What this page knows of the stories on the phone and of those that have arrived. */
class Outbox {
  kept = $state.raw<Kept[]>([]);
  /** Asked from the server and held in memory only, but for a phone that one person uses. */
  arrived = $state.raw<ListedStory[]>([]);
  arrivedHere = $state.raw<ReadonlySet<string>>(new Set());
  #attempt = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #looking = Promise.resolve();

  readonly unsent = $derived(this.kept.filter(({ story }) => mayBeSent(story.draft)));
  readonly rescued = $derived(this.kept.filter(({ story }) => story.rescued && story.draft.state === 'saved'));

  of = (story_id: string): Kept | undefined => this.kept.find(({ story }) => story.story_id === story_id);

  async open(): Promise<void> {
    onNews(({ story_id, arrived }) => {
      if (arrived) this.arrivedHere = new Set([...this.arrivedHere, story_id]);
      void this.look();
    });
    addEventListener('online', () => void this.send());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.send();
    });
    if (phone.sharing === 'mine') this.arrived = (await setting('arrived')) ?? [];
    await this.look();
  }

  /** Reads again what is on the phone; many calls in one moment are one reading. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      const all = await stories();
      const withParts = all.map(async (story) => ({ story, parts: await partsOf(story.story_id) }));
      this.kept = (await Promise.all(withParts)).sort((one, other) =>
        other.story.story_id.localeCompare(one.story.story_id),
      );
    });
    return this.#looking;
  }

  async send(insist = false): Promise<void> {
    clearTimeout(this.#again);
    if (!phone.membership || (!insist && !navigator.onLine)) return;
    const { left, retryAfter_ms } = await sendAll(insist);
    await this.look();
    if (left === 0) {
      this.#attempt = 0;
      await this.askArrived();
      return;
    }
    void this.#askForBackground();
    this.#again = setTimeout(() => void this.send(), retryAfter_ms ?? pauseBefore(this.#attempt));
    this.#attempt += 1;
  }

  async askArrived(): Promise<void> {
    if (!phone.membership || !navigator.onLine) return;
    const items = await door.arrivedStories(phone.membership.device_token).catch(() => undefined);
    if (!items) return;
    this.arrived = items;
    if (phone.sharing === 'mine') await remember('arrived', items);
  }

  async #askForBackground(): Promise<void> {
    const registration = (await navigator.serviceWorker?.getRegistration('/r/')) as SyncRegistration | undefined;
    await registration?.sync?.register('send').catch(() => undefined);
  }
}

export const outbox = new Outbox();
