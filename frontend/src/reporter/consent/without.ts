// SPDX-License-Identifier: Apache-2.0
import { telling, type Speaker } from '../tell/telling.svelte.ts';

const isTeller = ({ role }: Speaker): boolean => role === 'storyteller';

/** Who is left of the talk without one of them. None where the sound is there already and their voice is in it. */
export function leftWithout(who: Speaker | undefined): Speaker[] {
  if (telling.then.startsWith('received/')) return [];
  const left = telling.speakers.filter((one) => one !== who);
  return left.length === 1 || left.some(isTeller) ? left : [];
}

/** Goes on without the one who said no, of whom nothing stays. Somebody left alone tells a story. */
export function goOnWithout(who: Speaker): void {
  const left = leftWithout(who);
  telling.speakers = left;
  if (left.length > 1) return;
  telling.kind = 'monologue';
  telling.speakers = left.map((one) => ({ ...one, role: 'storyteller' }));
  telling.participants = telling.participants.map((one) => ({ ...one, role: 'storyteller' }));
}
