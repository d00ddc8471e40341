// SPDX-License-Identifier: Apache-2.0
/** The second chunk: everything that the first screen can stand without. */
export { default as Screens } from './Screens.svelte';
export { default as TellTop } from './tell/TellTop.svelte';
