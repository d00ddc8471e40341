// SPDX-License-Identifier: Apache-2.0
export const storyParts = ['words', 'details', 'consent', 'release', 'history'] as const;
export type StoryPart = (typeof storyParts)[number];
export const registerParts = ['records', 'unconfirmed', 'audit'] as const;
export type RegisterPart = (typeof registerParts)[number];
export type FormPart = 'write' | 'preview';

export type Route =
  | { screen: 'queue'; filters: URLSearchParams }
  | { screen: 'story'; story_id: string; part: StoryPart }
  | { screen: 'cutting'; story_id: string }
  | { screen: 'invites' }
  | { screen: 'spoken' }
  | { screen: 'answers' }
  | { screen: 'forms' }
  | { screen: 'form'; form_version_id: string; part: FormPart }
  | { screen: 'register'; part: RegisterPart; record_id: string | null; filters: URLSearchParams }
  | { screen: 'open'; token: string };

const isPart = (value: string): value is StoryPart => (storyParts as readonly string[]).includes(value);
const isRegisterPart = (value: string): value is RegisterPart => (registerParts as readonly string[]).includes(value);

/** What an address after `#` means; anything unknown is the queue. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen, id = '', part = 'words'] = path.split('/');
  switch (screen) {
    case 'story':
      if (part === 'cutting') return { screen: 'cutting', story_id: id };
      return { screen, story_id: id, part: isPart(part) ? part : 'words' };
    case 'register':
      return {
        screen,
        part: isRegisterPart(id) ? id : 'records',
        record_id: id === 'record' ? part : null,
        filters: new URLSearchParams(query),
      };
    case 'form':
      return { screen, form_version_id: id, part: part === 'preview' ? part : 'write' };
    case 'open':
      return { screen, token: id };
    case 'invites':
    case 'spoken':
    case 'answers':
    case 'forms':
      return { screen };
    default:
      return { screen: 'queue', filters: new URLSearchParams(query) };
  }
}

export const addressOf = {
  queue: (filters?: URLSearchParams): string => (filters?.size ? `#/queue?${filters.toString()}` : '#/queue'),
  story: (story_id: string, part: StoryPart = 'words'): string =>
    part === 'words' ? `#/story/${story_id}` : `#/story/${story_id}/${part}`,
  cutting: (story_id: string): string => `#/story/${story_id}/cutting`,
  invites: '#/invites',
  spoken: '#/spoken',
  answers: '#/answers',
  forms: '#/forms',
  form: (form_version_id: string, part: FormPart = 'write'): string =>
    `#/form/${form_version_id}${part === 'write' ? '' : `/${part}`}`,
  register: (part: RegisterPart = 'records', filters?: URLSearchParams): string =>
    `#/register${part === 'records' ? '' : `/${part}`}${filters?.size ? `?${filters.toString()}` : ''}`,
  record: (record_id: string, filters?: URLSearchParams): string =>
    `#/register/record/${record_id}${filters?.size ? `?${filters.toString()}` : ''}`,
};
