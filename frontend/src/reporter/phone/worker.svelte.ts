// SPDX-License-Identifier: Apache-2.0
type ScriptPolicy = { createScriptURL: (url: string) => string };
type PolicyMaker = { createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy };

const workerAddress = '/r/sw.js';

let waiting = $state.raw<ServiceWorker | null>(null);
let later = $state(false);
let replaced = $state(false);
let asked = false;

/** A new version lies ready and takes over when somebody asks, or at the next cold start. */
export const newVersion = (): boolean => waiting !== null;
/** Somebody asked, and something was being recorded or sent. */
export const newVersionLater = (): boolean => later;
/** Another window has taken the new version; this one goes on as it is until somebody opens it anew. */
export const isReplaced = (): boolean => replaced;

export function takeNewVersion(): void {
  later = false;
  asked = true;
  waiting?.postMessage('take over');
}

/** The one script address that this policy lets through is our own worker's. */
function trusted(url: string): string {
  const maker = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes;
  const admit = (wanted: string): string => {
    if (wanted !== workerAddress) throw new TypeError('no other worker');
    return wanted;
  };
  return maker ? maker.createPolicy('heardwell-worker', { createScriptURL: admit }).createScriptURL(url) : admit(url);
}

/** No page is ever opened anew by another: only the one in which somebody asked. */
function takenOver(): void {
  if (asked) location.reload();
  else replaced = true;
}

function putOff({ data }: MessageEvent): void {
  if (data !== 'later') return;
  later = true;
  asked = false;
}

export async function startWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const workers = navigator.serviceWorker;
  workers.addEventListener('controllerchange', takenOver);
  workers.addEventListener('message', putOff);
  const registration = await workers.register(trusted(workerAddress), { scope: '/r/' });
  const look = (): void => void (waiting = workers.controller ? registration.waiting : null);
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  workers.addEventListener('controllerchange', look);
}
