// SPDX-License-Identifier: Apache-2.0
let closing: (() => Promise<void>) | undefined;
const longest_ms = 800;
const mark = 'left';
const blank = 'about:blank';

/** What must be closed before the page goes away: the part being recorded. */
export function closeFirst(close: (() => Promise<void>) | undefined): void {
  closing = close;
}

function vanish(): void {
  document.documentElement.hidden = true;
  location.replace(blank);
}

/** Keeps the sound and leaves a blank page where this one was; going back leads to blank pages too. */
export async function leaveQuickly(): Promise<void> {
  document.documentElement.hidden = true;
  sessionStorage.setItem(mark, mark);
  await Promise.race([closing?.(), new Promise((enough) => setTimeout(enough, longest_ms))]);
  vanish();
}

/** True where somebody went back to a page that was left quickly: it is gone at once. Opening the app anew is no going back. */
export function wasLeft(): boolean {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && sessionStorage.getItem(mark) !== null) vanish();
  });
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (sessionStorage.getItem(mark) === null) return false;
  if (way?.type === 'back_forward') {
    vanish();
    return true;
  }
  sessionStorage.removeItem(mark);
  return false;
}
