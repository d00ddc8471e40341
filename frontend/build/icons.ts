// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

type Line = { x1: number; y1: number; x2: number; y2: number; half: number; ink: number[] };

const sides = [192, 512];
/** Each pixel is looked at in so many places across and down. */
const looks = 3;

const inkOf = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Our mark is upright and level strokes on a plain ground: that much of SVG is read here, and no more. */
export function readMark(svg: string): { side: number; ground: number[]; lines: Line[] } {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const ground = inkOf(attribute(/<rect[^>]*>/.exec(svg)?.[0] ?? '', 'fill'));
  const lines = (svg.match(/<path[^>]*>/g) ?? []).flatMap((tag) => {
    const half = Number(attribute(tag, 'stroke-width')) / 2;
    const ink = inkOf(attribute(tag, 'stroke'));
    return [...attribute(tag, 'd').matchAll(/M(\d+) (\d+)([hv])(\d+)/g)].map(([, x, y, way, length]) => {
      const [x1, y1, reach] = [Number(x), Number(y), Number(length)];
      return { x1, y1, x2: way === 'h' ? x1 + reach : x1, y2: way === 'v' ? y1 + reach : y1, half, ink };
    });
  });
  if (lines.length === 0) throw new Error('the icon has no strokes');
  return { side, ground, lines };
}

function isUnder({ x1, y1, x2, y2, half }: Line, x: number, y: number): boolean {
  const [nearX, nearY] = [Math.min(Math.max(x, x1), x2), Math.min(Math.max(y, y1), y2)];
  return Math.hypot(x - nearX, y - nearY) <= half;
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** The mark as a PNG of `pixels` by `pixels`, eight bits a colour. */
export function pngOf(svg: string, pixels: number): Buffer {
  const { side, ground, lines } = readMark(svg);
  const rows = Buffer.alloc(pixels * (1 + 3 * pixels));
  const at = (pixel: number, look: number): number => ((pixel + (look + 0.5) / looks) * side) / pixels;
  for (let row = 0; row < pixels; row += 1) {
    for (let column = 0; column < pixels; column += 1) {
      const sum = [0, 0, 0];
      for (let look = 0; look < looks * looks; look += 1) {
        const [x, y] = [at(column, look % looks), at(row, Math.floor(look / looks))];
        const ink = lines.findLast((line) => isUnder(line, x, y))?.ink ?? ground;
        ink.forEach((value, colour) => (sum[colour] = (sum[colour] ?? 0) + value));
      }
      const from = row * (1 + 3 * pixels) + 1 + 3 * column;
      sum.forEach((value, colour) => (rows[from + colour] = Math.round(value / looks ** 2)));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Home screens that take no SVG get the same mark as pictures, drawn at each build. */
export function drawIcons(folder: string): void {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  for (const side of sides) writeFileSync(join(folder, `icon-${side}.png`), pngOf(svg, side));
}
