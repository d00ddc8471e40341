# SPDX-License-Identifier: Apache-2.0
"""Captions and plain text made from an edition alone. Pure."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.publishing.editions import Edition, Segment, Word

CUE_MS: Final = 7_000
CUE_CHARACTERS: Final = 84


@dataclass(frozen=True)
class Cue:
    start_ms: int
    end_ms: int
    speaker: str | None
    text: str


def cues(edition: Edition) -> list[Cue]:
    """At most some 7 s and two lines each, never across a change of speaker; words without times have no cue."""
    return [cue for segment in edition.segments for cue in _cues_of(segment)]


def _cues_of(segment: Segment) -> Iterator[Cue]:
    line: list[tuple[str, int, int]] = []
    for word in segment.words:
        if word.start_ms is None or word.end_ms is None:
            continue
        if line and _is_full(line, word, word.end_ms):
            yield _cue(line, segment.speaker)
            line = []
        line.append((word.text, word.start_ms, word.end_ms))
    if line:
        yield _cue(line, segment.speaker)


def _is_full(line: list[tuple[str, int, int]], word: Word, end_ms: int) -> bool:
    characters = sum(len(text) + 1 for text, _, _ in line) + len(word.text)
    return end_ms - line[0][1] > CUE_MS or characters > CUE_CHARACTERS


def _cue(line: list[tuple[str, int, int]], speaker: str | None) -> Cue:
    text = " ".join(" ".join(text.split()) for text, _, _ in line)
    return Cue(line[0][1], max(line[-1][2], line[0][1] + 1), speaker, text)


def vtt(edition: Edition) -> str:
    lines = ["WEBVTT", ""]
    for number, cue in enumerate(cues(edition), start=1):
        voice = f"<v {_escaped(cue.speaker)}>" if cue.speaker else ""
        span = f"{_clock(cue.start_ms, '.')} --> {_clock(cue.end_ms, '.')}"
        lines += [str(number), span, voice + _escaped(cue.text), ""]
    return "\n".join(lines)


def srt(edition: Edition) -> str:
    lines: list[str] = []
    for number, cue in enumerate(cues(edition), start=1):
        span = f"{_clock(cue.start_ms, ',')} --> {_clock(cue.end_ms, ',')}"
        lines += [str(number), span, cue.text.replace("-->", "→"), ""]
    return "\n".join(lines)


def txt(edition: Edition) -> str:
    return edition.text + "\n"


def _escaped(text: str) -> str:
    """WebVTT cue text: no markup, no arrow, no line break of the storyteller's own."""
    return html.escape(" ".join(text.split()), quote=False)


def _clock(ms: int, point: str) -> str:
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{rest:03}"
