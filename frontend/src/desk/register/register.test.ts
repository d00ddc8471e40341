// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { routeOf } from '../routes.ts';
import { doorOf, numeralIn, withFilter } from './register.ts';

describe('the register’s address', () => {
  it('keeps its filters, and loses one that is taken away', () => {
    const address = withFilter('records', new URLSearchParams({ state: 'undo' }), 'purpose', 'research');
    const route = routeOf(address);
    expect(route).toMatchObject({ screen: 'register', part: 'records', record_id: null });
    expect(route.screen === 'register' && Object.fromEntries(route.filters)).toEqual({
      state: 'undo',
      purpose: 'research',
    });
    expect(withFilter('records', new URLSearchParams({ state: 'undo' }), 'state', '')).toBe('#/register');
  });

  it('leads to each of its parts, and to one record', () => {
    expect(routeOf('#/register/audit?action=read_story')).toMatchObject({ part: 'audit', record_id: null });
    expect(routeOf('#/register/unconfirmed')).toMatchObject({ part: 'unconfirmed' });
    expect(routeOf('#/register/record/r1?state=given')).toMatchObject({ part: 'records', record_id: 'r1' });
    expect(routeOf('#/register/nowhere')).toMatchObject({ part: 'records', record_id: null });
  });
});

describe('what the server is asked', () => {
  it('is only what it knows, and a day as its beginning', () => {
    const filters = new URLSearchParams({ state: 'given', expires_before: '2027-03-01', action: 'x', odd: 'y' });
    expect(doorOf('register', 'records', filters)).toBe(
      '/api/desk/register?state=given&expires_before=2027-03-01T00%3A00%3A00Z',
    );
    expect(doorOf('register/unconfirmed', 'unconfirmed', filters, 'c')).toBe('/api/desk/register/unconfirmed?cursor=c');
  });
});

describe('a number on a receipt', () => {
  it('is read however it was copied, and nothing else is', () => {
    const number = '0b6f2f6e-8c0c-4b1e-9d0a-70fcbe27f3b6';
    expect(numeralIn(`  ${number.toUpperCase()} `)).toBe(number);
    expect(numeralIn('amina')).toBeNull();
  });
});
