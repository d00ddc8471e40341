// SPDX-License-Identifier: Apache-2.0
import { language, t } from '../../shared/i18n/t.svelte.ts';
import { phone } from '../phone/phone.svelte.ts';
import { hush, say, voiceFor } from '../phone/speech.svelte.ts';
import { keptSounds } from './kept.svelte.ts';
import { linesOf, scriptOf, soundings, stillThere, type Line, type Sounding } from './script.ts';
import { shelfOf } from './spoken-cache.ts';

/** Says what one screen shows: what was recorded of it as recorded, the rest by this phone's own voice if it has one. */
export class Speaker {
  speaking = $state(false);
  #screen = $state.raw<string[]>([]);
  #now: Line | undefined;
  #audio: HTMLAudioElement | undefined;
  #run = 0;

  readonly #soundings = $derived.by((): Sounding[] => {
    const [project, kept] = [phone.membership?.project, keptSounds()];
    if (!project || kept.size === 0) return [];
    return soundings(project, language(), t).filter(({ sound }) => kept.has(sound.sha256));
  });
  readonly #voice = $derived(voiceFor(language()) !== undefined);
  readonly #script = $derived(scriptOf(this.#screen, this.#soundings, this.#voice));

  /** False where nothing on the screen can be heard on this phone. */
  readonly canSpeak = $derived(this.#voice || this.#script.length > 0);

  /** Looks at the screen under this title until the returned function is called. */
  follow(main: HTMLElement, title: string): () => void {
    const look = (): void => {
      const screen = linesOf(`${title}\n${main.innerText}`);
      if (this.#now && !stillThere(this.#now, screen)) this.stop();
      this.#screen = screen;
    };
    look();
    const watcher = new MutationObserver(look);
    watcher.observe(main, { childList: true, subtree: true, characterData: true });
    return () => {
      watcher.disconnect();
      this.stop();
    };
  }

  toggle(): void {
    if (this.speaking) this.stop();
    else void this.#say(this.#script);
  }

  stop(): void {
    this.#run += 1;
    this.#now = undefined;
    this.speaking = false;
    this.#audio?.pause();
    hush();
  }

  async #say(script: readonly Line[]): Promise<void> {
    const run = ++this.#run;
    this.speaking = true;
    for (const line of script) {
      this.#now = line;
      const heard = line.recorded !== undefined && (await this.#play(line.recorded, run));
      if (run !== this.#run) return;
      if (!heard) await say(line.text, line.recorded?.language ?? language());
      if (run !== this.#run) return;
    }
    this.stop();
  }

  /** False where this phone cannot play it. */
  async #play({ language, sound }: Sounding, run: number): Promise<boolean> {
    const kept = await (await caches.open(shelfOf(language))).match(sound.audio_url);
    const address = kept && URL.createObjectURL(await kept.blob());
    if (!address || run !== this.#run) return false;
    const audio = (this.#audio ??= new Audio());
    const over = new Promise<boolean>((tell) => {
      audio.onended = audio.onpause = () => tell(true);
      audio.onerror = () => tell(false);
    });
    audio.src = address;
    const heard = await audio.play().then(
      () => over,
      () => false,
    );
    URL.revokeObjectURL(address);
    return heard;
  }
}
