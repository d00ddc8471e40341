// SPDX-License-Identifier: Apache-2.0
import { problemOf, type Problem } from '../doors.ts';
import type { Claim } from '../story/story.ts';
import { placesById } from '../story/turns.ts';
import * as doors from './cutting.ts';
import { isSame, marksIn, type Cutting, type Marks } from './cutting.ts';
import { joined, type Times } from './times.ts';
import { unsavedOf } from './unsaved.ts';
import { begin, replaceBy, together, type Ground, type Work } from './work.ts';

const saveAfter_ms = 700;
const tryAgain_ms = 5_000;
const lookAgain_ms = 2_000;
const mostTries = 3;
const isPassing = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500;
const isNotHeld = ({ code }: Problem): boolean => code === 'not-claimed' || code === 'claimed-by-other';

/** The table on which one voice is cut out: what is marked and heard here, and how it comes to the server. */
export class Table {
  cutting = $state.raw<Cutting | null>(null);
  work = $state.raw<Work | null>(null);
  stands = $state<'saved' | 'waiting' | 'saving' | 'refused'>('saved');
  /** Why it cannot be opened, or could not be saved. */
  problem = $state.raw<Problem | null>(null);
  /** Who holds the story, when it is not in this person's hands. */
  holder = $state.raw<Claim | null>(null);
  /** What was marked here and stands no more, because somebody else changed the marks. */
  mine = $state.raw<Marks | null>(null);
  busy = $state(false);
  #told = $state.raw<readonly Times[]>([]);
  #untold = $state.raw<readonly Times[]>([]);
  #etag: string | null = null;
  #upon: Marks | null = null;
  #saving: Promise<void> = Promise.resolve();
  #later: ReturnType<typeof setTimeout> | undefined;
  #telling = false;
  #tries = 0;
  #unsaved: ReturnType<typeof unsavedOf>;
  readonly story_id: string;

  constructor(story_id: string, person_id: string) {
    this.story_id = story_id;
    this.#unsaved = unsavedOf(person_id, story_id);
    this.#untold = this.#unsaved.heard;
  }

  heard = $derived(joined([...this.#told, ...this.#untold]));
  /** The words and the length of the sound; the same object until the text is another. */
  ground = $derived.by((): Ground => {
    const words = this.cutting?.words ?? [];
    const whole_ms = this.cutting?.medium === 'text' ? null : (this.cutting?.duration_ms ?? 0);
    return { words, places: placesById(words), whole_ms };
  });
  get isKept(): boolean {
    return this.stands === 'saved' && this.#untold.length === 0 && this.mine === null;
  }
  get isNotHeld(): boolean {
    return this.problem !== null && isNotHeld(this.problem);
  }

  /** Opens it, and goes on trying in the background until the answered function is called. */
  open(): () => void {
    void this.load();
    const again = (): void => void this.#again();
    const trying = setInterval(again, tryAgain_ms);
    const looking = setInterval(() => void this.#look(), lookAgain_ms);
    addEventListener('online', again);
    return () => {
      clearInterval(trying);
      clearInterval(looking);
      removeEventListener('online', again);
      void this.save();
    };
  }

  async load(): Promise<void> {
    try {
      const { body, etag } = await doors.read(this.story_id);
      this.problem = null;
      this.#adopt(body, etag);
      this.#bringBack();
      void this.#tell();
    } catch (reason) {
      await this.#refused(problemOf(reason));
    }
  }

  /** Every change of what is marked or open. */
  change(work: Work): void {
    const isMarked = work.marks !== this.work?.marks;
    this.work = work;
    if (!isMarked) return;
    Object.assign(this.#unsaved, { marks: work.marks, upon: this.#upon });
    this.stands = 'waiting';
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.save(), saveAfter_ms);
  }

  /** One saving at a time, in order. */
  save(): Promise<void> {
    clearTimeout(this.#later);
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  async #save(): Promise<void> {
    const sent = this.work?.marks;
    if (!sent || this.stands === 'saved' || this.stands === 'saving') return;
    this.stands = 'saving';
    try {
      const { body, etag } = await doors.save(this.story_id, sent, this.#etag);
      this.#tries = 0;
      this.#learn(body, etag, sent);
    } catch (reason) {
      const problem = problemOf(reason);
      this.stands = 'refused';
      if (problem.status === 412) await this.#meet();
      else await this.#refused(problem);
    }
  }

  #learn(body: Cutting, etag: string | null, sent: Marks): void {
    this.#take(body, etag);
    this.problem = null;
    if (!this.work || !this.#upon || body.state !== 'marking') return;
    if (this.work.marks !== sent) {
      this.#unsaved.upon = this.#upon;
      this.stands = 'waiting';
      this.#later = setTimeout(() => void this.save(), saveAfter_ms);
      return;
    }
    if (!isSame(sent, this.#upon)) this.work = { ...this.work, marks: this.#upon, chosen: null };
    this.stands = 'saved';
    this.#forget();
  }

  /** The story was changed elsewhere: saved anew where the marks were not, else both sides are kept apart. */
  async #meet(): Promise<void> {
    const [mine, upon] = [this.work?.marks, this.#upon];
    try {
      const { body, etag } = await doors.read(this.story_id);
      const theirs = marksIn(body);
      if (body.state === 'marking' && mine && upon && isSame(theirs, upon) && this.#tries < mostTries) {
        this.#tries += 1;
        this.#take(body, etag);
        await this.#save();
        return;
      }
      this.#adopt(body, etag);
      if (body.state === 'marking' && mine && !isSame(mine, theirs)) this.mine = mine;
      else this.#forget();
    } catch (reason) {
      await this.#refused(problemOf(reason));
    }
  }

  /** What the server has, as it is. */
  #adopt(body: Cutting, etag: string | null): void {
    this.#take(body, etag);
    if (this.#upon && !(this.work && isSame(this.work.marks, this.#upon))) this.work = begin(this.#upon);
    this.stands = 'saved';
  }

  #take(body: Cutting, etag: string | null): void {
    const isSameText = JSON.stringify(body.words) === JSON.stringify(this.cutting?.words);
    this.cutting = isSameText ? { ...body, words: this.cutting?.words ?? body.words } : body;
    this.#etag = etag;
    this.#told = body.heard;
    this.#upon = body.state === 'marking' ? marksIn(body) : null;
  }

  /** What was marked here before and never came to the server: saved now, unless the marks have changed meanwhile. */
  #bringBack(): void {
    const { marks, upon } = this.#unsaved;
    if (!marks || !this.work || !this.#upon) return;
    if (isSame(marks, this.#upon)) this.#forget();
    else if (upon && isSame(upon, this.#upon)) this.change(replaceBy(this.work, marks));
    else this.mine = marks;
  }

  #forget(): void {
    Object.assign(this.#unsaved, { marks: null, upon: null });
  }

  /** How two people's marks go on. */
  settle(how: 'both' | 'mine' | 'theirs'): void {
    const { mine, work } = this;
    this.mine = null;
    if (mine && work && how === 'both') this.change(together(work, mine, this.ground));
    else if (mine && work && how === 'mine') this.change(replaceBy(work, mine));
    else this.#forget();
  }

  /** A stretch that was played. */
  hear(stretch: Times): void {
    const end_ms = Math.min(stretch.end_ms, this.ground.whole_ms ?? 0);
    this.#keepUntold(joined([...this.#untold, { ...stretch, end_ms }]));
    void this.#tell();
  }

  #keepUntold(untold: readonly Times[]): void {
    this.#untold = untold;
    this.#unsaved.heard = [...untold];
  }

  async #tell(): Promise<void> {
    if (this.#telling) return;
    this.#telling = true;
    for (let next = this.#untold[0]; next; next = this.#untold[0]) {
      try {
        const { heard, left, has_failed } = await doors.tellHeard(this.story_id, next);
        this.#told = heard;
        if (this.cutting) this.cutting = { ...this.cutting, left, has_failed };
        this.#keepUntold(this.#untold.flatMap((one) => beyond(one, next)));
        if (this.problem && isPassing(this.problem)) this.problem = null;
      } catch (reason) {
        const problem = problemOf(reason);
        if (problem.status === 422) this.#keepUntold(this.#untold.filter((one) => one !== next));
        else {
          await this.#refused(problem);
          break;
        }
      }
    }
    this.#telling = false;
  }

  /** Says why, and finds out who holds the story where that is the reason. */
  async #refused(problem: Problem): Promise<void> {
    this.problem = problem;
    if (problem.code === 'cut-begun') await this.load();
    if (isNotHeld(problem)) await this.#askHolder();
  }

  async #askHolder(): Promise<void> {
    try {
      this.holder = (await doors.holder(this.story_id)).claim;
    } catch (reason) {
      problemOf(reason);
    }
  }

  /** Takes the story in hand again; what was marked meanwhile is saved. */
  takeInHand(): Promise<boolean> {
    return this.#do(async () => {
      await doors.claim(this.story_id);
      await this.load();
    });
  }

  finish(): Promise<boolean> {
    return this.#do(async () => {
      await this.save();
      if (this.stands !== 'saved') return;
      await doors.finish(this.story_id, this.#etag);
      await this.load();
    });
  }

  leave(): Promise<boolean> {
    return this.#do(async () => {
      await this.save();
      await doors.leave(this.story_id, this.#etag);
    });
  }

  async #do(act: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      await act();
      return this.problem === null;
    } catch (reason) {
      const problem = problemOf(reason);
      if (problem.status === 412) await this.load();
      await this.#refused(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What did not reach the server is tried again while that may help. */
  async #again(): Promise<void> {
    if (this.busy || (this.problem && !isPassing(this.problem))) return;
    if (!this.cutting) return this.problem ? this.load() : undefined;
    if (this.stands === 'refused' || this.stands === 'waiting') await this.save();
    await this.#tell();
    if (this.cutting.sound === 'making' && this.stands === 'saved') await this.load();
  }

  /** Looks again while the voice is being cut out. */
  async #look(): Promise<void> {
    if (!this.busy && this.cutting?.state === 'making') await this.load();
  }
}

/** What is left of a stretch without another. */
const beyond = (one: Times, told: Times): Times[] =>
  [
    { start_ms: one.start_ms, end_ms: Math.min(one.end_ms, told.start_ms) },
    { start_ms: Math.max(one.start_ms, told.end_ms), end_ms: one.end_ms },
  ].filter(({ start_ms, end_ms }) => start_ms < end_ms);
