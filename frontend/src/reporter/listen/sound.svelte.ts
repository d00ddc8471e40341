// SPDX-License-Identifier: Apache-2.0
import type { Part } from '../phone/database.ts';
import { soundOf } from '../phone/stories.ts';

/** Plays one part at a time, from the phone's own copy. */
export class OwnSound {
  playing = $state<string>();
  failed = $state(false);
  #audio: HTMLAudioElement | undefined;
  #address = '';

  async toggle(part: Part): Promise<void> {
    const wasPlaying = this.playing === part.part_id;
    this.stop();
    if (wasPlaying) return;
    this.playing = part.part_id;
    this.failed = false;
    this.#address = URL.createObjectURL(await soundOf(part));
    this.#audio = new Audio(this.#address);
    this.#audio.onended = () => this.stop();
    await this.#audio.play().catch(() => {
      this.failed = true;
      this.stop();
    });
  }

  stop(): void {
    this.#audio?.pause();
    this.#audio = undefined;
    if (this.#address !== '') URL.revokeObjectURL(this.#address);
    this.#address = '';
    this.playing = undefined;
  }
}

const endings: [RegExp, string][] = [
  [/webm/, 'webm'],
  [/ogg/, 'ogg'],
  [/mp4/, 'm4a'],
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

export async function saveCopy(parts: readonly Part[], text: string): Promise<void> {
  if (text !== '') saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), 'note.txt');
  for (const [place, part] of parts.entries()) {
    const ending = endings.find(([type]) => type.test(part.media_type))?.[1] ?? 'audio';
    saveFile(await soundOf(part), `note-${place + 1}.${ending}`);
  }
}
