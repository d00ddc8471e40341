// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { mayBeSent, percentSent, step, type Draft, type Happened } from './draft.ts';

const told = (...happened: Happened[]): Draft =>
  happened.reduce<Draft>((draft, next) => step(draft, next), { state: 'recording' });

const handedOver: Happened[] = [{ event: 'stopped' }, { event: 'handed_over' }];

test('a story told offline waits, goes out in pieces and arrives', () => {
  expect(told(...handedOver)).toEqual({ state: 'waiting', why: 'network' });
  expect(told(...handedOver, { event: 'line_found', bytes: 200 }, { event: 'held', sent: 80 })).toEqual({
    state: 'sending',
    sent: 80,
    bytes: 200,
  });
  expect(told(...handedOver, { event: 'line_found', bytes: 200 }, { event: 'kept' })).toEqual({ state: 'arrived' });
});

test('nothing goes out before the storyteller has handed it over', () => {
  const saved = told({ event: 'stopped' });
  expect(mayBeSent(saved)).toBe(false);
  expect(step(saved, { event: 'line_found', bytes: 1 })).toBe(saved);
  expect(step({ state: 'recording' }, { event: 'handed_over' })).toEqual({ state: 'recording' });
});

test('no story is called arrived unless it was being sent', () => {
  for (const draft of [{ state: 'saved' }, { state: 'waiting', why: 'full' }, { state: 'taken_back' }] as Draft[]) {
    expect(step(draft, { event: 'kept' })).toBe(draft);
  }
});

test('a lost line leaves the story waiting, and says for what', () => {
  const broken = told(...handedOver, { event: 'line_found', bytes: 9 }, { event: 'line_lost', why: 'full' });
  expect(broken).toEqual({ state: 'waiting', why: 'full' });
  expect(mayBeSent(broken)).toBe(true);
});

test('a refused story stays and can be tried again', () => {
  const refused = told(...handedOver, { event: 'refused', slug: 'auth-invalid', detail: 'Ask for a new invitation.' });
  expect(refused).toMatchObject({ state: 'needs_you', slug: 'auth-invalid' });
  expect(step(refused, { event: 'line_found', bytes: 9 })).toEqual({ state: 'sending', sent: 0, bytes: 9 });
});

test('adding a part opens a saved story and no other', () => {
  expect(step({ state: 'saved' }, { event: 'opened' })).toEqual({ state: 'recording' });
  const waiting: Draft = { state: 'waiting', why: 'network' };
  expect(step(waiting, { event: 'opened' })).toBe(waiting);
});

test('what is held never counts for more than the whole', () => {
  const draft = step({ state: 'sending', sent: 0, bytes: 100 }, { event: 'held', sent: 140 });
  expect(percentSent(draft)).toBe(100);
});

test('nothing happens any more to a story that was taken back', () => {
  const gone: Draft = { state: 'taken_back' };
  expect(mayBeSent(gone)).toBe(false);
  expect(step(gone, { event: 'handed_over' })).toBe(gone);
  expect(step(gone, { event: 'line_lost', why: 'network' })).toBe(gone);
});
