// SPDX-License-Identifier: Apache-2.0
// Plays the sound in its place. Without this the same form still answers with the sound itself.
for (const form of document.querySelectorAll('form.sound')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    const player = document.createElement('audio');
    const kind = player.canPlayType('audio/ogg; codecs=opus') ? 'audio/ogg' : 'audio/mp4';
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: 'POST', headers: { Accept: kind }, body }).catch(() => null);
    button.disabled = false;
    if (!answer?.ok) {
      form.querySelector('[role=status]').hidden = false;
      return;
    }
    player.controls = true;
    player.src = URL.createObjectURL(await answer.blob());
    form.replaceChildren(player);
    player.play();
  });
}
