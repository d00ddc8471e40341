// SPDX-License-Identifier: Apache-2.0
type ScriptPolicy = { createScriptURL: (url: string) => string };
type PolicyMaker = { createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy };

const workerAddress = '/r/sw.js';

let waiting = $state.raw<ServiceWorker | null>(null);

/** A new version lies ready and takes over when somebody asks, or at the next cold start. */
export const newVersion = (): boolean => waiting !== null;
export const takeNewVersion = (): void => waiting?.postMessage('take over');

/** The one script address that this policy lets through is our own worker's. */
function trusted(url: string): string {
  const maker = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes;
  const admit = (asked: string): string => {
    if (asked !== workerAddress) throw new TypeError('no other worker');
    return asked;
  };
  return maker ? maker.createPolicy('heardwell-worker', { createScriptURL: admit }).createScriptURL(url) : admit(url);
}

export async function startWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const registration = await navigator.serviceWorker.register(trusted(workerAddress), { scope: '/r/' });
  const look = (): void => void (waiting = navigator.serviceWorker.controller ? registration.waiting : null);
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  navigator.serviceWorker.addEventListener('controllerchange', look);
}
