// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Project, Sound } from '../../shared/api/reporter-wire.ts';
import { linesOf, scriptOf, soundings, soundsByLanguage, stillThere } from './script.ts';

const sound = (name: string): Sound => ({ audio_url: `/api/spoken/${name}`, sha256: name });
const project: Project = {
  project_id: 'p',
  name: 'Riverside',
  languages: ['en', 'ar'],
  prompts: [
    {
      prompt_id: 'q',
      texts: {
        en: { text: 'What  happened?', ...sound('prompt-en') },
        ar: { text: 'ماذا حدث؟', ...sound('prompt-ar') },
      },
    },
  ],
  consent_form: {
    form_id: 'f',
    version: 1,
    purposes: [],
    texts: {
      en: {
        sha256: 's',
        cards: [{ title: 'Who holds it', text: 'We do.\nNobody else.', ...sound('card-en') }],
        questions: { keep: { text: 'May we keep it?', ...sound('question-en') }, share: { text: 'May we share it?' } },
      },
    },
  },
  child_age: 13,
  limits: { recording_ms: 1, recording_bytes: 1, text_characters: 1 },
  help: {},
  practice_guide: {},
  partner_note: {},
  spoken: { en: { yes: sound('yes-en') }, ar: { yes: sound('yes-ar') } },
};
const words: Record<string, string> = { yes: 'Yes' };
const heard = soundings(project, 'en', (key) => words[key] ?? key);
const names = (screen: string, voice = false): string[] =>
  scriptOf(linesOf(screen), heard, voice).map(({ text, recorded }) => recorded?.sound.sha256 ?? text);

test('a question is heard as somebody recorded it, with the answers under it', () => {
  expect(names('Before you begin\nMay we keep it?\nYes\nNo')).toEqual(['question-en', 'yes-en']);
});

test("what nobody recorded is read by the phone's own voice where it has one", () => {
  expect(names('Before you begin\nMay we share it?\nYes\nNo', true)).toEqual([
    'Before you begin\nMay we share it?',
    'yes-en',
    'No',
  ]);
  expect(names('Before you begin\nMay we share it?')).toEqual([]);
});

test('a card is heard whole, its title with it', () => {
  expect(names('Who holds it\n\n We do. \nNobody else.\nI understand')).toEqual(['card-en']);
  expect(names('Who holds it\nWe do.')).toEqual([]);
});

test('a word inside another sentence is not taken for it', () => {
  expect(names('Yes, and tell me more')).toEqual([]);
});

test('a text of the other language is heard where the screen shows it', () => {
  expect(names('ماذا حدث؟')).toEqual(['prompt-ar']);
  expect(heard.map(({ sound: { sha256 } }) => sha256)).not.toContain('yes-ar');
});

test('what has left the screen is no longer said', () => {
  const [line] = scriptOf(linesOf('What happened?\nRecord'), heard, false);
  expect(line && stillThere(line, ['What happened?', 'Saved'])).toBe(true);
  expect(line && stillThere(line, ['What happened? No'])).toBe(false);
});

test('the language of the screen is fetched first, each sound once', () => {
  expect([...soundsByLanguage(project, 'ar')].map(([tag, sounds]) => [tag, sounds.length])).toEqual([
    ['ar', 2],
    ['en', 4],
  ]);
});

test('an older server that names no sounds leaves everything as it was', () => {
  const older: Project = { ...project };
  delete older.spoken;
  expect(soundings(older, 'en', (key) => key)).toHaveLength(4);
});
