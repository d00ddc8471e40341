// SPDX-License-Identifier: Apache-2.0
import { language } from '../shared/i18n/t.svelte.ts';

const locale = (): string => navigator.languages.find((one) => one.split('-')[0] === language()) ?? language();

export const dayOf = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));

const counted = (count: number, unit: 'second' | 'minute'): string =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(count);

/** "17 seconds", "12 minutes". */
export const lengthOf = (ms: number): string =>
  ms < 90_000 ? counted(ms / 1000, 'second') : counted(ms / 60_000, 'minute');
