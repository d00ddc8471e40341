// SPDX-License-Identifier: Apache-2.0
const segments = (): string[] => location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);

let path = $state.raw(segments());

/** The parts of the address after `#/`. */
export const route = (): readonly string[] => path;

export function go(to: string): void {
  location.hash = `#/${to}`;
}

/** Goes there without leaving the present screen behind in the history. */
export function turnTo(to: string): void {
  history.replaceState(null, '', `#/${to}`);
  path = segments();
}

export function followAddress(): void {
  addEventListener('hashchange', () => {
    path = segments();
    scrollTo(0, 0);
  });
}
