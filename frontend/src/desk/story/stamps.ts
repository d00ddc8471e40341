// SPDX-License-Identifier: Apache-2.0
import type { IconName } from '../../shared/ui/icons.ts';
import type { Edge, Tone } from '../../shared/ui/stamp.ts';
import type { Status } from './story.ts';

type Look = { edge: Edge; tone: Tone; icon: IconName };

const looks: Record<Status, Look> = {
  awaiting_recording: { edge: 'dotted', tone: 'wait', icon: 'clock' },
  received: { edge: 'double', tone: 'safe', icon: 'check' },
  transcribing: { edge: 'stitched', tone: 'wait', icon: 'pencil' },
  in_review: { edge: 'notched', tone: 'wait', icon: 'eye' },
  awaiting_sign_off: { edge: 'dotted', tone: 'wait', icon: 'person' },
  approved: { edge: 'double', tone: 'safe', icon: 'share' },
  declined: { edge: 'solid', tone: 'plain', icon: 'close' },
  withdrawn: { edge: 'solid', tone: 'danger', icon: 'undo' },
};

export const lookOf = (status: Status): Look => looks[status];
