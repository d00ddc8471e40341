// SPDX-License-Identifier: Apache-2.0
import type { Kind, Prompt } from '../../shared/api/reporter-wire.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { Participant, Story } from '../phone/database.ts';
import { phone } from '../phone/phone.svelte.ts';
import { putStory } from '../phone/stories.ts';

/** The story about to be told. In memory only, until the first second or the first word of it is kept. */
class Telling {
  medium = $state<'audio' | 'text'>('audio');
  kind = $state<Kind>('snapshot');
  promptPlace = $state<number | null>(0);
  participants = $state.raw<Participant[]>([]);
  wantsSignOff = $state(true);
  agreed = $state(false);

  begin(medium: 'audio' | 'text'): void {
    this.medium = medium;
    this.participants = [];
    this.agreed = false;
  }

  get prompts(): Prompt[] {
    return phone.membership?.project.prompts ?? [];
  }

  get prompt(): Prompt | undefined {
    return this.promptPlace === null ? undefined : this.prompts[this.promptPlace % Math.max(1, this.prompts.length)];
  }

  nextPrompt(): void {
    this.promptPlace = ((this.promptPlace ?? -1) + 1) % Math.max(1, this.prompts.length);
  }

  /** Puts the story on the phone, its consent with it, before any of its sound. */
  async keep(language: string, text = ''): Promise<Story> {
    const story: Story = {
      story_id: uuid7(),
      kind: this.kind,
      medium: this.medium,
      language,
      title: '',
      text,
      recorded_at: new Date().toISOString(),
      participants: this.participants,
      wants_sign_off: this.wantsSignOff,
      draft: { state: 'recording' },
      rescued: false,
      ...(this.prompt ? { prompt_id: this.prompt.prompt_id } : {}),
    };
    await putStory(story);
    return story;
  }
}

export const telling = new Telling();

export const promptText = (prompt: Prompt | undefined, language: string): string =>
  (prompt?.texts[language] ?? prompt?.texts['en'] ?? Object.values(prompt?.texts ?? {})[0])?.text ?? '';
