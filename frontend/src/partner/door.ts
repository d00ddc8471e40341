// SPDX-License-Identifier: Apache-2.0
export type Problem = { title: string; detail: string; status: number };

export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

export type Act = { method: 'GET' | 'POST' | 'PATCH' | 'DELETE'; path: string; body?: unknown };
export type Door = <T>(act: Act) => Promise<T>;

/** The partner's doors, opened with a key that lives as long as this tab. */
export const doorWith =
  (key: string): Door =>
  async <T>({ method, path, body }: Act): Promise<T> => {
    const headers = new Headers({ Authorization: `Bearer ${key}`, Accept: 'application/json' });
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    if (method === 'POST') headers.set('Idempotency-Key', crypto.randomUUID());
    const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await fetch(`/partner/v1${path}`, request).catch(() => {
      throw new Refusal({ title: '', detail: '', status: 0 });
    });
    if (!answer.ok) throw new Refusal(await problemIn(answer));
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };

async function problemIn(answer: Response): Promise<Problem> {
  const told = { title: '', detail: '', status: answer.status };
  if (!answer.headers.get('Content-Type')?.includes('json')) return told;
  return { ...told, ...((await answer.json()) as Partial<Problem>) };
}

export function problemOf(reason: unknown): Problem {
  if (reason instanceof Refusal) return reason.problem;
  throw reason;
}

/** The same act for a terminal; the key itself is left to the shell's environment. */
export function curlLine({ method, path, body }: Act, origin: string): string {
  return [
    'curl',
    ...(method === 'GET' ? [] : ['-X', method]),
    '-H "Authorization: Bearer $HEARDWELL_KEY"',
    ...(method === 'POST' ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body === undefined ? [] : ['--json', `'${JSON.stringify(body).replaceAll("'", String.raw`'\''`)}'`]),
    `'${origin}/partner/v1${path}'`,
  ].join(' ');
}
