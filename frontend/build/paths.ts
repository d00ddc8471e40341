// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';

export const frontend = fileURLToPath(new URL('..', import.meta.url));
export const repository = fileURLToPath(new URL('../..', import.meta.url));
export const statics = fileURLToPath(new URL('../../app/static/', import.meta.url));

const backend = process.env['HEARDWELL_BACKEND'] ?? 'http://127.0.0.1:8000';

/** In development the doors that Python keeps are reached through Vite, so the page has one origin. */
export const developmentServer = {
  fs: { allow: [repository] },
  proxy: Object.fromEntries(['/api', '/partner/v1', '/s/', '/articles/'].map((door) => [door, backend])),
};
