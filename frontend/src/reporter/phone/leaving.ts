// SPDX-License-Identifier: Apache-2.0
let closing: (() => Promise<void>) | undefined;
const longest_ms = 800;

/** What must be closed before the page goes away: the part being recorded. */
export function closeFirst(close: (() => Promise<void>) | undefined): void {
  closing = close;
}

/** Keeps the sound and leaves a blank page where this one was. */
export async function leaveQuickly(): Promise<void> {
  document.documentElement.hidden = true;
  await Promise.race([closing?.(), new Promise((enough) => setTimeout(enough, longest_ms))]);
  location.replace('about:blank');
}
