// SPDX-License-Identifier: Apache-2.0
import type { Story } from '../phone/database.ts';
import { closeFirst } from '../phone/leaving.ts';
import { forgetStory, happen, partsOf } from '../phone/stories.ts';
import { keepAwake } from './awake.ts';
import { silence } from './level.ts';
import { lockOf, microphoneWanted, PartRecorder, type Ended } from './recorder.ts';

type AudioSessions = Navigator & { audioSession?: { type: 'play-and-record' | 'playback' } };

const longestPause_ms = 2 * 60_000;
const silentFor_ms = 5_000;

/** What the screen shows of a story being recorded: its parts, one after the other. */
export class RecordSession {
  state = $state<'ready' | 'starting' | 'running' | 'paused' | Ended | 'refused'>('ready');
  heights = $state.raw<number[]>([]);
  level = $state(0);
  elapsed_ms = $state(0);
  unheard = $state(false);
  story = $state.raw<Story>();
  #before_ms = 0;
  #heightsBefore: number[] = [];
  #recorder: PartRecorder | undefined;
  #endedAt = 0;
  #silentSince_ms = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #release = (): void => undefined;
  #sleep = (): void => undefined;

  /** Begins the next part; `keep` puts the story on the phone the first time. */
  async record(keep: () => Promise<Story>): Promise<void> {
    if (this.state === 'starting' || this.state === 'running') return;
    this.state = 'starting';
    let stream: MediaStream;
    try {
      const session = (navigator as AudioSessions).audioSession;
      if (session) session.type = 'play-and-record';
      stream = await navigator.mediaDevices.getUserMedia(microphoneWanted);
    } catch {
      this.state = 'refused';
      return;
    }
    this.story ??= await keep();
    await this.#hold(this.story.story_id);
    await happen(this.story.story_id, { event: 'opened' });
    await this.#begin(stream, this.story.story_id);
  }

  async #begin(stream: MediaStream, story_id: string): Promise<void> {
    const gap_ms = this.#endedAt === 0 ? 0 : Math.round(performance.now() - this.#endedAt);
    this.#recorder = new PartRecorder(stream, story_id, gap_ms, {
      level: (height, elapsed_ms) => this.#hear(height, elapsed_ms),
      saved: (heights) => (this.heights = [...this.#heightsBefore, ...heights]),
      ended: (why) => this.#ended(why),
    });
    await this.#recorder.start();
    this.#silentSince_ms = 0;
    this.#sleep = keepAwake();
    closeFirst(() => this.#recorder?.stop() ?? Promise.resolve());
    this.state = 'running';
    navigator.vibrate?.(40);
  }

  pause(): void {
    this.#recorder?.pause();
    this.state = 'paused';
    this.level = 0;
    this.#patience = setTimeout(() => void this.#recorder?.stop(), longestPause_ms);
  }

  goOn(): void {
    clearTimeout(this.#patience);
    this.#recorder?.goOn();
    this.state = 'running';
  }

  /** Everything that was said is on the disk when this returns. */
  async stop(): Promise<void> {
    clearTimeout(this.#patience);
    await this.#recorder?.stop();
    if (this.story) await happen(this.story.story_id, { event: 'stopped' });
    this.#release();
  }

  async discard(): Promise<void> {
    await this.stop();
    if (this.story) await forgetStory(this.story.story_id, false);
  }

  /** Goes on with a story that is already on the phone. */
  async continueWith(story: Story): Promise<void> {
    this.story = story;
    const parts = await partsOf(story.story_id);
    this.#heightsBefore = parts.flatMap(({ heights }) => heights);
    this.#before_ms = parts.reduce((sum, { duration_ms }) => sum + duration_ms, 0);
    this.heights = this.#heightsBefore;
    this.elapsed_ms = this.#before_ms;
  }

  #hear(height: number, elapsed_ms: number): void {
    if (this.state !== 'running') return;
    this.level = height;
    this.elapsed_ms = this.#before_ms + elapsed_ms;
    if (height > silence) this.#silentSince_ms = elapsed_ms;
    this.unheard = elapsed_ms - this.#silentSince_ms > silentFor_ms;
  }

  #ended(why: Ended): void {
    this.#sleep();
    closeFirst(undefined);
    this.#endedAt = performance.now();
    this.#before_ms += this.#recorder?.part.duration_ms ?? 0;
    this.#heightsBefore = this.heights;
    this.#recorder = undefined;
    this.level = 0;
    this.unheard = false;
    this.state = why;
  }

  #hold(story_id: string): Promise<void> {
    this.#release();
    return new Promise((held) => {
      void navigator.locks.request(lockOf(story_id), () => {
        held();
        return new Promise<void>((release) => (this.#release = release));
      });
    });
  }
}
