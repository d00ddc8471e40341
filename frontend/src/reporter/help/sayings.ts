// SPDX-License-Identifier: Apache-2.0
export type Saying = { title: string; text: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a project says in its own words: a text, cards with title and text, or either of them for each language. */
export function sayings(content: unknown, language: string): Saying[] {
  if (typeof content === 'string') return content.trim() === '' ? [] : [{ title: '', text: content }];
  if (Array.isArray(content)) return content.flatMap((one) => sayings(one, language));
  if (!isRecord(content)) return [];
  if ('text' in content) return [{ title: words(content['title']), text: words(content['text']) }];
  return sayings(content[language] ?? content['en'] ?? Object.values(content)[0], language);
}
