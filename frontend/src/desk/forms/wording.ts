// SPDX-License-Identifier: Apache-2.0
import type { Question, Words } from './forms.ts';

/** One piece of the form, by the pointer under which the server tells of it. */
export type Piece = { pointer: string; kind: 'title' | 'text' | 'question' | 'limits' | 'note'; rows: number };

export const cardPieces = (number: number): Piece[] => [
  { pointer: `/cards/${number}/title`, kind: 'title', rows: 1 },
  { pointer: `/cards/${number}/text`, kind: 'text', rows: 5 },
];

export const questionPiece = ({ key }: Question): Piece => ({
  pointer: `/questions/${key}`,
  kind: 'question',
  rows: 4,
});

export const notePieces: Piece[] = [
  { pointer: '/confidentiality_limits', kind: 'limits', rows: 3 },
  { pointer: '/partner_note', kind: 'note', rows: 3 },
];

export const piecesOf = (words: Words, purposes: Question[]): Piece[] => [
  ...words.cards.flatMap((_, number) => cardPieces(number)),
  ...purposes.map(questionPiece),
  ...notePieces,
];

/** What stands at `pointer`; nothing where that language has no such piece. */
export function wordsAt(words: Words, pointer: string): string {
  const [, part = '', name = '', field = ''] = pointer.split('/');
  if (part === 'questions') return words.questions[name] ?? '';
  if (part === 'cards') return words.cards[Number(name)]?.[field === 'title' ? 'title' : 'text'] ?? '';
  return part === 'partner_note' ? words.partner_note : words.confidentiality_limits;
}

export function write(words: Words, pointer: string, said: string): void {
  const [, part = '', name = '', field = ''] = pointer.split('/');
  const card = words.cards[Number(name)];
  if (part === 'questions') words.questions[name] = said;
  else if (part === 'cards' && card) card[field === 'title' ? 'title' : 'text'] = said;
  else if (part === 'partner_note') words.partner_note = said;
  else words.confidentiality_limits = said;
}

/** A name goes with the line of credit that shows it. */
export const facetsShown = (facets: readonly string[]): string[] => facets.filter((name) => name !== 'credit');

export function withFacet(facets: readonly string[], name: string, isOffered: boolean): string[] {
  const both = name === 'name' ? ['name', 'credit'] : [name];
  const others = facets.filter((one) => !both.includes(one));
  return isOffered ? [...others, ...both] : others;
}

/** Names as somebody lists them: "council, health service" is two; what cannot be a name is left out. */
export const recipientsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,\n]/)
      .map((one) => one.trim().replaceAll(/\s+/g, '-'))
      .filter((one) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(one)),
  ),
];
