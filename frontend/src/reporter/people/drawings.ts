// SPDX-License-Identifier: Apache-2.0
export type Drawing = { key: string; path: string; spot: readonly [x: number, y: number, radius: number] };

/** Things, not faces, on a 48-unit grid: each person of a shared phone is known by one. Their order is kept on phones. */
export const drawings: readonly Drawing[] = [
  {
    key: 'bird',
    path: 'M6 27c7-11 17-13 25-7l11-4-6 9c0 10-8 16-18 14-7-1-11-5-12-12zM21 39l-2 6M28 38l2 6M35 21v.01M14 29c5 4 11 3 15-2',
    spot: [20, 28, 9],
  },
  { key: 'boat', path: 'M5 33h38l-7 10H12zM24 5v28M24 8l14 19H24M24 12L12 27h12', spot: [30, 20, 8] },
  {
    key: 'tree',
    path: 'M24 44V24M24 35l8-7M24 30l-6-6M24 5c-8 0-14 6-14 13s6 12 14 12 14-5 14-12S32 5 24 5zM15 44h18',
    spot: [18, 15, 8],
  },
  {
    key: 'cup',
    path: 'M9 17h26v15a10 10 0 0 1-10 10h-6A10 10 0 0 1 9 32zM35 21h3a5 5 0 0 1 0 11h-3M18 4c-3 3 2 5-1 9M27 4c-3 3 2 5-1 9',
    spot: [22, 29, 9],
  },
  { key: 'star', path: 'M24 4l6 14 14 2-11 10 3 14-12-7-12 7 3-14L4 20l14-2z', spot: [24, 25, 8] },
  {
    key: 'lamp',
    path: 'M18 10h12M24 4v6M18 10l-3 7M30 10l3 7M15 17h18l2 18H13zM10 35h28v8H10zM24 21c-5 5-4 9 0 11 4-2 5-6 0-11z',
    spot: [24, 27, 9],
  },
  { key: 'leaf', path: 'M8 40C5 18 18 7 43 5c1 25-10 38-35 35zM5 44l26-27M18 30v-9M22 26h10', spot: [27, 21, 9] },
  {
    key: 'shell',
    path: 'M17 41L5 23C7 11 15 5 24 5s17 6 19 18L31 41zM24 41V5M20 41L13 9M28 41l7-32M15 41h18',
    spot: [24, 18, 9],
  },
  { key: 'kite', path: 'M24 3l15 16-15 17L9 19zM24 3v33M9 19h30M24 36c7 2-5 5 2 9', spot: [30, 13, 7] },
  {
    key: 'key',
    path: 'M15 7a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM22 24l19 18M32 34l5-6M37 38l5-5M14 16v.01',
    spot: [15, 17, 7],
  },
  { key: 'mountain', path: 'M3 41l16-27 9 14 5-7 12 20zM13 24l5 4 3-5 4 1M37 6a5 5 0 1 0 .01 0z', spot: [37, 11, 5] },
  {
    key: 'fish',
    path: 'M4 24c7-13 23-14 31-3l9-8v22l-9-8C27 38 11 37 4 24zM12 22v.01M20 15c5 6 5 12 0 18M27 22h.01M28 27h.01',
    spot: [23, 24, 9],
  },
];

export const drawingAt = (place: number): Drawing => drawings[place % drawings.length] as Drawing;

/** One that nobody here has yet, as long as there is one. */
export function freeDrawing(taken: readonly number[]): number {
  const free = drawings.findIndex((_, place) => !taken.includes(place));
  return free === -1 ? taken.length % drawings.length : free;
}
