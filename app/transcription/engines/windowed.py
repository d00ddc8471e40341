# SPDX-License-Identifier: Apache-2.0
"""What both engines do alike: look for speech, cut it into windows, and hear each of them for itself."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.transcription.engine import NOBODY, NOTHING, SAMPLE_RATE, Following, Heard, Sound, Task, Window
from app.transcription.engines.speech import WINDOW_SECONDS, Clip, Levelled, RawSegment, clips_of, milliseconds, tidy
from app.transcription.engines.turns import Turns

FINDING_WINDOWS = 3


@dataclass
class Piece:
    """A window on its way through an engine. Without a language it is asked for one; `encoded` is the engine's own, so
    that nothing is worked out twice."""

    sound: Levelled
    clip: Clip
    language: str | None
    task: Task
    encoded: Any = None

    def seconds(self) -> float:
        return (self.clip.end - self.clip.start) / SAMPLE_RATE

    def samples(self) -> Sound:
        return self.sound.cut(self.clip.start, self.clip.end)


@dataclass(frozen=True)
class Answer:
    """`languages`: how probable each is, for a piece that was asked for its own. Else `raw`, in seconds of the clip."""

    raw: Sequence[RawSegment] = ()
    languages: Mapping[str, float] = field(default_factory=dict)


class Windowed(ABC):
    """`name`, what `hear` can do and how long a window is (s) are the engine's own."""

    name: str
    longest: int = WINDOW_SECONDS

    def __init__(self, label: str, *, lanes: int, most: int) -> None:
        self._label = label
        self._turns: Turns[Piece, Answer] = Turns(self.hear, lanes=lanes, most=most)

    @abstractmethod
    def told(self, language: str | None) -> str | None:
        """The code to hear with, or None where it has to be found. Raises `NoEngine`."""

    @abstractmethod
    def hear(self, pieces: Sequence[Piece]) -> Sequence[Answer]:
        """In the order of `pieces`, which may be of several stories and languages."""

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
        duration_ms = milliseconds(len(sound))
        code = self.told(language)
        level = Levelled(sound)
        clips = clips_of(level, self.longest)
        if not clips:
            return Heard(None, 0.0, [], self.name, self._label, duration_ms)
        windows = _still_true(known, clips)
        pieces = [Piece(level, clip, code, task) for clip in clips if clip.start_ms not in windows]
        probability = 1.0
        if code is None:
            code, probability = self._find(pieces, whose, following)
        following.found(code, probability)
        for piece in pieces:
            piece.language = code
        whole = sum(clip.end - clip.start for clip in clips)
        done = whole - sum(piece.clip.end - piece.clip.start for piece in pieces)
        for piece, answer in self._turns.share(whose, pieces, following.waiting):
            window = _window(piece.clip, answer.raw)
            windows[window.start_ms] = window
            done += piece.clip.end - piece.clip.start
            following.heard(window, done / whole)
        return Heard(code, probability, [windows[at] for at in sorted(windows)], self.name, self._label, duration_ms)

    def _find(self, pieces: Sequence[Piece], whose: str, following: Following) -> tuple[str, float]:
        """What most of the first windows sound like."""
        votes: dict[str, list[float]] = {}
        for _, answer in self._turns.share(whose, pieces[:FINDING_WINDOWS], following.waiting):
            for code, probability in answer.languages.items():
                votes.setdefault(code, []).append(math.log(max(probability, 1e-6)))
        means = {code: math.exp(sum(logs) / len(logs)) for code, logs in votes.items()}
        found = max(means, key=means.__getitem__)
        return found, means[found] / sum(means.values())


def _still_true(known: Mapping[int, Window], clips: Iterable[Clip]) -> dict[int, Window]:
    """Those that are of a clip of this sound; the search for speech answers the same for the same sound."""
    ends = {clip.start_ms: clip.end_ms for clip in clips}
    return {at: window for at, window in known.items() if ends.get(at) == window.end_ms}


def _window(clip: Clip, raw: Sequence[RawSegment]) -> Window:
    speech = [(milliseconds(start), milliseconds(end)) for start, end in clip.speech]
    return Window(clip.start_ms, clip.end_ms, speech, tidy(raw, (clip.start_ms, clip.end_ms)))
