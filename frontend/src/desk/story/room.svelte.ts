// SPDX-License-Identifier: Apache-2.0
import type { Stretch } from '../../shared/audio/stretch.ts';
import { ask, problemOf, Refusal, type Problem } from '../doors.ts';
import type { Happening } from '../queue/live.ts';
import { realign, type WrittenWord } from './realign.ts';
import type { Decision, Details, Progress, Story } from './story.ts';
import type { Turn } from './turns.ts';

/** `renews`: it does no harm to a story that has moved on, so a stale tag is simply renewed, once. */
type Write = { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown; renews?: boolean };

/** One story on the desk: what the server last said of it, and every way to change it. */
export class StoryRoom {
  story = $state.raw<Story | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  /** How far the machine has come with this story, as it happens. */
  progress = $state.raw<Progress | null>(null);
  #looking: Promise<void> | null = null;
  /** Somebody is writing on this page: what happens elsewhere waits until they have finished, or this page has. */
  #editing = false;
  #missed = false;
  /** What somebody wrote that the server refused because the story had moved on. */
  rescued = $state<string | null>(null);
  readonly story_id: string;
  #etag: string | null = null;

  constructor(story_id: string) {
    this.story_id = story_id;
  }

  async load(): Promise<void> {
    this.#missed = false;
    try {
      const { body, etag } = await ask<Story>(this.#path(''));
      [this.story, this.#etag] = [body, etag];
    } catch (reason) {
      this.problem = problemOf(reason);
    }
  }

  /** True when it was done; otherwise `problem` says why not. */
  async #write(write: Write): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      await this.#send(write);
      return true;
    } catch (reason) {
      this.problem = problemOf(reason);
      return false;
    } finally {
      await this.load();
      this.busy = false;
      if (this.#missed && !this.#editing) void this.load();
    }
  }

  async #send({ method, path, body, renews = false }: Write): Promise<void> {
    const tell = (): Promise<unknown> => ask(this.#path(path), { method, body, etag: this.#etag });
    try {
      await tell();
    } catch (reason) {
      if (!(renews && reason instanceof Refusal && reason.problem.status === 412)) throw reason;
      await this.load();
      await tell();
    }
  }

  claim = (): Promise<boolean> => this.#write({ method: 'POST', path: '/claim', renews: true });
  leave = (): Promise<boolean> => this.#write({ method: 'POST', path: '/leave', renews: true });

  /** Writes a corrected turn into the transcript; a refused text is kept in `rescued`. */
  async correct(turn: Turn, text: string): Promise<boolean> {
    const transcript = this.story?.transcript;
    if (!transcript) return false;
    const words = transcript.words.map((word): WrittenWord => ({
      id: word.id,
      text: word.text,
      ...(word.speaker ? { speaker: word.speaker } : {}),
    }));
    words.splice(turn.first, turn.words.length, ...realign(turn.words, text));
    const done = await this.#write({
      method: 'PUT',
      path: '/transcript',
      body: { base_revision: transcript.revision, words },
    });
    if (!done) this.rescued = text;
    return done;
  }

  redact = (from_word: string, to_word: string, reason: string, replacement: string): Promise<boolean> =>
    this.#write({
      method: 'POST',
      path: '/redactions',
      body: { from_word, to_word, reason, ...(replacement ? { replacement } : {}) },
    });

  restore = (redaction_id: string): Promise<boolean> =>
    this.#write({ method: 'DELETE', path: `/redactions/${redaction_id}` });

  quote = (from_word: string, to_word: string): Promise<boolean> =>
    this.#write({ method: 'POST', path: '/quotes', body: { from_word, to_word } });

  /** `language` is one of Whisper's codes, or `auto`. */
  listenAgain = (language: string, model: string): Promise<boolean> =>
    this.#write({ method: 'POST', path: '/listen-again', body: { language, model } });

  /** Has the recordings that could not be opened tried once more. */
  trySound = (): Promise<boolean> => this.#write({ method: 'POST', path: '/try-sound-again' });

  gist = (): Promise<boolean> => this.#write({ method: 'POST', path: '/gist' });

  unquote = (quote_id: string): Promise<boolean> => this.#write({ method: 'DELETE', path: `/quotes/${quote_id}` });

  describe = (details: Details): Promise<boolean> => this.#write({ method: 'PUT', path: '/details', body: details });

  raise = (urgency: string, note: string): Promise<boolean> =>
    this.#write({ method: 'POST', path: '/concerns', body: { urgency, note } });

  render = (): Promise<boolean> => this.#write({ method: 'POST', path: '/proof' });

  decide = (decision: Decision, note: string): Promise<boolean> =>
    this.#write({ method: 'POST', path: '/decision', body: { decision, ...(note ? { note } : {}) } });

  /** Something happened to this story elsewhere: look again, but never under somebody's hands. */
  hear({ event, status }: Happening): void {
    if (event === 'progressed') void this.#look();
    if (event === 'progressed' && status === this.story?.status) return;
    if (this.busy || this.#editing) this.#missed = true;
    else void this.load();
  }

  /** Looks how far the machine is, now and then, until the answered function is called: what waits tells nothing. */
  follow = (): (() => void) => {
    void this.#look();
    const again = setInterval(() => void this.#look(), 15_000);
    return () => {
      clearInterval(again);
      this.progress = null;
    };
  };

  #look(): Promise<void> {
    this.#looking ??= ask<Progress>(this.#path('/listening'))
      .then(
        ({ body }) => void (this.progress = body),
        () => undefined,
      )
      .finally(() => (this.#looking = null));
    return this.#looking;
  }

  edit(now: boolean): void {
    this.#editing = now;
    if (!now && this.#missed) void this.load();
  }

  /** Tells which stretch of the proof was played. */
  async heard({ from_ms, to_ms }: Stretch): Promise<void> {
    const proof = this.story?.proof;
    if (proof?.state !== 'ready') return;
    try {
      const body = { proof_sha256: proof.sha256, from_ms, to_ms };
      await this.#send({ method: 'POST', path: '/heard', body, renews: true });
      await this.load();
    } catch (reason) {
      this.problem = problemOf(reason);
    }
  }

  #path(rest: string): string {
    return `/api/desk/stories/${this.story_id}${rest}`;
  }
}
