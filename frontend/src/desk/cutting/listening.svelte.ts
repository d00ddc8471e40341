// SPDX-License-Identifier: Apache-2.0
import { Player } from '../../shared/audio/player.ts';
import { joined, type Peaks } from '../../shared/audio/thread.ts';
import { ask, problemOf } from '../doors.ts';
import { peaksAt, soundOf } from './cutting.ts';
import type { Times } from './times.ts';

const mostStitches = 240;
export const rates = [0.75, 1, 1.25, 1.5, 2] as const;

/** The whole original being listened to; every stretch that was really played is told. */
export class Listening {
  at_ms = $state(0);
  playing = $state(false);
  failed = $state(false);
  rate = $state(1);
  heights = $state.raw<readonly number[]>([]);
  peaks = $state.raw<Peaks | null>(null);
  #player: Player | null = null;
  #address = '';
  #story_id: string;
  #told: (stretch: Times) => void;

  constructor(story_id: string, told: (stretch: Times) => void) {
    this.#story_id = story_id;
    this.#told = told;
  }

  /** For `{@attach}`: takes the page's `<audio>` in hand until it goes. */
  attach = (audio: HTMLAudioElement): (() => void) => {
    const player = new Player(audio, {
      moved: (at_ms) => (this.at_ms = at_ms),
      playing: (now) => (this.playing = now),
      heard: ({ from_ms, to_ms }) => this.#told({ start_ms: from_ms, end_ms: to_ms }),
      failed: () => (this.failed = true),
    });
    this.#player = player;
    this.#address = soundOf(this.#story_id, audio.canPlayType('audio/ogg; codecs=opus') !== '');
    player.load(this.#address);
    void this.#draw();
    return () => {
      player.close();
      this.#player = null;
    };
  };

  toggle = (): void => this.#player?.toggle();
  pause = (): void => this.#player?.pause();
  skip = (by_ms: number): void => this.#player?.skip(by_ms);
  seek = (at_ms: number): void => this.#player?.seek(at_ms);

  playFrom(from_ms: number, to_ms: number | null = null): void {
    this.#player?.playFrom(Math.max(0, from_ms), to_ms);
  }

  speed(rate: number): void {
    this.rate = rate;
    if (this.#player) this.#player.rate = rate;
  }

  /** The sound stopped coming: asked for again, at the same place. */
  fetchAgain = (): void => {
    this.failed = false;
    this.#player?.load(this.#address, this.at_ms);
    this.speed(this.rate);
  };

  async #draw(): Promise<void> {
    try {
      this.peaks = (await ask<Peaks>(peaksAt(this.#story_id))).body;
      this.heights = joined(closeUp(this.peaks, { start_ms: 0, end_ms: lengthIn(this.peaks) }), mostStitches);
    } catch (reason) {
      problemOf(reason);
    }
  }
}

const lengthIn = ({ length, sample_rate, samples_per_pixel }: Peaks): number =>
  (length * samples_per_pixel * 1000) / sample_rate;

/** The heights of a part of the sound, so many a second as were measured, each between 0 and 1. */
export function closeUp(peaks: Peaks, { start_ms, end_ms }: Times): number[] {
  const step = 2 * peaks.channels;
  const perSecond = peaks.sample_rate / peaks.samples_per_pixel;
  const [from, to] = [start_ms, end_ms].map((ms) => Math.round((ms / 1000) * perSecond)) as [number, number];
  const loudest = peaks.bits === 8 ? 128 : 32_768;
  return Array.from({ length: to - from }, (_, pixel) => {
    const at = (from + pixel) * step;
    const height = ((peaks.data[at + 1] ?? 0) - (peaks.data[at] ?? 0)) / (2 * loudest);
    return Math.sqrt(Math.max(0, height));
  });
}
