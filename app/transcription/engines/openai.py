# SPDX-License-Identifier: Apache-2.0
"""openai-whisper on the processor, from the same CTranslate2 folder, or from a `.pt` file of the host's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
import whisper
from whisper.tokenizer import LANGUAGES

from app.transcription.engine import NoEngine
from app.transcription.engines.conversion import whisper_from_ctranslate2
from app.transcription.engines.speech import RawSegment, RawWord, cores, english_only, known_code
from app.transcription.engines.windowed import Answer, Piece, Windowed


class OpenAIWhisper(Windowed):
    name = "openai-whisper"

    def __init__(self, path: Path, model: str) -> None:
        torch.set_num_threads(cores())
        self._model = _load(path, model)
        super().__init__(model, lanes=1, most=1)

    def told(self, language: str | None) -> str | None:
        return known_code(language, LANGUAGES) if self._model.is_multilingual else english_only(language)

    def hear(self, pieces: Sequence[Piece]) -> Sequence[Answer]:
        return [
            Answer(languages=self._languages(piece)) if piece.language is None else Answer(self._spoken(piece))
            for piece in pieces
        ]

    def _languages(self, piece: Piece) -> dict[str, float]:
        mel = whisper.log_mel_spectrogram(whisper.pad_or_trim(piece.samples()), self._model.dims.n_mels)
        _, probabilities = self._model.detect_language(mel.to(self._model.device))
        return dict(probabilities)

    def _spoken(self, piece: Piece) -> list[RawSegment]:
        heard: dict[str, Any] = self._model.transcribe(
            piece.samples(),
            language=piece.language,
            task=piece.task,
            word_timestamps=True,
            condition_on_previous_text=False,
            fp16=self._model.device.type == "cuda",
        )
        return [_raw(segment, piece.clip.starts_at) for segment in heard["segments"]]


def _load(path: Path, model: str) -> whisper.Whisper:
    if path.is_file():
        return whisper.load_model(str(path))
    if not (path / "model.bin").is_file():
        raise NoEngine(f"“{model}” is neither a .pt file nor a folder with a model.bin. Stories wait until it is.")
    return whisper_from_ctranslate2(path).to("cuda" if torch.cuda.is_available() else "cpu")


def _raw(segment: dict[str, Any], offset: float) -> RawSegment:
    words = [
        RawWord(word["word"], word["start"] + offset, word["end"] + offset, word["probability"])
        for word in segment.get("words", ())
    ]
    return RawSegment(words, segment["avg_logprob"], segment["no_speech_prob"])
