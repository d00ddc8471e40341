// SPDX-License-Identifier: Apache-2.0
export const storyParts = ['words', 'details', 'consent', 'release', 'history'] as const;
export type StoryPart = (typeof storyParts)[number];

export type Route =
  | { screen: 'queue'; filters: URLSearchParams }
  | { screen: 'story'; story_id: string; part: StoryPart }
  | { screen: 'invites' }
  | { screen: 'spoken' }
  | { screen: 'open'; token: string };

const isPart = (value: string): value is StoryPart => (storyParts as readonly string[]).includes(value);

/** What an address after `#` means; anything unknown is the queue. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen, id = '', part = 'words'] = path.split('/');
  switch (screen) {
    case 'story':
      return { screen, story_id: id, part: isPart(part) ? part : 'words' };
    case 'open':
      return { screen, token: id };
    case 'invites':
    case 'spoken':
      return { screen };
    default:
      return { screen: 'queue', filters: new URLSearchParams(query) };
  }
}

export const addressOf = {
  queue: (filters?: URLSearchParams): string => (filters?.size ? `#/queue?${filters.toString()}` : '#/queue'),
  story: (story_id: string, part: StoryPart = 'words'): string =>
    part === 'words' ? `#/story/${story_id}` : `#/story/${story_id}/${part}`,
  invites: '#/invites',
  spoken: '#/spoken',
};
