// SPDX-License-Identifier: Apache-2.0
import type { Word } from './story.ts';

/** A word as it is sent: with its id where it stays what it was, without one where it is new. */
export type WrittenWord = { id?: string; text: string; speaker?: string };

/**
 * Lays a turn's corrected text over its words. Words that stay keep their ids, and so their times; a word put in another's
 * place takes over its id; what is left over is new and shares the time between its neighbours.
 */
export function realign(words: readonly Word[], text: string): WrittenWord[] {
  const written = text.split(/\s+/u).filter(Boolean);
  const kept = commonWords(
    words.map((word) => word.text.trim()),
    written,
  );
  const result: WrittenWord[] = [];
  let [oldPlace, newPlace] = [0, 0];
  for (const pair of [...kept, [words.length, written.length] as const]) {
    const replaced = words.slice(oldPlace, pair[0]);
    const replacing = written.slice(newPlace, pair[1]);
    result.push(
      ...replacing.map((one, place) => taking(replaced, replacing.length, place, one, speakerNear(words, oldPlace))),
    );
    const stays = words[pair[0]];
    if (stays) result.push(sent(stays.id, stays.text, stays.speaker));
    [oldPlace, newPlace] = [pair[0] + 1, pair[1] + 1];
  }
  return result;
}

function taking(
  replaced: readonly Word[],
  many: number,
  place: number,
  text: string,
  speaker: string | null,
): WrittenWord {
  const old = replaced.length === many ? replaced[place] : undefined;
  return sent(old?.id, text, old?.speaker ?? speaker);
}

const speakerNear = (words: readonly Word[], place: number): string | null =>
  (words[place] ?? words[place - 1])?.speaker ?? null;

const sent = (id: string | undefined, text: string, speaker: string | null): WrittenWord => ({
  ...(id === undefined ? {} : { id }),
  text,
  ...(speaker === null ? {} : { speaker }),
});

/** Pairs of places of a longest common subsequence, in order. */
export function commonWords(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  const middle = longest(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...Array.from({ length: head }, (_, place) => [place, place] as const),
    ...middle.map(([from, to]) => [from + head, to + head] as const),
    ...Array.from({ length: tail }, (_, place) => [before.length - tail + place, after.length - tail + place] as const),
  ];
}

function longest(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < before.length && column < after.length;) {
    if (before[row] === after[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
