// SPDX-License-Identifier: Apache-2.0
// The phone's own module, with its types taken off: reads `[[language, [code…]]…]`, writes the words it would show.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const frontend = new URL('../../frontend/', import.meta.url);
const { transpile, ModuleKind, ScriptTarget } = createRequire(frontend)('typescript');
const source = readFileSync(new URL('src/shared/receipt-code.ts', frontend), 'utf8');
const plain = transpile(source, { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 });
const { wordListFrom, wordsOf } = await import(`data:text/javascript,${encodeURIComponent(plain)}`);

const shown = JSON.parse(readFileSync(0, 'utf8')).map(([language, codes]) => {
  const file = new URL(`../../app/consent/words/${language}.txt`, import.meta.url);
  const list = wordListFrom(readFileSync(file, 'utf8'));
  return codes.map((code) => wordsOf(code, list).join(' '));
});
process.stdout.write(JSON.stringify(shown));
