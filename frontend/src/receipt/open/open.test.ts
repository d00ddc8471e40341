// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { codeIn } from './open.ts';

describe('a storyteller points a camera at the code', () => {
  it('and the code is read as it was printed', () => {
    expect(codeIn('#river%20lamp%20orange')).toBe('river lamp orange');
    expect(codeIn('#12345-67890')).toBe('12345-67890');
  });

  it('and a mangled or empty address is no code', () => {
    expect(codeIn('#%E0%A4')).toBe('');
    expect(codeIn('')).toBe('');
  });
});
