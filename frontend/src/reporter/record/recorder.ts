// SPDX-License-Identifier: Apache-2.0
import { uuid7 } from '../../shared/uuid7.ts';
import type { Part } from '../phone/database.ts';
import { forgetPart, putChunk, putPart } from '../phone/stories.ts';
import { hashOf } from './hash.ts';
import { heightOf, Level } from './level.ts';

const slice_ms = 1_000;
const opusBitsPerSecond = 32_000;
const aacBitsPerSecond = 64_000;
const preferred = ['audio/webm;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

export const microphoneWanted: MediaStreamConstraints = {
  audio: { channelCount: 1, autoGainControl: true, echoCancellation: false, noiseSuppression: false },
};

export const canRecord = (): boolean => typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator;

/** Held while a story is being recorded, between its parts too: other tabs see that it is alive. */
export const lockOf = (story_id: string): string => `rec-${story_id}`;

export type Ended = 'stopped' | 'interrupted' | 'full';
export type Heard = {
  /** Ten times a second. */
  level: (height: number, elapsed_ms: number) => void;
  /** A second of voice is on the disk. */
  saved: (heights: number[]) => void;
  /** The part is closed; nothing more comes from this recorder. */
  ended: (why: Ended) => void;
};

function recorderOn(stream: MediaStream): MediaRecorder {
  const mimeType = preferred.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
  const audioBitsPerSecond = mimeType.includes('opus') ? opusBitsPerSecond : aacBitsPerSecond;
  return new MediaRecorder(stream, { mimeType, audioBitsPerSecond });
}

/** One part: from the tap on Record to a stop or an interruption. A part that was broken off is never revived. */
export class PartRecorder {
  readonly part: Part;
  #recorder: MediaRecorder;
  #stream: MediaStream;
  #level: Level;
  #heard: Heard;
  #places = 0;
  #writing: Promise<void> = Promise.resolve();
  #ran_ms = 0;
  #runningSince: number | null = null;
  #why: Ended = 'stopped';
  #closed: Promise<void>;

  constructor(stream: MediaStream, story_id: string, gap_before_ms: number, heard: Heard) {
    this.#stream = stream;
    this.#heard = heard;
    this.#recorder = recorderOn(stream);
    this.#level = new Level(stream, (height) => heard.level(height, this.elapsed_ms));
    this.part = {
      part_id: uuid7(),
      story_id,
      media_type: this.#recorder.mimeType,
      began_at: new Date().toISOString(),
      gap_before_ms,
      duration_ms: 0,
      heights: [],
      closed: null,
    };
    this.#recorder.ondataavailable = ({ data }) => this.#take(data);
    this.#closed = new Promise((resolve) => {
      this.#recorder.onstop = () => void this.#close().finally(resolve);
    });
    for (const track of stream.getAudioTracks()) {
      track.onmute = () => this.#end('interrupted');
      track.onended = () => this.#end('interrupted');
    }
    document.addEventListener('visibilitychange', this.#flushWhenHidden);
  }

  get elapsed_ms(): number {
    return Math.round(this.#ran_ms + (this.#runningSince === null ? 0 : performance.now() - this.#runningSince));
  }

  get paused(): boolean {
    return this.#recorder.state === 'paused';
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

  /** Resolves when every second is on the disk and the part is hashed. */
  stop(): Promise<void> {
    this.#end('stopped');
    return this.#closed;
  }

  #end(why: Ended): void {
    if (this.#recorder.state === 'inactive') return;
    this.#why = why;
    this.#ran_ms = this.elapsed_ms;
    this.#runningSince = null;
    this.#recorder.stop();
  }

  #take(data: Blob): void {
    if (data.size === 0) return;
    const until_ms = this.elapsed_ms;
    const height = heightOf(this.#level.loudestSinceAsked());
    this.#writing = this.#writing.then(() => this.#write(data, until_ms, height)).catch(() => this.#end('full'));
  }

  async #write(data: Blob, until_ms: number, height: number): Promise<void> {
    await putChunk(this.part.part_id, this.#places, { bytes: await data.arrayBuffer(), until_ms, height });
    this.#places += 1;
    this.part.heights.push(height);
    this.#heard.saved([...this.part.heights]);
  }

  async #close(): Promise<void> {
    document.removeEventListener('visibilitychange', this.#flushWhenHidden);
    this.#level.close();
    this.#stream.getTracks().forEach((track) => track.stop());
    await this.#writing;
    this.part.duration_ms = this.#ran_ms;
    if (this.#places === 0) await forgetPart(this.part.part_id);
    else await putPart({ ...this.part, closed: await hashOf(this.part.part_id) });
    this.#heard.ended(this.#why);
  }

  #flushWhenHidden = (): void => {
    if (document.visibilityState === 'hidden' && this.#recorder.state === 'recording') this.#recorder.requestData();
  };
}
