# SPDX-License-Identifier: Apache-2.0
"""faster-whisper: int8 on the processor, a lane for each core over one copy of the weights; float16 on a GPU.

Windows are encoded one by one and decoded together, which on a processor was measured to be the quicker order. They are
encoded no longer than they are, and greedily decoded; the beams are for those that the model is unsure of.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import Any, Final

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_compression_ratio, get_suppressed_tokens

from app.transcription.engine import NoEngine
from app.transcription.engines.speech import RawSegment, RawWord, cores, english_only, known_code
from app.transcription.engines.windowed import Answer, Piece, Windowed

MOST: Final = 8
LONGEST: Final = 28
SILENCE_AFTER: Final = 2
"""Seconds. Without them Whisper, which learned from half minutes, goes on talking."""
SIZES: Final = 4
"""Of windows. Those of one size are decoded together, and each as if it were alone."""
BEAMS: Final = 5
UNSURE_LOGPROB: Final = -0.2
FAILED_LOGPROB: Final = -1.0
FAILED_COMPRESSION: Final = 2.4
PREPENDED, APPENDED = "\"'“¿([{-", "\"'.。,，!！?？:：”)]}、"  # noqa: RUF001 - faster-whisper's own


class FasterWhisper(Windowed):
    """Weights are a folder in the CTranslate2 format; nothing is fetched."""

    name = "faster-whisper"
    longest = LONGEST

    def __init__(self, path: Path, model: str) -> None:
        if not (path / "tokenizer.json").is_file() or not (path / "model.bin").is_file():
            raise NoEngine(
                f"faster-whisper needs a folder with model.bin and tokenizer.json, and “{model}” is not one. "
                "Stories wait until it is."
            )
        has_gpu = ctranslate2.get_cuda_device_count() > 0
        lanes = 1 if has_gpu else cores()
        self._model = WhisperModel(
            str(path),
            device="cuda" if has_gpu else "cpu",
            compute_type="float16" if has_gpu else "int8",
            cpu_threads=1,
            num_workers=lanes,
            local_files_only=True,
        )
        self._tokenizer = lru_cache(maxsize=None)(self._tokenizer_for)
        super().__init__(model, lanes=lanes, most=MOST)

    def told(self, language: str | None) -> str | None:
        if not self._model.model.is_multilingual:
            return english_only(language)
        return known_code(language, self._model.supported_languages)

    def hear(self, pieces: Sequence[Piece]) -> Sequence[Answer]:
        for piece in pieces:
            if piece.encoded is None:
                piece.encoded = self._encoded(piece)
        spoken = [piece for piece in pieces if piece.language is not None]
        raws = iter(self._spoken(spoken) if spoken else ())
        return [
            Answer(languages=self._languages(one)) if one.language is None else Answer([next(raws)]) for one in pieces
        ]

    def _encoded(self, piece: Piece) -> Any:  # noqa: ANN401 - CTranslate2's own kind of array
        extractor = self._model.feature_extractor
        features = extractor(piece.samples())
        size = (LONGEST + SILENCE_AFTER) / SIZES
        seconds = size * ceil((piece.seconds() + SILENCE_AFTER) / size)
        frames = min(extractor.nb_max_frames, round(seconds * extractor.sampling_rate / extractor.hop_length))
        padded = np.zeros((1, features.shape[0], frames), np.float32)
        padded[0, :, : min(frames, features.shape[1])] = features[:, :frames]
        return np.asarray(self._model.model.encode(ctranslate2.StorageView.from_array(padded), to_cpu=True))

    def _languages(self, piece: Piece) -> dict[str, float]:
        [found] = self._model.model.detect_language(ctranslate2.StorageView.from_array(piece.encoded))
        return {token[2:-2]: probability for token, probability in found}

    def _spoken(self, pieces: Sequence[Piece]) -> list[RawSegment]:
        sizes = [piece.encoded.shape[1] for piece in pieces]
        heard: dict[int, RawSegment] = {}
        for size in set(sizes):
            places = [place for place, other in enumerate(sizes) if other == size]
            heard |= zip(places, self._alike([pieces[place] for place in places]), strict=True)
        return [heard[place] for place in range(len(pieces))]

    def _alike(self, pieces: Sequence[Piece]) -> list[RawSegment]:
        """Windows of one size: greedily, then with beams where the model is unsure."""
        results = self._generated(pieces, beams=1)
        unsure = [place for place, result in enumerate(results) if self._logprob(result) < UNSURE_LOGPROB]
        if unsure:
            again = self._generated([pieces[place] for place in unsure], beams=BEAMS)
            for place, result in zip(unsure, again, strict=True):
                results[place] = result
        return [self._timed(piece, result) for piece, result in zip(pieces, results, strict=True)]

    def _generated(self, pieces: Sequence[Piece], *, beams: int) -> list[Any]:
        generated = self._model.model.generate(
            ctranslate2.StorageView.from_array(np.concatenate([piece.encoded for piece in pieces])),
            [self._prompt(piece) for piece in pieces],
            beam_size=beams,
            max_length=self._model.max_length,
            suppress_blank=True,
            suppress_tokens=list(get_suppressed_tokens(self._tokens(pieces[0]), [-1]) or ()),
            return_scores=True,
            return_no_speech_prob=True,
        )
        return list(generated)

    @staticmethod
    def _logprob(result: Any) -> float:  # noqa: ANN401 - CTranslate2's
        """Of a token, on average, the one that ends it counted."""
        length = len(result.sequences_ids[0])
        return float(result.scores[0] * length / (length + 1))

    def _timed(self, piece: Piece, result: Any) -> RawSegment:  # noqa: ANN401 - CTranslate2's
        """The words of one window with their times, or heard again with care where it failed."""
        tokens, tokenizer, logprob = result.sequences_ids[0], self._tokens(piece), self._logprob(result)
        text = tokenizer.decode(tokens)
        if logprob < FAILED_LOGPROB or (text and get_compression_ratio(text) > FAILED_COMPRESSION):
            return self._carefully(piece)
        seconds = piece.seconds()
        spoken: dict[str, Any] = {"tokens": tokens, "start": 0.0, "end": seconds, "seek": 0}
        self._model.add_word_timestamps(
            [[spoken]],
            tokenizer,
            ctranslate2.StorageView.from_array(piece.encoded),
            ceil(seconds) * self._model.frames_per_second,
            PREPENDED,
            APPENDED,
            0.0,
        )
        words = [_word(piece, word) for word in spoken["words"]]
        return RawSegment(words, logprob, result.no_speech_prob)

    def _carefully(self, piece: Piece) -> RawSegment:
        """With the ladder of temperatures, and in parts where the window holds several."""
        segments, _ = self._model.transcribe(
            piece.samples(),
            language=piece.language,
            task=piece.task,
            word_timestamps=True,
            condition_on_previous_text=False,
        )
        heard = list(segments)
        words = [_word(piece, vars(word)) for segment in heard for word in segment.words or ()]
        worst = min((segment.avg_logprob for segment in heard), default=0.0)
        return RawSegment(words, worst, max((segment.no_speech_prob for segment in heard), default=0.0))

    def _prompt(self, piece: Piece) -> list[int]:
        tokenizer = self._tokens(piece)
        return [*tokenizer.sot_sequence, tokenizer.no_timestamps]

    def _tokens(self, piece: Piece) -> Tokenizer:
        return self._tokenizer(piece.language, piece.task)

    def _tokenizer_for(self, language: str, task: str) -> Tokenizer:
        is_multilingual = self._model.model.is_multilingual
        return Tokenizer(self._model.hf_tokenizer, is_multilingual, task=task, language=language)


def _word(piece: Piece, word: dict[str, Any]) -> RawWord:
    at = piece.clip.starts_at
    return RawWord(word["word"], word["start"] + at, word["end"] + at, word["probability"])
