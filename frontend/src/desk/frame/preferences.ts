// SPDX-License-Identifier: Apache-2.0
import { bestLanguage, languagesIn, type CatalogueAddresses } from '../../shared/i18n/words.ts';
import { speak } from '../../shared/i18n/t.svelte.ts';

const catalogues: CatalogueAddresses = import.meta.glob('../../../messages/*/{shared,desk}.ftl', {
  query: '?url',
  import: 'default',
  eager: true,
});

export type Look = 'system' | 'light' | 'dark';

const languageKept = 'heardwell.language';
const lookKept = 'heardwell.look';

export const languages = languagesIn(catalogues);

export function speakAsChosen(): Promise<void> {
  const wanted = [localStorage.getItem(languageKept) ?? '', ...navigator.languages];
  return speak(catalogues, bestLanguage(wanted, languages));
}

export function chooseLanguage(language: string): Promise<void> {
  localStorage.setItem(languageKept, language);
  return speak(catalogues, language);
}

const isLook = (value: string | null): value is Look => value === 'light' || value === 'dark' || value === 'system';

export function look(): Look {
  const kept = localStorage.getItem(lookKept);
  return isLook(kept) ? kept : 'system';
}

export function chooseLook(chosen: Look): void {
  localStorage.setItem(lookKept, chosen);
  showAsChosen();
}

export function showAsChosen(): void {
  const chosen = look();
  if (chosen === 'system') delete document.documentElement.dataset['look'];
  else document.documentElement.dataset['look'] = chosen;
}
