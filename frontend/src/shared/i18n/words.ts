// SPDX-License-Identifier: Apache-2.0
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

/** Catalogue addresses by path, as `import.meta.glob('…/messages/*\/name.ftl', { query: '?url' })` gives them. */
export type CatalogueAddresses = Record<string, string>;
export type Variables = Record<string, FluentVariable>;

const rightToLeft = new Set(['ar', 'ur', 'fa', 'he', 'ps', 'sd', 'ug', 'yi']);

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** A language's own name in its own script: "العربية". */
export function nameOf(language: string): string {
  const [first = '', ...rest] = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return [first.toLocaleUpperCase(language), ...rest].join('');
}

const languageIn = (path: string): string => path.split('/').at(-2) ?? '';

export const languagesIn = (addresses: CatalogueAddresses): string[] => [
  ...new Set(Object.keys(addresses).map(languageIn)),
];

/** The best of `spoken` for which there are words; English where there is none. */
export function bestLanguage(wanted: readonly string[], spoken: readonly string[]): string {
  for (const tag of wanted) {
    const found = spoken.find((one) => one === tag) ?? spoken.find((one) => one === tag.split('-')[0]);
    if (found !== undefined) return found;
  }
  return 'en';
}

export function bundleOf(language: string, sources: readonly string[]): FluentBundle {
  const bundle = new FluentBundle(language);
  for (const source of sources) bundle.addResource(new FluentResource(source), { allowOverrides: true });
  return bundle;
}

/** Fetches every catalogue of `language`; the promise fails when one cannot be had. */
export async function loadCatalogue(addresses: CatalogueAddresses, language: string): Promise<FluentBundle> {
  const wanted = Object.entries(addresses).filter(([path]) => languageIn(path) === language);
  const sources = await Promise.all(
    wanted.map(async ([, url]) => {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`catalogue ${language}: ${answer.status}`);
      return answer.text();
    }),
  );
  return bundleOf(language, sources);
}

/** The words behind `key`, from the first bundle that has them; the key itself when none does. */
export function wordsFor(bundles: readonly FluentBundle[], key: string, variables?: Variables): string {
  for (const bundle of bundles) {
    const pattern = bundle.getMessage(key)?.value;
    if (pattern) return bundle.formatPattern(pattern, variables, []);
  }
  return key;
}
