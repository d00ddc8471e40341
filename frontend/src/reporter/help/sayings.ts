// SPDX-License-Identifier: Apache-2.0
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The plain paragraphs in a project's own text: a string, a list, or either of them for each language. */
export function sayings(content: unknown, language: string): string[] {
  if (typeof content === 'string') return content.split(/\n{2,}/).filter((text) => text.trim() !== '');
  if (Array.isArray(content)) return content.flatMap((one) => sayings(one, language));
  if (!isRecord(content)) return [];
  const own = content[language] ?? content['en'];
  return own === undefined ? Object.values(content).flatMap((one) => sayings(one, language)) : sayings(own, language);
}
