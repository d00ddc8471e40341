# SPDX-License-Identifier: Apache-2.0
"""Where somebody speaks, and what every engine does to the words it heard."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.transcription.engine import SAMPLE_RATE, HeardSegment, HeardWord, NoEngine, Sound

LEVEL = 0.5
FAINTEST_PEAK = 10 ** (-70 / 20)
WINDOW_SECONDS = 30
LONGEST_PAUSE_WITHIN_CLIP = 3 * SAMPLE_RATE
SHORTEST_BREATH_MS = 160
PAUSE_BETWEEN_SEGMENTS_MS = 1_200
LONGEST_SEGMENT_MS = 15_000
SHORTEST_SENTENCE_MS = 1_000
SENTENCE_ENDS = tuple(".?!…。\uff1f\uff01؟\u06d4।።")


@dataclass(frozen=True)
class Clip:
    """A stretch of speech of at most one window, in samples of the whole sound."""

    start: int
    end: int

    @property
    def starts_at(self) -> float:
        return self.start / SAMPLE_RATE


@dataclass(frozen=True)
class RawWord:
    """As an engine gives it: text with its spaces, seconds from the start of the sound."""

    text: str
    start: float
    end: float
    probability: float


@dataclass(frozen=True)
class RawSegment:
    words: Sequence[RawWord]
    avg_logprob: float
    no_speech_prob: float


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def levelled(sound: Sound) -> Sound:
    """Peak at 0.5, so that a faint voice is heard too; below -70 dBFS it is left alone."""
    clean = np.nan_to_num(np.asarray(sound, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    peak = float(np.abs(clean).max(initial=0.0))
    return clean if peak < FAINTEST_PEAK else np.asarray(clean * (LEVEL / peak), dtype=np.float32)


def clips_of(sound: Sound) -> list[Clip]:
    """The speech in levelled `sound`, cut at pauses into clips of at most 30 s; none where nobody speaks."""
    try:
        from faster_whisper.vad import VadOptions, get_speech_timestamps  # noqa: PLC0415 - may not be installed
    except ImportError as missing:
        raise NoEngine(
            "faster-whisper, which finds where somebody speaks, is not installed here. Stories wait until it is."
        ) from missing
    options = VadOptions(max_speech_duration_s=WINDOW_SECONDS, min_silence_duration_ms=SHORTEST_BREATH_MS)
    clips: list[Clip] = []
    for span in get_speech_timestamps(sound, options):
        start, end = int(span["start"]), int(span["end"])
        last = clips[-1] if clips else None
        if last is not None and _belong_together(last, start, end):
            clips[-1] = Clip(last.start, end)
        else:
            clips.append(Clip(start, end))
    return clips


def known_code(language: str | None, known: Iterable[str]) -> str | None:
    """Whisper's code for a language tag such as `en-GB`, or None where Whisper does not know it."""
    code = (language or "").replace("_", "-").split("-")[0].lower()
    return code if code in known else None


def english_only(language: str | None) -> str:
    """What an English-only model may listen to: it invents fluent English from any other language."""
    if known_code(language, ("en",)) is None:
        raise NoEngine(
            "This Whisper model only knows English, and the story is not declared to be in English. "
            "Choose a multilingual model, such as base. The story waits until then."
        )
    return "en"


def tidy(raw: Iterable[RawSegment], duration_ms: int) -> list[HeardSegment]:
    """Words in order, without overlap, inside the sound, in NFC; segments end where a sentence or a breath does."""
    segments: list[HeardSegment] = []
    floor = 0
    for spoken in raw:
        for piece in _sentences(spoken.words):
            segment = _segment(piece, spoken, floor, duration_ms)
            if segment is not None:
                segments.append(segment)
                floor = segment.end_ms
    return segments


class RisingProgress:
    """Passes on the share done, never falling and never beyond one."""

    def __init__(self, tell: Callable[[float], None], duration_ms: int) -> None:
        self._tell = tell
        self._duration_ms = duration_ms
        self._share = 0.0

    def heard_until(self, seconds: float) -> None:
        self._share = min(1.0, max(self._share, float(seconds) * 1000 / max(1, self._duration_ms)))
        self._tell(self._share)

    def done(self) -> None:
        self._tell(1.0)


def _belong_together(last: Clip, start: int, end: int) -> bool:
    return end - last.start <= WINDOW_SECONDS * SAMPLE_RATE and start - last.end <= LONGEST_PAUSE_WITHIN_CLIP


def _sentences(words: Sequence[RawWord]) -> Iterator[list[RawWord]]:
    piece: list[RawWord] = []
    for word in words:
        if piece and _ends_before(piece, word):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _ends_before(piece: Sequence[RawWord], following: RawWord) -> bool:
    spoken_ms = (piece[-1].end - piece[0].start) * 1000
    pause_ms = (following.start - piece[-1].end) * 1000
    is_sentence = piece[-1].text.strip().endswith(SENTENCE_ENDS) and spoken_ms >= SHORTEST_SENTENCE_MS
    return is_sentence or pause_ms >= PAUSE_BETWEEN_SEGMENTS_MS or spoken_ms >= LONGEST_SEGMENT_MS


def _segment(piece: Sequence[RawWord], spoken: RawSegment, floor: int, duration_ms: int) -> HeardSegment | None:
    words: list[HeardWord] = []
    for raw in piece:
        text = unicodedata.normalize("NFC", raw.text.strip())
        if not text:
            continue
        start = min(max(round(raw.start * 1000), floor), duration_ms)
        floor = min(max(round(raw.end * 1000), start + 1), duration_ms)
        words.append(HeardWord(text, start, floor, min(1.0, max(0.0, float(raw.probability)))))
    if not words:
        return None
    text = unicodedata.normalize("NFC", "".join(raw.text for raw in piece).strip())
    return HeardSegment(
        words[0].start_ms, words[-1].end_ms, text, float(spoken.avg_logprob), float(spoken.no_speech_prob), words
    )
