// SPDX-License-Identifier: Apache-2.0
import { untrack } from 'svelte';
import type { ListedStory } from '../../shared/api/reporter-wire.ts';
import { ofHolder, people } from '../people/people.svelte.ts';
import { remember, setting, type Part, type Story } from '../phone/database.ts';
import { phone } from '../phone/phone.svelte.ts';
import { onNews, storiesWithParts, tell } from '../phone/stories.ts';
import { pauseBefore } from './answers.ts';
import * as door from './door.ts';
import { mayBeSent } from './draft.ts';
import type { Outcome } from './sender.ts';
import { onOtherLine } from './wifi.ts';

export type Kept = { story: Story; parts: Part[] };

type SyncRegistration = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/** Comes right behind the first screen and is then in memory, as all screens are: nothing is fetched later. */
const sending = import('./sending.ts');

/** What this page knows of the stories on the phone and of those that have arrived. Everybody's are sent, the holder's are shown. */
class Outbox {
  /** Everybody's. */
  kept = $state.raw<Kept[]>([]);
  /** Asked from the server and held in memory only, but for a phone that one person uses. */
  #arrived = $state.raw<ListedStory[]>([]);
  arrivedHere = $state.raw<ReadonlySet<string>>(new Set());
  /** Until then nobody may say that a story is not here. */
  hasLooked = $state(false);
  /** This page is sending. */
  busy = $state(false);
  /** Another tab or the worker is sending. */
  elsewhere = $state(false);
  #insisted = false;
  #attempt = 0;
  #notBefore_ms = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #looking = Promise.resolve();
  #nextLook: Promise<void> | undefined;

  readonly mine = $derived(this.kept.filter(({ story }) => ofHolder(story)));
  readonly unsent = $derived(this.mine.filter(({ story }) => mayBeSent(story.draft)));
  readonly rescued = $derived(this.mine.filter(({ story }) => story.rescued && story.draft.state === 'saved'));
  readonly arrived = $derived(this.#arrived.filter(({ story_id }) => people.sawForHolder(story_id)));

  of = (story_id: string): Kept | undefined => this.mine.find(({ story }) => story.story_id === story_id);

  async open(): Promise<void> {
    onNews((news) => {
      if (typeof news === 'string') return;
      if ('arrived' in news && news.arrived) this.arrivedHere = new Set([...this.arrivedHere, news.story_id]);
      void this.look();
    });
    addEventListener('online', () => void this.send());
    onOtherLine(() => void this.send());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.send();
      else void this.#askForBackground();
    });
    if (phone.sharing === 'mine') this.#arrived = (await setting('arrived')) ?? [];
    await this.look();
    this.#sendAfterJoiningAgain();
  }

  #sendAfterJoiningAgain(): void {
    let known = phone.membership?.device_token;
    $effect.root(() => {
      $effect(() => {
        const token = phone.membership?.device_token;
        if (token === known) return;
        known = token;
        untrack(() => void this.send(true));
      });
    });
  }

  /** Reads again what is on the phone; many calls in one moment are one reading. */
  look(): Promise<void> {
    this.#nextLook ??= this.#looking.then(() => {
      this.#nextLook = undefined;
      this.#looking = this.#read();
      return this.#looking;
    });
    return this.#nextLook;
  }

  async #read(): Promise<void> {
    const all = await storiesWithParts();
    this.kept = all.sort((one, other) => other.story.story_id.localeCompare(one.story.story_id));
    this.hasLooked = true;
    if (!this.busy && this.kept.some(({ story }) => story.draft.state === 'sending')) void this.#awaitOther();
  }

  /** Tries now. A person who insists is not kept waiting by what the server or the line said before, nor by a try that stands still. */
  async send(insist = false): Promise<void> {
    if (!phone.membership) return;
    if (insist && (this.busy || this.elsewhere)) tell('hurry');
    if (this.busy) {
      this.#insisted ||= insist;
      return;
    }
    if (!insist && (!navigator.onLine || performance.now() < this.#notBefore_ms)) return this.#askForBackground();
    clearTimeout(this.#again);
    this.busy = true;
    const outcome = await sending.then(({ sendHere }) => sendHere(insist)).catch(() => undefined);
    this.busy = false;
    await this.look();
    if (this.#insisted) {
      this.#insisted = false;
      return this.send(true);
    }
    return outcome?.elsewhere ? this.#awaitOther(insist) : this.#plan(outcome);
  }

  async #plan(outcome: Outcome | undefined): Promise<void> {
    if (outcome?.left === 0) {
      this.#attempt = 0;
      this.#notBefore_ms = 0;
      return this.askArrived();
    }
    const pause_ms = outcome?.retryAfter_ms ?? pauseBefore(this.#attempt);
    this.#attempt += 1;
    this.#notBefore_ms = outcome?.retryAfter_ms === undefined ? 0 : performance.now() + pause_ms;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.send(), pause_ms);
  }

  /** Until the other sender has ended; what it left in the middle waits for the network again. */
  async #awaitOther(insist = false): Promise<void> {
    this.#insisted ||= insist;
    if (this.elsewhere) return;
    this.elsewhere = true;
    const settle = sending.then(({ settleBrokenOff }) => navigator.locks.request('send', settleBrokenOff));
    await settle.catch(() => undefined);
    this.elsewhere = false;
    await this.look();
    const again = this.#insisted;
    this.#insisted = false;
    if (again || this.#anyWaits()) await this.send(again);
  }

  #anyWaits = (): boolean => this.kept.some(({ story }) => ['waiting', 'sending'].includes(story.draft.state));

  async askArrived(): Promise<void> {
    if (!phone.membership || !navigator.onLine) return;
    const items = await door.arrivedStories(phone.membership.device_token).catch(() => undefined);
    if (!items) return;
    this.#arrived = items;
    if (phone.sharing === 'mine') await remember('arrived', items);
  }

  /** The worker sends when there is a network again, where this browser can wake it. */
  async #askForBackground(): Promise<void> {
    if (!this.#anyWaits()) return;
    const registration = (await navigator.serviceWorker?.getRegistration('/r/')) as SyncRegistration | undefined;
    await registration?.sync?.register('send').catch(() => undefined);
  }
}

export const outbox = new Outbox();
