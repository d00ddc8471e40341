// SPDX-License-Identifier: Apache-2.0
import type { Sound } from '../../shared/api/reporter-wire.ts';
import { language } from '../../shared/i18n/t.svelte.ts';
import { savesData, waitsForWifi } from '../outbox/wifi.ts';
import type { Membership } from '../phone/database.ts';
import { phone } from '../phone/phone.svelte.ts';
import { keptSounds, nowKept } from './kept.svelte.ts';
import { soundsByLanguage } from './script.ts';
import { dropOtherShelves, keepSounds, shelfOf } from './spoken-cache.ts';

const patience_ms = 60_000;
const again_ms = 120_000;

let waiting: ReturnType<typeof setTimeout> | undefined;

const fetchWith =
  (token: string) =>
  ({ audio_url }: Sound): Promise<Response> =>
    fetch(audio_url, {
      headers: { Authorization: `Bearer ${token}` },
      cache: 'no-store',
      signal: AbortSignal.timeout(patience_ms),
    });

const later = (): Promise<Response> => Promise.reject(new Error('on a better line'));

/** The language of the screen first; the others too, unless the line is dear to this phone. */
async function keepAll({ project, device_token }: Membership, first: string): Promise<void> {
  const wanted = soundsByLanguage(project, first);
  await dropOtherShelves(new Set(wanted.keys()));
  const dear = savesData() || (await waitsForWifi());
  const here = new Set<string>();
  let missing = 0;
  for (const [tag, sounds] of wanted) {
    const fetched = tag !== first && dear ? later : fetchWith(device_token);
    const { kept, left } = await keepSounds(await caches.open(shelfOf(tag)), sounds, fetched);
    kept.forEach((sha256) => here.add(sha256));
    missing += left;
    nowKept(new Set([...keptSounds(), ...here]));
  }
  nowKept(here);
  if (missing > 0) tryLater();
}

function tryLater(): void {
  clearTimeout(waiting);
  waiting = setTimeout(keep, again_ms);
}

function keep(): void {
  const { ready, membership } = phone;
  const first = language();
  clearTimeout(waiting);
  if (!ready) return;
  if (!membership) void dropOtherShelves(new Set());
  else navigator.locks.request('spoken', () => keepAll(membership, first)).catch(tryLater);
}

/** Keeps the phone's recorded sounds as its bundle names them, from now on. */
export function keepSpoken(): void {
  $effect.root(() => {
    $effect(keep);
  });
  addEventListener('online', keep);
}
