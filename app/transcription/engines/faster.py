# SPDX-License-Identifier: Apache-2.0
"""faster-whisper on the processor: int8, one clip after the other, or eight at once where the sound is long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from faster_whisper import BatchedInferencePipeline, WhisperModel
from faster_whisper.transcribe import Segment

from app.transcription.engine import SAMPLE_RATE, Heard, NoEngine, Progress, Sound
from app.transcription.engines.speech import (
    Clip,
    RawSegment,
    RawWord,
    RisingProgress,
    clips_of,
    cores,
    english_only,
    known_code,
    levelled,
    tidy,
)

BATCH = 8
LONG_SOUND_SECONDS = 120
DETECTION_WINDOWS = 3
FAILED_LOGPROB = -1.0
FAILED_COMPRESSION = 2.4


class FasterWhisper:
    """Weights are a folder in the CTranslate2 format; nothing is fetched."""

    name = "faster-whisper"

    def __init__(self, path: Path, model: str) -> None:
        if not (path / "tokenizer.json").is_file() or not (path / "model.bin").is_file():
            raise NoEngine(
                f"faster-whisper needs a folder with model.bin and tokenizer.json, and “{model}” is not one. "
                "Stories wait until it is."
            )
        self._label = model
        self._model = WhisperModel(
            str(path), device="cpu", compute_type="int8", cpu_threads=cores(), local_files_only=True
        )
        self._batched = BatchedInferencePipeline(self._model)

    def listen(self, sound: Sound, *, language: str | None, on_progress: Progress) -> Heard:
        duration_ms = round(len(sound) * 1000 / SAMPLE_RATE)
        progress = RisingProgress(on_progress, duration_ms)
        told = self._told(language)
        sound = levelled(sound)
        clips = clips_of(sound)
        if not clips:
            progress.done()
            return Heard(None, 0.0, [], self.name, self._label, duration_ms)
        code, probability = (told, 1.0) if told else self._detect(sound, clips)
        is_long = len(sound) > LONG_SOUND_SECONDS * SAMPLE_RATE
        spoken = self._many_at_once if is_long else self._one_by_one
        segments = tidy(spoken(sound, clips, code, progress), duration_ms)
        progress.done()
        return Heard(code, probability, segments, self.name, self._label, duration_ms)

    def _told(self, language: str | None) -> str | None:
        if not self._model.model.is_multilingual:
            return english_only(language)
        return known_code(language, self._model.supported_languages)

    def _detect(self, sound: Sound, clips: Sequence[Clip]) -> tuple[str, float]:
        speech = np.concatenate([sound[clip.start : clip.end] for clip in clips[:DETECTION_WINDOWS]])
        code, probability, _ = self._model.detect_language(speech, language_detection_segments=DETECTION_WINDOWS)
        return str(code), float(probability)

    def _one_by_one(
        self, sound: Sound, clips: Sequence[Clip], language: str, progress: RisingProgress
    ) -> Iterator[RawSegment]:
        for clip in clips:
            for segment in self._carefully(sound, clip, language):
                progress.heard_until(segment.words[-1].end if segment.words else clip.starts_at)
                yield segment

    def _many_at_once(
        self, sound: Sound, clips: Sequence[Clip], language: str, progress: RisingProgress
    ) -> Iterator[RawSegment]:
        segments, _ = self._batched.transcribe(
            sound,
            language=language,
            batch_size=BATCH,
            word_timestamps=True,
            clip_timestamps=[{"start": _inside(clip.start), "end": _inside(clip.end)} for clip in clips],
        )
        by_seek = {int(clip.starts_at * 100): clip for clip in clips}
        for segment in segments:
            clip = by_seek[segment.seek]
            yield from self._carefully(sound, clip, language) if _failed(segment) else [_raw(segment, 0.0)]
            progress.heard_until(clip.end / SAMPLE_RATE)

    def _carefully(self, sound: Sound, clip: Clip, language: str) -> Iterator[RawSegment]:
        """One clip with beams and, where these fail, the ladder of temperatures."""
        segments, _ = self._model.transcribe(
            sound[clip.start : clip.end], language=language, word_timestamps=True, condition_on_previous_text=False
        )
        for segment in segments:
            yield _raw(segment, clip.starts_at)


def _inside(sample: int) -> float:
    """Seconds that truncate back to `sample`, whatever the rounding."""
    return (sample + 0.5) / SAMPLE_RATE


def _failed(segment: Segment) -> bool:
    return bool(segment.avg_logprob < FAILED_LOGPROB or segment.compression_ratio > FAILED_COMPRESSION)


def _raw(segment: Segment, offset: float) -> RawSegment:
    words = [
        RawWord(word.word, word.start + offset, word.end + offset, word.probability) for word in segment.words or ()
    ]
    return RawSegment(words, segment.avg_logprob, segment.no_speech_prob)
