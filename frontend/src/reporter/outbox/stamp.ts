// SPDX-License-Identifier: Apache-2.0
import type { IconName } from '../../shared/ui/icons.ts';
import type { Edge, Tone } from '../../shared/ui/stamp.ts';
import { assertNever, percentSent, type Draft } from './draft.ts';

export type StampLook = { edge: Edge; tone: Tone; icon: IconName; words: string; variables?: { percent: number } };

export function stampOf(draft: Draft): StampLook {
  switch (draft.state) {
    case 'recording':
      return { edge: 'dashed', tone: 'record', icon: 'microphone', words: 'stamp-recording' };
    case 'saved':
      return { edge: 'solid', tone: 'safe', icon: 'phone', words: 'stamp-saved' };
    case 'waiting':
      return { edge: 'dotted', tone: 'wait', icon: 'clock', words: `stamp-waiting-${draft.why}` };
    case 'sending': {
      const variables = { percent: percentSent(draft) };
      return { edge: 'stitched', tone: 'wait', icon: 'send', words: 'stamp-sending', variables };
    }
    case 'arrived':
      return { edge: 'double', tone: 'safe', icon: 'check', words: 'stamp-arrived' };
    case 'needs_you':
      return { edge: 'notched', tone: 'danger', icon: 'warning', words: 'stamp-needs-you' };
    case 'taken_back':
      return { edge: 'notched', tone: 'plain', icon: 'undo', words: 'stamp-taken-back' };
    default:
      return assertNever(draft);
  }
}
