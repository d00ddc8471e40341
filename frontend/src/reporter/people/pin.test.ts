// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { newPin, opens, wait_ms, withoutWrong, withWrong } from './pin.ts';

const minute_ms = 60_000;

test('a PIN opens for its own digits, and is kept nowhere', async () => {
  const pin = await newPin('4711');
  expect(await opens(pin, '4711')).toBe(true);
  expect(await opens(pin, '4712')).toBe(false);
  expect(new TextDecoder('latin1').decode(pin.hash)).not.toContain('4711');
  expect((await newPin('4711')).hash).not.toEqual(pin.hash);
});

test('three wrong tries are free; each further one waits twice as long, an hour at most', async () => {
  let pin = await newPin('4711');
  const waits: number[] = [];
  for (let tries = 1; tries <= 12; tries += 1) {
    pin = withWrong(pin, 0);
    waits.push(wait_ms(pin, 0) / minute_ms);
  }
  expect(waits).toEqual([0, 0, 0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(wait_ms(pin, 60 * minute_ms)).toBe(0);
  expect(wait_ms(pin, -1000 * minute_ms)).toBe(60 * minute_ms);
  expect(wait_ms(withoutWrong(pin), 0)).toBe(0);
});
