// SPDX-License-Identifier: Apache-2.0
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { developmentServer, frontend, statics } from './build/paths.ts';
import { shipping } from './build/shipping.ts';

const folder = join(statics, 'desk');
const entries = {
  desk: join(frontend, 'desk/index.html'),
  partner: join(frontend, 'partner/index.html'),
  receipt: join(frontend, 'src/receipt/main.ts'),
};

export default defineConfig({
  root: frontend,
  base: '/desk/',
  publicDir: false,
  server: developmentServer,
  plugins: [
    svelte(),
    shipping({
      folder,
      moved: { 'desk/index.html': 'index.html' },
      budgets: [
        { what: 'desk script', files: /^assets\/(?!partner|receipt).*\.js$/, gzipBytes: 180_000 },
        { what: 'receipt script', files: /^receipt\.js$/, gzipBytes: 15_000 },
      ],
    }),
  ],
  build: {
    outDir: folder,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    rolldownOptions: {
      input: entries,
      output: {
        entryFileNames: ({ name }) => (name === 'receipt' ? 'receipt.js' : 'assets/[name]-[hash].js'),
        assetFileNames: ({ names }) =>
          names.includes('receipt.css') ? 'receipt.css' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
