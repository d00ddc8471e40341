// SPDX-License-Identifier: Apache-2.0
import { isInDialog, isTyping, takesSpace } from '../keys.ts';
import type { Listening } from './listening.svelte.ts';
import { choose, endHere, giveUp, startHere, undo, type Work } from './work.ts';

type Here = {
  work: Work;
  at_ms: number;
  /** Null in a story in writing: there is nothing to play. */
  whole_ms: number | null;
  listening: Listening;
  change: (work: Work) => void;
};

/** What a key means on this page; null where it is somebody else's. */
export function actOf(event: KeyboardEvent, { work, at_ms, whole_ms, listening, change }: Here): (() => void) | null {
  const { code, key, altKey, ctrlKey, metaKey, target } = event;
  if (isInDialog(target)) return null;
  if (code === 'Escape') return isTyping(target) ? null : leaving(work, listening, change);
  if (isUndo(event)) return () => change(undo(work));
  if (whole_ms === null) return null;
  if (code === 'Space' && (ctrlKey || !takesSpace(target))) return listening.toggle;
  if (altKey && !ctrlKey && code === 'ArrowLeft') return () => listening.skip(-3000);
  if (altKey && !ctrlKey && code === 'ArrowRight') return () => listening.skip(3000);
  const isPlain = event.getModifierState('AltGraph') || !(altKey || ctrlKey || metaKey);
  if (!isPlain || isTyping(target)) return null;
  if (key === '[') return () => change(startHere(work, at_ms, whole_ms));
  return key === ']' ? () => change(endHere(work, at_ms, whole_ms)) : null;
}

const isUndo = ({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !isTyping(target);

function leaving(work: Work, listening: Listening, change: (work: Work) => void): (() => void) | null {
  if (work.begun_ms !== null) return () => change(giveUp(work));
  if (work.chosen !== null) return () => change(choose(work, null));
  return listening.playing ? listening.pause : null;
}
