// SPDX-License-Identifier: Apache-2.0
import { ask } from '../doors.ts';

export type Invitation = { url: string; expires_at: string };

/** Makes one invitation, which any number of phones may use. */
export async function invite(project_id: string): Promise<Invitation> {
  return (await ask<Invitation>('/api/desk/invites', { method: 'POST', body: { project_id } })).body;
}
