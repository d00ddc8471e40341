# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable, Sequence

from app.transcription.engine import Heard, HeardSegment, HeardWord, NoEngine, Progress, Sound


class ScriptedEngine:
    """Hears these words whatever is said: one each 100 ms, a sentence a segment. `meanwhile` happens as it listens."""

    name = "scripted"

    def __init__(self, *sentences: str, meanwhile: Callable[[Progress], None] | None = None) -> None:
        self._sentences = sentences
        self._meanwhile = meanwhile
        self.listened = 0

    def listen(self, sound: Sound, *, language: str | None, on_progress: Progress) -> Heard:
        self.listened += 1
        on_progress(0.5)
        if self._meanwhile is not None:
            self._meanwhile(on_progress)
        at, segments = 0, []
        for sentence in self._sentences:
            words = _words(sentence.split(), at)
            end = words[-1].end_ms
            segments.append(HeardSegment(at, end, sentence, -0.2, 0.01, words))
            at = end
        found = (language or "en") if segments else None
        return Heard(found, 0.9, segments, self.name, "script", sound.size // 16)


class UnableEngine(ScriptedEngine):
    """Is here, and cannot listen to this language."""

    name = "unable"

    def __init__(self) -> None:
        super().__init__(meanwhile=_refuse)


def _refuse(_on_progress: Progress) -> None:
    raise NoEngine("This model knows English only.")


def _words(texts: Sequence[str], at: int) -> list[HeardWord]:
    return [HeardWord(text, at + 100 * n, at + 100 * n + 90, 0.8) for n, text in enumerate(texts)]
