// SPDX-License-Identifier: Apache-2.0
const preferred = ['audio/webm;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const bitsPerSecond = 32_000;

type Take = { state: 'none' | 'refused' } | { state: 'recording'; since: number } | { state: 'heard'; sound: Blob };

/** One person's voice, said into the desk. */
export class Voice {
  take = $state.raw<Take>({ state: 'none' });
  #recorder: MediaRecorder | undefined;

  async record(): Promise<void> {
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, autoGainControl: true } });
    } catch {
      this.take = { state: 'refused' };
      return;
    }
    const mimeType = preferred.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
    const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      stream.getTracks().forEach((track) => track.stop());
      this.take = { state: 'heard', sound: new Blob(pieces, { type: recorder.mimeType }) };
    };
    recorder.start();
    this.#recorder = recorder;
    this.take = { state: 'recording', since: Date.now() };
  }

  stop(): void {
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
  }

  choose(sound: Blob): void {
    this.take = { state: 'heard', sound };
  }
}
