// SPDX-License-Identifier: Apache-2.0
import { ask, problemOf, type Problem } from '../doors.ts';

export type Facets = Record<string, Record<string, unknown>>;
export type Deed = { what: string; at: string; by: string; asked_by: string; reason: string };

export type Voice = {
  participant_id: string;
  place: number;
  role: string;
  /** Empty where the team may not open the story. */
  display_name: string;
  basis: string;
  form_status: string;
  has_guardian: boolean;
  /** A child who said with their own code that their guardian may not have it changed. */
  objects: boolean;
  /** What the guardian had taken back may come back on their word. */
  guardian_may_undo: boolean;
  has_own_step: boolean;
  choices: Record<string, 'given' | 'refused'>;
  facets: Facets;
  embargo_until: string | null;
  hidden: boolean;
  withdrawn: boolean;
  undo_until: string | null;
  is_overdue: boolean;
  lent_until: string | null;
  deeds: Deed[];
};

export type Asked = { asked_by: string; reason: string };
export type Less = { choices: Record<string, 'refused'>; facets: Facets };

/** Everybody in a story, and what the desk may do for each: only ever less. */
export class Voices {
  all = $state.raw<Voice[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  readonly #path: string;
  #etag: string | null = null;

  constructor(
    story_id: string,
    readonly changed: () => void,
  ) {
    this.#path = `/api/desk/stories/${story_id}`;
  }

  async load(): Promise<void> {
    try {
      const { body, etag } = await ask<{ items: Voice[] }>(`${this.#path}/voices`);
      [this.all, this.#etag] = [body.items, etag];
    } catch (reason) {
      this.problem = problemOf(reason);
    }
  }

  narrow = (voice: Voice, less: Less, asked: Asked): Promise<boolean> =>
    this.#do(voice, 'narrow', { ...less, ...asked });
  hide = (voice: Voice, asked: Asked): Promise<boolean> => this.#do(voice, 'hide', asked);
  withdraw = (voice: Voice, asked: Asked): Promise<boolean> => this.#do(voice, 'withdraw', asked);
  undo = (voice: Voice, asked: Asked): Promise<boolean> => this.#do(voice, 'undo', asked);
  openWindow = (voice: Voice): Promise<boolean> => this.#do(voice, 'window', { in_person: true });
  closeWindow = (voice: Voice): Promise<boolean> => this.#do(voice, 'window');

  /** True when it was done; otherwise `problem` says why not, and what is shown is how things stand now. */
  async #do({ participant_id }: Voice, act: string, body?: unknown): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      const path = `${this.#path}/participants/${participant_id}/${act}`;
      const method = body === undefined ? 'DELETE' : 'POST';
      const told = await ask<{ items: Voice[] }>(path, { method, body, etag: this.#etag });
      [this.all, this.#etag] = [told.body.items, told.etag];
      return true;
    } catch (reason) {
      this.problem = problemOf(reason);
      await this.load();
      return false;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}
