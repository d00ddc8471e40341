// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps the screen on while recording, and asks again each time the page is seen. `told` hears whether the system agreed: where it does
 * not, recording goes on all the same and the person keeps the screen on.
 */
export function keepAwake(told: (awake: boolean) => void): () => void {
  let lock: WakeLockSentinel | undefined;
  let wanted = true;
  const ask = async (): Promise<void> => {
    if (!wanted || document.visibilityState !== 'visible') return;
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (!wanted) return void lock?.release();
    told(lock !== undefined);
  };
  const again = (): void => void ask();
  document.addEventListener('visibilitychange', again);
  void ask();
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}
