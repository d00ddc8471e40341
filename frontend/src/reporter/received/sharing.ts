// SPDX-License-Identifier: Apache-2.0
import { receive } from './received.ts';

export const shareAddress = '/r/share';

/** What another app shared, put on the phone; answers with the screen that asks whose voice it is. */
export async function takeShared(request: Request): Promise<Response> {
  const ids: string[] = [];
  for (const shared of (await request.formData()).getAll('sound')) {
    if (shared instanceof File) ids.push(await receive(shared));
  }
  const [only, ...others] = ids;
  return Response.redirect(`/r/#/received/${only !== undefined && others.length === 0 ? only : 'choose'}`, 303);
}
