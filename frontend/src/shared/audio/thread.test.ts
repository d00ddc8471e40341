// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { joined, stitches, threadPath, type Peaks } from './thread.ts';

const spoken = (loudness: number[]): Peaks => ({
  version: 2,
  channels: 1,
  sample_rate: 16_000,
  samples_per_pixel: 800,
  bits: 8,
  length: loudness.length * 20,
  data: loudness.flatMap((loud) => Array.from({ length: 20 }, () => [-loud, loud]).flat()),
});

describe('the thread', () => {
  it('has one stitch for every second of voice, the loudest being whole', () => {
    const heights = stitches(spoken([100, 25, 0]));
    expect(heights).toEqual([1, 0.5, 0]);
  });

  it('counts a last second that was cut short', () => {
    const peaks = spoken([10, 10]);
    expect(stitches({ ...peaks, length: 25 })).toHaveLength(2);
  });

  it('lies flat where nobody spoke', () => {
    expect(stitches(spoken([0, 0]))).toEqual([0, 0]);
  });

  it('joins the stitches of a long story and keeps the loudest of neighbours', () => {
    expect(joined([0.1, 0.9, 0.2, 0.3], 2)).toEqual([0.9, 0.3]);
    expect(joined([0.1, 0.9], 8)).toEqual([0.1, 0.9]);
  });

  it('draws upright stitches around the middle', () => {
    expect(threadPath([1])).toBe('M0.5 4.0V96.0');
  });
});
