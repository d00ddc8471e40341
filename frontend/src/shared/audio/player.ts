// SPDX-License-Identifier: Apache-2.0
import { StretchCounter, type Stretch } from './stretch.ts';

const tick_ms = 100;
const tell_every_ms = 10_000;

export type Listener = {
  /** Ten times a second while playing, and after every jump. */
  moved: (at_ms: number) => void;
  playing: (now: boolean) => void;
  /** The length is known: sound without one is reported as 0. */
  loaded?: (duration_ms: number) => void;
  /** A stretch somebody has really listened to. */
  heard?: (stretch: Stretch) => void;
  /** The sound could not be played. */
  failed?: () => void;
};

/** A steady hand on one `<audio>`: positions in milliseconds, stretches that stop at their end. */
export class Player {
  #audio: HTMLAudioElement;
  #listener: Listener;
  #counter = new StretchCounter();
  #clock: ReturnType<typeof setInterval> | undefined;
  #stop_at_ms: number | null = null;
  #told_ms = 0;
  #leave = new AbortController();

  constructor(audio: HTMLAudioElement, listener: Listener) {
    this.#audio = audio;
    this.#listener = listener;
    const on = (name: string, act: () => void) => audio.addEventListener(name, act, { signal: this.#leave.signal });
    on('playing', () => this.#start());
    on('pause', () => this.#halt());
    on('ended', () => this.#halt());
    on('seeking', () => this.#jump());
    on('seeked', () => this.#listener.moved(this.at_ms));
    on('durationchange', () => this.#listener.loaded?.(this.duration_ms));
    on('error', () => this.#listener.failed?.());
  }

  get at_ms(): number {
    return Math.round(this.#audio.currentTime * 1000);
  }

  get duration_ms(): number {
    return Number.isFinite(this.#audio.duration) ? Math.round(this.#audio.duration * 1000) : 0;
  }

  toggle(): void {
    if (this.#audio.paused) this.play();
    else this.#audio.pause();
  }

  play(): void {
    this.#stop_at_ms = null;
    this.#begin();
  }

  pause(): void {
    this.#audio.pause();
  }

  /** Plays from `from_ms`, and stops at `to_ms` where one is given. */
  playFrom(from_ms: number, to_ms: number | null = null): void {
    this.seek(from_ms);
    this.#stop_at_ms = to_ms;
    this.#begin();
  }

  seek(at_ms: number): void {
    this.#stop_at_ms = null;
    this.#audio.currentTime = Math.max(0, at_ms) / 1000;
  }

  skip(by_ms: number): void {
    this.seek(this.at_ms + by_ms);
  }

  set rate(rate: number) {
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  }

  /** Another sound in the same place, standing still at `at_ms`. */
  load(address: string, at_ms = 0): void {
    this.#halt();
    this.#audio.src = address;
    if (at_ms > 0) this.#audio.currentTime = at_ms / 1000;
  }

  close(): void {
    this.#halt();
    this.#leave.abort();
    this.#audio.pause();
    this.#audio.removeAttribute('src');
  }

  #begin(): void {
    this.#audio.play().catch((reason: unknown) => {
      if (!(reason instanceof DOMException && reason.name === 'AbortError')) this.#listener.failed?.();
    });
  }

  #start(): void {
    this.#listener.playing(true);
    this.#counter.reach(this.at_ms);
    clearInterval(this.#clock);
    this.#clock = setInterval(() => this.#step(), tick_ms);
  }

  #step(): void {
    const at = this.at_ms;
    this.#listener.moved(at);
    this.#tell(this.#counter.reach(at));
    this.#told_ms += tick_ms;
    if (this.#told_ms >= tell_every_ms) {
      this.#tell(this.#counter.close());
      this.#counter.reach(at);
    }
    if (this.#stop_at_ms !== null && at >= this.#stop_at_ms) this.#audio.pause();
  }

  #jump(): void {
    this.#tell(this.#counter.close());
    this.#listener.moved(this.at_ms);
  }

  #halt(): void {
    if (this.#clock === undefined) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
    this.#tell(this.#counter.reach(this.at_ms));
    this.#tell(this.#counter.close());
    this.#listener.moved(this.at_ms);
    this.#listener.playing(false);
  }

  #tell(stretch: Stretch | null): void {
    this.#told_ms = stretch ? 0 : this.#told_ms;
    if (stretch) this.#listener.heard?.(stretch);
  }
}
