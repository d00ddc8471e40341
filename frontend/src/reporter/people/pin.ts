// SPDX-License-Identifier: Apache-2.0
import type { Pin } from '../phone/database.ts';

const rounds = 210_000;
const free = 3;
const [shortest_ms, longest_ms] = [30_000, 3_600_000];

async function stretched(
  digits: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
}

export async function newPin(digits: string): Promise<Pin> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt, rounds, hash: await stretched(digits, salt, rounds) };
}

export async function opens(pin: Pin, digits: string): Promise<boolean> {
  const hash = await stretched(digits, pin.salt, pin.rounds);
  return hash.length === pin.hash.length && hash.every((byte, place) => byte === pin.hash[place]);
}

/** How long until the next try: three are free, then 30 s, doubled by each wrong one up to an hour. A clock set back waits no longer. */
export function wait_ms({ wrong }: Pin, now_ms: number): number {
  if (!wrong || wrong.tries < free) return 0;
  const whole = Math.min(longest_ms, shortest_ms * 2 ** (wrong.tries - free));
  return Math.max(0, whole - Math.max(0, now_ms - wrong.at));
}

export const withWrong = (pin: Pin, now_ms: number): Pin => ({
  ...pin,
  wrong: { tries: (pin.wrong?.tries ?? 0) + 1, at: now_ms },
});

export function withoutWrong({ salt, rounds, hash }: Pin): Pin {
  return { salt, rounds, hash };
}
