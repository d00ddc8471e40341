// SPDX-License-Identifier: Apache-2.0
import type { Status } from '../story/story.ts';

const events = ['arrived', 'progressed', 'changed', 'claimed', 'left'] as const;

export type Happening = {
  event: (typeof events)[number];
  story_id: string;
  status: Status;
  percent?: number;
  minutes_left?: number;
};

/** Tells `hear` what happens to stories until the answered function is called. The browser reconnects by itself. */
export function listen(hear: (happening: Happening) => void): () => void {
  const source = new EventSource('/api/desk/events');
  for (const event of events) {
    source.addEventListener(`story.${event}`, ({ data }: MessageEvent<string>) => {
      hear({ ...(JSON.parse(data) as Omit<Happening, 'event'>), event });
    });
  }
  return () => source.close();
}
