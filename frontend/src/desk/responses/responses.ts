// SPDX-License-Identifier: Apache-2.0
import { ask } from '../doors.ts';

export const states = ['new', 'shown', 'kept_back'] as const;
export type State = (typeof states)[number];

export type PartnerAnswer = {
  response_id: string;
  story_id: string | null;
  partner: string;
  kind: string;
  text: string;
  at: string;
  shown_at: string | null;
  kept_back_at: string | null;
  etag: string;
};
export type PartnerAnswers = { items: PartnerAnswer[]; more: boolean };

export const answersIn = async (state: State): Promise<PartnerAnswers> =>
  (await ask<PartnerAnswers>(`/api/desk/responses?state=${state}`)).body;

/** What a facilitator decides about one answer; a colleague who was faster makes it a refusal. */
export async function decide({ response_id, etag }: PartnerAnswer, what: 'show' | 'keep-back'): Promise<void> {
  await ask(`/api/desk/responses/${response_id}/${what}`, { method: 'POST', etag });
}
