// SPDX-License-Identifier: Apache-2.0
import type { IconName } from '../../shared/ui/icons.ts';
import type { Edge, Tone } from '../../shared/ui/stamp.ts';
import { addressOf, type RegisterPart } from '../routes.ts';

export type Purpose = {
  purpose: string;
  choice: 'given' | 'refused';
  facets: Record<string, unknown>;
  ends_at: string | null;
};
export type Holder = {
  name: string;
  form: 'words' | 'voice';
  since: string;
  until: string | null;
  read_at: string | null;
  confirmed_at: string | null;
};
export type Form = { form_version_id: string; form_id: string; project_id: string; version: number; status: string };
export type Consent = {
  record_id: string;
  project_id: string;
  participant_id: string;
  story_id: string;
  kind: string;
  medium: 'audio' | 'text';
  may_open: boolean;
  role: string;
  form: Form;
  language: string;
  method: string;
  basis: string;
  has_guardian: boolean;
  given_at: string;
  signed_on: string | null;
  state: State;
  undo_until: string | null;
  embargo_until: string | null;
  ends_at: string | null;
  last_event: string;
  last_actor: string;
  last_at: string;
  purposes: Purpose[];
  is_released: boolean;
  holders: Holder[];
};
export type Register = { items: Consent[]; next_cursor: string | null; forms: Form[]; purposes: string[] };
export type Happened = {
  type: string;
  at: string;
  actor_kind: string;
  reason_code: string;
  choices: Record<string, string>;
  embargo_until: string | null;
  hidden: boolean;
};
export type Detail = {
  record: Consent;
  controller: string;
  device_time: string;
  device_time_doubtful: boolean;
  events: Happened[];
  parties: { role: string; relation: string; choices: Record<string, string>; given_at: string }[];
  receipts: { receipt_id: string; issued_at: string }[];
  is_unbroken: boolean;
};
export type Silent = {
  entry_id: string;
  partner: string;
  told_at: string;
  days: number;
  stage: number | null;
  chased_at: string | null;
  agreement_ended: boolean;
  record_ids: string[];
};
export type SilentOnes = { items: Silent[]; next_cursor: string | null };
export type Actor = { kind: 'staff' | 'partner' | 'phone' | 'storyteller' | 'house'; id: string; name: string };
export type Act = {
  entry_id: string;
  at: string;
  action: string;
  actor: Actor;
  subject: string;
  subject_kind: 'story' | 'record' | 'other';
  details: Record<string, unknown>;
};
export type Audit = { items: Act[]; next_cursor: string | null; actions: string[]; people: Actor[] };
export type Chains = {
  items: { project_id: string; entries: number; head: string; is_unbroken: boolean; broken_at: number | null }[];
};

export const states = ['given', 'narrowed', 'embargoed', 'hidden', 'expired', 'invalid', 'undo', 'withdrawn'] as const;
export type State = (typeof states)[number];
type Look = { edge: Edge; tone: Tone; icon: IconName };

const looks: Record<State, Look> = {
  given: { edge: 'double', tone: 'safe', icon: 'check' },
  narrowed: { edge: 'solid', tone: 'safe', icon: 'check' },
  embargoed: { edge: 'dotted', tone: 'wait', icon: 'clock' },
  hidden: { edge: 'dotted', tone: 'plain', icon: 'lock' },
  expired: { edge: 'solid', tone: 'plain', icon: 'clock' },
  invalid: { edge: 'notched', tone: 'wait', icon: 'warning' },
  undo: { edge: 'stitched', tone: 'danger', icon: 'undo' },
  withdrawn: { edge: 'solid', tone: 'danger', icon: 'undo' },
};

export const lookOf = (state: State): Look => looks[state];

/** What may stand in the register's address, and goes to the server as it is. */
const asked: Record<RegisterPart, readonly string[]> = {
  records: ['project', 'state', 'purpose', 'form', 'expires_before', 'find'],
  unconfirmed: [],
  audit: ['action', 'actor', 'about'],
};

/** The address with one filter changed, or taken away. */
export function withFilter(part: RegisterPart, filters: URLSearchParams, name: string, value: string): string {
  const changed = new URLSearchParams(filters);
  if (value) changed.set(name, value);
  else changed.delete(name);
  return addressOf.register(part, changed);
}

/** A door with the filters that it knows; a day means its beginning. */
export function doorOf(door: string, part: RegisterPart, filters: URLSearchParams, cursor?: string | null): string {
  const wanted = new URLSearchParams();
  for (const name of asked[part]) {
    const value = filters.get(name);
    if (value) wanted.set(name, name === 'expires_before' ? `${value}T00:00:00Z` : value);
  }
  if (cursor) wanted.set('cursor', cursor);
  return wanted.size ? `/api/desk/${door}?${wanted.toString()}` : `/api/desk/${door}`;
}

export const bundleDoor = (participant_id: string): string => `/api/desk/participants/${participant_id}/bundle`;

const number = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A number as it stands on a receipt, however it was copied; null where it is none. */
export function numeralIn(written: string): string | null {
  const told = written.trim().toLowerCase();
  return number.test(told) ? told : null;
}

/** What this consent lets out of the house. */
export const allowed = (consent: Consent): Purpose[] =>
  consent.purposes.filter(
    ({ purpose, choice }) =>
      choice === 'given' && !['hold_and_transcribe', 'project_team', 'recontact'].includes(purpose),
  );

/** Who has the story now. */
export const holding = (consent: Consent): Holder[] => consent.holders.filter(({ until }) => until === null);
