// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { filesUnder } from './shipping.ts';

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('base64');

/**
 * Writes `precache.json`, every file of `folder` with its SHA-256, and builds the service worker as one classic script that knows the
 * hash of that list: another list is another worker.
 */
export async function buildWorker(source: string, folder: string): Promise<void> {
  const files = filesUnder(folder).map((path) => ({ path, hash: hashOf(readFileSync(join(folder, path))) }));
  const list = JSON.stringify(files);
  writeFileSync(join(folder, 'precache.json'), list);
  await build({
    configFile: false,
    publicDir: false,
    define: { __PRECACHE_HASH__: JSON.stringify(hashOf(list)) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
    logLevel: 'warn',
  });
}
