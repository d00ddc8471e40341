// SPDX-License-Identifier: Apache-2.0
import type { Mark } from './cutting.ts';
import { passagesOf, soundsIn } from './marks.ts';
import { precise, type Times } from './times.ts';
import type { Ground, Work } from './work.ts';

const most = 7;

/** When a mark goes, as it is read. */
export const timesOf = ({ start_ms, end_ms }: Times): string => `${precise(start_ms)} – ${precise(end_ms)}`;

/** Places of the words in a mark. */
export function placesIn(
  { marks }: Pick<Work, 'marks'>,
  number: number,
  { words, places, whole_ms }: Ground,
): number[] {
  if (whole_ms === null) {
    const passage = passagesOf(marks.word_spans, places)[number];
    return passage ? Array.from({ length: passage.to - passage.from + 1 }, (_, at) => passage.from + at) : [];
  }
  const mark: Mark | undefined = marks.spans[number];
  if (!mark) return [];
  return words.flatMap((word, place) => (soundsIn(word, mark) ? [place] : []));
}

/** The words at these places, the first few of many. */
export function wordsAt({ words }: Ground, places: readonly number[], longest = most): string {
  const said = places.slice(0, longest).map((place) => words[place]?.text.trim() ?? '');
  return places.length > longest ? `${said.join(' ')} …` : said.join(' ');
}
