// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { joined, lengthOf, nextFrom, placeIn, precise, unheardOf } from './times.ts';

const from = (start_ms: number, end_ms: number) => ({ start_ms, end_ms });

describe('what was heard of a talk', () => {
  it('is one line, however often a stretch was played', () => {
    expect(joined([from(5000, 9000), from(0, 4000), from(3000, 5000)])).toEqual([from(0, 9000)]);
    expect(lengthOf([from(0, 4000), from(5000, 9000)])).toBe(8000);
  });

  it('forgives the quarter of a second that a player leaves out, and not more', () => {
    expect(unheardOf(10_000, [from(0, 4000), from(4250, 9800)])).toEqual([]);
    expect(unheardOf(10_000, [from(0, 4000), from(4300, 9000)])).toEqual([from(4000, 4300), from(9000, 10_000)]);
    expect(unheardOf(10_000, [])).toEqual([from(0, 10_000)]);
  });

  it('leads on to the next stretch, and from the last back to the first', () => {
    const unheard = [from(0, 1000), from(5000, 6000)];
    expect(nextFrom(unheard, 400)).toEqual(from(0, 1000));
    expect(nextFrom(unheard, 1000)).toEqual(from(5000, 6000));
    expect(nextFrom(unheard, 9000)).toEqual(from(0, 1000));
    expect(nextFrom([], 0)).toBeNull();
  });
});

describe('a place in the sound', () => {
  it('is written to the tenth of a second', () => {
    expect([0, 7340, 61_999, 3_720_000].map(precise)).toEqual(['0:00.0', '0:07.3', '1:01.9', '62:00.0']);
  });

  it('is read as people write it, in their own digits too', () => {
    expect(['0:07.3', '7.3', ' 1:02 ', '1:02:03.5', '62:00,5', '٠:٠٧٫٣', '۱:۰۲'].map(placeIn)).toEqual([
      7300, 7300, 62_000, 3_723_500, 3_720_500, 7300, 62_000,
    ]);
  });

  it('is nothing where it cannot be one', () => {
    expect(['', 'soon', '1:75', '1:2:3:4', '-3'].map(placeIn)).toEqual([null, null, null, null, null]);
  });
});
