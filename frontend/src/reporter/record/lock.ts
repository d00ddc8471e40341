// SPDX-License-Identifier: Apache-2.0
/** Held while a story is being recorded, between its parts too: other tabs see that it is alive. */
export const lockOf = (story_id: string): string => `rec-${story_id}`;

/** One recorder for the whole app: whoever records in any tab holds this. */
const recorder = 'recorder';

export type Release = () => void;

/** Holds a lock until the answer is called; undefined where somebody else holds it. */
function hold(name: string, ifAvailable: boolean): Promise<Release | undefined> {
  return new Promise((held) => {
    void navigator.locks.request(name, { ifAvailable }, (lock) => {
      if (!lock) return held(undefined);
      return new Promise<void>((release) => held(release));
    });
  });
}

export const becomeRecorder = (): Promise<Release | undefined> => hold(recorder, true);

export const holdStory = async (story_id: string): Promise<Release> =>
  (await hold(lockOf(story_id), false)) ?? (() => undefined);

/** Held while somebody writes on a text, so that no other window writes over it. */
export const becomeWriter = (story_id: string): Promise<Release | undefined> => hold(`write-${story_id}`, true);

/** What is being recorded in any tab, as the names of the locks that are held. */
export async function alive(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name = '' }) => name));
}

export const recordedElsewhere = async (): Promise<boolean> => (await alive()).has(recorder);
