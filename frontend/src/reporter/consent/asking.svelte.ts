// SPDX-License-Identifier: Apache-2.0
import type { Choice, ConsentForm, ConsentTexts, Purpose, Role } from '../../shared/api/reporter-wire.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { Participant } from '../phone/database.ts';
import { finalChoices, noAnswers, safestFacets, stepsOf, type Answers, type Step } from './deck.ts';

/** One person's way through the consent cards. */
export class Asking {
  answers = $state<Answers>(noAnswers());
  place = $state(0);
  role = $state<Role>('storyteller');
  name = $state('');
  readonly form: ConsentForm;
  readonly texts: ConsentTexts;
  readonly language: string;
  #childAge: number;

  constructor(form: ConsentForm, language: string, childAge: number) {
    this.form = form;
    this.#childAge = childAge;
    this.language = form.texts[language] ? language : form.texts['en'] ? 'en' : (Object.keys(form.texts)[0] ?? 'en');
    this.texts = form.texts[this.language] ?? { sha256: '', cards: [], questions: {} };
  }

  readonly steps = $derived.by(() => stepsOf(this.form, this.texts, this.#childAge, this.answers));
  readonly step = $derived<Step>(this.steps[Math.min(this.place, this.steps.length - 1)] ?? { step: 'summary' });

  question = ({ key }: Purpose): string => this.texts.questions[key]?.text ?? key;

  next(): void {
    this.place = Math.min(this.place + 1, this.steps.length - 1);
  }

  /** False when there is no card before this one. */
  previous(): boolean {
    if (this.place === 0) return false;
    this.place = Math.min(this.place, this.steps.length - 1) - 1;
    return true;
  }

  answer(purpose: Purpose, choice: Choice): void {
    this.answers.choices[purpose.key] = choice;
    if (choice === 'given') this.answers.facets[purpose.key] ??= safestFacets(purpose);
    else delete this.answers.facets[purpose.key];
    this.next();
  }

  change(purpose: Purpose): void {
    this.place = this.steps.findIndex((step) => step.step === 'ask' && step.purpose.key === purpose.key);
  }

  changeSignOff(): void {
    this.place = this.steps.findIndex(({ step }) => step === 'sign_off');
  }

  participant(): Participant {
    const { choices, facets } = finalChoices(this.form, $state.snapshot(this.answers));
    return {
      participant_id: uuid7(),
      role: this.role,
      display_name: this.name.trim(),
      consent: {
        form_id: this.form.form_id,
        form_version: this.form.version,
        language: this.language,
        method: 'tick',
        capacity_basis: 'adult',
        choices,
        facets,
        given_at: new Date().toISOString(),
      },
    };
  }
}
