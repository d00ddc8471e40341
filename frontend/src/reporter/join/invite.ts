// SPDX-License-Identifier: Apache-2.0
/** The invite in a link, a fragment or a bare code, however it was pasted. */
export function inviteIn(pasted: string): string {
  const text = pasted.trim();
  const after = text.split(/#?\/?join\//).at(-1) ?? '';
  return decodeURIComponent(after).replace(/\s+/g, '');
}
