// SPDX-License-Identifier: Apache-2.0
// The phone's database as version 1 of the app left it: no profiles, no places. Takes a membership and unsent stories.
([membership, drafts]) =>
  new Promise((done, failed) => {
    const asked = indexedDB.open('notes', 1);
    asked.onupgradeneeded = () => {
      const database = asked.result;
      database.createObjectStore('settings');
      database.createObjectStore('stories', { keyPath: 'story_id' });
      database.createObjectStore('parts', { keyPath: 'part_id' }).createIndex('story_id', 'story_id');
      database.createObjectStore('chunks');
      database.createObjectStore('codes', { keyPath: 'participant_id' }).createIndex('story_id', 'story_id');
    };
    asked.onerror = failed;
    asked.onsuccess = () => {
      const shelves = ['settings', 'stories', 'parts', 'chunks', 'codes'];
      const transaction = asked.result.transaction(shelves, 'readwrite');
      const shelf = (name) => transaction.objectStore(name);
      shelf('settings').put(membership, 'membership');
      shelf('settings').put('mine', 'sharing');
      shelf('settings').put('en', 'language');
      for (const { story, code, parts } of drafts) {
        shelf('stories').put(story);
        shelf('codes').put(code);
        for (const [part, pieces] of parts) {
          shelf('parts').put(part);
          pieces.forEach((piece, place) => {
            const bytes = Uint8Array.from(atob(piece), (letter) => letter.charCodeAt(0)).buffer;
            shelf('chunks').put({ bytes, until_ms: 1000 * (place + 1), height: 0.5 }, [part.part_id, place]);
          });
        }
      }
      transaction.oncomplete = () => {
        asked.result.close();
        done();
      };
    };
  })
