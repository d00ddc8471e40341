// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

export type Budget = { what: string; files: RegExp; gzipBytes: number };

const compressible = /\.(?:js|css|html|svg|ftl|txt|json|webmanifest)$/;

/** Paths of all files under `folder`, relative to it, with forward slashes. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export const gzipSize = (folder: string, file: string): number =>
  gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;

/** Throws with every budget that `sizes` (gzip bytes by file) breaks, and says what was found. */
export function holdBudgets(budgets: Budget[], sizes: ReadonlyMap<string, number>): void {
  const broken = budgets.flatMap(({ what, files, gzipBytes }) => {
    const sum = [...sizes].filter(([file]) => files.test(file)).reduce((total, [, size]) => total + size, 0);
    return sum > gzipBytes ? [`${what}: ${sum} of ${gzipBytes} bytes (gzip)`] : [];
  });
  if (broken.length > 0) throw new Error(`over budget\n${broken.join('\n')}`);
}

function compress(folder: string): void {
  for (const file of filesUnder(folder).filter((name) => compressible.test(name))) {
    const path = join(folder, file);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}

type Shipping = {
  folder: string;
  budgets: Budget[];
  /** Documents that Vite wrote beside their sources' path and that belong elsewhere: from → to. */
  moved?: Record<string, string>;
  /** Runs on the finished folder before budgets and compression. */
  finish?: (folder: string) => Promise<void> | void;
};

/** Puts documents in their place, holds the budgets and writes `.gz` and `.br` beside each text file. */
export function shipping({ folder, budgets, moved = {}, finish }: Shipping): Plugin {
  return {
    name: 'heardwell-shipping',
    apply: 'build',
    async closeBundle() {
      for (const [from, to] of Object.entries(moved)) renameSync(join(folder, from), join(folder, to));
      for (const emptied of new Set(Object.keys(moved).map((from) => from.split('/')[0] ?? ''))) {
        const left = filesUnder(folder).some((file) => file.startsWith(`${emptied}/`));
        if (!left) rmSync(join(folder, emptied), { recursive: true, force: true });
      }
      await finish?.(folder);
      const files = filesUnder(folder);
      holdBudgets(budgets, new Map(files.map((file) => [file, gzipSize(folder, file)])));
      compress(folder);
    },
  };
}
