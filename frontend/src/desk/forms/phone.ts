// SPDX-License-Identifier: Apache-2.0
import {
  languagesIn,
  loadCatalogue,
  wordsFor,
  type CatalogueAddresses,
  type Variables,
} from '../../shared/i18n/words.ts';

const phoneWords: CatalogueAddresses = import.meta.glob('../../../messages/*/{shared,reporter}.ftl', {
  query: '?url',
  import: 'default',
  eager: true,
});

export type Say = (key: string, variables?: Variables) => string;

/** The phone's own words around a form in `language`; English where the phone does not speak it. */
export async function wordsOfPhone(language: string): Promise<Say> {
  const own = languagesIn(phoneWords).filter((one) => one === language);
  const bundles = await Promise.all([...own, 'en'].map((one) => loadCatalogue(phoneWords, one)));
  return (key, variables) => wordsFor(bundles, key, variables);
}
