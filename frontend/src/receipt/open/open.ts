// SPDX-License-Identifier: Apache-2.0
type Address = Pick<Location, 'hash' | 'pathname'>;

/** Takes the code out of the address bar, so that it stays in no history, and opens the story with the page's own form. */
export function openWithCode(page: Document, address: Address, history: Pick<History, 'replaceState'>): void {
  const code = codeIn(address.hash);
  if (address.hash) history.replaceState(null, '', address.pathname);
  const form = page.querySelector<HTMLFormElement>('#open-form');
  const box = form?.querySelector<HTMLInputElement | HTMLTextAreaElement>('[name=code]');
  if (!form || !box || !code) return;
  box.value = code;
  form.requestSubmit();
}

/** The code after `#`, as words, digits or letters; an address that was mangled on the way holds none. */
export function codeIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1)).trim();
  } catch {
    return '';
  }
}
