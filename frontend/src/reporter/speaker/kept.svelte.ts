// SPDX-License-Identifier: Apache-2.0
let kept = $state.raw<ReadonlySet<string>>(new Set());

/** The recorded sounds that lie on this phone, by their SHA-256. */
export const keptSounds = (): ReadonlySet<string> => kept;

export function nowKept(sha256: Iterable<string>): void {
  kept = new Set(sha256);
}
