// SPDX-License-Identifier: Apache-2.0
import { ask, type Answer } from '../doors.ts';
import type { Claim, Story, Word } from '../story/story.ts';
import type { Times } from './times.ts';

/** A stretch of the voice that is gone. `with_others`: somebody who stays speaks in it too, and that goes as well. */
export type Mark = Times & { with_others: boolean };
/** The same in a story in writing, both words within. */
export type WordMark = { from_word: string; to_word: string; with_others: boolean };

/** All that somebody has marked; `speakers` are the labels in the text that stand for who is gone. */
export type Marks = {
  spans: readonly Mark[];
  word_spans: readonly WordMark[];
  speakers: readonly string[];
  nothing_said: boolean;
};

/** `is_struck`: the desk took it out of what was written, and it still is in the original. */
export type CutWord = Word & { is_struck: boolean };
export type Person = { participant_id: string; role: string; display_name: string; is_gone: boolean };
type Left = { slug: string; detail: string };

export type Progress = { heard: Times[]; left: Left[]; has_failed: boolean };
export type Cutting = Progress & {
  state: 'marking' | 'making' | 'done';
  medium: 'audio' | 'text';
  language: string | null;
  sound: 'ready' | 'making' | 'none';
  duration_ms: number | null;
  unplayable: number;
  people: Person[];
  speakers: { label: string; words: number; is_gone: boolean }[];
  words: CutWord[];
  segments: { first_word: string; last_word: string }[];
  spans: Mark[];
  word_spans: WordMark[];
  nothing_said: boolean;
  look_at: string[];
};

const path = (story_id: string, rest = ''): string => `/api/desk/stories/${story_id}${rest}`;

const told = async (answer: Promise<Answer<Cutting>>): Promise<Answer<Cutting>> => {
  const { body, etag } = await answer;
  return { etag, body: { ...body, words: body.words.map((word) => ({ ...word, probability: null })) } };
};

export const read = (story_id: string): Promise<Answer<Cutting>> => told(ask<Cutting>(path(story_id, '/cutting')));

export const save = (story_id: string, marks: Marks, etag: string | null): Promise<Answer<Cutting>> =>
  told(ask<Cutting>(path(story_id, '/cutting'), { method: 'PUT', body: marks, etag }));

/** The whole original was played from here to there. */
export const tellHeard = async (story_id: string, { start_ms, end_ms }: Times): Promise<Progress> =>
  (
    await ask<Progress>(path(story_id, '/cutting/heard'), {
      method: 'POST',
      body: { from_ms: start_ms, to_ms: end_ms },
    })
  ).body;

export const finish = async (story_id: string, etag: string | null): Promise<void> =>
  void (await ask(path(story_id, '/cutting/finish'), { method: 'POST', etag }));

/** Who holds the story now, and its version. */
export const holder = async (story_id: string): Promise<{ claim: Claim | null; etag: string | null }> => {
  const { body, etag } = await ask<Story>(path(story_id));
  return { claim: body.claimed_by, etag };
};

/** Takes the story in hand, or keeps it there for another half hour. */
export const claim = async (story_id: string): Promise<void> =>
  void (await ask(path(story_id, '/claim'), { method: 'POST', etag: (await holder(story_id)).etag }));

export const leave = async (story_id: string, etag: string | null): Promise<void> =>
  void (await ask(path(story_id, '/leave'), { method: 'POST', etag }));

/** Where the whole original is; a browser that knows no Opus gets the other form. */
export const soundOf = (story_id: string, playsOpus: boolean): string =>
  path(story_id, `/cutting/audio?format=${playsOpus ? 'opus' : 'aac'}`);
export const peaksAt = (story_id: string): string => path(story_id, '/cutting/peaks');

export const marksIn = ({ spans, word_spans, speakers, nothing_said }: Cutting): Marks => ({
  spans,
  word_spans,
  speakers: speakers.filter(({ is_gone }) => is_gone).map(({ label }) => label),
  nothing_said,
});

/** Whether two people marked the same. */
export const isSame = (one: Marks, other: Marks): boolean => spelled(one) === spelled(other);

const spelled = ({ spans, word_spans, speakers, nothing_said }: Marks): string =>
  JSON.stringify([
    spans.map(({ start_ms, end_ms, with_others }) => [start_ms, end_ms, with_others]),
    word_spans.map(({ from_word, to_word, with_others }) => [from_word, to_word, with_others]),
    [...speakers].sort(),
    nothing_said,
  ]);
