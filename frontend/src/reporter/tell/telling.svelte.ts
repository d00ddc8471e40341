// SPDX-License-Identifier: Apache-2.0
import type { Kind, Prompt, Role } from '../../shared/api/reporter-wire.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { people } from '../people/people.svelte.ts';
import type { Participant, Story } from '../phone/database.ts';
import { phone } from '../phone/phone.svelte.ts';
import { putStory } from '../phone/stories.ts';

/** Somebody who takes part in a talk, before they have been asked anything. */
export type Speaker = { picture: number; name: string; role: Role };

/** The story about to be told. In memory only, until the first second or the first word of it is kept. */
class Telling {
  medium = $state<'audio' | 'text'>('audio');
  then = 'tell/microphone';
  kind = $state<Kind>('snapshot');
  promptPlace = $state<number | null>(0);
  /** Who takes part in a talk; empty where one person tells alone. */
  speakers = $state.raw<Speaker[]>([]);
  /** Those who have answered, in the order of `speakers`. */
  participants = $state.raw<Participant[]>([]);
  wantsSignOff = $state(false);
  agreed = $state(false);

  /** `then` is the route that follows when everybody has been asked. */
  begin(medium: 'audio' | 'text', then = medium === 'text' ? 'tell/write' : 'tell/microphone'): void {
    this.medium = medium;
    this.then = then;
    this.askAgain();
  }

  /** Nobody has been asked yet. */
  askAgain(): void {
    this.speakers = [];
    this.participants = [];
    this.wantsSignOff = false;
    this.agreed = false;
  }

  get prompts(): Prompt[] {
    return phone.membership?.project.prompts ?? [];
  }

  get prompt(): Prompt | undefined {
    return this.promptPlace === null ? undefined : this.prompts[this.promptPlace % Math.max(1, this.prompts.length)];
  }

  /** Behind the last question comes the first. */
  nextPrompt = (): void => {
    this.promptPlace = ((this.promptPlace ?? -1) + 1) % Math.max(1, this.prompts.length);
  };

  /** Puts the story on the phone, its consent with it, before any of its sound. */
  async keep(language: string, text = ''): Promise<Story> {
    const story: Story = {
      story_id: uuid7(),
      profile_id: people.holder ?? '',
      kind: this.kind,
      medium: this.medium,
      language,
      title: '',
      text,
      recorded_at: new Date().toISOString(),
      participants: this.participants,
      pictures: this.#pictures(),
      wants_sign_off: this.wantsSignOff,
      draft: { state: 'recording' },
      rescued: false,
      ...(this.prompt ? { prompt_id: this.prompt.prompt_id } : {}),
    };
    people.isHolders(story);
    await putStory(story);
    return story;
  }

  #pictures(): Record<string, number> {
    const known = this.speakers.flatMap(({ picture }, place) => {
      const id = this.participants[place]?.participant_id;
      return id === undefined ? [] : [[id, picture] as const];
    });
    return Object.fromEntries(known);
  }
}

export const telling = new Telling();

export const promptText = (prompt: Prompt | undefined, language: string): string =>
  (prompt?.texts[language] ?? prompt?.texts['en'] ?? Object.values(prompt?.texts ?? {})[0])?.text ?? '';
