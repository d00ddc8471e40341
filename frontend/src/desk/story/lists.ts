// SPDX-License-Identifier: Apache-2.0
/** The entries of a line that people write with commas, also Arabic ones; each once, none empty. */
export const listIn = (line: string): string[] => [
  ...new Set(
    line
      .split(/[,،;؛]/u)
      .map((entry) => entry.trim())
      .filter(Boolean),
  ),
];
