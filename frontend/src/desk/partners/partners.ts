// SPDX-License-Identifier: Apache-2.0
import { ask } from '../doors.ts';
import { saidOr } from '../said.ts';

export type Key = {
  key_id: string;
  scopes: string[];
  expires_at: string;
  last_used_at: string | null;
  revoked_at?: string | null;
};
export type Partner = { partner_id: string; name: string; audience: string; keys: Key[] };

export const partnersHere = async (): Promise<Partner[]> =>
  (await ask<{ items: Partner[] }>('/api/desk/partners')).body.items;

export const audienceSaid = (audience: string): string => saidOr(`desk-audience-${audience}`, audience);
