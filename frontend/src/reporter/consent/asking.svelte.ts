// SPDX-License-Identifier: Apache-2.0
import type { Choice, ConsentForm, ConsentTexts, Purpose } from '../../shared/api/reporter-wire.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { Participant } from '../phone/database.ts';
import type { Speaker } from '../tell/telling.svelte.ts';
import {
  basisOf,
  finalChoices,
  needsGuardian,
  noAnswers,
  stepsOf,
  type Answers,
  type Speaking,
  type Step,
} from './deck.ts';
import { sentFacets, untouched, type ChosenFacets } from './facets.ts';

const alone: Pick<Speaker, 'role' | 'name'> = { role: 'storyteller', name: '' };

/** One person's way through the consent cards. */
export class Asking {
  answers = $state<Answers>(noAnswers());
  place = $state(0);
  /** The name that was typed last, so that nobody types it twice. */
  lastCredit = $state('');
  #returns = false;
  readonly form: ConsentForm;
  readonly texts: ConsentTexts;
  readonly language: string;
  readonly who: Pick<Speaker, 'role' | 'name'>;
  readonly #childAge: number;

  constructor(form: ConsentForm, language: string, childAge: number, who: Pick<Speaker, 'role' | 'name'> = alone) {
    this.form = form;
    this.who = who;
    this.#childAge = childAge;
    this.language = form.texts[language] ? language : form.texts['en'] ? 'en' : (Object.keys(form.texts)[0] ?? 'en');
    this.texts = form.texts[this.language] ?? { sha256: '', cards: [], questions: {} };
  }

  readonly steps = $derived.by(() => stepsOf(this.form, this.texts, this.#childAge, this.answers));
  readonly step = $derived<Step>(
    this.steps[Math.min(this.place, this.steps.length - 1)] ?? { step: 'summary', who: 'speaker' },
  );
  readonly guarded = $derived.by(() => needsGuardian(this.#childAge, this.answers));

  question = ({ key }: Purpose): string => this.texts.questions[key]?.text ?? key;
  choicesOf = (who: Speaking): Record<string, Choice> =>
    who === 'guardian' ? this.answers.guardian : this.answers.choices;
  facetsFor = (purpose: Purpose): ChosenFacets => this.answers.facets[purpose.key] ?? untouched(purpose);

  /** What this person is asked: a young one not again what their guardian has refused. */
  asked = (who: Speaking): Purpose[] =>
    this.form.purposes.filter(
      ({ key }) => who === 'guardian' || !this.guarded || this.answers.guardian[key] !== 'refused',
    );

  next(): void {
    this.place = Math.min(this.place + 1, this.steps.length - 1);
    if (this.#returns && this.step.step !== 'facets') this.#return();
  }

  /** Back to the answers after one of them was changed, unless the change ended everything. */
  #return(): void {
    this.#returns = false;
    if (this.step.step !== 'stop') this.place = this.steps.length - 1;
  }

  /** False when there is no card before this one. */
  previous(): boolean {
    this.#returns = false;
    if (this.place === 0) return false;
    this.place = Math.min(this.place, this.steps.length - 1) - 1;
    return true;
  }

  answer(who: Speaking, purpose: Purpose, choice: Choice): void {
    this.choicesOf(who)[purpose.key] = choice;
    if (who === 'speaker') {
      if (choice === 'given') this.answers.facets[purpose.key] ??= untouched(purpose);
      else delete this.answers.facets[purpose.key];
    }
    this.next();
  }

  change(purpose: Purpose): void {
    this.#goBackTo((step) => step.step === 'ask' && step.who === 'speaker' && step.purpose.key === purpose.key);
  }

  changeFacets(purpose: Purpose): void {
    this.#goBackTo((step) => step.step === 'facets' && step.purpose.key === purpose.key);
  }

  changeSignOff(): void {
    this.#goBackTo(({ step }) => step === 'sign_off');
  }

  #goBackTo(wanted: (step: Step) => boolean): void {
    this.place = this.steps.findIndex(wanted);
    this.#returns = true;
  }

  /** `at` is the moment from which *half a year* and the like are counted. */
  participant(at: Date): Participant {
    const answers = $state.snapshot(this.answers);
    const choices = finalChoices(this.form, answers.choices);
    const given = this.form.purposes.filter(({ key }) => choices[key] === 'given');
    const facets = given.flatMap((purpose) => {
      const sent = sentFacets(purpose, answers.facets[purpose.key] ?? untouched(purpose), at);
      return Object.keys(sent).length > 0 ? [[purpose.key, sent] as const] : [];
    });
    const given_at = new Date().toISOString();
    return {
      participant_id: uuid7(),
      role: this.who.role,
      display_name: this.who.name.trim(),
      consent: {
        form_id: this.form.form_id,
        form_version: this.form.version,
        language: this.language,
        method: 'tick',
        capacity_basis: basisOf(this.#childAge, answers),
        ...(answers.helper ? { explained_by: answers.helper } : {}),
        choices,
        facets: Object.fromEntries(facets),
        ...(this.guarded ? { guardian: this.#guardian(answers, given_at) } : {}),
        given_at,
      },
    };
  }

  #guardian({ relation, guardian }: Answers, given_at: string): NonNullable<Participant['consent']['guardian']> {
    return { relation, choices: finalChoices(this.form, guardian), given_at };
  }
}
