// SPDX-License-Identifier: Apache-2.0
import { tick } from 'svelte';
import type { Span } from './turns.ts';

/** Which words are chosen, by their places: with the mouse, by touch or with the keyboard. */
export class Selection {
  #anchor = $state<number | null>(null);
  #head = $state<number | null>(null);
  /** Where the keyboard stands. */
  cursor = $state(0);
  #count: () => number;

  constructor(count: () => number) {
    this.#count = count;
  }

  get span(): Span | null {
    if (this.#anchor === null || this.#head === null) return null;
    const last = this.#count() - 1;
    const [from, to] = [Math.min(this.#anchor, this.#head), Math.max(this.#anchor, this.#head)];
    return from > last ? null : { from, to: Math.min(to, last) };
  }

  choose(place: number, further = false): void {
    if (!further || this.#anchor === null) this.#anchor = place;
    this.#head = place;
    this.cursor = place;
  }

  /** One step with the arrows; `further` takes the words in between along. */
  step(by: 1 | -1, further: boolean): number {
    const from = this.cursor;
    const to = Math.max(0, Math.min(this.#count() - 1, from + by));
    if (further) {
      this.#anchor ??= from;
      this.#head = to;
    } else this.clear();
    this.cursor = to;
    return to;
  }

  clear(): void {
    this.#anchor = this.#head = null;
  }

  /** Takes over what is marked on the page itself, by dragging or by a long press. */
  fromPage(page: HTMLElement | undefined): void {
    const marked = document.getSelection();
    if (!page || !marked || marked.isCollapsed || marked.rangeCount === 0) return;
    const range = marked.getRangeAt(0);
    if (!page.contains(range.commonAncestorContainer)) return;
    const places = [...page.querySelectorAll<HTMLElement>('[data-place]')]
      .filter((word) => range.intersectsNode(word) && !onlyTouches(range, word))
      .map((word) => Number(word.dataset['place']));
    const [from, to] = [places[0], places.at(-1)];
    if (from === undefined || to === undefined) return;
    this.#anchor = from;
    this.#head = this.cursor = to;
  }
}

/** The place of the word that something happened to. */
export function placeOf(target: EventTarget | null): number | null {
  const word = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return word ? Number(word.dataset['place']) : null;
}

export const wordOn = (place: number): HTMLElement | null => document.querySelector(`[data-place="${place}"]`);

/** The acts for the chosen words must not hide them. */
export const inView = (place: number): void =>
  void tick().then(() => wordOn(place)?.scrollIntoView({ block: 'nearest' }));

/** The mark ends at the word's edge without holding a letter of it. */
function onlyTouches(range: Range, word: HTMLElement): boolean {
  const letters = document.createRange();
  letters.selectNodeContents(word);
  return (
    range.compareBoundaryPoints(Range.END_TO_START, letters) >= 0 ||
    range.compareBoundaryPoints(Range.START_TO_END, letters) <= 0
  );
}
