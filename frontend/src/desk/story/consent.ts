// SPDX-License-Identifier: Apache-2.0
import { saidOr, t } from '../../shared/i18n/t.svelte.ts';

const purposes = [
  'hold_and_transcribe',
  'project_team',
  'research',
  'public_words',
  'public_voice',
  'quote_only',
  'recontact',
  'community_archive',
  'machine_training',
];

/** A purpose in words; sharing with a partner names the partner's class. */
export function purposeSaid(purpose: string): string {
  const [kind, partner] = purpose.split(':');
  if (kind === 'share_partner')
    return t('desk-purpose-share-partner', { partner: partner ? saidOr(`recipient-${partner}`, partner) : '' });
  return purposes.includes(purpose) ? t(`desk-purpose-${purpose.replaceAll('_', '-')}`) : purpose;
}

const known: Record<string, readonly string[]> = {
  form: ['words', 'voice'],
  name: ['real', 'pseudonym', 'none'],
  reuse: ['view', 'quote', 'remix'],
  place: ['exact', 'area', 'none'],
  date: ['exact', 'month', 'year'],
};

/** What was allowed within a yes: "words only · no name". */
export const facetsSaid = (facets: Readonly<Record<string, unknown>>): string =>
  Object.entries(facets)
    .map(([facet, value]) => facetSaid(facet, value))
    .filter(Boolean)
    .join(' · ');

function facetSaid(facet: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') return '';
  return known[facet]?.includes(value) ? t(`desk-facet-${facet}-${value}`) : value;
}
