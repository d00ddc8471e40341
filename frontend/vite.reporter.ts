// SPDX-License-Identifier: Apache-2.0
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { drawIcons } from './build/icons.ts';
import { developmentServer, frontend, statics } from './build/paths.ts';
import { shipping } from './build/shipping.ts';
import { buildWorker } from './build/worker.ts';

const folder = join(statics, 'reporter');

export default defineConfig({
  root: frontend,
  base: '/r/',
  publicDir: join(frontend, 'reporter/public'),
  server: developmentServer,
  plugins: [
    svelte(),
    shipping({
      folder,
      moved: { 'reporter/index.html': 'index.html' },
      finish: async () => {
        drawIcons(folder);
        await buildWorker(join(frontend, 'src/reporter/sw.ts'), folder);
      },
      budgets: [
        { what: 'reporter script, first load', files: /^assets\/index-.*\.js$/, gzipBytes: 45_000 },
        { what: 'reporter style', files: /\.css$/, gzipBytes: 10_000 },
        { what: 'service worker', files: /^sw\.js$/, gzipBytes: 6_500 },
        { what: 'precache', files: /^(?!sw\.js|precache\.json)/, gzipBytes: 200_000 },
      ],
    }),
  ],
  build: {
    outDir: folder,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: join(frontend, 'reporter/index.html') },
  },
});
