// SPDX-License-Identifier: Apache-2.0
import { uuid7 } from '../../shared/uuid7.ts';
import type { Chunk, Part } from '../phone/database.ts';
import { forgetPart, putChunk, putPart } from '../phone/stories.ts';
import { hashOf } from './hash.ts';
import { Level } from './level.ts';

const slice_ms = 1_000;
const pauses_ms = [100, 500, 1_500];
const opusBitsPerSecond = 32_000;
const aacBitsPerSecond = 64_000;
const preferred = ['audio/webm;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** Stopped by a hand; taken away by a call or a lost microphone; cut by a sleeping phone; or the disk took no more. */
export type Ended = 'stopped' | 'interrupted' | 'slept' | 'unsaved';
/** A full disk, or one that does not answer. */
export type Unsaved = 'full' | 'silent';
export type Heard = {
  /** Ten times a second; undefined where nobody can listen along. */
  level: (height: number | undefined, elapsed_ms: number) => void;
  /** A second of voice is on the disk. */
  saved: (height: number) => void;
  /** The recorder has ended; nothing more comes from it. */
  ended: (why: Ended) => void;
};
export type Begun = Pick<Part, 'story_id' | 'place' | 'gap_before_ms' | 'again_for'>;

function recorderOn(stream: MediaStream): MediaRecorder {
  const mimeType = preferred.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
  const audioBitsPerSecond = mimeType.includes('opus') ? opusBitsPerSecond : aacBitsPerSecond;
  return new MediaRecorder(stream, { mimeType, audioBitsPerSecond });
}

/** One part: from the tap on Record to a stop or an interruption. A part that was broken off is never revived. */
export class PartRecorder {
  readonly part: Part;
  /** Sleep that cut this part off: so much went by unheard. */
  missing_ms = 0;
  unsavedBecause: Unsaved | undefined;
  #recorder: MediaRecorder;
  #stream: MediaStream;
  #level: Level;
  #heard: Heard;
  #places = 0;
  /** In memory until the disk has confirmed them. */
  #unsaved: { data: Blob; until_ms: number; height: number }[] = [];
  #writing: Promise<void> = Promise.resolve();
  #ran_ms = 0;
  #runningSince: number | null = null;
  #why: Ended = 'stopped';
  #closed: Promise<void>;

  constructor(stream: MediaStream, context: AudioContext, begun: Begun, heard: Heard) {
    this.#stream = stream;
    this.#heard = heard;
    this.#recorder = recorderOn(stream);
    this.#level = new Level(context, stream, {
      level: (height) => heard.level(height, this.elapsed_ms),
      missed: (missing_ms) => this.#slept(missing_ms),
    });
    this.part = {
      ...begun,
      part_id: uuid7(),
      media_type: this.#recorder.mimeType,
      source: 'microphone',
      began_at: new Date().toISOString(),
      duration_ms: 0,
      heights: [],
      closed: null,
    };
    this.#recorder.ondataavailable = ({ data }) => this.#take(data);
    this.#closed = new Promise((resolve) => {
      this.#recorder.onstop = () => void this.#close().finally(resolve);
    });
    this.#watch();
  }

  get elapsed_ms(): number {
    return Math.round(this.#ran_ms + (this.#runningSince === null ? 0 : performance.now() - this.#runningSince));
  }

  /** Returns once the part is on the disk and the recorder runs. */
  async start(): Promise<void> {
    await putPart(this.part);
    this.#recorder.start(slice_ms);
    this.part.media_type = this.#recorder.mimeType || this.part.media_type;
    this.#runningSince = performance.now();
  }

  pause(): void {
    if (this.#recorder.state !== 'recording') return;
    this.#recorder.pause();
    this.#recorder.requestData();
    this.#ran_ms = this.elapsed_ms;
    this.#runningSince = null;
  }

  goOn(): void {
    if (this.#recorder.state !== 'paused') return;
    this.#recorder.resume();
    this.#runningSince = performance.now();
  }

  /** Resolves when every second is on the disk and the part is hashed, or when the disk took no more. */
  stop(): Promise<void> {
    this.#end('stopped');
    return this.#closed;
  }

  /** Puts on the disk what it would not take before; true when all of the part is there and closed. */
  async saveAgain(): Promise<boolean> {
    this.unsavedBecause = undefined;
    await this.#writeUnsaved();
    await this.#seal();
    return this.unsavedBecause === undefined;
  }

  /** What is in memory only. */
  get stillInMemory(): Blob[] {
    return this.#unsaved.map(({ data }) => data);
  }

  #end(why: Ended): void {
    if (this.#recorder.state === 'inactive') return;
    this.#why = why;
    this.#ran_ms = this.elapsed_ms;
    this.#runningSince = null;
    this.#recorder.stop();
  }

  #slept(missing_ms: number): void {
    if (this.#runningSince === null) return;
    this.missing_ms = missing_ms;
    this.#ran_ms -= missing_ms;
    this.#end('slept');
  }

  #take(data: Blob): void {
    if (data.size === 0) return;
    this.#unsaved.push({ data, until_ms: this.elapsed_ms, height: this.#level.heightSinceAsked() });
    this.#writing = this.#writing.then(() => this.#writeUnsaved());
  }

  /** One after the other, in order. After the first refusal all that comes stays in memory. */
  async #writeUnsaved(): Promise<void> {
    for (let first = this.#unsaved[0]; first && !this.unsavedBecause; first = this.#unsaved[0]) {
      const { data, until_ms, height } = first;
      const chunk: Chunk = { bytes: await data.arrayBuffer(), until_ms, height };
      const put = (): Promise<void> => putChunk(this.part.part_id, this.#places, chunk);
      if (!(await this.#reached(put))) return this.#end('unsaved');
      this.#unsaved.shift();
      this.#places += 1;
      this.part.heights.push(height);
      this.#heard.saved(height);
    }
  }

  /** Tries a few times where the disk does not answer; a full one is full. */
  async #reached(write: () => Promise<unknown>): Promise<boolean> {
    for (const pause_ms of [...pauses_ms, 0]) {
      try {
        await write();
        this.unsavedBecause = undefined;
        return true;
      } catch (reason) {
        const full = reason instanceof DOMException && reason.name === 'QuotaExceededError';
        this.unsavedBecause = full ? 'full' : 'silent';
        if (full) return false;
        await new Promise((soon) => setTimeout(soon, pause_ms));
      }
    }
    return false;
  }

  async #close(): Promise<void> {
    this.#unwatch();
    this.#level.close();
    await this.#writing;
    this.part.duration_ms = this.#ran_ms;
    await this.#seal();
    this.#heard.ended(this.unsavedBecause ? 'unsaved' : this.#why);
  }

  async #seal(): Promise<void> {
    if (this.unsavedBecause) return;
    const { part_id } = this.part;
    if (this.#places === 0) await this.#reached(() => forgetPart(part_id));
    else await this.#reached(async () => putPart({ ...this.part, closed: await hashOf(part_id) }));
  }

  #watch(): void {
    document.addEventListener('visibilitychange', this.#flush);
    navigator.mediaDevices.addEventListener('devicechange', this.#lookForDevice);
    this.#recorder.onerror = this.#interrupt;
    for (const track of this.#stream.getAudioTracks()) {
      track.addEventListener('mute', this.#interrupt);
      track.addEventListener('ended', this.#interrupt);
    }
  }

  #unwatch(): void {
    document.removeEventListener('visibilitychange', this.#flush);
    navigator.mediaDevices.removeEventListener('devicechange', this.#lookForDevice);
    for (const track of this.#stream.getAudioTracks()) {
      track.removeEventListener('mute', this.#interrupt);
      track.removeEventListener('ended', this.#interrupt);
    }
  }

  #interrupt = (): void => this.#end('interrupted');

  #flush = (): void => {
    if (document.visibilityState === 'hidden' && this.#recorder.state === 'recording') this.#recorder.requestData();
  };

  /** A headset that was pulled out may leave its track alive and silent. */
  #lookForDevice = (): void => {
    const { deviceId = '' } = this.#stream.getAudioTracks()[0]?.getSettings() ?? {};
    if (deviceId === '') return;
    void navigator.mediaDevices.enumerateDevices().then((devices) => {
      if (!devices.some((device) => device.deviceId === deviceId)) this.#interrupt();
    });
  };
}
