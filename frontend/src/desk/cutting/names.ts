// SPDX-License-Identifier: Apache-2.0
import { t } from '../../shared/i18n/t.svelte.ts';
import { listed } from '../said.ts';
import type { Person } from './cutting.ts';

/** Who has gone, as a list: by name, or by what they were in the talk. */
export const goneNames = (people: readonly Person[]): string =>
  listed(
    people.filter(({ is_gone }) => is_gone).map(({ role, display_name }) => display_name || t(`desk-role-${role}`)),
  );
