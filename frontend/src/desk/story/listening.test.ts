// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { byName, fitFor, sayingOf, surenessOf } from './listening.ts';
import type { Listening, Progress } from './story.ts';

const heard = (language: string | null, language_probability: number | null): Listening => ({
  task: 'transcribe',
  status: 'done',
  percent: 100,
  language,
  language_probability,
  engine: 'faster-whisper',
  model: 'base',
  message: '',
  asked: null,
});
const models = [
  { name: 'base', size_bytes: 145, english_only: false, is_default: true },
  { name: 'tiny.en', size_bytes: 75, english_only: true, is_default: false },
];

test('a facilitator reads how sure the machine was, not a number', () => {
  expect([1, 0.93, 0.6, 0.41].map((share) => surenessOf(heard('ur', share)))).toEqual([
    'told',
    'sure',
    'fairly',
    'unsure',
  ]);
  expect(surenessOf(heard(null, 0))).toBeNull();
  expect(surenessOf(heard('ur', null))).toBeNull();
});

test('a model that only knows English is not offered for Urdu, nor where nobody knows', () => {
  expect(fitFor('ur', models).map(({ name }) => name)).toEqual(['base']);
  expect(fitFor('auto', models).map(({ name }) => name)).toEqual(['base']);
  expect(fitFor('en', models)).toHaveLength(2);
});

test('languages stand in the order of the page, and one without a name there keeps its English one', () => {
  const languages = [
    { code: 'ur', name: 'Urdu' },
    { code: 'jw', name: 'Javanese' },
    { code: 'de', name: 'German' },
  ];
  const said = (code: string): string => ({ ur: 'urdu', de: 'alemán' })[code] ?? code;
  expect(byName({ models, languages }, said, 'es').map(({ name }) => name)).toEqual(['alemán', 'Javanese', 'urdu']);
});

test('who waits reads what the machine does for them', () => {
  const progress = (told: Partial<Progress>): Progress => ({
    status: 'running',
    task: 'transcribe',
    percent: 0,
    minutes_left: null,
    language: null,
    passages: [],
    ...told,
  });
  expect(sayingOf(progress({}))).toBe('desk-so-far-listening');
  expect(sayingOf(progress({}), true)).toBe('desk-listen-running');
  expect(sayingOf(progress({ task: 'translate' }), true)).toBe('desk-gist-running');
  expect(sayingOf(progress({ status: 'waiting', task: 'translate' }))).toBe('desk-listen-waiting');
});
