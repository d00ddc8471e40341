// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { filesUnder } from './shipping.ts';

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('base64');

/** Nothing here walks with a cursor, and that is a third of idb. */
const idbWithoutCursors: Plugin = {
  name: 'heardwell-idb-without-cursors',
  transform(code, id) {
    if (!id.endsWith('/idb/build/index.js')) return null;
    const [begin, end] = [code.indexOf('const advanceMethodProps'), code.lastIndexOf('export {')];
    if (begin < 0 || end < begin) throw new Error('idb is written in another way than it was');
    return { code: code.slice(0, begin) + code.slice(end), map: null };
  },
};

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
    plugins: [idbWithoutCursors],
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
