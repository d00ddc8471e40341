// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Sound } from '../../shared/api/reporter-wire.ts';
import { keepSounds, type Shelf } from './spoken-cache.ts';

const home = 'https://heardwell.test';
const named = (said: string): Sound => {
  const sha256 = createHash('sha256').update(said).digest('hex');
  return { audio_url: `/api/spoken/${sha256}`, sha256 };
};
const [question, prompt, card] = [named('question'), named('prompt'), named('card')];

/** The part of the Cache API that Node does not have. */
class OneShelf implements Shelf {
  held = new Map<string, Response>();
  keys = (): Promise<Request[]> => Promise.resolve([...this.held.keys()].map((path) => new Request(home + path)));
  match = (asked: RequestInfo | URL): Promise<Response | undefined> => Promise.resolve(this.held.get(pathOf(asked)));
  put = (asked: RequestInfo | URL, answer: Response): Promise<void> =>
    Promise.resolve(void this.held.set(pathOf(asked), answer));
  delete = (asked: RequestInfo | URL): Promise<boolean> => Promise.resolve(this.held.delete(pathOf(asked)));
}

const pathOf = (asked: RequestInfo | URL): string =>
  typeof asked === 'string' ? asked : asked instanceof URL ? asked.pathname : new URL(asked.url).pathname;

/** A server that has these sounds, and counts what it is asked for. */
function server(sounds: Record<string, string>): { asked: string[]; fetched: (sound: Sound) => Promise<Response> } {
  const asked: string[] = [];
  const fetched = ({ audio_url }: Sound): Promise<Response> => {
    asked.push(audio_url);
    const said = sounds[audio_url];
    if (said === undefined) return Promise.reject(new TypeError('no network'));
    return Promise.resolve(new Response(said, { headers: { 'Content-Type': 'audio/mp4' } }));
  };
  return { asked, fetched };
}

const whole = { [question.audio_url]: 'question', [prompt.audio_url]: 'prompt', [card.audio_url]: 'card' };

test('every sound that the bundle names lies on the phone, and is fetched once', async () => {
  const [shelf, { asked, fetched }] = [new OneShelf(), server(whole)];
  expect(await keepSounds(shelf, [question, prompt], fetched)).toEqual({
    kept: [question.sha256, prompt.sha256],
    left: 0,
  });
  await keepSounds(shelf, [question, prompt], fetched);
  expect(asked).toEqual([question.audio_url, prompt.audio_url]);
  expect(shelf.held.get(question.audio_url)?.headers.get('content-type')).toBe('audio/mp4');
});

test('one that does not come is tried again alone', async () => {
  const shelf = new OneShelf();
  const broken = await keepSounds(
    shelf,
    [question, prompt, card],
    server({ ...whole, [prompt.audio_url]: 'pro' }).fetched,
  );
  expect(broken).toEqual({ kept: [question.sha256, card.sha256], left: 1 });
  const { asked, fetched } = server(whole);
  expect(await keepSounds(shelf, [question, prompt, card], fetched)).toMatchObject({ left: 0 });
  expect(asked).toEqual([prompt.audio_url]);
});

test('a sound with another hash is never kept: a captive portal answers everything', async () => {
  const shelf = new OneShelf();
  const portal = (): Promise<Response> => Promise.resolve(new Response('<html>sign in</html>'));
  expect(await keepSounds(shelf, [question], portal)).toEqual({ kept: [], left: 1 });
  expect(shelf.held.size).toBe(0);
});

test('a sound that the bundle names no more is dropped', async () => {
  const [shelf, { fetched }] = [new OneShelf(), server(whole)];
  await keepSounds(shelf, [question, prompt], fetched);
  await keepSounds(shelf, [prompt], () => Promise.reject(new TypeError('no network')));
  expect([...shelf.held.keys()]).toEqual([prompt.audio_url]);
});
