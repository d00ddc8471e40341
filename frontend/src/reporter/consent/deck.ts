// SPDX-License-Identifier: Apache-2.0
import type { Choice, ConsentForm, ConsentTexts, Facets, Purpose } from '../../shared/api/reporter-wire.ts';

export const needed = 'hold_and_transcribe';

export type Answers = {
  oldEnough: boolean | undefined;
  choices: Record<string, Choice>;
  facets: Record<string, Facets>;
  wantsSignOff: boolean | undefined;
};

export type Step =
  | { step: 'age' }
  | { step: 'read'; title: string; text: string }
  | { step: 'ask'; purpose: Purpose }
  | { step: 'facets'; purpose: Purpose }
  | { step: 'sign_off' }
  | { step: 'summary' }
  | { step: 'stop'; why: 'age' | 'no' };

/** Facets a storyteller chooses here, each with the safest value first. */
const safestFirst: Record<string, string[]> = {
  form: ['words', 'voice'],
  name: ['none', 'pseudonym', 'real'],
  place: ['none', 'area', 'exact'],
  date: ['year', 'month', 'exact'],
  reuse: ['view', 'quote', 'remix'],
};

export const noAnswers = (): Answers => ({ oldEnough: undefined, choices: {}, facets: {}, wantsSignOff: undefined });

/** The facets of `purpose` that are asked for, and what may be answered, safest first. */
export const facetsOf = ({ facets }: Purpose): [string, string[]][] =>
  facets.flatMap((facet): [string, string[]][] => (safestFirst[facet] ? [[facet, safestFirst[facet]]] : []));

export const safestFacets = (purpose: Purpose): Facets =>
  Object.fromEntries(facetsOf(purpose).map(([facet, [safest = '']]) => [facet, safest]));

/** The cards in their order, as far as the answers open them: a No to holding the story ends it. */
export function stepsOf(form: ConsentForm, texts: ConsentTexts, childAge: number, answers: Answers): Step[] {
  const steps: Step[] = childAge > 0 ? [{ step: 'age' }] : [];
  if (answers.oldEnough === false) return [...steps, { step: 'stop', why: 'age' }];
  steps.push(...texts.cards.map(({ title, text }): Step => ({ step: 'read', title: title ?? '', text })));
  for (const purpose of form.purposes) {
    steps.push({ step: 'ask', purpose });
    const choice = answers.choices[purpose.key];
    if (choice === 'refused' && purpose.key === needed) return [...steps, { step: 'stop', why: 'no' }];
    if (choice === 'given' && facetsOf(purpose).length > 0) steps.push({ step: 'facets', purpose });
  }
  return [...steps, { step: 'sign_off' }, { step: 'summary' }];
}

/** What was not answered is refused, and nothing refused keeps facets. */
export function finalChoices(form: ConsentForm, answers: Answers): Pick<Answers, 'choices' | 'facets'> {
  const choices = Object.fromEntries(form.purposes.map(({ key }) => [key, answers.choices[key] ?? 'refused']));
  const given = form.purposes.filter(({ key }) => choices[key] === 'given');
  const facets = given.flatMap(({ key }) => {
    const chosen = answers.facets[key];
    return chosen && Object.keys(chosen).length > 0 ? [[key, chosen] as const] : [];
  });
  return { choices, facets: Object.fromEntries(facets) };
}
