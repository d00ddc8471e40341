// SPDX-License-Identifier: Apache-2.0
import englishWords from '../../../../app/consent/words/en.txt?url';
import { newCode, wordListFrom } from '../../shared/receipt-code.ts';
import type { Code, Lock, Story } from '../phone/database.ts';
import { codesOf, happen, putCode } from '../phone/stories.ts';

/** One code for each participant, made here on the phone the first time they are asked for. */
export async function codesFor({ story_id, participants }: Story): Promise<Code[]> {
  const known = new Map((await codesOf(story_id)).map((code) => [code.participant_id, code]));
  const all = participants.map(
    ({ participant_id }) =>
      known.get(participant_id) ?? { participant_id, story_id, code: newCode(), lock: null, kept: false },
  );
  for (const code of all) if (!known.has(code.participant_id)) await putCode(code);
  return all;
}

/** The person has their code; when everybody has, the story is handed over to be sent. */
export async function kept(code: Code, lock: Lock): Promise<boolean> {
  await putCode({ ...code, lock, kept: true });
  const waiting = (await codesOf(code.story_id)).some(({ kept }) => !kept);
  if (!waiting) await happen(code.story_id, { event: 'handed_over' });
  return !waiting;
}

export async function wordList(): Promise<string[]> {
  return wordListFrom(await (await fetch(englishWords)).text());
}

export const addressOf = (code: string): string => `${location.origin}/s/#${code}`;
