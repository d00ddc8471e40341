// SPDX-License-Identifier: Apache-2.0
import { problemOf, type Problem } from '../doors.ts';
import { drop, publish, read, readingAge, save, type Form, type Question } from './forms.ts';
import { piecesOf, wordsAt } from './wording.ts';

const saveAfter_ms = 1_500;
const readAfter_ms = 400;
const english = 'en';
const changedByAnother = 412;

/** How old a reader must be, by pointer; of English alone. */
type Ages = { of: Record<string, number | null>; whole: number | null; oldest: number };

/** A form that a steward writes: what was typed is saved at each pause. */
export class Draft {
  form = $state<Form>() as Form;
  stands = $state<'saved' | 'waiting' | 'saving' | 'refused'>('saved');
  problem = $state.raw<Problem | null>(null);
  ages = $state.raw<Ages>({ of: {}, whole: null, oldest: 11 });
  #etag: string | null;
  #changes = 0;
  #saving: Promise<boolean> = Promise.resolve(true);
  #saveLater: ReturnType<typeof setTimeout> | undefined;
  #readLater: ReturnType<typeof setTimeout> | undefined;

  constructor(form: Form, etag: string | null) {
    this.form = form;
    this.#etag = etag;
    void this.#readAges();
  }

  /** Something was typed. */
  changed(): void {
    this.#changes += 1;
    this.stands = 'waiting';
    clearTimeout(this.#saveLater);
    clearTimeout(this.#readLater);
    this.#saveLater = setTimeout(() => void this.save(), saveAfter_ms);
    this.#readLater = setTimeout(() => void this.#readAges(), readAfter_ms);
  }

  ask(question: Question): void {
    this.form.purposes.push(question);
    for (const told of Object.values(this.form.texts)) told.questions[question.key] = '';
    this.form.more = this.form.more.filter((key) => key !== question.key);
    this.changed();
  }

  askNoMore(key: string): void {
    this.form.purposes = this.form.purposes.filter((one) => one.key !== key);
    for (const told of Object.values(this.form.texts)) delete told.questions[key];
    if (!key.includes(':')) this.form.more = [...this.form.more, key];
    this.changed();
  }

  addCard(): void {
    for (const told of Object.values(this.form.texts)) told.cards.push({ title: '', text: '' });
    this.changed();
  }

  removeCard(number: number): void {
    for (const told of Object.values(this.form.texts)) told.cards.splice(number, 1);
    this.changed();
  }

  /** Whether all that was typed is kept; one saving at a time, in order. */
  save(): Promise<boolean> {
    clearTimeout(this.#saveLater);
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  async #save(): Promise<boolean> {
    if (this.stands === 'saved') return true;
    const at = this.#changes;
    this.stands = 'saving';
    try {
      const { body, etag } = await save($state.snapshot(this.form), this.#etag);
      this.#etag = etag;
      this.#learn(body);
    } catch (reason) {
      this.problem = problemOf(reason);
      this.stands = 'refused';
      return false;
    }
    this.problem = null;
    this.stands = at === this.#changes ? 'saved' : 'waiting';
    return true;
  }

  /** What the server knows better, without touching what is being typed. */
  #learn({ texts, sha256, languages }: Form): void {
    this.form.sha256 = sha256;
    this.form.languages = languages;
    for (const [tag, { missing, behind, review }] of Object.entries(texts)) {
      const mine = this.form.texts[tag];
      if (mine) Object.assign(mine, { missing, behind, review });
    }
  }

  get wasChangedByAnother(): boolean {
    return this.problem?.status === changedByAnother;
  }

  /** Drops what was typed here for what stands there. */
  async takeTheirs(): Promise<void> {
    const { body, etag } = await read(this.form.form_version_id);
    this.form = body;
    this.#etag = etag;
    this.problem = null;
    this.stands = 'saved';
    await this.#readAges();
  }

  async writeOverTheirs(): Promise<void> {
    this.#etag = (await read(this.form.form_version_id)).etag;
    this.stands = 'waiting';
    await this.save();
  }

  publish(): Promise<boolean> {
    return this.#whenSaved(async () => this.#took(await publish(this.form.form_version_id, this.#etag)));
  }

  drop(): Promise<boolean> {
    return this.#whenSaved(() => drop(this.form.form_version_id, this.#etag));
  }

  #took({ body, etag }: { body: Form; etag: string | null }): void {
    this.form = body;
    this.#etag = etag;
  }

  async #whenSaved(act: () => Promise<void>): Promise<boolean> {
    if (!(await this.save())) return false;
    try {
      await act();
    } catch (reason) {
      this.problem = problemOf(reason);
      return false;
    }
    return true;
  }

  async #readAges(): Promise<void> {
    const words = this.form.texts[english];
    if (!words) return;
    const pieces = piecesOf(words, this.form.purposes);
    try {
      const { ages, whole, oldest_wished } = await readingAge(pieces.map(({ pointer }) => wordsAt(words, pointer)));
      const of = Object.fromEntries(pieces.map(({ pointer }, place) => [pointer, ages[place] ?? null]));
      this.ages = { of, whole, oldest: oldest_wished };
    } catch (reason) {
      problemOf(reason);
    }
  }
}
