// SPDX-License-Identifier: Apache-2.0
import type { Story } from '../phone/database.ts';
import { changeStory } from '../phone/stories.ts';
import { step } from '../outbox/draft.ts';

const pause_ms = 600;

/** A page that is on the phone at each pause in typing. */
export class Autosave {
  text = $state('');
  story = $state.raw<Story>();
  savedAt = $state<string>();
  failed = $state(false);
  #keep: (text: string) => Promise<Story>;
  #saved = '';
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
    this.#timer = setTimeout(() => void this.save(), pause_ms);
  }

  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  async #save(): Promise<void> {
    const text = this.text;
    if (text === this.#saved) return;
    try {
      this.story ??= await this.#keep(text);
      await changeStory(this.story.story_id, (story) => ({
        ...story,
        text,
        draft: step(story.draft, { event: 'stopped' }),
      }));
      this.#saved = text;
      this.savedAt = new Date().toISOString();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}
