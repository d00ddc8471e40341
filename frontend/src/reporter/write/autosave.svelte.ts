// SPDX-License-Identifier: Apache-2.0
import type { Story } from '../phone/database.ts';
import { changeStory } from '../phone/stories.ts';
import { step } from '../outbox/draft.ts';

const pause_ms = 600;
const longest_ms = 3_000;

/** Still being told: what has been handed over is what its teller heard or read. */
const isOpen = ({ draft }: Story): boolean => draft.state === 'recording' || draft.state === 'saved';

/** A page that is on the phone at each pause in typing, and every few seconds of typing without one. */
export class Autosave {
  text = $state('');
  story = $state.raw<Story>();
  /** On the page's own clock, which nobody can set. */
  savedAt = $state<number>();
  failed = $state(false);
  #keep: (text: string) => Promise<Story>;
  #saved = '';
  #lookedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(keep: (text: string) => Promise<Story>) {
    this.#keep = keep;
  }

  open(story: Story): void {
    this.story = story;
    this.text = story.text;
    this.#saved = story.text;
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    if (performance.now() - this.#lookedAt > longest_ms) void this.save();
    else this.#timer = setTimeout(() => void this.save(), pause_ms);
  }

  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#lookedAt = performance.now();
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  async #save(): Promise<void> {
    const text = this.text;
    if (text === this.#saved) return;
    try {
      this.story ??= await this.#keep(text);
      const kept = await changeStory(this.story.story_id, (story) =>
        isOpen(story) ? { ...story, text, draft: step(story.draft, { event: 'stopped' }) } : story,
      );
      if (!kept || !isOpen(kept)) throw new Error('deleted or handed over in another window');
      this.#saved = text;
      this.savedAt = performance.now();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}
