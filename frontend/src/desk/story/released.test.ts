// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { released } from './released.ts';
import type { Redaction, Story } from './story.ts';

const words = 'we met Rosa Diaz at the well'.split(' ').map((text, place) => ({
  id: `w${place}`,
  text,
  start_ms: place * 500,
  end_ms: place * 500 + 400,
  probability: 1,
  speaker: null,
}));
const transcript: Story['transcript'] = { revision: 0, language: 'en', words, segments: [], flags: [] };
const name: Redaction = {
  redaction_id: 'r',
  from_word: 'w2',
  to_word: 'w3',
  start_ms: null,
  end_ms: null,
  reason: 'name',
  replacement: 'a friend',
};

const shown = (redactions: Redaction[]): string[] =>
  released({ transcript, redactions }).flatMap(({ pieces }) => pieces.map(({ text }) => text));

describe('the words as they would leave', () => {
  it('hold one ink block for a whole redaction, with what stands in its place', () => {
    expect(shown([name])).toEqual(['we', 'met', 'a friend', 'at', 'the', 'well']);
  });

  it('are whole when nothing was removed', () => {
    expect(shown([]).join(' ')).toBe('we met Rosa Diaz at the well');
  });
});
