// SPDX-License-Identifier: Apache-2.0
export type Stretch = { from_ms: number; to_ms: number };

const longestStep = 2500;

/** Gathers what is being played into stretches; a jump ends one and begins another. */
export class StretchCounter {
  #stretch: Stretch | null = null;

  /** The sound now stands at `at_ms`. Answers the stretch that a jump has ended. */
  reach(at_ms: number): Stretch | null {
    const open = this.#stretch;
    if (open && at_ms >= open.to_ms && at_ms - open.to_ms <= longestStep) {
      open.to_ms = at_ms;
      return null;
    }
    this.#stretch = { from_ms: at_ms, to_ms: at_ms };
    return worthTelling(open);
  }

  /** Playing has stopped, or it is time to tell: answers what was played since. */
  close(): Stretch | null {
    const open = this.#stretch;
    this.#stretch = null;
    return worthTelling(open);
  }
}

const worthTelling = (stretch: Stretch | null): Stretch | null =>
  stretch && stretch.to_ms > stretch.from_ms ? stretch : null;
