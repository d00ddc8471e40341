// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';
import {
  Answered,
  answerTo,
  metadata,
  nextPiece,
  send,
  Unreachable,
  type Hurry,
  type Line,
  type Sound,
} from './tus.ts';

const sound = new Uint8Array(200_000).map((_, place) => place % 251);
const told: Sound = {
  recordingId: 'r1',
  bytes: sound.length,
  sha256: 'ab'.repeat(32),
  mediaType: 'audio/webm',
  read: (from, to) => Promise.resolve(sound.slice(from, to)),
};

type Asked = { method: string; url: string; headers: Headers; body: Uint8Array };
type Trouble = (asked: Asked) => Response | undefined;

/** A server in memory that keeps what it is sent, as tus says. */
class Server {
  held = new Uint8Array();
  asked: Asked[] = [];
  trouble: Trouble = () => undefined;

  readonly fetch = ((input: string, init: RequestInit) => {
    const asked = {
      method: init.method ?? 'GET',
      url: input,
      headers: new Headers(init.headers),
      body: (init.body ?? new Uint8Array()) as Uint8Array,
    };
    this.asked.push(asked);
    const answer = this.trouble(asked) ?? this.#answer(asked);
    Object.defineProperty(answer, 'url', { value: input });
    return Promise.resolve(answer);
  }) as unknown as typeof fetch;

  #answer({ method, headers, body }: Asked): Response {
    if (method === 'POST') return tus(201, { location: '/api/uploads/u1' });
    if (method === 'HEAD') return tus(200, { 'upload-offset': String(this.held.length) });
    if (Number(headers.get('upload-offset')) !== this.held.length) return problem(409, 'upload-offset-conflict');
    this.held = new Uint8Array(Buffer.concat([this.held, body]));
    return tus(204, { 'upload-offset': String(this.held.length) });
  }

  methods = (): string[] => this.asked.map(({ method }) => method);
}

const tus = (status: number, headers: Record<string, string>): Response =>
  new Response(null, { status, headers: { 'tus-resumable': '1.0.0', ...headers } });
const problem = (status: number, code: string): Response =>
  new Response(JSON.stringify({ code, detail: 'In words.' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

const lineTo = (server: Server, progress: number[] = []): Line => ({
  fetch: server.fetch,
  collection: 'http://here/api/uploads',
  authorization: 'Bearer device',
  onHeld: (bytes) => progress.push(bytes),
});

test('a sound arrives whole, and every request says who asks', async () => {
  const server = new Server();
  const progress: number[] = [];
  await send(lineTo(server, progress), told);
  expect(Buffer.compare(server.held, sound)).toBe(0);
  expect(progress.at(-1)).toBe(sound.length);
  expect(server.asked.every(({ headers }) => headers.get('authorization') === 'Bearer device')).toBe(true);
  expect(server.asked[0]?.headers.get('upload-metadata')).toBe(
    metadata({ recording_id: 'r1', filetype: 'audio/webm', sha256: told.sha256 }),
  );
});

test('after a break it goes on where the server stopped, and no byte is sent twice', async () => {
  const server = new Server();
  server.held = sound.slice(0, 45_056);
  await send(lineTo(server), told, 'http://here/api/uploads/u1');
  expect(Buffer.compare(server.held, sound)).toBe(0);
  expect(server.methods()).not.toContain('POST');
  const sent = server.asked.reduce((sum, { body }) => sum + body.length, 0);
  expect(sent).toBe(sound.length - 45_056);
});

test('a server that knows better about the offset is believed', async () => {
  const server = new Server();
  let once = true;
  server.trouble = ({ method }) => {
    if (method !== 'PATCH' || !once) return undefined;
    once = false;
    server.held = sound.slice(0, 70_000);
    return problem(409, 'upload-offset-conflict');
  };
  await send(lineTo(server), told);
  expect(Buffer.compare(server.held, sound)).toBe(0);
});

test('a piece garbled on the way is sent again', async () => {
  const server = new Server();
  let once = true;
  server.trouble = ({ method }) => {
    if (method !== 'PATCH' || !once) return undefined;
    once = false;
    return problem(460, 'upload-checksum-mismatch');
  };
  await send(lineTo(server), told);
  expect(Buffer.compare(server.held, sound)).toBe(0);
});

test('an upload that has expired is made anew', async () => {
  const server = new Server();
  server.trouble = ({ method, url }) => (method === 'HEAD' && url.endsWith('/old') ? tus(410, {}) : undefined);
  await send(lineTo(server), told, 'http://here/api/uploads/old');
  expect(server.methods().slice(0, 3)).toEqual(['HEAD', 'POST', 'HEAD']);
  expect(Buffer.compare(server.held, sound)).toBe(0);
});

test('the sign-in page of a café is not mistaken for our server', async () => {
  const server = new Server();
  server.trouble = () => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } });
  await expect(send(lineTo(server), told)).rejects.toBeInstanceOf(Unreachable);
});

test('a proxy that says the server is down is not mistaken for a café', async () => {
  const server = new Server();
  server.trouble = () => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } });
  await expect(send(lineTo(server), told)).rejects.toMatchObject({ status: 502, slug: '' });
});

test('a recording that arrived meanwhile is found finished', async () => {
  const server = new Server();
  server.trouble = ({ method }) => {
    if (method !== 'PATCH') return undefined;
    server.held = sound;
    return problem(409, 'upload-finished');
  };
  await send(lineTo(server), told);
  expect(server.methods()).toEqual(['POST', 'HEAD', 'PATCH', 'HEAD']);
});

test('another sound under the same id is nothing to try again', async () => {
  const server = new Server();
  server.trouble = () => problem(409, 'idempotency-mismatch');
  await expect(send(lineTo(server), told)).rejects.toMatchObject({ slug: 'idempotency-mismatch' });
  expect(server.asked.length).toBe(1);
});

test('a full server is reported with its own words and its own time', async () => {
  const server = new Server();
  server.trouble = ({ method }) => {
    if (method !== 'PATCH') return undefined;
    const full = problem(507, 'storage-full');
    full.headers.set('retry-after', '3600');
    return full;
  };
  await expect(send(lineTo(server), told)).rejects.toMatchObject({
    status: 507,
    slug: 'storage-full',
    detail: 'In words.',
    retryAfter_ms: 3_600_000,
  } satisfies Partial<Answered>);
});

test('a server that never moves on is given up for now', async () => {
  const server = new Server();
  server.trouble = ({ method }) => (method === 'PATCH' ? problem(409, 'upload-offset-conflict') : undefined);
  await expect(send(lineTo(server), told)).rejects.toBeInstanceOf(Answered);
  expect(server.asked.length).toBeLessThan(20);
});

test('pieces grow on a quick line and shrink on a slow one', () => {
  expect(nextPiece(32_768, 100)).toBe(65_536);
  expect(nextPiece(1_048_576, 100)).toBe(1_048_576);
  expect(nextPiece(65_536, 9_000)).toBe(32_768);
  expect(nextPiece(32_768, 9_000)).toBe(32_768);
  expect(nextPiece(65_536, 4_000)).toBe(65_536);
});

test('a question waits half a minute for its answer, and four seconds of it once somebody is in a hurry', async () => {
  vi.useFakeTimers();
  const says = (_url: string, { signal }: RequestInit): Promise<Response> =>
    new Promise((_answered, over) => signal?.addEventListener('abort', () => over(new Error('given up'))));
  const asked = (hurry: Hurry): { over: boolean } => {
    const state = { over: false };
    const question = answerTo(says as typeof fetch, 'http://here/api', {}, () => true, hurry);
    void question.catch(() => (state.over = true));
    return state;
  };
  const [early, late] = [{} as Hurry, {} as Hurry];
  const [patient, hurried, alreadyOld] = [asked({}), asked(early), asked(late)];
  early.up?.();
  await vi.advanceTimersByTimeAsync(3_900);
  expect([patient.over, hurried.over]).toEqual([false, false]);
  await vi.advanceTimersByTimeAsync(200);
  expect([patient.over, hurried.over]).toEqual([false, true]);
  late.up?.();
  await vi.advanceTimersByTimeAsync(1);
  expect([patient.over, alreadyOld.over]).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(26_000);
  expect(patient.over).toBe(true);
  vi.useRealTimers();
});
