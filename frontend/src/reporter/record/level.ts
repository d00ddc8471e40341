// SPDX-License-Identifier: Apache-2.0
const tick_ms = 100;
const speech = 0.25;

/** A loudness (root mean square) as a height between 0 and 1: a speaking voice fills most of it. */
export const heightOf = (loudness: number): number => Math.min(1, Math.sqrt(loudness / speech));

/** Below this height the microphone gives nothing: a headset that is not worn, another app that holds it. */
export const silence = 0.02;

/** A part whose loudest second stays below this height holds no voice. */
export const faintestVoice = heightOf(0.002);

/** Drawn where the system lets us record but not listen along. */
const unknown = 0.3;

/** So much sound may be late before it counts as lost, and it must stay late for so many looks. */
const mostLate_ms = 2_000;
const lateLooks = 5;

/** Newer Chromium counts the sound that a track has given. */
type CountedTrack = MediaStreamTrack & { stats?: { deliveredFramesDuration: number } };

export type Listening = {
  /** Ten times a second; undefined where the system lets us record but not listen along. */
  level: (height: number | undefined) => void;
  /** The phone slept: so much time went by without sound. */
  missed: (missing_ms: number) => void;
};

/** Listens along, ten times a second. Its context is made in the tap's own handler, or the system keeps it asleep. */
export class Level {
  #context: AudioContext;
  #source: MediaStreamAudioSourceNode;
  #analyser: AnalyserNode;
  #samples: Float32Array<ArrayBuffer>;
  #clock: ReturnType<typeof setInterval>;
  #track: CountedTrack | undefined;
  #loudest: number | undefined;
  #even: { at_ms: number; heard_ms: number } | undefined;
  #lateFor = 0;

  constructor(context: AudioContext, stream: MediaStream, listening: Listening) {
    this.#context = context;
    this.#track = stream.getAudioTracks()[0];
    this.#source = context.createMediaStreamSource(stream);
    this.#analyser = context.createAnalyser();
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#source.connect(this.#analyser);
    this.#clock = setInterval(() => {
      this.#compare(listening.missed);
      listening.level(this.#look());
    }, tick_ms);
  }

  heightSinceAsked(): number {
    const loudest = this.#loudest;
    this.#loudest = undefined;
    return loudest === undefined ? unknown : heightOf(loudest);
  }

  close(): void {
    clearInterval(this.#clock);
    this.#source.disconnect();
  }

  #look(): number | undefined {
    if (this.#context.state !== 'running') {
      void this.#context.resume().catch(() => undefined);
      return undefined;
    }
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const squares = this.#samples.reduce((sum, sample) => sum + sample * sample, 0);
    const loudness = Math.sqrt(squares / this.#samples.length);
    this.#loudest = Math.max(this.#loudest ?? 0, loudness);
    return heightOf(loudness);
  }

  /** The page's clock beside that of the sound: what stays behind for half a second is gone. */
  #compare(missed: Listening['missed']): void {
    const counted = this.#track?.stats?.deliveredFramesDuration;
    if (counted === undefined && this.#context.state !== 'running') return void (this.#even = undefined);
    const now = { at_ms: performance.now(), heard_ms: counted ?? this.#context.currentTime * 1000 };
    const even = this.#even ?? now;
    const missing_ms = now.at_ms - even.at_ms - (now.heard_ms - even.heard_ms);
    this.#lateFor = missing_ms > mostLate_ms ? this.#lateFor + 1 : 0;
    if (this.#lateFor === 0) this.#even = now;
    if (this.#lateFor < lateLooks) return;
    this.#even = now;
    this.#lateFor = 0;
    missed(Math.round(missing_ms));
  }
}
