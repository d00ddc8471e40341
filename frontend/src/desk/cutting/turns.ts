// SPDX-License-Identifier: Apache-2.0
import { turnsOf, type Turn } from '../story/turns.ts';
import type { Cutting } from './cutting.ts';

type Text = Pick<Cutting, 'medium' | 'words' | 'segments'>;

/** Speech by speaker and pause; writing by its own paragraphs. */
export function turnsIn({ medium, words, segments }: Text): Turn[] {
  if (medium === 'audio' || segments.length === 0) return turnsOf(words);
  const beginnings = new Set(segments.map(({ first_word }) => first_word));
  const turns: Turn[] = [];
  words.forEach((word, place) => {
    const turn = turns.at(-1);
    if (!turn || turn.speaker !== word.speaker || beginnings.has(word.id))
      turns.push({ first: place, words: [word], speaker: word.speaker });
    else turn.words.push(word);
  });
  return turns;
}
