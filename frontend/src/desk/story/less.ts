// SPDX-License-Identifier: Apache-2.0
import type { Less, Voice } from './voices.svelte.ts';

const leastFirst: Record<string, readonly string[]> = {
  form: ['words', 'voice'],
  name: ['none', 'pseudonym', 'real'],
  reuse: ['view', 'quote', 'remix'],
  place: ['none', 'area', 'exact'],
  date: ['year', 'month', 'exact'],
};

/** One thing within a yes that can become less: what it is now comes first, then ever less. */
export type Step = { facet: string; values: string[] };
export type Use = { purpose: string; steps: Step[] };

/** Every yes that can be made less; that the story is kept at all can only be taken back. */
export function usesOf({ choices, facets }: Voice): Use[] {
  const given = Object.keys(choices).filter((key) => choices[key] === 'given' && key !== 'hold_and_transcribe');
  return given.map((purpose) => ({ purpose, steps: stepsOf(facets[purpose] ?? {}) }));
}

function stepsOf(facets: Record<string, unknown>): Step[] {
  return Object.entries(leastFirst).flatMap(([facet, order]) => {
    const now = order.findIndex((value) => value === facets[facet]);
    return now > 0 ? [{ facet, values: order.slice(0, now + 1).reverse() }] : [];
  });
}

/** What was chosen, as the door takes it: only what differs from how it stands. */
export function lessOf(uses: Use[], stopped: Record<string, boolean>, wished: Record<string, string>): Less {
  const less: Less = { choices: {}, facets: {} };
  for (const { purpose, steps } of uses) {
    if (stopped[purpose]) {
      less.choices[purpose] = 'refused';
      continue;
    }
    for (const { facet, values } of steps) {
      const wish = wished[`${purpose}/${facet}`];
      if (wish !== undefined && wish !== values[0]) less.facets[purpose] = { ...less.facets[purpose], [facet]: wish };
    }
  }
  return less;
}

export const isNothing = ({ choices, facets }: Less): boolean =>
  Object.keys(choices).length === 0 && Object.keys(facets).length === 0;
