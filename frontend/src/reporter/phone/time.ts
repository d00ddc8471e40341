// SPDX-License-Identifier: Apache-2.0
/** The way this phone's own region writes a language, where it is one of the phone's: en-GB for "en". */
const regional = (language: string): string =>
  navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;

/** 3:12, or 1:03:12 from an hour on, in the digits of `language`. */
export function clock(duration_ms: number, language: string): string {
  const seconds = Math.floor(duration_ms / 1000);
  const digits = (value: number, least: number): string =>
    value.toLocaleString(language, { minimumIntegerDigits: least, useGrouping: false });
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const end = `${digits(minutes, hours > 0 ? 2 : 1)}:${digits(rest, 2)}`;
  return hours > 0 ? `${digits(hours, 1)}:${end}` : end;
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "10 minutes ago", in words; under a minute, "now". */
export function ago(instant: string, language: string, now_ms = Date.now()): string {
  const seconds = Math.max(0, (now_ms - Date.parse(instant)) / 1000);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? ['second', seconds + 1];
  return words.format(-Math.floor(seconds / size), unit);
}

export const timeOfDay = (instant: string, language: string): string =>
  new Date(instant).toLocaleTimeString(regional(language), { hour: '2-digit', minute: '2-digit' });

export const day = (instant: string, language: string): string =>
  new Date(instant).toLocaleDateString(regional(language), { day: 'numeric', month: 'long', year: 'numeric' });
