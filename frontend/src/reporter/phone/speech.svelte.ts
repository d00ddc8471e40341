// SPDX-License-Identifier: Apache-2.0
let voices = $state.raw<SpeechSynthesisVoice[]>([]);
let speech: SpeechSynthesis | undefined;

if ('speechSynthesis' in globalThis) {
  const local = speechSynthesis;
  speech = local;
  const look = (): void => void (voices = local.getVoices().filter(({ localService }) => localService));
  local.addEventListener('voiceschanged', look);
  look();
}

/** A voice that speaks on this phone itself; where there is none, nothing offers to read aloud. */
export const voiceFor = (tag: string): SpeechSynthesisVoice | undefined =>
  voices.find(({ lang }) => lang.split(/[-_]/)[0] === tag.split('-')[0]);

/** Resolves when the text has been said, or cannot be said on this phone. */
export function say(text: string, tag: string): Promise<void> {
  const voice = voiceFor(tag);
  if (!speech || !voice) return Promise.resolve();
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  const over = new Promise<void>((said) => (words.onend = words.onerror = () => said()));
  speech.speak(words);
  return over;
}

export const hush = (): void => speech?.cancel();
