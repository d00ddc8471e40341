// SPDX-License-Identifier: Apache-2.0
import { ask, type Answer } from '../doors.ts';

export type Card = { title: string; text: string };
export type Words = {
  cards: Card[];
  questions: Record<string, string>;
  confidentiality_limits: string;
  partner_note: string;
};
export type Review = { reviewed_by: string; reviewed_on: string };
export type Told = Words & { missing: string[]; behind: string[]; review: Review | null };
export type Question = {
  key: string;
  required: boolean;
  recipients: string[];
  facets: string[];
  may_offer: string[];
  expires_after_days: number | null;
};
type Terms = Record<'controller' | 'contact' | 'jurisdiction' | 'retention', string>;
export type Listed = {
  form_version_id: string;
  version: number;
  status: 'draft' | 'active' | 'retired';
  is_current: boolean;
  is_whole: boolean;
  since: string;
  grace_until: string | null;
  sha256: string;
  languages: string[];
  answered: number;
};
export type Form = Listed & {
  source: string;
  terms: Terms;
  purposes: Question[];
  texts: Record<string, Told>;
  more: string[];
};
type Reading = { ages: (number | null)[]; whole: number | null; oldest_wished: number };

const doors = '/api/desk/forms';

/** How a version stands, in the words of the catalogue. */
export const standingOf = ({ status, is_current }: Listed): string =>
  status === 'active' ? (is_current ? 'current' : 'earlier') : status;

export const versionsOf = async (project_id: string): Promise<Listed[]> =>
  (await ask<{ versions: Listed[] }>(`${doors}?project_id=${project_id}`)).body.versions;

export const begin = async (project_id: string): Promise<Form> =>
  (await ask<Form>(doors, { method: 'POST', body: { project_id } })).body;

export const read = (form_version_id: string): Promise<Answer<Form>> => ask(`${doors}/${form_version_id}`);

export const save = (form: Form, etag: string | null): Promise<Answer<Form>> =>
  ask(`${doors}/${form.form_version_id}`, { method: 'PUT', body: wishOf(form), etag });

export const publish = (form_version_id: string, etag: string | null): Promise<Answer<Form>> =>
  ask(`${doors}/${form_version_id}/publish`, { method: 'POST', etag });

export const retire = (form_version_id: string, grace_days: number, etag: string | null): Promise<Answer<Form>> =>
  ask(`${doors}/${form_version_id}/retire`, { method: 'POST', body: { grace_days }, etag });

export const drop = async (form_version_id: string, etag: string | null): Promise<void> =>
  void (await ask(`${doors}/${form_version_id}`, { method: 'DELETE', etag }));

export const sayReviewed = (form_version_id: string, language: string, review: Review): Promise<Answer<Form>> =>
  ask(`${doors}/${form_version_id}/reviews/${language}`, { method: 'PUT', body: review });

export const takeBackReview = (form_version_id: string, language: string): Promise<Answer<Form>> =>
  ask(`${doors}/${form_version_id}/reviews/${language}`, { method: 'DELETE' });

export const readingAge = async (texts: string[]): Promise<Reading> =>
  (await ask<Reading>(`${doors}/reading-age`, { method: 'POST', body: { texts } })).body;

function wishOf({ terms, purposes, texts }: Form): object {
  const words = ({ cards, questions, confidentiality_limits, partner_note }: Told): Words => ({
    cards,
    questions,
    confidentiality_limits,
    partner_note,
  });
  return {
    terms,
    purposes: purposes.map(({ key, recipients, facets, expires_after_days }) => ({
      key,
      recipients,
      facets,
      expires_after_days,
    })),
    texts: Object.fromEntries(Object.entries(texts).map(([tag, told]) => [tag, words(told)])),
  };
}
