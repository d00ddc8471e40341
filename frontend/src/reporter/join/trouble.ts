// SPDX-License-Identifier: Apache-2.0
import { meaningOf } from '../outbox/answers.ts';

const refusals = new Set(['invite-invalid', 'invite-expired']);

export const noNetwork = 'join-no-network';

/** The key of what to say when joining did not work: the invitation was refused, or nobody could be asked. */
export function troubleOf(reason: unknown): string {
  const meaning = meaningOf(reason);
  if (meaning.then !== 'needs_you') return noNetwork;
  return refusals.has(meaning.slug) ? `join-${meaning.slug}` : 'join-other';
}
