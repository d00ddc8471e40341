// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Marks } from './cutting.ts';
import { leftOf } from './left.ts';
import type { Reading } from './marks.ts';

const facts = { medium: 'audio' as const, duration_ms: 60_000, left: [] };
const nothing: Reading = { goes: new Set(), outside: [], overlaps: new Map() };
const marks: Marks = {
  spans: [{ start_ms: 0, end_ms: 900, with_others: false }],
  word_spans: [],
  speakers: [],
  nothing_said: false,
};

describe('what is left to do', () => {
  it('is nothing when all is heard and marked', () => {
    expect(leftOf(facts, marks, nothing, [])).toEqual([]);
    expect(leftOf(facts, { ...marks, spans: [], nothing_said: true }, nothing, [])).toEqual([]);
  });

  it('is named in the order in which somebody would do it, with every place', () => {
    const reading: Reading = { goes: new Set(), outside: [4, 5, 9], overlaps: new Map([[0, [2]]]) };
    expect(leftOf(facts, marks, reading, [{ start_ms: 0, end_ms: 5000 }])).toEqual([
      { slug: 'cut-unheard', stretches: [{ start_ms: 0, end_ms: 5000 }], ms: 5000 },
      {
        slug: 'cut-words-outside',
        spans: [
          { from: 4, to: 5 },
          { from: 9, to: 9 },
        ],
        count: 3,
      },
      { slug: 'cut-overlap', marks: [0] },
    ]);
    expect(leftOf({ ...facts, duration_ms: null }, { ...marks, spans: [] }, nothing, [])).toEqual([
      { slug: 'cut-no-sound' },
      { slug: 'cut-not-marked' },
    ]);
  });

  it('is no overlap where somebody said that both go', () => {
    const both = { ...marks, spans: [{ start_ms: 0, end_ms: 900, with_others: true }] };
    expect(leftOf(facts, both, { ...nothing, overlaps: new Map([[0, [2]]]) }, [])).toEqual([]);
  });

  it('is also what the server alone knows', () => {
    const left = [
      { slug: 'cut-unheard', detail: 'seen otherwise here' },
      { slug: 'cut-new', detail: 'Something else.' },
    ];
    expect(leftOf({ ...facts, left }, marks, nothing, [])).toEqual([{ slug: 'other', detail: 'Something else.' }]);
  });
});
