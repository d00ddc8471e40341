// SPDX-License-Identifier: Apache-2.0
const most = 480;

/** A thread that grows for hours and stays short: when it is full, neighbours are joined and the loudest of them stands. */
export class GrowingThread {
  #heights: number[] = [];
  #span = 1;
  #pending: number[] = [];

  constructor(heights: readonly number[] = []) {
    heights.forEach((height) => this.add(height));
  }

  add(height: number): void {
    this.#pending.push(height);
    if (this.#pending.length < this.#span) return;
    this.#heights.push(Math.max(...this.#pending));
    this.#pending = [];
    if (this.#heights.length < most) return;
    this.#heights = Array.from({ length: most / 2 }, (_, place) =>
      Math.max(this.#heights[2 * place] ?? 0, this.#heights[2 * place + 1] ?? 0),
    );
    this.#span *= 2;
  }

  get heights(): number[] {
    return [...this.#heights];
  }
}
