// SPDX-License-Identifier: Apache-2.0
import { ask, onSignedOut, Refusal } from './doors.ts';

type ProjectOfMine = { project_id: string; name: string; roles: string[] };
export type Me = { person_id: string; name: string; projects: ProjectOfMine[] };
type Session = { state: 'unknown' } | { state: 'out' } | { state: 'in'; me: Me };
type Entry = { email: string; password: string; totp?: string };

/** Whether this browser has been signed in, so that a newcomer is not asked for at a shut door. */
const signedInKept = 'heardwell.signed-in';

let session = $state.raw<Session>({ state: 'unknown' });
onSignedOut(goOut);

function goOut(): void {
  localStorage.removeItem(signedInKept);
  session = { state: 'out' };
}

export const signedIn = (): Session => session;
export const me = (): Me | null => (session.state === 'in' ? session.me : null);

/** The projects whose words and policy are in this person's care. */
export const stewarded = (): ProjectOfMine[] =>
  (me()?.projects ?? []).filter(({ roles }) => roles.includes('steward') || roles.includes('admin'));

/** Whether the register of consents is in this person's care, in any project. */
export const keepsRegister = (): boolean => (me()?.projects ?? []).some(({ roles }) => roles.includes('steward'));

/** Whether stories are this person's work: a steward or admin may have no part in them. */
export const curates = (): boolean => (me()?.projects ?? []).some(({ roles }) => roles.includes('facilitator'));

/** Asks the server who is signed in, where somebody has been. */
export async function recognise(): Promise<void> {
  if (localStorage.getItem(signedInKept) === null) return goOut();
  try {
    session = { state: 'in', me: (await ask<Me>('/api/desk/session')).body };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    goOut();
  }
}

export async function signIn(entry: Entry): Promise<void> {
  await ask('/api/desk/session', { method: 'POST', body: entry });
  localStorage.setItem(signedInKept, 'yes');
  await recognise();
}

/** A link that signs in once. */
export async function openWith(token: string): Promise<void> {
  await ask('/api/desk/session/link', { method: 'POST', body: { token } });
  localStorage.setItem(signedInKept, 'yes');
  await recognise();
}

export async function signOut(): Promise<void> {
  await ask('/api/desk/session', { method: 'DELETE' });
  goOut();
}
