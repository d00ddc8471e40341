// SPDX-License-Identifier: Apache-2.0
import { addressOf } from '../routes.ts';

export const noFilters: URLSearchParams = new URLSearchParams();

/** The queue's address with one filter changed, or taken away. */
export function withFilter(filters: URLSearchParams, name: string, value: string | null): string {
  const changed = new URLSearchParams(filters);
  if (value) changed.set(name, value);
  else changed.delete(name);
  return addressOf.queue(changed);
}

/** What the server is asked for. */
export function queueDoor(filters: URLSearchParams, cursor?: string): string {
  const asked = new URLSearchParams(filters);
  if (cursor !== undefined) asked.set('cursor', cursor);
  return asked.size ? `/api/desk/queue?${asked.toString()}` : '/api/desk/queue';
}
