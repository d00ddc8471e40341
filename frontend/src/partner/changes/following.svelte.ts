// SPDX-License-Identifier: Apache-2.0
import { problemOf, type Act, type Door, type Problem } from '../door.ts';
import type { Change, Feed } from '../wire.ts';

/** The change feed from its beginning, withdrawals first: they ask for something to be done. */
export class Following {
  problem = $state.raw<Problem | null>(null);
  loaded = $state(false);
  hasMore = $state(false);
  cursor = $state<string | null>(null);
  acknowledged = $state(false);
  #changes = $state.raw<Change[]>([]);
  #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  get items(): Change[] {
    const urgent = (change: Change): number => (change.type.endsWith('.withdrawn') && !this.acknowledged ? 0 : 1);
    return this.#changes.toSorted((one, other) => urgent(one) - urgent(other) || other.seq - one.seq);
  }

  async readOn(): Promise<void> {
    const path = this.cursor === null ? '/changes' : `/changes?cursor=${encodeURIComponent(this.cursor)}`;
    try {
      const feed = await this.#door<Feed>({ method: 'GET', path });
      this.#changes = [...this.#changes, ...feed.items];
      [this.cursor, this.hasMore] = [feed.next_cursor, feed.has_more];
    } catch (reason) {
      this.problem = problemOf(reason);
    }
    this.loaded = true;
  }

  async acknowledge(act: Act): Promise<void> {
    try {
      await this.#door(act);
      this.acknowledged = true;
    } catch (reason) {
      this.problem = problemOf(reason);
    }
  }
}
