// SPDX-License-Identifier: Apache-2.0
import type { SentParticipant, SentReceipt, SentStory } from '../../shared/api/reporter-wire.ts';
import { selectorOf, verifierOf } from '../../shared/receipt-code.ts';
import type { Code, Part, Participant, Story } from '../phone/database.ts';

function receiptOf({ code, lock }: Code): SentReceipt {
  const receipt = { selector: selectorOf(code), verifier: verifierOf(code), code_alone: lock?.choice === 'code_alone' };
  return lock?.choice === 'pin' ? { ...receipt, pin: lock.pin } : receipt;
}

function withReceipt(participant: Participant, codes: readonly Code[]): SentParticipant {
  const code = codes.find(({ participant_id }) => participant_id === participant.participant_id);
  if (!code) throw new RangeError('a participant without a receipt code');
  return { ...participant, receipt: receiptOf(code) };
}

/** The whole story but its sound, as the server hears it. The same phone state always makes the same letter. */
export function letterOf(story: Story, parts: readonly Part[], codes: readonly Code[]): SentStory {
  const recordings = parts.map(({ part_id, closed, media_type, duration_ms, gap_before_ms }) => {
    if (!closed) throw new RangeError('a part is still open');
    return { recording_id: part_id, ...closed, media_type, duration_ms, gap_before_ms };
  });
  return {
    kind: story.kind,
    title: story.sent_title ?? story.title,
    text: story.medium === 'text' ? story.text : '',
    place: story.place ?? '',
    medium: story.medium,
    language: story.language,
    recorded_at: story.recorded_at,
    recordings,
    participants: story.participants.map((participant) => withReceipt(participant, codes)),
    wants_sign_off: story.wants_sign_off,
    ...(story.prompt_id === undefined ? {} : { prompt_id: story.prompt_id }),
  };
}
