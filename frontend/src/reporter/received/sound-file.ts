// SPDX-License-Identifier: Apache-2.0
import { heightOf } from '../record/level.ts';

const headBytes = 12;
const lengthPatience_ms = 5_000;
const drawnBytes = 2 * 1024 * 1024;
const drawnLength_ms = 20 * 60_000;
const drawingRate = 8_000;
const windowsPerSecond = 10;

export type Refused = 'empty' | 'too-large' | 'too-long' | 'no-sound';
export type Limits = { recording_ms: number; recording_bytes: number };
/** Length and heights as far as this phone can tell; none where it cannot play the sound. */
export type Heard = { duration_ms: number; heights: number[] };

const beginnings: [offset: number, magic: string, type: string][] = [
  [0, 'OggS', 'audio/ogg'],
  [0, '\x1aE\xdf\xa3', 'audio/webm'],
  [4, 'ftyp', 'audio/mp4'],
  [4, 'styp', 'audio/mp4'],
  [8, 'WAVE', 'audio/wav'],
  [0, 'fLaC', 'audio/flac'],
  [0, '#!AMR', 'audio/amr'],
  [0, 'caff', 'audio/x-caf'],
  [8, 'AIFF', 'audio/aiff'],
  [8, 'AIFC', 'audio/aiff'],
  [0, 'ID3', 'audio/mpeg'],
];

/** What the first bytes say a file is, whatever its name and the other app say; undefined where it is no sound. */
export function typeOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, headBytes));
  const found = beginnings.find(([offset, magic]) => text.startsWith(magic, offset));
  if (found) return found[2];
  const [first = 0, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  return (second & 0xf6) === 0xf0 ? 'audio/aac' : 'audio/mpeg';
}

/** The sound under its true type, or why it cannot be taken. */
export async function looked(file: Blob, limits: Limits): Promise<Blob | Refused> {
  if (file.size === 0) return 'empty';
  if (file.size > limits.recording_bytes) return 'too-large';
  const type = typeOf(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  return type === undefined ? 'no-sound' : file.slice(0, file.size, type);
}

/** The length a player tells; a live recording tells it only once it was asked for its end. */
async function lengthOf(sound: Blob): Promise<number> {
  const address = URL.createObjectURL(sound);
  const audio = new Audio(address);
  audio.preload = 'metadata';
  try {
    return await new Promise<number>((resolve, reject) => {
      setTimeout(reject, lengthPatience_ms);
      audio.onerror = reject;
      audio.ondurationchange = () => {
        if (Number.isFinite(audio.duration)) resolve(Math.round(audio.duration * 1000));
        else audio.currentTime = Number.MAX_SAFE_INTEGER;
      };
    });
  } finally {
    audio.removeAttribute('src');
    URL.revokeObjectURL(address);
  }
}

/** One height for each second: the loudest tenth of it. */
export function heightsIn(samples: Float32Array, rate: number): number[] {
  const window = Math.floor(rate / windowsPerSecond);
  const seconds = Math.ceil(samples.length / rate);
  return Array.from({ length: seconds }, (_, second) => {
    let loudest = 0;
    for (let tenth = 0; tenth < windowsPerSecond; tenth += 1) {
      const from = second * rate + tenth * window;
      const piece = samples.subarray(from, from + window);
      const squares = piece.reduce((sum, sample) => sum + sample * sample, 0);
      loudest = Math.max(loudest, squares / Math.max(1, piece.length));
    }
    return heightOf(Math.sqrt(loudest));
  });
}

async function drawn(sound: Blob): Promise<number[]> {
  const decoder = new OfflineAudioContext(1, 1, drawingRate);
  const decoded = await decoder.decodeAudioData(await sound.arrayBuffer());
  return heightsIn(decoded.getChannelData(0), decoded.sampleRate);
}

export async function heard(sound: Blob): Promise<Heard> {
  const duration_ms = await lengthOf(sound).catch(() => 0);
  const short = duration_ms > 0 && duration_ms <= drawnLength_ms && sound.size <= drawnBytes;
  return { duration_ms, heights: short ? await drawn(sound).catch(() => []) : [] };
}
