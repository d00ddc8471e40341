// SPDX-License-Identifier: Apache-2.0
import { ask, problemOf, type Problem } from '../doors.ts';

type Page<Row> = { items: Row[]; next_cursor: string | null };

/** A list that comes page by page: `doorAt` names the door of a page by its cursor. The latest question wins. */
export class Pages<Row, Whole extends Page<Row> = Page<Row>> {
  first = $state.raw<Whole | null>(null);
  rows = $state.raw<Row[]>([]);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  #next: string | null = $state(null);
  #doorAt: (cursor: string | null) => string = () => '';
  #asked = 0;

  get hasMore(): boolean {
    return this.#next !== null;
  }

  async show(doorAt: (cursor: string | null) => string): Promise<void> {
    this.#doorAt = doorAt;
    const page = await this.#page(null);
    if (!page) return;
    this.first = page;
    this.rows = page.items;
    this.#next = page.next_cursor;
  }

  more = async (): Promise<void> => {
    const page = await this.#page(this.#next);
    if (!page) return;
    this.rows = [...this.rows, ...page.items];
    this.#next = page.next_cursor;
  };

  async #page(cursor: string | null): Promise<Whole | null> {
    const mine = ++this.#asked;
    this.busy = true;
    try {
      const { body } = await ask<Whole>(this.#doorAt(cursor));
      if (mine !== this.#asked) return null;
      this.problem = null;
      return body;
    } catch (reason) {
      if (mine === this.#asked) this.problem = problemOf(reason);
      return null;
    } finally {
      if (mine === this.#asked) this.busy = false;
    }
  }
}
