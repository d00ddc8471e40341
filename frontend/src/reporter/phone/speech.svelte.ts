// SPDX-License-Identifier: Apache-2.0
import { language } from '../../shared/i18n/t.svelte.ts';

let voices = $state.raw<SpeechSynthesisVoice[]>([]);

if ('speechSynthesis' in globalThis) {
  const look = (): void => void (voices = speechSynthesis.getVoices().filter(({ localService }) => localService));
  speechSynthesis.addEventListener('voiceschanged', look);
  look();
}

/** A voice that speaks on this phone itself; where there is none, nothing offers to read aloud. */
export const voiceFor = (tag: string): SpeechSynthesisVoice | undefined =>
  voices.find(({ lang }) => lang.split(/[-_]/)[0] === tag.split('-')[0]);

/** Reads the text, or stops where something is being read. */
export function readAloud(text: string): void {
  const voice = voiceFor(language());
  const wasSpeaking = speechSynthesis.speaking;
  speechSynthesis.cancel();
  if (wasSpeaking || !voice) return;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  speechSynthesis.speak(words);
}
