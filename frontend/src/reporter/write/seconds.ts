// SPDX-License-Identifier: Apache-2.0
const step_s = 5;
const minute_s = 60;

/** "10 seconds ago", in steps that do not flicker; from a minute on in minutes. */
export function secondsAgo(passed_ms: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const seconds = Math.max(0, passed_ms / 1000);
  if (seconds >= minute_s) return words.format(-Math.floor(seconds / minute_s), 'minute');
  return words.format(-step_s * Math.floor(seconds / step_s), 'second');
}
