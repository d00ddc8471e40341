// SPDX-License-Identifier: Apache-2.0
const shortest_px = 48;

/** The card `pages` further on; behind the last comes the first. */
export const pageBy = (place: number, pages: number, count: number): number =>
  count === 0 ? 0 : (((place + pages) % count) + count) % count;

/** A stroke across is one page, in the direction of reading; a short or an upright one is none. */
export function swipedPages(across_px: number, down_px: number, mirrored: boolean): -1 | 0 | 1 {
  if (Math.abs(across_px) < shortest_px || Math.abs(across_px) < 2 * Math.abs(down_px)) return 0;
  return across_px < 0 === mirrored ? -1 : 1;
}
