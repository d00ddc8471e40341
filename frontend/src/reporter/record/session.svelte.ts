// SPDX-License-Identifier: Apache-2.0
import type { Part, Story } from '../phone/database.ts';
import { closeFirst } from '../phone/leaving.ts';
import { forgetPart, forgetStory, happen, partsOf, soundOf } from '../phone/stories.ts';
import { keepAwake } from './awake.ts';
import { GrowingThread } from './growing.ts';
import { silence } from './level.ts';
import { becomeRecorder, holdStory, recordedElsewhere, type Release } from './lock.ts';
import { canRecord, closeMicrophone, openMicrophone, type Unheard } from './microphone.ts';
import { PartRecorder, type Ended, type Unsaved } from './recorder.ts';

const longestPause_ms = 2 * 60_000;
const silentFor_ms = 4_000;

export type RecordState =
  'ready' | 'starting' | 'running' | 'paused' | 'closed' | 'interrupted' | 'unsaved' | 'elsewhere' | 'refused';

/** What the screen shows of a story being recorded: its parts, one after the other. */
export class RecordSession {
  state = $state<RecordState>('ready');
  refused = $state<Unheard>('refused');
  unsavedBecause = $state<Unsaved>('full');
  /** Seconds that the disk has refused are in memory, and nowhere else. */
  inMemory = $state(false);
  saving = $state(false);
  heights = $state.raw<number[]>([]);
  level = $state(0);
  /** The whole story so far; of a part that is recorded again, only this part. */
  elapsed_ms = $state(0);
  /** Recorded since this screen was opened. */
  told_ms = $state(0);
  /** Of the whole story, before this screen was opened. */
  before_ms = $state(0);
  unheard = $state(false);
  awake = $state(true);
  /** How long the phone slept in the middle of the story. */
  slept_ms = $state(0);
  story = $state.raw<Story>();
  #shown_ms = 0;
  #closed_ms = 0;
  #thread = new GrowingThread();
  #recorder: PartRecorder | undefined;
  #stream: MediaStream | undefined;
  #context: AudioContext | undefined;
  #own: Part[] = [];
  #again: Pick<Part, 'place' | 'again_for'> = {};
  #wasEmpty = true;
  #endedAt: number | undefined;
  #silentSince_ms = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #releases: Release[] = [];
  #sleep: () => void = () => undefined;

  get begun(): boolean {
    return this.#own.length > 0;
  }

  /** Says so at once where a story is being recorded in another window. */
  async open(): Promise<void> {
    if (this.state === 'ready' && (await recordedElsewhere())) this.state = 'elsewhere';
  }

  /** Goes on with a story that is already on the phone: after its last part, or beside the one that is told `again`. */
  async continueWith(story: Story, again?: string): Promise<void> {
    this.story = story;
    const parts = await partsOf(story.story_id);
    this.#wasEmpty = false;
    this.before_ms = parts.reduce((sum, { duration_ms }) => sum + duration_ms, 0);
    const at = parts.findIndex(({ part_id }) => part_id === again);
    const old = parts[at];
    if (old) {
      const place = old.place ?? at;
      this.#again = { again_for: old.part_id, place: (place + (parts[at + 1]?.place ?? place + 1)) / 2 };
      return;
    }
    this.#shown_ms = this.before_ms;
    this.elapsed_ms = this.before_ms;
    this.#thread = new GrowingThread(parts.flatMap(({ heights }) => heights));
    this.heights = this.#thread.heights;
  }

  /** Begins the next part; `keep` puts the story on the phone the first time. To be called in the tap's own handler. */
  async record(keep: () => Promise<Story>): Promise<void> {
    if (this.state === 'starting' || this.state === 'running' || this.state === 'paused') return;
    this.state = 'starting';
    if (canRecord()) this.#context ??= new AudioContext();
    if (!(await this.#claim())) return void (this.state = 'elsewhere');
    const opened = await openMicrophone();
    if (typeof opened === 'string') {
      this.refused = opened;
      this.state = 'refused';
      return;
    }
    this.#stream = opened;
    try {
      await this.#begin(opened, keep);
    } catch (reason) {
      this.unsavedBecause = reason instanceof DOMException && reason.name === 'QuotaExceededError' ? 'full' : 'silent';
      this.state = 'unsaved';
      this.#letGo();
    }
  }

  async #begin(stream: MediaStream, keep: () => Promise<Story>): Promise<void> {
    if (!this.story) {
      this.story = await keep();
      this.#releases.push(await holdStory(this.story.story_id));
    }
    await happen(this.story.story_id, { event: 'opened' });
    const gap_ms = this.#endedAt === undefined ? 0 : Math.round(performance.now() - this.#endedAt);
    await this.#nextPart(stream, this.story.story_id, gap_ms);
    this.#sleep = keepAwake((awake) => (this.awake = awake));
    closeFirst(() => this.#recorder?.stop() ?? Promise.resolve());
    navigator.vibrate?.(40);
  }

  async #nextPart(stream: MediaStream, story_id: string, gap_before_ms: number): Promise<void> {
    this.#context ??= new AudioContext();
    const recorder = new PartRecorder(
      stream,
      this.#context,
      { story_id, gap_before_ms, ...this.#again },
      {
        level: (height, elapsed_ms) => this.#hear(height, elapsed_ms),
        saved: (height) => {
          this.#thread.add(height);
          this.heights = this.#thread.heights;
        },
        ended: (why) => void this.#ended(recorder, why),
      },
    );
    this.#silentSince_ms = 0;
    await recorder.start();
    this.#recorder = recorder;
    this.#own.push(recorder.part);
    if (this.#again.place !== undefined) this.#again = { ...this.#again, place: this.#again.place + 1 / 1024 };
    this.state = 'running';
  }

  pause(): void {
    if (this.state !== 'running') return;
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

  /** Everything that was said is on the disk when this returns true. */
  async stop(): Promise<boolean> {
    clearTimeout(this.#patience);
    await this.#recorder?.stop();
    const saved = this.state !== 'unsaved' || (await this.saveAgain());
    if (saved && this.story) await happen(this.story.story_id, { event: 'stopped' }).catch(() => undefined);
    this.#letGo();
    void this.#context?.close().catch(() => undefined);
    this.#context = undefined;
    this.#releases.forEach((release) => release());
    this.#releases = [];
    return saved;
  }

  /** Tries once more to put on the disk what it refused; the person may have made room. */
  async saveAgain(): Promise<boolean> {
    const recorder = this.#recorder;
    this.saving = true;
    try {
      const saved = recorder ? await recorder.saveAgain() : true;
      this.unsavedBecause = recorder?.unsavedBecause ?? this.unsavedBecause;
      if (saved) {
        this.#recorder = undefined;
        this.inMemory = false;
        this.state = this.begun ? 'closed' : 'ready';
      }
      return saved;
    } finally {
      this.saving = false;
    }
  }

  /** The part that is not wholly on the disk, with what is in memory only. */
  async copy(): Promise<{ part: Part; sound: Blob } | undefined> {
    if (!this.#recorder) return undefined;
    const { part, stillInMemory } = this.#recorder;
    return { part, sound: new Blob([await soundOf(part), ...stillInMemory], { type: part.media_type }) };
  }

  /** Forgets what was recorded since this screen was opened, and nothing else. */
  async discard(): Promise<void> {
    await this.stop();
    if (!this.story) return;
    if (this.#wasEmpty) return forgetStory(this.story.story_id, false);
    for (const { part_id } of this.#own) await forgetPart(part_id);
  }

  #hear(height: number | undefined, elapsed_ms: number): void {
    if (this.state !== 'running') return;
    this.level = height ?? 0;
    this.told_ms = this.#closed_ms + elapsed_ms;
    this.elapsed_ms = this.#shown_ms + this.told_ms;
    if (height === undefined || height > silence) this.#silentSince_ms = elapsed_ms;
    this.unheard = elapsed_ms - this.#silentSince_ms > silentFor_ms;
  }

  async #ended(recorder: PartRecorder, why: Ended): Promise<void> {
    clearTimeout(this.#patience);
    this.#closed_ms += recorder.part.duration_ms;
    this.told_ms = this.#closed_ms;
    this.elapsed_ms = this.#shown_ms + this.told_ms;
    this.level = 0;
    this.unheard = false;
    this.#endedAt = performance.now() - recorder.missing_ms;
    const stream = this.#stream;
    const stillHears = stream?.getAudioTracks().some(({ readyState, muted }) => readyState === 'live' && !muted);
    if (why === 'slept' && stream && this.story && stillHears) {
      this.slept_ms += recorder.missing_ms;
      const goesOn = this.#nextPart(stream, this.story.story_id, recorder.missing_ms).then(() => true);
      if (await goesOn.catch(() => false)) return;
    }
    this.#letGo();
    if (why === 'unsaved') this.unsavedBecause = recorder.unsavedBecause ?? 'full';
    else this.#recorder = undefined;
    this.inMemory = why === 'unsaved';
    if (why === 'interrupted') navigator.vibrate?.([80, 60, 80]);
    this.state = why === 'stopped' ? 'closed' : why === 'slept' ? 'interrupted' : why;
  }

  /** One recorder for the whole app, whatever number of windows it has. */
  async #claim(): Promise<boolean> {
    if (this.#releases.length > 0) return true;
    const release = await becomeRecorder();
    if (!release) return false;
    this.#releases.push(release);
    if (this.story) this.#releases.push(await holdStory(this.story.story_id));
    return true;
  }

  #letGo(): void {
    this.#sleep();
    closeFirst(undefined);
    if (this.#stream) closeMicrophone(this.#stream);
    this.#stream = undefined;
  }
}
