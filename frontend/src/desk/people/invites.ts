// SPDX-License-Identifier: Apache-2.0
import { ask } from '../doors.ts';

type Made = { invite: string; url: string; qr_svg: string; expires_at: string };
export type Invitation = { url: string; expires_at: string; /** An address of the drawn code. */ qr: string };

/** Makes one invitation, which any number of phones may use. */
export async function invite(project_id: string): Promise<Invitation> {
  const { body } = await ask<Made>('/api/desk/invites', { method: 'POST', body: { project_id } });
  const qr = URL.createObjectURL(new Blob([body.qr_svg], { type: 'image/svg+xml' }));
  return { url: body.url, expires_at: body.expires_at, qr };
}
