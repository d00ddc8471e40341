// SPDX-License-Identifier: Apache-2.0
import { inviteIn } from '../join/invite.ts';
import { noNetwork, troubleOf } from '../join/trouble.ts';
import * as door from '../outbox/door.ts';
import type { Profile } from '../phone/database.ts';
import { sayGoodbye } from '../phone/going.ts';
import { phone } from '../phone/phone.svelte.ts';
import { people } from './people.svelte.ts';

/**
 * Takes the PIN off where somebody of the project is there: an invitation of this project that this phone has not been given before.
 * The one it joined with lies on it, and anybody who holds the phone can copy that. Answers the key of what stands in the way.
 */
export async function liftPin(profile: Profile, pasted: string): Promise<string | undefined> {
  const { membership } = phone;
  const invite = inviteIn(pasted);
  if (invite === membership?.invite) return 'pin-forgot-known';
  try {
    const { device_token, project } = await door.join(invite);
    void sayGoodbye(device_token);
    if (project.project_id !== membership?.project.project_id) return 'pin-forgot-elsewhere';
  } catch (reason) {
    const trouble = troubleOf(reason);
    return trouble === noNetwork ? 'pin-forgot-no-network' : trouble;
  }
  await people.keep({ ...profile, pin: null });
  return undefined;
}
