# SPDX-License-Identifier: Apache-2.0
"""What the machine heard, as a file: plain text, captions, or everything it knows."""

import dataclasses
import html
import json
from typing import Literal

from app.transcription.doubts import flags_of_each
from app.transcription.engine import Heard

Shape = Literal["json", "vtt", "srt", "txt"]


def shaped(heard: Heard, shape: Shape) -> str:
    """Ends without a line break."""
    if shape == "json":
        told = dataclasses.asdict(heard)
        told.pop("windows")
        segments = [
            {**dataclasses.asdict(segment), "flags": flags}
            for segment, flags in zip(heard.segments, flags_of(heard), strict=True)
        ]
        return json.dumps({**told, "segments": segments}, ensure_ascii=False, indent=1)
    if shape == "txt":
        return "\n".join(_line(segment.text) for segment in heard.segments)
    return _vtt(heard) if shape == "vtt" else _srt(heard)


def flags_of(heard: Heard) -> list[list[str]]:
    """Of each segment what speaks against it, as the desk would say."""
    speech = sorted(span for window in heard.windows for span in window.speech)
    return flags_of_each(heard.segments, speech)


def clock(ms: int, point: str = "") -> str:
    """01:02:03.456 with a `point`; 1:02:03, or 2:03 within the hour, without."""
    seconds, rest = divmod(ms, 1000)
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    if point:
        return f"{hours:02}:{minutes:02}:{seconds:02}{point}{rest:03}"
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _vtt(heard: Heard) -> str:
    """Text between the times is never read as markup, a time or a note."""
    cues = [
        f"{number}\n{clock(one.start_ms, '.')} --> {clock(one.end_ms, '.')}\n{_escaped(one.text)}"
        for number, one in enumerate(heard.segments, start=1)
    ]
    return "\n\n".join(["WEBVTT", *cues])


def _srt(heard: Heard) -> str:
    cues = [
        f"{number}\n{clock(one.start_ms, ',')} --> {clock(one.end_ms, ',')}\n{_line(one.text).replace('-->', '→')}"
        for number, one in enumerate(heard.segments, start=1)
    ]
    return "\n\n".join(cues)


def _escaped(text: str) -> str:
    return html.escape(_line(text), quote=False)


def _line(text: str) -> str:
    """A break of its own would end the cue."""
    return " ".join(text.split())
