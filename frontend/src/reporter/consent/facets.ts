// SPDX-License-Identifier: Apache-2.0
import type { Consent, Purpose } from '../../shared/api/reporter-wire.ts';

/** Choices in words ('year_1', 'none'), and beside them the name to show and the recipients that were left out. */
export type ChosenFacets = { words: Record<string, string>; credit: string; leftOut: string[] };
type Facet = { name: string; values: readonly string[]; chosen: string; isMore: boolean };
type SentFacets = NonNullable<Consent['facets']>[string];

const facet = (name: string, values: readonly string[], chosen: string, isMore = false): Facet => ({
  name,
  values,
  chosen,
  isMore,
});

/** Each with the value that allows least first, and what an untouched card means. The rarer ones wait behind *More choices*. */
const asked: readonly Facet[] = [
  facet('form', ['words', 'voice'], 'words'),
  facet('name', ['none', 'pseudonym', 'real'], 'none'),
  facet('place', ['none', 'area', 'exact'], 'none'),
  facet('date', ['year', 'month', 'exact'], 'year'),
  facet('expires_at', ['months_6', 'months_12', 'months_60', 'none'], 'none'),
  facet('reuse', ['view', 'quote', 'remix'], 'view', true),
  facet('embargo_until', ['months_12', 'months_6', 'months_1', 'none'], 'none', true),
  facet('licence', ['ask-each-time', 'none', 'CC-BY-NC-4.0', 'CC-BY-4.0'], 'none', true),
];
/** The key under which the catalogue says it. */
export const wordOf = (facet: string, value: string): string => `facet-${facet}-${value.replaceAll('.', '-')}`;

const instants = new Set(['expires_at', 'embargo_until']);

export const facetsOf = ({ facets }: Purpose): Facet[] => asked.filter(({ name }) => facets.includes(name));

/** Whether the person may leave some of the recipients out. */
export const hasAudience = ({ facets, recipients }: Purpose): boolean =>
  facets.includes('audience') && recipients.length > 1;

export const untouched = (purpose: Purpose): ChosenFacets => ({
  words: Object.fromEntries(facetsOf(purpose).map(({ name, chosen }) => [name, chosen])),
  credit: '',
  leftOut: [],
});

/** The calendar's months, not a number of days: half a year from 31 August is the last day of February. */
export function monthsFrom(at: Date, months: number): string {
  const then = new Date(at);
  then.setUTCMonth(then.getUTCMonth() + months);
  if (then.getUTCDate() !== at.getUTCDate()) then.setUTCDate(0);
  return then.toISOString();
}

function sentAs(name: string, word: string, at: Date): string | undefined {
  if (!instants.has(name)) return name === 'licence' && word === 'none' ? undefined : word;
  return word === 'none' ? undefined : monthsFrom(at, Number(word.replace('months_', '')));
}

/** As the server hears them: times as times, and nothing where nothing was chosen. */
export function sentFacets(purpose: Purpose, { words, credit, leftOut }: ChosenFacets, at: Date): SentFacets {
  const told = Object.entries(words).flatMap(([name, word]) => {
    const value = sentAs(name, word, at);
    return value === undefined ? [] : [[name, value] as const];
  });
  const sent: SentFacets = Object.fromEntries(told);
  const isNamed = (words['name'] ?? 'none') !== 'none';
  if (isNamed && credit.trim() !== '' && purpose.facets.includes('credit')) sent['credit'] = credit.trim();
  if (leftOut.length > 0) sent['audience'] = purpose.recipients.filter((one) => !leftOut.includes(one));
  return sent;
}
