// SPDX-License-Identifier: Apache-2.0
import { ask, onSignedOut, Refusal } from './doors.ts';

export type Me = { person_id: string; name: string; projects: { project_id: string; name: string }[] };
type Session = { state: 'unknown' } | { state: 'out' } | { state: 'in'; me: Me };
type Entry = { email: string; password: string; totp?: string };

let session = $state.raw<Session>({ state: 'unknown' });
onSignedOut(() => (session = { state: 'out' }));

export const signedIn = (): Session => session;
export const me = (): Me | null => (session.state === 'in' ? session.me : null);

/** Asks the server who is signed in. */
export async function recognise(): Promise<void> {
  try {
    session = { state: 'in', me: (await ask<Me>('/api/desk/session')).body };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    session = { state: 'out' };
  }
}

export async function signIn(entry: Entry): Promise<void> {
  await ask('/api/desk/session', { method: 'POST', body: entry });
  await recognise();
}

/** A link that signs in once. */
export async function openWith(token: string): Promise<void> {
  await ask('/api/desk/session/link', { method: 'POST', body: { token } });
  await recognise();
}

export async function signOut(): Promise<void> {
  await ask('/api/desk/session', { method: 'DELETE' });
  session = { state: 'out' };
}
