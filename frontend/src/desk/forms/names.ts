// SPDX-License-Identifier: Apache-2.0
import { t } from '../../shared/i18n/t.svelte.ts';

/** What a question is about, in the desk's words. */
export function purposeSaid(key: string): string {
  const [name, who] = key.split(':');
  return who === undefined ? t(`desk-forms-purpose-${key}`) : t(`desk-forms-purpose-${name ?? ''}`, { who });
}
