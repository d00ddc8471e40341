// SPDX-License-Identifier: Apache-2.0
// What a test sees of the phone: the app's own database, its microphone and the moment a recorder began.
window.phone = (() => {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = async () => {
    while (!(await indexedDB.databases()).some(({ name, version }) => name === 'notes' && version >= 2))
      await new Promise((soon) => setTimeout(soon, 20));
    return settled(indexedDB.open('notes'));
  };
  const within = async (shelves, act) => {
    const opened = await database();
    try {
      const transaction = opened.transaction(shelves, 'readwrite');
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      const answer = await act((shelf) => transaction.objectStore(shelf));
      await done;
      return answer;
    } finally {
      opened.close();
    }
  };
  const chunksOf = (part_id) => IDBKeyRange.bound([part_id, 0], [part_id, Infinity]);
  const base64 = (bytes) =>
    new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
      reader.readAsDataURL(new Blob(bytes));
    });
  const bytesFrom = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;

  return {
    join: (membership) =>
      within(['settings'], async (shelf) => {
        shelf('settings').put(membership, 'membership');
        shelf('settings').put('mine', 'sharing');
        await settled(shelf('settings').put('en', 'language'));
      }),
    beginStory: () =>
      within(['settings', 'stories'], async (shelf) => {
        const { project } = await settled(shelf('settings').get('membership'));
        const profile_id = await settled(shelf('settings').get('profile'));
        const { form_id, version, purposes } = project.consent_form;
        const now = new Date().toISOString();
        const story = {
          story_id: crypto.randomUUID(),
          ...(profile_id === undefined ? {} : { profile_id }),
          kind: 'monologue',
          medium: 'audio',
          language: 'en',
          title: '',
          text: '',
          recorded_at: now,
          participants: [
            {
              participant_id: crypto.randomUUID(),
              role: 'storyteller',
              display_name: '',
              consent: {
                form_id,
                form_version: version,
                language: 'en',
                method: 'tick',
                capacity_basis: 'adult',
                choices: Object.fromEntries(purposes.map(({ key, required }) => [key, required ? 'given' : 'refused'])),
                facets: {},
                given_at: now,
              },
            },
          ],
          wants_sign_off: false,
          draft: { state: 'saved' },
          rescued: false,
        };
        await settled(shelf('stories').put(story));
        return story.story_id;
      }),
    withPrompt: (story_id) =>
      within(['settings', 'stories'], async (shelf) => {
        const { project } = await settled(shelf('settings').get('membership'));
        const story = await settled(shelf('stories').get(story_id));
        await settled(shelf('stories').put({ ...story, prompt_id: project.prompts[0].prompt_id }));
      }),
    reopen: (story_id) =>
      within(['stories'], async (shelf) => {
        const story = await settled(shelf('stories').get(story_id));
        await settled(shelf('stories').put({ ...story, draft: { state: 'recording' } }));
      }),
    stories: () => within(['stories'], (shelf) => settled(shelf('stories').getAll())),
    parts: (story_id) =>
      within(['parts'], async (shelf) => {
        const parts = await settled(shelf('parts').index('story_id').getAll(story_id));
        return parts.sort((one, other) => one.place - other.place);
      }),
    sound: (part_id) =>
      within(['chunks'], async (shelf) => {
        const chunks = await settled(shelf('chunks').getAll(chunksOf(part_id)));
        return chunks.map(({ bytes }) => bytes);
      }).then(base64),
    chunks: () => within(['chunks'], (shelf) => settled(shelf('chunks').count())),
    receivedSounds: () => within(['received'], (shelf) => settled(shelf('received').getAll())),
    settings: () =>
      within(['settings'], async (shelf) => ({ membership: await settled(shelf('settings').get('membership')) })),
    draft: (story_id, draft) =>
      within(['stories'], async (shelf) => {
        const story = await settled(shelf('stories').get(story_id));
        await settled(shelf('stories').put({ ...story, draft }));
      }),
    clear: (shelf) => within([shelf], (open) => settled(open(shelf).clear())),
    put: (shelf, value, key) => within([shelf], (open) => settled(open(shelf).put(value, key))),
    putChunks: (part_id, from, pieces, until_ms) =>
      within(['chunks'], async (shelf) => {
        for (const [place, piece] of pieces.entries())
          shelf('chunks').put(
            {
              bytes: bytesFrom(piece),
              until_ms: until_ms * (from + place + 1),
              height: 0.3 + ((from + place) % 7) / 10,
            },
            [part_id, from + place],
          );
        await settled(shelf('chunks').count());
      }),
  };
})();

if (navigator.mediaDevices) {
  const asked = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function (...words) {
    window.phone.stream = await asked.apply(this, words);
    return window.phone.stream;
  };
}
if (window.MediaRecorder) {
  const start = MediaRecorder.prototype.start;
  MediaRecorder.prototype.start = function (...words) {
    window.phone.recorder = this;
    window.phone.began_at = Date.now();
    return start.apply(this, words);
  };
}
