// SPDX-License-Identifier: Apache-2.0
// One upload by tus-js-client as anybody would use it: `node tus_js_client.mjs '{…}'`, over and over until it succeeds
// or the server says something that no repetition mends.
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { createRequire } from 'node:module';

const { DefaultHttpStack, Upload } = createRequire(new URL('../../frontend/package.json', import.meta.url))(
  'tus-js-client',
);
const { endpoint, token, recordingId, file, chunkSize, patience_ms, tries } = JSON.parse(process.argv[2]);

/** The library waits for ever on a line that went dead; whoever uses it in earnest gives it an agent like this one. */
class ImpatientAgent extends Agent {
  createConnection(options, callback) {
    const line = super.createConnection(options, callback);
    line.setTimeout(patience_ms, () => line.destroy(new Error('nothing came for too long')));
    return line;
  }
}

new Upload(readFileSync(file), {
  endpoint,
  chunkSize: chunkSize ?? Infinity,
  headers: { Authorization: `Bearer ${token}` },
  metadata: { recording_id: recordingId, filetype: 'audio/ogg', filename: 'voice.ogg' },
  retryDelays: Array(tries).fill(100),
  httpStack: new DefaultHttpStack({ agent: new ImpatientAgent() }),
  onError(error) {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
}).start();
