// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { StretchCounter } from './stretch.ts';

describe('what somebody has heard', () => {
  it('is one stretch while the sound runs on', () => {
    const heard = new StretchCounter();
    for (const at of [0, 100, 200, 300]) expect(heard.reach(at)).toBeNull();
    expect(heard.close()).toEqual({ from_ms: 0, to_ms: 300 });
  });

  it('does not count what was jumped over', () => {
    const heard = new StretchCounter();
    heard.reach(0);
    heard.reach(900);
    expect(heard.reach(60_000)).toEqual({ from_ms: 0, to_ms: 900 });
    heard.reach(60_500);
    expect(heard.close()).toEqual({ from_ms: 60_000, to_ms: 60_500 });
  });

  it('is nothing when the sound only stood still', () => {
    const heard = new StretchCounter();
    heard.reach(500);
    heard.reach(500);
    expect(heard.close()).toBeNull();
    expect(heard.close()).toBeNull();
  });
});
