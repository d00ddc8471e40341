# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable, Mapping, Sequence

from app.transcription.engine import (
    NOBODY,
    NOTHING,
    Following,
    Heard,
    HeardSegment,
    HeardWord,
    NoEngine,
    Sound,
    Task,
    Window,
)


class ScriptedEngine:
    """Hears these words whatever is said: one each 100 ms, a sentence a window. `meanwhile` happens before the last."""

    name = "scripted"

    def __init__(self, *sentences: str, meanwhile: Callable[[Following], None] | None = None) -> None:
        self._sentences = sentences
        self._meanwhile = meanwhile
        self.listened = 0
        self.wanted: list[tuple[str | None, Task]] = []
        self.heard: list[str] = []

    def listen(
        self,
        sound: Sound,
        *,
        language: str | None,
        task: Task = Task.TRANSCRIBE,
        whose: str = "",  # noqa: ARG002 - an engine's promise
        known: Mapping[int, Window] = NOTHING,
        following: Following = NOBODY,
    ) -> Heard:
        self.listened += 1
        self.wanted.append((language, task))
        windows = dict(known)
        if self._sentences:
            following.found(language or "en", 0.9)
        for place, window in enumerate(_windows(self._sentences), start=1):
            if place == max(1, len(self._sentences)) and self._meanwhile is not None:
                self._meanwhile(following)
            following.waiting()
            if window.start_ms not in windows:
                windows[window.start_ms] = window
                self.heard.append(window.segments[0].text)
                following.heard(window, place / len(self._sentences))
        if not self._sentences and self._meanwhile is not None:
            self._meanwhile(following)
        told = [windows[at] for at in sorted(windows)]
        found = (language or "en") if told else None
        return Heard(found, 0.9, told, self.name, "script", sound.size // 16)


class UnableEngine(ScriptedEngine):
    """Is here, and cannot listen to this language."""

    name = "unable"

    def __init__(self) -> None:
        super().__init__(meanwhile=_refuse)


def _refuse(_following: Following) -> None:
    raise NoEngine("This model knows English only.")


def _windows(sentences: Sequence[str]) -> list[Window]:
    at, windows = 0, []
    for sentence in sentences:
        words = _words(sentence.split(), at)
        end = words[-1].end_ms
        windows.append(Window(at, end, [(at, end)], [HeardSegment(at, end, sentence, -0.2, 0.01, words)]))
        at = end
    return windows


def _words(texts: Sequence[str], at: int) -> list[HeardWord]:
    return [HeardWord(text, at + 100 * n, at + 100 * n + 90, 0.8) for n, text in enumerate(texts)]
