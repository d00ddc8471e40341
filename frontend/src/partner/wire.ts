// SPDX-License-Identifier: Apache-2.0
export type Key = {
  key_id: string;
  partner: string;
  projects: string[];
  audience: string;
  scopes: string[];
  expires_at: string;
  last_used_at: string | null;
};

export type Terms = {
  purposes: string[];
  licence: string | null;
  attribution: string | null;
  embargo_until: string | null;
  expires_at: string | null;
  conditions: string[] | string | null;
};

export type Edition = {
  id: string;
  version: number;
  kind: string;
  title: string | null;
  summary: string | null;
  language: string | null;
  duration_ms: number | null;
  credit: string | null;
  content_warnings: string[];
  terms: Terms;
  audio: { href: string } | null;
  published_at: string;
};

export type Change = { seq: number; type: string; id: string; version: number; at: string };
export type Feed = { items: Change[]; next_cursor: string; has_more: boolean };
export type Listed<T> = { items: T[]; next_cursor: string | null };
