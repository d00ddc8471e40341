// SPDX-License-Identifier: Apache-2.0
/** An answer that says no, in the server's own words (RFC 9457). */
export type Problem = { title: string; detail: string; status: number; code: string; request_id?: string };

export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

export type Answer<T> = { body: T; etag: string | null };
type Asked = { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: unknown; etag?: string | null };

let whenSignedOut = (): void => undefined;

/** Calls `act` whenever the server says that nobody is signed in. */
export function onSignedOut(act: () => void): void {
  whenSignedOut = act;
}

/** One call to the desk's doors. Throws a `Refusal` when the answer is a no or does not come. */
export async function ask<T>(path: string, { method = 'GET', body, etag }: Asked = {}): Promise<Answer<T>> {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': document.documentElement.lang });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (etag) headers.set('If-Match', etag);
  const answer = await reach(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!answer.ok) {
    const problem = await problemIn(answer);
    if (answer.status === 401 && !path.startsWith('/api/desk/session')) whenSignedOut();
    throw new Refusal(problem);
  }
  const text = await answer.text();
  return { body: (text ? JSON.parse(text) : undefined) as T, etag: answer.headers.get('ETag') };
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...request, cache: 'no-store', credentials: 'same-origin' });
  } catch {
    throw new Refusal({ title: '', detail: '', status: 0, code: 'unreachable' });
  }
}

async function problemIn(answer: Response): Promise<Problem> {
  const told = { title: '', detail: '', status: answer.status, code: 'unreadable' };
  if (!answer.headers.get('Content-Type')?.includes('json')) return told;
  return { ...told, ...((await answer.json()) as Partial<Problem>) };
}

/** What went wrong, as a problem; anything that is no refusal is a fault of ours and is thrown on. */
export function problemOf(reason: unknown): Problem {
  if (reason instanceof Refusal) return reason.problem;
  throw reason;
}
