// SPDX-License-Identifier: Apache-2.0
import { language, t } from '../shared/i18n/t.svelte.ts';

/** The reader's own kind of the language: dates in British English are not American ones. */
const locale = (): string => navigator.languages.find((one) => one.split('-')[0] === language()) ?? language();

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "10 minutes ago", "in 3 days". */
export function ago(at: string, now = Date.now()): string {
  const away = Date.parse(at) - now;
  const [unit, size] = units.find(([, length]) => Math.abs(away) >= length) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(Math.round(away / size), unit);
}

export const exactly = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));

export const day = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(new Date(at));

const digits = (value: number, atLeast: number): string =>
  new Intl.NumberFormat(locale(), { minimumIntegerDigits: atLeast, useGrouping: false }).format(value);

/** A place in a sound or its length: 0:07, 1:02:03. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `${digits(minutes, hours ? 2 : 1)}:${digits(seconds % 60, 2)}`;
  return hours ? `${digits(hours, 1)}:${tail}` : tail;
}

export const percent = (share: number): string => new Intl.NumberFormat(locale(), { style: 'percent' }).format(share);

export const listed = (names: readonly string[]): string => new Intl.ListFormat(locale()).format(names);

/** "Any of them": for what is denied to all. */
export const oneOf = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names);

/** A language's name in the language of the page: "Urdu". */
export const languageSaid = (tag: string): string =>
  new Intl.DisplayNames([locale()], { type: 'language' }).of(tag) ?? tag;

export const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(bytes / 1e6);

/** When the machine will be done, by the minutes that the server names: 0 is less than one, from 60 on they are hours. */
export function readyIn(minutes: number): string {
  if (minutes === 0) return t('desk-ready-soon');
  return minutes < 60
    ? t('desk-ready-minutes', { count: minutes })
    : t('desk-ready-hours', { count: Math.round(minutes / 60) });
}
