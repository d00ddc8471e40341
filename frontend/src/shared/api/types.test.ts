// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import openapiTypes, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { expect, test } from 'vitest';

test('the types are made from the document that the server writes (`make schema`)', async () => {
  const document = new URL('../../../../openapi/reporter.json', import.meta.url);
  const written = await readFile(new URL('reporter.d.ts', import.meta.url), 'utf8');
  const made = COMMENT_HEADER + astToString(await openapiTypes(document));
  expect(written).toBe(`// SPDX-License-Identifier: Apache-2.0\n${made}`);
});
