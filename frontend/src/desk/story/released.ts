// SPDX-License-Identifier: Apache-2.0
import type { Story } from './story.ts';
import { inked, placesById, turnsOf } from './turns.ts';

export type Piece = { removed: boolean; text: string };
export type ReleasedTurn = { first: number; speaker: string | null; pieces: Piece[] };

/** The words as they would leave: each redaction is one ink block, with the words that stand in its place. */
export function released(story: Pick<Story, 'transcript' | 'redactions'>): ReleasedTurn[] {
  const words = story.transcript?.words ?? [];
  const ink = inked(words, story.redactions, placesById(words));
  return turnsOf(words).map((turn) => {
    const pieces: Piece[] = [];
    turn.words.forEach((word, index) => {
      const redaction = ink.get(turn.first + index);
      if (!redaction) pieces.push({ removed: false, text: word.text.trim() });
      else if (index === 0 || ink.get(turn.first + index - 1) !== redaction)
        pieces.push({ removed: true, text: redaction.replacement });
    });
    return { first: turn.first, speaker: turn.speaker, pieces };
  });
}
