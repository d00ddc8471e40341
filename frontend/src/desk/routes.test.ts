// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { addressOf, routeOf } from './routes.ts';

describe('an address at the desk', () => {
  it('leads back to where it was taken from', () => {
    expect(routeOf(addressOf.story('s1'))).toEqual({ screen: 'story', story_id: 's1', part: 'words' });
    expect(routeOf(addressOf.story('s1', 'release'))).toEqual({ screen: 'story', story_id: 's1', part: 'release' });
    const queue = routeOf(addressOf.queue(new URLSearchParams({ status: 'in_review' })));
    expect(queue.screen === 'queue' && queue.filters.get('status')).toBe('in_review');
  });

  it('is the queue when nobody knows it', () => {
    expect(routeOf('#/nowhere').screen).toBe('queue');
    expect(routeOf('').screen).toBe('queue');
    expect(routeOf('#/story/s1/nowhere')).toMatchObject({ part: 'words' });
  });

  it('may carry a link that signs in once', () => {
    expect(routeOf('#/open/abc')).toEqual({ screen: 'open', token: 'abc' });
  });
});
