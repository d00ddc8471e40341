// SPDX-License-Identifier: Apache-2.0
import { sendAll } from './outbox/sender.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE_HASH__: string;

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

type Listed = { path: string; hash: string };

const root = '/r/';
const cacheName = `notes-${__PRECACHE_HASH__}`;

const checked = (path: string, hash: string): Promise<Response> =>
  fetch(root + path, { cache: 'no-cache', integrity: `sha256-${hash}` });

/** Each file is fetched past every cache and checked against the hash it was built with. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  const files = (await (await checked('precache.json', __PRECACHE_HASH__)).json()) as Listed[];
  await Promise.all(
    files.map(async ({ path, hash }) => {
      const file = path === 'index.html' ? '' : path;
      await cache.put(root + file, await checked(file, hash));
    }),
  );
}

async function clear(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith('notes-') && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function sendInBackground(): Promise<void> {
  const { left } = await sendAll();
  if (left > 0) throw new Error('not everything has been sent yet');
}

/** Only when somebody asked for it does a new version take over, and never while it records or sends. */
async function takeOver(): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  const busy = held.some(({ name = '' }) => name === 'send' || name.startsWith('rec-'));
  if (!busy) await self.skipWaiting();
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(clear()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOver());
});
self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== self.location.origin || event.request.method !== 'GET' || !pathname.startsWith(root)) return;
  event.respondWith(caches.match(pathname, { cacheName }).then((kept) => kept ?? fetch(event.request)));
});
self.addEventListener('sync' as 'message', (event: Event) => {
  if ((event as SyncEvent).tag === 'send') (event as SyncEvent).waitUntil(sendInBackground());
});
