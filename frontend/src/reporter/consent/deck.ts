// SPDX-License-Identifier: Apache-2.0
import type { Choice, ConsentForm, ConsentTexts, Purpose } from '../../shared/api/reporter-wire.ts';
import { facetsOf, type ChosenFacets } from './facets.ts';

export const needed = 'hold_and_transcribe';
const grownUp = 18;

export type Basis = 'adult' | 'child_competent' | 'guardian' | 'supported';
export type Speaking = 'speaker' | 'guardian';

export type Answers = {
  /** Whether the person is that many years old, as far as they were asked. */
  ages: Record<number, boolean>;
  /** Who helps them to answer: '' for nobody. */
  helper: string | undefined;
  relation: string;
  guardian: Record<string, Choice>;
  choices: Record<string, Choice>;
  facets: Record<string, ChosenFacets>;
  wantsSignOff: boolean | undefined;
};

export type Step =
  | { step: 'age'; age: number }
  | { step: 'hand_over'; to: Speaking }
  | { step: 'relation' }
  | { step: 'helper' }
  | { step: 'read'; title: string; text: string }
  | { step: 'ask'; who: Speaking; purpose: Purpose }
  | { step: 'facets'; purpose: Purpose }
  | { step: 'sign_off' }
  | { step: 'summary'; who: Speaking }
  | { step: 'stop'; why: 'guardian' | 'no' };

export const noAnswers = (): Answers => ({
  ages: {},
  helper: undefined,
  relation: '',
  guardian: {},
  choices: {},
  facets: {},
  wantsSignOff: undefined,
});

/** Too young to answer alone: a parent or guardian is asked as well. */
export const needsGuardian = (childAge: number, { ages }: Answers): boolean => childAge > 0 && ages[childAge] === false;

export function basisOf(childAge: number, answers: Answers): Basis {
  if (needsGuardian(childAge, answers)) return 'guardian';
  if (answers.ages[grownUp] === false) return 'child_competent';
  return answers.helper ? 'supported' : 'adult';
}

function ageSteps(childAge: number, { ages }: Answers): Step[] {
  if (childAge <= 0) return [];
  if (childAge >= grownUp) return [{ step: 'age', age: childAge }];
  const first: Step = { step: 'age', age: grownUp };
  return ages[grownUp] === false ? [first, { step: 'age', age: childAge }] : [first];
}

const readSteps = ({ cards }: ConsentTexts): Step[] =>
  cards.map(({ title, text }) => ({ step: 'read', title: title ?? '', text }));

function guardianSteps({ purposes }: ConsentForm, texts: ConsentTexts, { guardian }: Answers): Step[] {
  const steps: Step[] = [{ step: 'hand_over', to: 'guardian' }, { step: 'relation' }, ...readSteps(texts)];
  for (const purpose of purposes) {
    steps.push({ step: 'ask', who: 'guardian', purpose });
    if (purpose.key === needed && guardian[needed] === 'refused') return [...steps, { step: 'stop', why: 'guardian' }];
  }
  return [...steps, { step: 'summary', who: 'guardian' }, { step: 'hand_over', to: 'speaker' }];
}

/** The cards in their order, as far as the answers open them: a No to holding the story ends it. */
export function stepsOf(form: ConsentForm, texts: ConsentTexts, childAge: number, answers: Answers): Step[] {
  const guarded = needsGuardian(childAge, answers);
  const steps = ageSteps(childAge, answers);
  if (guarded) steps.push(...guardianSteps(form, texts, answers));
  if (steps.at(-1)?.step === 'stop') return steps;
  steps.push({ step: 'helper' }, ...readSteps(texts));
  for (const purpose of form.purposes.filter(({ key }) => !guarded || answers.guardian[key] !== 'refused')) {
    steps.push({ step: 'ask', who: 'speaker', purpose });
    const choice = answers.choices[purpose.key];
    if (choice === 'refused' && purpose.key === needed) return [...steps, { step: 'stop', why: 'no' }];
    if (choice === 'given' && facetsOf(purpose).length > 0) steps.push({ step: 'facets', purpose });
  }
  return [...steps, { step: 'sign_off' }, { step: 'summary', who: 'speaker' }];
}

/** What was not answered is refused; nobody is asked for what a guardian has refused. */
export function finalChoices({ purposes }: ConsentForm, given: Record<string, Choice>): Record<string, Choice> {
  return Object.fromEntries(purposes.map(({ key }) => [key, given[key] ?? 'refused']));
}
