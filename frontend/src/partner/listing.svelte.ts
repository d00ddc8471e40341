// SPDX-License-Identifier: Apache-2.0
import { problemOf, type Door, type Problem } from './door.ts';
import type { Listed } from './wire.ts';

/** A list that is fetched page by page, with a place for the reason when it cannot be. */
export class Listing<T> {
  items = $state.raw<T[]>([]);
  problem = $state.raw<Problem | null>(null);
  loaded = $state(false);
  cursor = $state<string | null>(null);
  #door: Door;
  #path: string;

  constructor(door: Door, path: string) {
    this.#door = door;
    this.#path = path;
  }

  async more(): Promise<void> {
    const after =
      this.cursor === null ? '' : `${this.#path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(this.cursor)}`;
    try {
      const page = await this.#door<Listed<T>>({ method: 'GET', path: this.#path + after });
      this.items = [...this.items, ...page.items];
      this.cursor = page.next_cursor;
    } catch (reason) {
      this.problem = problemOf(reason);
    }
    this.loaded = true;
  }
}
