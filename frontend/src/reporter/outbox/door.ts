// SPDX-License-Identifier: Apache-2.0
import type { HeldStory, ListedStory, Project, SentStory } from '../../shared/api/reporter-wire.ts';
import { answerTo, type Hurry } from '../../shared/tus.ts';

const isJson = ({ headers, status }: Response): boolean =>
  status === 304 || /^application\/json/.test(headers.get('content-type') ?? '');

function ask(path: string, init: RequestInit = {}, token?: string, hurry?: Hurry): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  if (init.body) headers.set('Content-Type', 'application/json');
  return answerTo(fetch, path, { ...init, headers }, isJson, hurry);
}

const told = async <Body>(asked: Promise<Response>): Promise<Body> => (await (await asked).json()) as Body;

export const join = (invite: string): Promise<{ device_token: string; project: Project }> =>
  told(ask('/api/join', { method: 'POST', body: JSON.stringify({ invite }) }));

/** The project's bundle where it is another than `etag` names. */
export async function freshProject(token: string, etag?: string): Promise<{ project: Project; etag?: string } | null> {
  const answer = await ask('/api/project', etag ? { headers: { 'If-None-Match': etag } } : {}, token);
  if (answer.status === 304) return null;
  const fresh = answer.headers.get('etag');
  return { project: (await answer.json()) as Project, ...(fresh === null ? {} : { etag: fresh }) };
}

export const putStory = (token: string, id: string, letter: SentStory, hurry?: Hurry): Promise<HeldStory> =>
  told(ask(`/api/stories/${id}`, { method: 'PUT', body: JSON.stringify(letter) }, token, hurry));

export const heldStory = (token: string, id: string, hurry?: Hurry): Promise<HeldStory> =>
  told(ask(`/api/stories/${id}`, {}, token, hurry));

export const arrivedStories = async (token: string): Promise<ListedStory[]> =>
  (await told<{ items: ListedStory[] }>(ask('/api/stories', {}, token))).items;

/** Takes the story back as its teller would, with nothing but the receipt code. */
export async function takeBackBy(code: string): Promise<void> {
  const opened = ask('/api/receipts/open', { method: 'POST', body: JSON.stringify({ code }) });
  const { session } = await told<{ session: string }>(opened);
  await ask('/api/receipts/withdraw', { method: 'POST', body: '{}' }, session);
}
