// SPDX-License-Identifier: Apache-2.0
import { saidOr, t } from '../../shared/i18n/t.svelte.ts';
import { day, listed, oneOf } from '../said.ts';
import { facetsSaid } from './consent.ts';
import type { Allowed, Way } from './story.ts';

/** Who is meant by a question that says itself how the story reaches them. */
const readers: Record<string, string> = {
  public_words: 'recipient-public',
  public_voice: 'recipient-public',
  quote_only: 'desk-allowed-reports',
};

/** What all voices of a story allow together, in one sentence or a few short ones. */
export function allowedSaid(allowed: Allowed): string {
  if (allowed.shut) return t(`desk-allowed-${allowed.shut}`);
  return [
    allowed.to_team ? '' : t('desk-allowed-not-team'),
    allowed.to.length ? t('desk-allowed-to', { who: listed(allowed.to.map(waySaid)) }) : t('desk-allowed-nowhere'),
    allowed.to.length && allowed.not_to.length
      ? t('desk-allowed-not-to', { who: oneOf(allowed.not_to.map(refusedSaid)) })
      : '',
    whenSaid(allowed),
    allowed.may_ask_again ? t('desk-allowed-ask-again') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function whenSaid({ is_hidden, not_before }: Allowed): string {
  if (is_hidden) return t('desk-allowed-hidden');
  return not_before ? t('desk-allowed-not-before', { day: day(not_before) }) : '';
}

const waySaid = ({ purpose, form, name, until }: Way): string =>
  withHow(purpose, facetsSaid({ form, name }), until ? t('desk-allowed-until', { day: day(until) }) : '');

const refusedSaid = (purpose: string): string => withHow(purpose);

function withHow(purpose: string, ...more: string[]): string {
  const how = [saidOr(`desk-allowed-${purpose.replaceAll('_', '-')}`, ''), ...more].filter(Boolean).join(' · ');
  return how ? t('desk-allowed-way', { who: whoSaid(purpose), how }) : whoSaid(purpose);
}

function whoSaid(purpose: string): string {
  const reader = readers[purpose];
  if (reader) return t(reader);
  const kind = purpose.replace(/^share_partner:/, '');
  return saidOr(`recipient-${kind}`, kind);
}
