// SPDX-License-Identifier: Apache-2.0
const tick_ms = 100;
const speech = 0.25;

/** A loudness (root mean square) as a height between 0 and 1: a speaking voice fills most of it. */
export const heightOf = (loudness: number): number => Math.min(1, Math.sqrt(loudness / speech));

/** Below this the microphone gives nothing: a headset that is not worn, another app that holds it. */
export const silence = 0.02;

/** Listens along, ten times a second. Made in the tap's own handler, or the system keeps it asleep. */
export class Level {
  #context = new AudioContext();
  #analyser = this.#context.createAnalyser();
  #samples = new Float32Array(this.#analyser.fftSize);
  #clock: ReturnType<typeof setInterval>;
  #loudest = 0;

  constructor(stream: MediaStream, hear: (height: number) => void) {
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    this.#clock = setInterval(() => {
      this.#analyser.getFloatTimeDomainData(this.#samples);
      const squares = this.#samples.reduce((sum, sample) => sum + sample * sample, 0);
      const loudness = Math.sqrt(squares / this.#samples.length);
      this.#loudest = Math.max(this.#loudest, loudness);
      hear(heightOf(loudness));
    }, tick_ms);
  }

  loudestSinceAsked(): number {
    const loudest = this.#loudest;
    this.#loudest = 0;
    return loudest;
  }

  close(): void {
    clearInterval(this.#clock);
    void this.#context.close();
  }
}
