// SPDX-License-Identifier: Apache-2.0
const patience_ms = 3_000;

/**
 * Asks the server to know this phone no more. A phone without a network goes all the same, so this waits a moment for the answer and
 * never fails; a question that is under way is asked to its end behind the page's back.
 */
export async function sayGoodbye(token: string | undefined): Promise<void> {
  if (token === undefined || !navigator.onLine) return;
  const init = { method: 'DELETE', headers: { Authorization: `Bearer ${token}` }, keepalive: true } as const;
  const told = fetch('/api/device', { ...init, cache: 'no-store', redirect: 'manual' }).catch(() => undefined);
  await Promise.race([told, new Promise((enough) => setTimeout(enough, patience_ms))]);
}
