// SPDX-License-Identifier: Apache-2.0
import { routeOf, type Route } from './routes.ts';

let current = $state.raw(routeOf(location.hash));
addEventListener('hashchange', () => (current = routeOf(location.hash)));

export const route = (): Route => current;

export function go(address: string): void {
  location.hash = address;
}

/** Another address in the same place: nothing to go back to. */
export function replace(address: string): void {
  history.replaceState(null, '', address);
  current = routeOf(location.hash);
}
