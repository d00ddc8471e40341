// SPDX-License-Identifier: Apache-2.0
type Apple = Navigator & { standalone?: boolean };

/** In a window of its own, from the home screen. */
export const isInstalled = (): boolean =>
  (navigator as Apple).standalone === true || matchMedia('(display-mode: standalone)').matches;

/** A touch phone that knows the home screen but never offers it: there, what lies in a tab may be deleted after seven days. */
export const needsHomeScreen = (): boolean =>
  'standalone' in navigator &&
  !isInstalled() &&
  !('onbeforeinstallprompt' in globalThis) &&
  navigator.maxTouchPoints > 0;

const warned_ms = 5 * 24 * 60 * 60 * 1000;

/** Whether a story has lain in such a tab so long that its person should be reminded. */
export const mayBeEvicted = (recorded_at: string, now_ms: number): boolean =>
  needsHomeScreen() && now_ms - Date.parse(recorded_at) >= warned_ms;
