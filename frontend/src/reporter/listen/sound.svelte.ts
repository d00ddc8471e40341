// SPDX-License-Identifier: Apache-2.0
import type { Part } from '../phone/database.ts';
import { soundOf } from '../phone/stories.ts';
import { soundIs } from '../record/microphone.ts';

/** Decoding is for players that refuse their own browser's recording; it takes memory, so only short ones. */
const decodedBytes = 4 * 1024 * 1024;

/** Plays one sound at a time. */
export class Playing {
  /** The name of what is being heard. */
  playing = $state<string>();
  failed = $state(false);
  #stop: () => void = () => undefined;

  async toggle(name: string, sound: Blob | Promise<Blob>): Promise<void> {
    const wasPlaying = this.playing === name;
    this.stop();
    if (wasPlaying) return;
    this.playing = name;
    this.failed = false;
    soundIs('playback');
    const context = new AudioContext();
    const whole = await sound;
    if (this.playing !== name) return void context.close();
    try {
      await this.#play(whole);
      await context.close();
    } catch {
      await this.#decode(whole, context).catch(() => {
        this.failed = true;
        this.stop();
        void context.close();
      });
    }
  }

  stop(): void {
    this.#stop();
    this.#stop = () => undefined;
    this.playing = undefined;
  }

  async #play(sound: Blob): Promise<void> {
    const address = URL.createObjectURL(sound);
    const audio = new Audio(address);
    audio.onended = () => this.stop();
    this.#stop = () => {
      audio.pause();
      URL.revokeObjectURL(address);
    };
    await audio.play();
  }

  /** Some phones record what their own player does not open, and decode it all the same. */
  async #decode(sound: Blob, context: AudioContext): Promise<void> {
    if (sound.size > decodedBytes) throw new RangeError('too long to be decoded at once');
    const source = context.createBufferSource();
    source.buffer = await context.decodeAudioData(await sound.arrayBuffer());
    source.connect(context.destination);
    source.onended = () => this.stop();
    this.#stop = () => void context.close();
    source.start();
  }
}

const endings: [RegExp, string][] = [
  [/webm/, 'webm'],
  [/ogg/, 'ogg'],
  [/mp4/, 'm4a'],
  [/mpeg/, 'mp3'],
  [/wav/, 'wav'],
];

/** A file of one's own on this phone. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function saveSound(sound: Blob, number: number): void {
  const ending = endings.find(([type]) => type.test(sound.type))?.[1] ?? 'audio';
  saveFile(sound, `note-${number}.${ending}`);
}

export async function saveCopy(parts: readonly Part[], text: string): Promise<void> {
  if (text !== '') saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), 'note.txt');
  for (const [place, part] of parts.entries()) saveSound(await soundOf(part), place + 1);
}
