// SPDX-License-Identifier: Apache-2.0
import { sendAll } from './outbox/sender.ts';
import { shareAddress, takeShared } from './received/sharing.ts';

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

/** An asset's name holds its hash: one that lies here already, of an older version or of a broken installation, is not asked again. */
const got = async (path: string, hash: string): Promise<Response> =>
  (path.startsWith('assets/') ? await caches.match(root + path) : undefined) ?? checked(path, hash);

/** Every file is checked against the hash it was built with. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  const files = (await (await checked('precache.json', __PRECACHE_HASH__)).json()) as Listed[];
  await Promise.all(
    files.map(async ({ path, hash }) => {
      const file = path === 'index.html' ? '' : path;
      await cache.put(root + file, await got(file, hash));
    }),
  );
}

async function clear(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith('notes-') && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The parts go out under the hash they were closed with, which the server holds them against. */
async function sendInBackground(): Promise<void> {
  const { left } = await sendAll({ insist: false, queue: true, check: (part) => Promise.resolve(part) });
  if (left > 0) throw new Error('some are left');
}

/** Only when somebody asked for it does a new version take over, and never while anything is recorded or sent. */
async function takeOver(asker: Client | null): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  const busy = held.some(({ name = '' }) => name === 'send' || name.startsWith('rec-'));
  if (busy) asker?.postMessage('later');
  else await self.skipWaiting();
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(clear()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOver(event.source as Client | null));
});
self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method === 'POST' && pathname === shareAddress) return event.respondWith(takeShared(event.request));
  if (origin !== self.location.origin || event.request.method !== 'GET' || !pathname.startsWith(root)) return;
  event.respondWith(caches.match(pathname, { cacheName }).then((kept) => kept ?? fetch(event.request)));
});
self.addEventListener('sync' as 'message', (event: Event) => {
  if ((event as SyncEvent).tag === 'send') (event as SyncEvent).waitUntil(sendInBackground());
});
