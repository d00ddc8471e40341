// SPDX-License-Identifier: Apache-2.0
import type { Span } from '../story/turns.ts';
import type { Cutting, Marks } from './cutting.ts';
import { spansOf, type Reading } from './marks.ts';
import { lengthOf, type Times } from './times.ts';

/** One thing that is left to do before the voice can go, and every place where it is done. */
export type Left =
  | { slug: 'cut-no-sound' }
  | { slug: 'cut-not-marked' }
  | { slug: 'cut-unheard'; stretches: readonly Times[]; ms: number }
  | { slug: 'cut-words-outside'; spans: readonly Span[]; count: number }
  | { slug: 'cut-overlap'; marks: readonly number[] }
  | { slug: 'other'; detail: string };

type Facts = Pick<Cutting, 'medium' | 'duration_ms' | 'left'>;

/** As the server would say it, of marks that it may not have seen yet; what it alone knows comes last. */
export function leftOf(
  { medium, duration_ms, left }: Facts,
  marks: Marks,
  { outside, overlaps }: Reading,
  unheard: readonly Times[],
): Left[] {
  const found: Left[] = [];
  if (medium === 'audio' && duration_ms === null) found.push({ slug: 'cut-no-sound' });
  if (marks.spans.length + marks.word_spans.length === 0 && !marks.nothing_said) found.push({ slug: 'cut-not-marked' });
  if (unheard.length > 0) found.push({ slug: 'cut-unheard', stretches: unheard, ms: lengthOf(unheard) });
  if (outside.length > 0) found.push({ slug: 'cut-words-outside', spans: spansOf(outside), count: outside.length });
  const open = unresolved(marks, overlaps);
  if (open.length > 0) found.push({ slug: 'cut-overlap', marks: open });
  const others = left.filter(({ slug }) => !known.includes(slug));
  return [...found, ...others.map(({ detail }): Left => ({ slug: 'other', detail }))];
}

const known = ['cut-no-sound', 'cut-not-marked', 'cut-unheard', 'cut-words-outside', 'cut-overlap'];

const goesWithOthers = ({ spans, word_spans }: Marks, number: number): boolean =>
  (spans[number] ?? word_spans[number])?.with_others ?? false;

/** Numbers of the marks in which somebody who stays speaks, where nobody has said that it goes as well. */
export const unresolved = (marks: Marks, overlaps: Reading['overlaps']): number[] =>
  [...overlaps.keys()].filter((number) => !goesWithOthers(marks, number)).sort((a, b) => a - b);
