// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { curlLine } from './door.ts';

describe('the curl line beside an act', () => {
  it('names the key by the environment, never by its value', () => {
    expect(curlLine({ method: 'GET', path: '/stories?limit=20' }, 'https://stories.example')).toBe(
      'curl -H "Authorization: Bearer $HEARDWELL_KEY" \'https://stories.example/partner/v1/stories?limit=20\'',
    );
  });

  it('keeps quotes in a body from ending the line', () => {
    const line = curlLine({ method: 'POST', path: '/changes/acknowledge', body: { cursor: "a'b" } }, '');
    expect(line).toContain(String.raw`--json '{"cursor":"a'\''b"}'`);
  });
});
