// SPDX-License-Identifier: Apache-2.0
import { saidOr, t } from '../../shared/i18n/t.svelte.ts';
import { dayOf } from '../said.ts';
import type { Edition } from '../wire.ts';

const conditionSaid = (condition: string): string =>
  saidOr(`partner-condition-${condition.replace(':', '-')}`, condition);

/** An edition's terms as sentences. */
export function termsSaid({ terms, audio, credit }: Edition): string[] {
  const attribution = terms.attribution || credit;
  return [
    t(audio ? 'partner-terms-voice' : 'partner-terms-words'),
    attribution ? t('partner-terms-credit', { credit: attribution }) : t('partner-terms-no-credit'),
    terms.licence ? t('partner-terms-licence', { licence: terms.licence }) : t('partner-terms-no-licence'),
    ...(terms.embargo_until ? [t('partner-terms-embargo', { when: dayOf(terms.embargo_until) })] : []),
    ...(terms.expires_at ? [t('partner-terms-until', { when: dayOf(terms.expires_at) })] : []),
    ...[terms.conditions ?? []].flat().filter(Boolean).map(conditionSaid),
  ];
}
