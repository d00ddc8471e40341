// SPDX-License-Identifier: Apache-2.0
import { language } from '../shared/i18n/t.svelte.ts';

export const dayOf = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));

export const minutesOf = (ms: number): string =>
  new Intl.NumberFormat(language(), { style: 'unit', unit: 'minute', maximumFractionDigits: 1 }).format(ms / 60_000);
