// SPDX-License-Identifier: Apache-2.0
import { language } from '../shared/i18n/t.svelte.ts';

const locale = (): string => navigator.languages.find((one) => one.split('-')[0] === language()) ?? language();

export const dayOf = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));

export const minutesOf = (ms: number): string =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit: 'minute', maximumFractionDigits: 1 }).format(ms / 60_000);
