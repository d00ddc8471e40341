// SPDX-License-Identifier: Apache-2.0
import type { Project, Said, Sound } from '../../shared/api/reporter-wire.ts';

/** A recorded sound and what it says: the text itself, or the key of a word of the interface. */
type Recording = { language: string; sound: Sound } & ({ text: string } | { key: string });
/** The same as lines of a screen. */
export type Sounding = { language: string; sound: Sound; lines: readonly string[] };
/** What is heard, one after the other: a recording, or words for the phone's own voice. */
export type Line = { text: string; recorded?: Sounding };

const inLanguage = (language: string, text: string, { audio_url, sha256 }: Said): Recording[] =>
  audio_url && sha256 ? [{ language, text, sound: { audio_url, sha256 } }] : [];

/** Every recorded sound that the project's bundle names. */
export function recordingsOf({ prompts, consent_form, spoken = {} }: Project): Recording[] {
  const content = prompts.flatMap(({ texts }) =>
    Object.entries(texts).flatMap(([language, said]) => inLanguage(language, said.text, said)),
  );
  const consent = Object.entries(consent_form.texts).flatMap(([language, { cards, questions }]) => [
    ...cards.flatMap((card) => inLanguage(language, `${card.title ?? ''}\n${card.text}`, card)),
    ...Object.values(questions).flatMap((question) => inLanguage(language, question.text, question)),
  ]);
  const words = Object.entries(spoken).flatMap(([language, sounds]) =>
    Object.entries(sounds).map(([key, sound]) => ({ language, key, sound })),
  );
  return [...content, ...consent, ...words];
}

/** The sounds of each language, that of the screen first. */
export function soundsByLanguage(project: Project, first: string): Map<string, Sound[]> {
  const sounds = new Map<string, Sound[]>();
  const all = recordingsOf(project);
  for (const { language, sound } of [...all.filter((one) => one.language === first), ...all]) {
    const held = sounds.get(language) ?? [];
    if (!held.some(({ sha256 }) => sha256 === sound.sha256)) sounds.set(language, [...held, sound]);
  }
  return sounds;
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** What can be heard where the screen speaks `language`; words of the interface as `word` says them there. */
export function soundings(project: Project, language: string, word: (key: string) => string): Sounding[] {
  const ours = recordingsOf(project).filter((one) => 'text' in one || one.language === language);
  const first = ours.filter((one) => one.language === language);
  const others = ours.filter((one) => one.language !== language);
  return [...first, ...others].map((one) => ({
    language: one.language,
    sound: one.sound,
    lines: linesOf('text' in one ? one.text : word(one.key)),
  }));
}

/** The screen from top to bottom, each recorded sound in the place of the lines that it says. */
export function scriptOf(screen: readonly string[], heard: readonly Sounding[], voice: boolean): Line[] {
  const script: Line[] = [];
  let unrecorded: string[] = [];
  const speak = (): void => {
    if (voice && unrecorded.length > 0) script.push({ text: unrecorded.join('\n') });
    unrecorded = [];
  };
  for (let place = 0; place < screen.length;) {
    const recorded = heard.find(
      ({ lines }) => lines.length > 0 && lines.every((line, n) => screen[place + n] === line),
    );
    if (recorded) {
      speak();
      script.push({ text: recorded.lines.join('\n'), recorded });
      place += recorded.lines.length;
    } else unrecorded.push(screen[place++] ?? '');
  }
  speak();
  return script;
}

/** Whether what is being said still stands on the screen. */
export const stillThere = ({ text }: Line, screen: readonly string[]): boolean =>
  `\n${screen.join('\n')}\n`.includes(`\n${text}\n`);
