// SPDX-License-Identifier: Apache-2.0
import { loadCatalogue, wordsFor, type CatalogueAddresses } from '../../shared/i18n/words.ts';
import { ask, Refusal } from '../doors.ts';

export type Kind = 'prompt' | 'card' | 'question' | 'word';
type State = 'preparing' | 'ready' | 'refused' | 'taken_off';
export type Sound = { spoken_id: string; state: State; duration_ms: number };
export type Subject = {
  kind: Kind;
  subject: string;
  texts: Record<string, string>;
  for_good: boolean;
  sounds: Record<string, Sound>;
};
type Spoken = { languages: string[]; subjects: Subject[] };
/** One thing to say, in one language. */
export type Line = { kind: Kind; subject: string; text: string; for_good: boolean; sound: Sound | undefined };

export const kinds: Kind[] = ['prompt', 'card', 'question', 'word'];
const largestBytes = 700 * 1024;

const phoneWords: CatalogueAddresses = import.meta.glob('../../../messages/*/{shared,reporter}.ftl', {
  query: '?url',
  import: 'default',
  eager: true,
});

export const spokenOf = async (project_id: string): Promise<Spoken> =>
  (await ask<Spoken>(`/api/desk/spoken?project_id=${project_id}`)).body;

/** What there is to say in `language`; words of the phone as the phone says them. */
export async function linesIn({ subjects }: Spoken, language: string): Promise<Line[]> {
  const bundle = await loadCatalogue(phoneWords, language);
  return subjects.flatMap(({ kind, subject, texts, for_good, sounds }) => {
    const said = kind === 'word' ? wordsFor([bundle], subject) : (texts[language] ?? '');
    const text = kind === 'word' && said === subject ? '' : said;
    return text === '' ? [] : [{ kind, subject, text, for_good, sound: sounds[language] }];
  });
}

export async function keep(
  project_id: string,
  { kind, subject }: Pick<Line, 'kind' | 'subject'>,
  language: string,
  sound: Blob,
): Promise<void> {
  if (sound.size > largestBytes) {
    throw new Refusal({ title: '', detail: '', status: 413, code: 'media-too-large' });
  }
  const body = { project_id, kind, subject, language, sound: await base64(sound) };
  await ask('/api/desk/spoken', { method: 'POST', body });
}

export const takeOff = async (spoken_id: string): Promise<void> =>
  void (await ask(`/api/desk/spoken/${spoken_id}`, { method: 'DELETE' }));

export const addressOfSound = (spoken_id: string): string => `/api/desk/spoken/${spoken_id}/sound`;

async function base64(sound: Blob): Promise<string> {
  const bytes = new Uint8Array(await sound.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
