// SPDX-License-Identifier: Apache-2.0
type AudioSessions = Navigator & { audioSession?: { type: 'play-and-record' | 'playback' } };

const wanted: MediaStreamConstraints = {
  audio: { channelCount: 1, autoGainControl: true, echoCancellation: false, noiseSuppression: false },
};

/** Why there is no sound: the person or the browser said no, there is no microphone, somebody else holds it, no recorder. */
export type Unheard = 'refused' | 'missing' | 'busy' | 'impossible';

const reasons: Record<string, Unheard> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export const canRecord = (): boolean => typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator;

/** On an iPhone sound comes from the earpiece unless it is told which of the two we do. */
export function soundIs(type: 'play-and-record' | 'playback'): void {
  const session = (navigator as AudioSessions).audioSession;
  if (session) session.type = type;
}

export async function openMicrophone(): Promise<MediaStream | Unheard> {
  if (!canRecord()) return 'impossible';
  soundIs('play-and-record');
  try {
    return await navigator.mediaDevices.getUserMedia(wanted);
  } catch (reason) {
    soundIs('playback');
    return (reason instanceof DOMException && reasons[reason.name]) || 'refused';
  }
}

export function closeMicrophone(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
  soundIs('playback');
}
