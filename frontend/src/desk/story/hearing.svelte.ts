// SPDX-License-Identifier: Apache-2.0
import { untrack } from 'svelte';
import { Player } from '../../shared/audio/player.ts';
import type { Stretch } from '../../shared/audio/stretch.ts';
import { peaksOf, type Rendition } from './peaks.ts';

export const rates = [0.75, 1, 1.25, 1.5] as const;

/** What is being listened to, and where: the player as the page sees it. */
export class Hearing {
  at_ms = $state(0);
  playing = $state(false);
  failed = $state(false);
  duration_ms = $state(0);
  rendition = $state<Rendition>('original');
  rate = $state(1);
  heights = $state.raw<readonly number[]>([]);
  #player: Player | null = null;
  /** Part of the address: a browser goes on playing what it has once loaded from one, whatever it is told. */
  #since = 0;
  #story_id: string;
  #told: (stretch: Stretch) => void;

  /** `told` hears every stretch of the released sound that was really played. */
  constructor(story_id: string, told: (stretch: Stretch) => void) {
    this.#story_id = story_id;
    this.#told = told;
  }

  /** For `{@attach}`: takes the page's `<audio>` in hand until it goes. */
  attach = (audio: HTMLAudioElement): (() => void) => {
    const player = new Player(audio, {
      moved: (at_ms) => (this.at_ms = at_ms),
      playing: (now) => (this.playing = now),
      loaded: (duration_ms) => (this.duration_ms = duration_ms || this.duration_ms),
      heard: (stretch) => this.rendition === 'release' && this.#told(stretch),
      failed: () => (this.failed = true),
    });
    this.#player = player;
    this.#since = Date.now();
    untrack(() => this.#load(0, this.rendition));
    return () => player.close();
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

  /** The original or the sound as it would leave, at the same place. */
  turnTo(rendition: Rendition): void {
    if (rendition === this.rendition && !this.failed) return;
    this.#load(this.at_ms, rendition);
  }

  /** The proof was rendered anew: what is loaded of it is old. */
  renew(): void {
    this.#since = Date.now();
    if (this.rendition === 'release') this.#load(0, 'release');
  }

  #load(at_ms: number, rendition: Rendition): void {
    this.failed = false;
    const address = `/api/desk/stories/${this.#story_id}/audio?rendition=${rendition}&since=${this.#since}`;
    this.#player?.load(address, at_ms); // tells what was played last, and of which rendition: not yet of this one
    this.rendition = rendition;
    if (this.#player) this.#player.rate = this.rate;
    void peaksOf(this.#story_id, rendition).then((heights) => {
      if (rendition === this.rendition) this.heights = heights;
    });
  }
}
