# SPDX-License-Identifier: Apache-2.0
"""Where somebody speaks, and what every engine does to the words it heard."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from app.transcription.engine import SAMPLE_RATE, HeardSegment, HeardWord, NoEngine, Sound

LEVEL = 0.5
FAINTEST_PEAK = 10 ** (-70 / 20)
BLOCK = 600 * SAMPLE_RATE
QUIET_END = 10 * SAMPLE_RATE
QUIET_STEP = SAMPLE_RATE // 10
WINDOW_SECONDS = 30
LONGEST_PAUSE_WITHIN_CLIP = 3 * SAMPLE_RATE
MARGIN = 400 * SAMPLE_RATE // 1000
SHORTEST_BREATH_MS = 160
PAUSE_BETWEEN_SEGMENTS_MS = 1_200
LONGEST_SEGMENT_MS = 15_000
SHORTEST_SENTENCE_MS = 1_000
SENTENCE_ENDS = tuple(".?!…。\uff1f\uff01؟\u06d4।።")


@dataclass(frozen=True)
class Clip:
    """A stretch of at most one window, in samples of the whole sound. `speech`: where in it somebody speaks."""

    start: int
    end: int
    speech: Sequence[tuple[int, int]] = ()

    @property
    def starts_at(self) -> float:
        return self.start / SAMPLE_RATE

    @property
    def start_ms(self) -> int:
        return milliseconds(self.start)

    @property
    def end_ms(self) -> int:
        return milliseconds(self.end)


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


def milliseconds(samples: int) -> int:
    return round(samples * 1000 / SAMPLE_RATE)


class Levelled:
    """The sound with its peak at 0.5, so that a faint voice is heard too; below -70 dBFS it is left alone.

    Made piece by piece as it is asked for: an hour is never held twice.
    """

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        blocks = (_clean(sound[at : at + BLOCK]) for at in range(0, len(sound), BLOCK))
        peak = max((float(np.abs(block).max()) for block in blocks), default=0.0)
        self._gain = np.float32(1.0 if peak < FAINTEST_PEAK else LEVEL / peak)

    def __len__(self) -> int:
        return len(self._sound)

    def cut(self, start: int, end: int) -> Sound:
        return np.asarray(_clean(self._sound[start:end]) * self._gain, dtype=np.float32)


def _clean(sound: Sound) -> Sound:
    return np.nan_to_num(np.asarray(sound, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)


def clips_of(sound: Levelled, longest: int = WINDOW_SECONDS) -> list[Clip]:
    """The speech, cut at its longest pauses into clips of at most `longest` seconds; none where nobody speaks."""
    clips: list[Clip] = []
    held: list[tuple[int, int]] = []
    for start, end in _speech_in(sound, longest):
        while held and start - held[-1][1] > LONGEST_PAUSE_WITHIN_CLIP:
            clips.append(_clip(held, len(sound)))
            held = []
        while held and end - held[0][0] + 2 * MARGIN > longest * SAMPLE_RATE:
            first = _first_part(held, start)
            clips.append(_clip(first, len(sound)))
            held = held[len(first) :]
        held.append((start, end))
    return [*clips, _clip(held, len(sound))] if held else clips


def _first_part(held: Sequence[tuple[int, int]], following: int) -> Sequence[tuple[int, int]]:
    """Up to the longest pause in the second half of what is held."""
    half = (held[0][0] + held[-1][1]) / 2
    pairs = pairwise([*held, (following, following)])
    pauses = [(start - end if end >= half else -1, place) for place, ((_, end), (start, _)) in enumerate(pairs)]
    return held[: max(pauses)[1] + 1]


def _clip(speech: Sequence[tuple[int, int]], length: int) -> Clip:
    """With a margin around each stretch, as far as the next has room for its own."""
    margins = [min(MARGIN, (start - end) // 2) for (_, end), (start, _) in pairwise(speech)]
    around = zip(speech, [MARGIN, *margins], [*margins, MARGIN], strict=True)
    wider = [(max(0, start - before), min(length, end + after)) for (start, end), before, after in around]
    return Clip(wider[0][0], wider[-1][1], wider)


def _speech_in(sound: Levelled, longest: int) -> Iterator[tuple[int, int]]:
    try:
        from faster_whisper.vad import VadOptions, get_speech_timestamps  # noqa: PLC0415 - may not be installed
    except ImportError as missing:
        raise NoEngine(
            "faster-whisper, which finds where somebody speaks, is not installed here. Stories wait until it is."
        ) from missing
    options = VadOptions(
        max_speech_duration_s=longest - 2 * MARGIN / SAMPLE_RATE,
        min_silence_duration_ms=SHORTEST_BREATH_MS,
        speech_pad_ms=0,
    )
    at = 0
    while at < len(sound):
        block = _block(sound.cut(at, at + BLOCK))
        for span in get_speech_timestamps(block, options):
            yield at + int(span["start"]), at + int(span["end"])
        at += len(block)


def _block(sound: Sound) -> Sound:
    """Ten minutes and no more, ended where it is quietest in the last ten seconds, so that no word is cut in two."""
    if len(sound) < BLOCK:
        return sound
    steps = np.abs(sound[-QUIET_END:]).reshape(-1, QUIET_STEP).mean(axis=1)
    return sound[: len(sound) - QUIET_END + int(steps.argmin()) * QUIET_STEP + QUIET_STEP // 2]


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


def tidy(raw: Iterable[RawSegment], within: tuple[int, int]) -> list[HeardSegment]:
    """Words in order, without overlap, `within` these ms, in NFC; segments end where a sentence or a breath does."""
    segments: list[HeardSegment] = []
    floor, ceiling = within
    for spoken in raw:
        for piece in _sentences(spoken.words):
            segment = _segment(piece, spoken, floor, ceiling)
            if segment is not None:
                segments.append(segment)
                floor = segment.end_ms
    return segments


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


def _segment(piece: Sequence[RawWord], spoken: RawSegment, floor: int, ceiling: int) -> HeardSegment | None:
    words: list[HeardWord] = []
    for raw in piece:
        text = unicodedata.normalize("NFC", raw.text.strip())
        if not text:
            continue
        start = min(max(round(raw.start * 1000), floor), ceiling)
        floor = min(max(round(raw.end * 1000), start + 1), ceiling)
        words.append(HeardWord(text, start, floor, min(1.0, max(0.0, float(raw.probability)))))
    if not words:
        return None
    text = unicodedata.normalize("NFC", "".join(raw.text for raw in piece).strip())
    return HeardSegment(
        words[0].start_ms, words[-1].end_ms, text, float(spoken.avg_logprob), float(spoken.no_speech_prob), words
    )
