// SPDX-License-Identifier: Apache-2.0
import { saidOr } from '../../shared/i18n/t.svelte.ts';
import { actionSaid } from '../story/history.ts';

/** What the audit calls a deed, in words; `story.released` and its like are what one partner was told. */
export function actSaid(action: string): string {
  const [subject = '', told] = action.split('.');
  return told && subject === 'story' ? saidOr(`desk-told-${told}`, actionSaid(action)) : actionSaid(action);
}
