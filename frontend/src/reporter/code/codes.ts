// SPDX-License-Identifier: Apache-2.0
import ar from '../../../../app/consent/words/ar.txt?url';
import en from '../../../../app/consent/words/en.txt?url';
import es from '../../../../app/consent/words/es.txt?url';
import ur from '../../../../app/consent/words/ur.txt?url';
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

const lists = new Map(Object.entries({ ar, en, es, ur }));

export type WordList = { language: string; words: readonly string[] };

/** The words of that language; English for one that has none of its own. The server understands every list. */
export async function wordList(wanted: string): Promise<WordList> {
  const language = lists.has(wanted) ? wanted : 'en';
  return { language, words: wordListFrom(await (await fetch(lists.get(language) ?? en)).text()) };
}

export const addressOf = (code: string): string => `${location.origin}/s/#${code}`;
