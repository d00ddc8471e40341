// SPDX-License-Identifier: Apache-2.0
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { ask, problemOf, type Problem } from '../doors.ts';
import type { Claim, Status } from '../story/story.ts';
import { noFilters, queueDoor } from './filters.ts';
import { listen, type Happening } from './live.ts';

export type Row = {
  story_id: string;
  etag: string;
  status: Status;
  kind: string;
  medium: 'audio' | 'text';
  language: string | null;
  title: string;
  excerpt: string;
  duration_ms: number | null;
  received_at: string | null;
  percent: number | null;
  minutes_left: number | null;
  claimed_by: Claim | null;
  flags: string[];
};
export type Heard = { percent: number; minutes_left: number | null };
type Page = { items: Row[]; counts: Partial<Record<Status, number>>; next_cursor: string | null };

/** What asks for somebody's hands comes first; within a status the oldest. */
export const order: Status[] = [
  'in_review',
  'transcribing',
  'received',
  'awaiting_recording',
  'awaiting_sign_off',
  'approved',
  'declined',
  'withdrawn',
];

/** The stories that wait. It never jumps: what is new waits until somebody asks for it. */
export class Queue {
  rows = $state.raw<Row[]>([]);
  counts = $state.raw<Page['counts']>({});
  problem = $state.raw<Problem | null>(null);
  loaded = $state(false);
  /** Stories that arrived since the list was asked for. */
  fresh = new SvelteSet<string>();
  /** Transcription under way, by story: 0 to 100, and the minutes that are left where they are known. */
  heard = new SvelteMap<string, Heard>();
  #next: string | null = $state(null);
  #filters = noFilters;
  #later: ReturnType<typeof setTimeout> | undefined;

  get hasMore(): boolean {
    return this.#next !== null;
  }

  async show(filters: URLSearchParams): Promise<void> {
    this.#filters = filters;
    try {
      this.#take(await this.#page());
      this.fresh.clear();
      this.problem = null;
    } catch (reason) {
      this.problem = problemOf(reason);
    }
    this.loaded = true;
  }

  refresh = (): Promise<void> => this.show(this.#filters);

  async more(): Promise<void> {
    if (this.#next === null) return;
    try {
      const page = await this.#page(this.#next);
      this.rows = [...this.rows, ...page.items];
      this.#next = page.next_cursor;
    } catch (reason) {
      this.problem = problemOf(reason);
    }
  }

  /** Claims the oldest story nobody holds and answers its id; nothing when there is none. */
  async takeNext(): Promise<string | null> {
    this.problem = null;
    try {
      const { body } = await ask<Page>('/api/desk/queue?status=in_review');
      for (const row of body.items.filter(({ claimed_by }) => claimed_by === null)) {
        if (await this.#claimed(row)) return row.story_id;
      }
    } catch (reason) {
      this.problem = problemOf(reason);
    }
    return null;
  }

  follow = (): (() => void) => listen((happening) => this.#hear(happening));

  async #claimed(row: Row): Promise<boolean> {
    try {
      await ask(`/api/desk/stories/${row.story_id}/claim`, { method: 'POST', etag: row.etag });
      return true;
    } catch (reason) {
      if (![409, 412].includes(problemOf(reason).status)) throw reason;
      return false;
    }
  }

  async #page(cursor?: string): Promise<Page> {
    return (await ask<Page>(queueDoor(this.#filters, cursor))).body;
  }

  #take(page: Page): void {
    this.rows = page.items.toSorted((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
    this.counts = page.counts;
    this.#next = page.next_cursor;
  }

  #hear({ event, story_id, status, percent, minutes_left }: Happening): void {
    if (event === 'progressed' && percent !== undefined) {
      this.heard.set(story_id, { percent, minutes_left: minutes_left ?? null });
    }
    if (status !== 'transcribing') this.heard.delete(story_id);
    if (event === 'arrived' && !this.rows.some((row) => row.story_id === story_id)) this.fresh.add(story_id);
    if (event !== 'progressed' || this.rows.some((row) => row.story_id === story_id && row.status !== status)) {
      clearTimeout(this.#later);
      this.#later = setTimeout(() => void this.#renew(), 400);
    }
  }

  /** Brings the rows on screen up to date where they stand; none comes, none goes. */
  async #renew(): Promise<void> {
    const page = await this.#page().catch(() => null);
    if (!page) return;
    this.rows = this.rows.map((row) => page.items.find(({ story_id }) => story_id === row.story_id) ?? row);
    this.counts = page.counts;
  }
}
