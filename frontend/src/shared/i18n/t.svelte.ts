// SPDX-License-Identifier: Apache-2.0
import type { FluentBundle } from '@fluent/bundle';
import { directionOf, loadCatalogue, wordsFor, type CatalogueAddresses, type Variables } from './words.ts';

let spoken = $state.raw<{ language: string; bundles: FluentBundle[] }>({ language: 'en', bundles: [] });

export const language = (): string => spoken.language;

/** The words for `key` in the language being spoken; a component that reads it follows a change of language. */
export const t = (key: string, variables?: Variables): string => wordsFor(spoken.bundles, key, variables);

/** The words for `key`, or `asIs` where there are none: what a script wrote stands as it was written. */
export function saidOr(key: string, asIs: string): string {
  const said = t(key);
  return said === key ? asIs : said;
}

/** Loads the words, then turns the page to that language and direction. English stands behind every language. */
export async function speak(addresses: CatalogueAddresses, wanted: string): Promise<void> {
  const languages = wanted === 'en' ? ['en'] : [wanted, 'en'];
  const bundles = await Promise.all(languages.map((one) => loadCatalogue(addresses, one)));
  spoken = { language: wanted, bundles };
  document.documentElement.lang = wanted;
  document.documentElement.dir = directionOf(wanted);
}
