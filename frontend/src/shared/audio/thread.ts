// SPDX-License-Identifier: Apache-2.0
/** Peaks in the second version of audiowaveform's JSON: a lowest and a highest value for each pixel. */
export type Peaks = {
  version: number;
  channels: number;
  sample_rate: number;
  samples_per_pixel: number;
  bits: 8 | 16;
  length: number;
  data: number[];
};

const faintest = 0.06;

/** One height between 0 and 1 for every second of voice, the loudest second being 1. */
export function stitches(peaks: Peaks): number[] {
  const pixelsPerSecond = peaks.sample_rate / peaks.samples_per_pixel;
  const step = 2 * peaks.channels;
  const seconds = Math.ceil(peaks.length / pixelsPerSecond);
  const means = Array.from({ length: seconds }, (_, second) => {
    const from = Math.round(second * pixelsPerSecond);
    const to = Math.min(Math.round((second + 1) * pixelsPerSecond), peaks.length);
    let sum = 0;
    for (let pixel = from; pixel < to; pixel += 1) {
      sum += (peaks.data[pixel * step + 1] ?? 0) - (peaks.data[pixel * step] ?? 0);
    }
    return to > from ? sum / (to - from) : 0;
  });
  const loudest = means.reduce((most, mean) => Math.max(most, mean), 0);
  return means.map((mean) => (loudest > 0 ? Math.sqrt(mean / loudest) : 0));
}

/** No more than `most` stitches: neighbours are joined, the loudest of them stands. */
export function joined(heights: readonly number[], most: number): number[] {
  if (heights.length <= most) return [...heights];
  return Array.from({ length: most }, (_, place) => {
    const from = Math.floor((place * heights.length) / most);
    const to = Math.floor(((place + 1) * heights.length) / most);
    return Math.max(...heights.slice(from, to));
  });
}

/** An SVG path of upright stitches, one unit apart, around a line at 50 of 100 units of height. */
export function threadPath(heights: readonly number[]): string {
  return heights
    .map((height, place) => {
      const half = 46 * Math.max(faintest, Math.min(1, height));
      return `M${place + 0.5} ${(50 - half).toFixed(1)}V${(50 + half).toFixed(1)}`;
    })
    .join('');
}
