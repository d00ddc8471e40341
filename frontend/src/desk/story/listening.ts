// SPDX-License-Identifier: Apache-2.0
import { ask } from '../doors.ts';
import type { Listening, Progress, Story } from './story.ts';

export type Model = { name: string; size_bytes: number; english_only: boolean; is_default: boolean };
export type Language = { code: string; name: string };
export type Possible = { models: Model[]; languages: Language[] };

/** Lets the machine find out which language it is, whatever the teller said. */
export const AUTOMATIC = 'auto';

/** What this server could listen with, and for. */
export const whatIsPossible = async (): Promise<Possible> => (await ask<Possible>('/api/desk/listening')).body;

export type Sureness = 'told' | 'sure' | 'fairly' | 'unsure';

/** How sure the machine was of the language; null where it heard none. */
export function surenessOf({ language, language_probability }: Listening): Sureness | null {
  if (language === null || language_probability === null) return null;
  if (language_probability >= 1) return 'told';
  if (language_probability >= 0.8) return 'sure';
  return language_probability >= 0.5 ? 'fairly' : 'unsure';
}

/** The languages as somebody looks for them: by the name they bear on this page. */
export function byName({ languages }: Possible, said: (code: string) => string, locale: string): Language[] {
  const named = languages.map(({ code, name }) => {
    const known = said(code);
    return { code, name: known === code ? name : known };
  });
  return named.sort((one, other) => one.name.localeCompare(other.name, locale));
}

/** The models that can hear this language; one that knows only English invents English from any other. */
export const fitFor = (language: string, models: readonly Model[]): Model[] =>
  models.filter(({ english_only }) => language === 'en' || !english_only);

export const isPending = (listening: Listening | null): boolean =>
  listening?.status === 'waiting' || listening?.status === 'running';

/** Whether the desk may have it heard now: while it works on it, or where nothing here could hear it at all. */
export const mayAsk = ({ status, run }: Story): boolean =>
  status === 'in_review' || ((status === 'received' || status === 'transcribing') && run?.state === 'waiting');

/** Whether the machine has yet to hear this story for the first time. */
export const isFirst = ({ medium, status }: Story): boolean =>
  medium === 'audio' && (status === 'received' || status === 'transcribing');

/** The same, or once more because somebody asked. */
export const isHeard = (story: Story): boolean => isFirst(story) || isPending(story.listening?.asked ?? null);

/** The key of the sentence that says what the machine does. */
export function sayingOf({ status, task }: Progress, again = false): string {
  if (status === 'waiting') return 'desk-listen-waiting';
  if (task === 'translate') return 'desk-gist-running';
  return again ? 'desk-listen-running' : 'desk-so-far-listening';
}
