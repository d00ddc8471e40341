// SPDX-License-Identifier: Apache-2.0
import type { Speaker } from './speaker.svelte.ts';

let here = $state.raw<Speaker>();

/** There once the screens behind the first one are in memory: the first chunk has no room for it. */
export const speaker = (): Speaker | undefined => here;

export function speakWith(one: Speaker): void {
  here = one;
}
