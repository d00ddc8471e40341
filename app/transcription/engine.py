# SPDX-License-Identifier: Apache-2.0
"""The promise an engine keeps: sound in, words with times and probabilities out, and no call to anywhere."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from app.transcription import weights

SAMPLE_RATE = 16_000

Sound = NDArray[np.float32]
Progress = Callable[[float], None]
Span = tuple[int, int]
"""From and to, in ms of the whole sound."""


class Task(StrEnum):
    TRANSCRIBE = "transcribe"
    TRANSLATE = "translate"
    """Into English, roughly."""


class NoEngine(Exception):
    """Nothing here can listen to this sound; the message says why in a plain sentence. The story waits."""


@dataclass(frozen=True)
class HeardWord:
    text: str
    start_ms: int
    end_ms: int
    probability: float


@dataclass(frozen=True)
class HeardSegment:
    """`avg_logprob` and `no_speech_prob` are those of the window the segment was heard in."""

    start_ms: int
    end_ms: int
    text: str
    avg_logprob: float
    no_speech_prob: float
    words: Sequence[HeardWord]


@dataclass(frozen=True)
class Window:
    """What was heard from `start_ms` to `end_ms`, at most half a minute. `speech`: where in it somebody speaks."""

    start_ms: int
    end_ms: int
    speech: Sequence[Span]
    segments: Sequence[HeardSegment]


@dataclass(frozen=True)
class Heard:
    """`language` is None where nobody speaks; `language_probability` is 1.0 where the language was told."""

    language: str | None
    language_probability: float
    windows: Sequence[Window]
    engine: str
    model: str
    duration_ms: int

    @property
    def segments(self) -> list[HeardSegment]:
        return [segment for window in self.windows for segment in window.segments]


class Following:
    """Whoever waits for the words, told in their own thread. What it raises ends the listening, within a second."""

    def found(self, language: str, probability: float) -> None:
        """The language that will be heard, before any word."""

    def heard(self, window: Window, share: float) -> None:
        """One more window, in no order. `share` of the speech is heard now, 0.0 to 1.0, never falling."""

    def waiting(self) -> None:
        """Nothing yet; called once a second at least."""


NOBODY: Final = Following()
NOTHING: Final[Mapping[int, Window]] = MappingProxyType({})


class Engine(Protocol):
    """Words come in order and never overlap, lie inside their segment, their window and the sound, in NFC, without
    spaces around. Several threads may listen to several sounds at once; they share the engine fairly."""

    @property
    def name(self) -> str: ...

    def listen(
        self,
        sound: Sound,
        *,
        language: str | None,
        task: Task = Task.TRANSCRIBE,
        whose: str = "",
        known: Mapping[int, Window] = NOTHING,
        following: Following = NOBODY,
    ) -> Heard:
        """Hear 16 kHz mono float32 `sound`; minutes.

        A `language` that Whisper does not know is detected instead. `known` are windows that an earlier listening to
        the very same sound left, by where they start: they are not heard again. Those who share `whose` share one turn
        among all who wait. Raises `NoEngine` where an English-only model is asked for anything but declared English.
        """
        ...


def choose(name: str, model: str, models_dir: Path) -> Engine:
    """The engine called `name`, with `model` loaded from disk. Raises `NoEngine`.

    `auto` is faster-whisper where it is installed and the weights are its own, else openai-whisper. `model` is a
    size under `models_dir`, or the path of a folder or of a `.pt` file.
    """
    if name not in ("auto", "faster-whisper", "openai-whisper"):
        raise NoEngine(f"There is no transcription engine called “{name}”.")
    path = _checked_weights(model, models_dir)
    chosen = _best_installed(path) if name == "auto" else name
    try:
        return _load_faster(path, model) if chosen == "faster-whisper" else _load_openai(path, model)
    except ImportError as missing:
        raise NoEngine(
            f"The transcription engine {chosen} is not installed here. Stories wait until it is."
        ) from missing
    except (OSError, RuntimeError, ValueError, KeyError) as unreadable:
        raise NoEngine(f"{chosen} could not read the model “{model}”. Stories wait until it can.") from unreadable


def _checked_weights(model: str, models_dir: Path) -> Path:
    try:
        path = weights.locate(model, models_dir)
        weights.verify(path)
    except (weights.WeightsMissing, weights.WeightsDamaged) as unusable:
        raise NoEngine(f"{unusable} Stories wait until then.") from unusable
    return path


def _best_installed(path: Path) -> str:
    has_faster = importlib.util.find_spec("faster_whisper") is not None
    return "faster-whisper" if has_faster and path.is_dir() else "openai-whisper"


def _load_faster(path: Path, model: str) -> Engine:
    from app.transcription.engines.faster import FasterWhisper  # noqa: PLC0415 - heavy, and may not be installed

    return FasterWhisper(path, model)


def _load_openai(path: Path, model: str) -> Engine:
    from app.transcription.engines.openai import OpenAIWhisper  # noqa: PLC0415 - torch takes seconds to import

    return OpenAIWhisper(path, model)
