# SPDX-License-Identifier: Apache-2.0
"""openai-whisper on the processor, from the same CTranslate2 folder, or from a `.pt` file of the host's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import whisper
from whisper.tokenizer import LANGUAGES

from app.transcription.engine import SAMPLE_RATE, Heard, NoEngine, Progress, Sound
from app.transcription.engines.conversion import whisper_from_ctranslate2
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


class OpenAIWhisper:
    name = "openai-whisper"

    def __init__(self, path: Path, model: str) -> None:
        torch.set_num_threads(cores())
        self._label = model
        self._model = _load(path, model)

    def listen(self, sound: Sound, *, language: str | None, on_progress: Progress) -> Heard:
        duration_ms = round(len(sound) * 1000 / SAMPLE_RATE)
        progress = RisingProgress(on_progress, duration_ms)
        told = known_code(language, LANGUAGES) if self._model.is_multilingual else english_only(language)
        sound = levelled(sound)
        clips = clips_of(sound)
        if not clips:
            progress.done()
            return Heard(None, 0.0, [], self.name, self._label, duration_ms)
        code, probability = (told, 1.0) if told else self._detect(sound, clips)
        segments = tidy(self._spoken(sound, clips, code, progress), duration_ms)
        progress.done()
        return Heard(code, probability, segments, self.name, self._label, duration_ms)

    def _detect(self, sound: Sound, clips: Sequence[Clip]) -> tuple[str, float]:
        speech = np.concatenate([sound[clip.start : clip.end] for clip in clips[:2]])
        mel = whisper.log_mel_spectrogram(whisper.pad_or_trim(speech), self._model.dims.n_mels)
        _, probabilities = self._model.detect_language(mel)
        code = max(probabilities, key=probabilities.__getitem__)
        return str(code), float(probabilities[code])

    def _spoken(
        self, sound: Sound, clips: Sequence[Clip], language: str, progress: RisingProgress
    ) -> Iterator[RawSegment]:
        for clip in clips:
            heard: dict[str, Any] = self._model.transcribe(
                sound[clip.start : clip.end],
                language=language,
                word_timestamps=True,
                condition_on_previous_text=False,
                fp16=False,
            )
            yield from (_raw(segment, clip.starts_at) for segment in heard["segments"])
            progress.heard_until(clip.end / SAMPLE_RATE)


def _load(path: Path, model: str) -> whisper.Whisper:
    if path.is_file():
        return whisper.load_model(str(path), device="cpu")
    if not (path / "model.bin").is_file():
        raise NoEngine(f"“{model}” is neither a .pt file nor a folder with a model.bin. Stories wait until it is.")
    return whisper_from_ctranslate2(path)


def _raw(segment: dict[str, Any], offset: float) -> RawSegment:
    words = [
        RawWord(word["word"], word["start"] + offset, word["end"] + offset, word["probability"])
        for word in segment.get("words", ())
    ]
    return RawSegment(words, segment["avg_logprob"], segment["no_speech_prob"])
