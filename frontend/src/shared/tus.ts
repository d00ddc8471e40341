// SPDX-License-Identifier: Apache-2.0
/** The server could not be asked, or something that is not our server answered in its place. */
export class Unreachable extends Error {}

/** The server answered, and not with what was asked for. */
export class Answered extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly detail: string,
    readonly retryAfter_ms: number | undefined,
  ) {
    super(`${status} ${slug}`);
  }
}

export type Sound = {
  recordingId: string;
  bytes: number;
  sha256: string;
  mediaType: string;
  read: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>;
};

export type Line = {
  fetch: typeof fetch;
  collection: string;
  authorization: string;
  /** Bytes the server has said that it holds. */
  onHeld: (bytes: number) => void;
  hurry?: Hurry;
};

const smallest = 32 * 1024;
const largest = 1024 * 1024;
const quick_ms = 2_000;
const slow_ms = 8_000;
const patience_ms = 30_000;
const hurried_ms = 4_000;
const mostStandstills = 5;

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

export const metadata = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(',');

const isProblem = (answer: Response): boolean =>
  answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;

type Words = { code?: string; detail?: string };

async function wordsOf(answer: Response): Promise<Words> {
  try {
    const body = await answer.text();
    return (body === '' ? {} : JSON.parse(body)) as Words;
  } catch (reason) {
    throw new Unreachable('half an answer', { cause: reason });
  }
}

/** Reads a refusal: the problem's own slug and words where it has them. */
async function refusal(answer: Response): Promise<Answered> {
  const problem = isProblem(answer) ? await wordsOf(answer) : {};
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  return new Answered(answer.status, problem.code ?? '', problem.detail ?? '', retryAfter);
}

const refusedByWhoeverCarries = new Set([408, 413, 429]);

/** Not our server's own words, and still an answer about it: whoever stands before it says that it is down or has had enough. */
const speaksForUs = ({ status }: Response): boolean =>
  (status >= 500 && status !== 511) || refusedByWhoeverCarries.has(status);

/** Who is in a hurry calls `up`: the question under way then has four seconds in all. */
export type Hurry = { up?: () => void };

/** Gives up on a question after half a minute. */
function patience(hurry: Hurry = {}): AbortSignal {
  const began = performance.now();
  const over = new AbortController();
  const giveUpAfter = (ms: number): void => void setTimeout(() => over.abort(), began + ms - performance.now());
  giveUpAfter(patience_ms);
  hurry.up = () => giveUpAfter(hurried_ms);
  return over.signal;
}

/**
 * What was asked for. Raises `Unreachable` without an answer, or with one that is not ours (the page of a café's network; we never
 * redirect), and `Answered` for a refusal.
 */
export async function answerTo(
  ask: typeof fetch,
  url: string,
  init: RequestInit,
  isOurs: (answer: Response) => boolean,
  hurry?: Hurry,
): Promise<Response> {
  let answer: Response;
  try {
    answer = await ask(url, { ...init, signal: patience(hurry), cache: 'no-store', redirect: 'manual' });
  } catch (reason) {
    throw new Unreachable('no answer', { cause: reason });
  }
  if (!isOurs(answer) && !isProblem(answer) && !speaksForUs(answer)) throw new Unreachable('not our server');
  if (answer.status >= 400) throw await refusal(answer);
  return answer;
}

const ask = (line: Line, url: string, { headers, ...init }: RequestInit & { headers?: Record<string, string> }) =>
  answerTo(
    line.fetch,
    url,
    { ...init, headers: { ...headers, 'Tus-Resumable': '1.0.0', Authorization: line.authorization } },
    (answer) => answer.headers.has('tus-resumable'),
    line.hurry,
  );

/** Creating again for the same recording finds the same upload. */
async function create(line: Line, sound: Sound): Promise<string> {
  const answer = await ask(line, line.collection, {
    method: 'POST',
    headers: {
      'Upload-Length': String(sound.bytes),
      'Upload-Metadata': metadata({
        recording_id: sound.recordingId,
        filetype: sound.mediaType,
        sha256: sound.sha256,
      }),
    },
  });
  const location = answer.headers.get('location');
  if (location === null) throw new Unreachable('created nowhere');
  return new URL(location, answer.url).href;
}

const offsetIn = (answer: Response): number => {
  const offset = Number(answer.headers.get('upload-offset') ?? Number.NaN);
  if (!Number.isInteger(offset)) throw new Unreachable('no offset');
  return offset;
};

const held = async (line: Line, url: string): Promise<number> => offsetIn(await ask(line, url, { method: 'HEAD' }));

async function patch(line: Line, url: string, offset: number, piece: Uint8Array<ArrayBuffer>): Promise<number> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', piece));
  const answer = await ask(line, url, {
    method: 'PATCH',
    headers: {
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(offset),
      'Upload-Checksum': `sha256 ${btoa(String.fromCharCode(...hash))}`,
    },
    body: piece,
  });
  return offsetIn(answer);
}

export function nextPiece(size: number, took_ms: number): number {
  if (took_ms < quick_ms) return Math.min(size * 2, largest);
  if (took_ms > slow_ms) return Math.max(Math.floor(size / 2), smallest);
  return size;
}

/** What a refusal makes doubtful: where the upload stands, or the upload itself. A HEAD has no words: creating again asks for them. */
function doubtful(reason: unknown): 'offset' | 'upload' | undefined {
  if (!(reason instanceof Answered)) return undefined;
  const { status, slug } = reason;
  if (status === 404 || (status === 410 && (slug === '' || slug === 'upload-expired'))) return 'upload';
  const moved = status === 460 || slug === 'upload-offset-conflict' || slug === 'upload-finished';
  return moved ? 'offset' : undefined;
}

/**
 * Sends what the server does not hold yet, going on where it stopped. Returns when the server says it holds every byte; whether it
 * keeps them is asked elsewhere. Throws `Unreachable` or `Answered`; nothing is lost by calling again.
 */
export async function send(line: Line, sound: Sound, known?: string): Promise<void> {
  let url = known;
  let offset: number | undefined;
  let size = smallest;
  let standstills = 0;
  for (;;) {
    try {
      url ??= await create(line, sound);
      offset ??= await held(line, url);
      line.onHeld(offset);
      if (offset >= sound.bytes) return;
      const piece = await sound.read(offset, Math.min(offset + size, sound.bytes));
      const began = performance.now();
      const reached: number = await patch(line, url, offset, piece);
      if (reached <= offset) throw new Unreachable('no progress');
      standstills = 0;
      offset = reached;
      size = nextPiece(size, performance.now() - began);
    } catch (reason) {
      standstills += 1;
      const lost = doubtful(reason);
      if (!lost || standstills > mostStandstills) throw reason;
      offset = undefined;
      if (lost === 'upload') url = undefined;
    }
  }
}
