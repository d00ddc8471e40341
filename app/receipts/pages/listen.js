// SPDX-License-Identifier: Apache-2.0
// Plays the sound in its place. Without this the same form still answers with the sound itself.
for (const form of document.querySelectorAll('form.sound')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(
      () => null,
    );
    button.disabled = false;
    if (!answer?.ok) {
      form.querySelector('[role=status]').hidden = false;
      return;
    }
    const player = document.createElement('audio');
    player.controls = true;
    player.src = URL.createObjectURL(await answer.blob());
    form.replaceChildren(player);
    player.play();
  });
}
