# SPDX-License-Identifier: Apache-2.0
"""Which words and stretches of sound go with a voice that is cut out, and what a person has to hear first. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.curation.rules import Word, between
from app.kit.errors import Validation
from app.media.rules import pad_and_merge

SLACK_MS: Final = 250
"""Players report where they are a few times a second."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """A stretch of the gone voice, in milliseconds. `with_others`: somebody else speaks in it too, and that goes as
    well, because the two cannot be told apart."""

    start_ms: int
    end_ms: int
    with_others: bool = False


@dataclass(frozen=True)
class WordMark:
    """The same in a story in writing, from word to word."""

    from_word: str
    to_word: str
    with_others: bool = False


@dataclass(frozen=True)
class Marks:
    """All that is marked. `speakers` are the labels of who is gone; `gone` are written words that were marked, and
    `shown` those that somebody could have marked."""

    spans: Sequence[Mark] = ()
    speakers: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    silenced: Sequence[Span] = field(default_factory=tuple)
    """What will be silence: the spans with a margin, as far as the sound goes."""


def laid_out(
    spans: Sequence[Mark],
    word_marks: Sequence[WordMark],
    speakers: Collection[str],
    words: Sequence[Word],
    duration_ms: int | None,
) -> Marks:
    """What the marks come to over these words. Raises `Validation` for a word that is not there."""
    written = [word["id"] for mark in word_marks for word in between(words, mark.from_word, mark.to_word)]
    padded = pad_and_merge([(one.start_ms, one.end_ms) for one in spans], duration_ms) if duration_ms else []
    return Marks(
        spans=tuple(spans),
        speakers=frozenset(speakers),
        gone=frozenset(written),
        shown=frozenset(word["id"] for word in words),
        silenced=tuple(padded),
    )


def in_order(spans: Sequence[Mark], duration_ms: int) -> list[Mark]:
    """Apart and in order; those that meet are one. Raises `Validation` for one that is not within the sound."""
    made: list[Mark] = []
    for one in sorted(spans, key=lambda mark: (mark.start_ms, mark.end_ms)):
        if not 0 <= one.start_ms < one.end_ms <= duration_ms:
            raise Validation(errors=[{"pointer": "/spans", "rule": "span"}])
        if made and one.start_ms <= made[-1].end_ms:
            last = made.pop()
            made.append(
                Mark(last.start_ms, max(last.end_ms, one.end_ms), with_others=last.with_others and one.with_others)
            )
        else:
            made.append(one)
    return made


def goes(word: Word, marks: Marks) -> bool:
    """Whether this word goes: marked, labelled as theirs, or sounding in what is marked. In writing what nobody was
    shown goes too, since nobody could say whose it is."""
    if word["id"] in marks.gone or _label(word) in marks.speakers:
        return True
    if word["start_ms"] is None:
        return word["id"] not in marks.shown
    return any(_sounds_in(word, one) for one in marks.spans)


def _label(word: Word) -> str:
    return (word.get("speaker") or "").strip()


def _sounds_in(word: Word, span: Mark) -> bool:
    if word["start_ms"] == word["end_ms"]:
        return bool(span.start_ms <= word["start_ms"] <= span.end_ms)
    return bool(word["start_ms"] < span.end_ms and word["end_ms"] > span.start_ms)


def left_outside(words: Sequence[Word], marks: Marks) -> list[str]:
    """Words labelled as theirs that the marks do not wholly cover."""
    return [word["id"] for word in words if _label(word) in marks.speakers and not _is_covered(word, marks)]


def _is_covered(word: Word, marks: Marks) -> bool:
    if word["start_ms"] is None:
        return word["id"] in marks.gone
    return any(start <= word["start_ms"] and word["end_ms"] <= end for start, end in marks.silenced)


def overlaps(words: Sequence[Word], marks: Marks, word_marks: Sequence[WordMark] = ()) -> Mapping[int, list[str]]:
    """Words labelled as somebody's who stays, by the mark they would go with, where nobody has said that they shall."""
    staying = [word for word in words if _label(word) and _label(word) not in marks.speakers]
    found: dict[int, list[str]] = {}
    for place, span in enumerate(marks.spans):
        both = [word["id"] for word in staying if word["start_ms"] is not None and _sounds_in(word, span)]
        if both and not span.with_others:
            found[place] = both
    ids = {word["id"] for word in staying}
    for place, mark in enumerate(word_marks):
        both = [word["id"] for word in between(words, mark.from_word, mark.to_word) if word["id"] in ids]
        if both and not mark.with_others:
            found[place] = both
    return found


def merged(spans: Sequence[Span], slack_ms: int = 0) -> list[Span]:
    """As one line: in order, apart, gaps up to `slack_ms` closed."""
    made: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if made and start <= made[-1][1] + slack_ms:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def unheard(duration_ms: int, played: Sequence[Span]) -> list[Span]:
    """What nobody has played of the whole sound: who only listens to what is marked would miss what is not."""
    return list(_gaps(duration_ms, merged(played, SLACK_MS)))


def _gaps(duration_ms: int, heard: Sequence[Span]) -> Iterator[Span]:
    at = 0
    for start, end in heard:
        if start > at + SLACK_MS:
            yield at, min(start, duration_ms)
        at = max(at, end)
    if duration_ms > at + SLACK_MS:
        yield at, duration_ms


def with_struck(original: Sequence[Word], current: Sequence[Word]) -> list[tuple[Word, bool]]:
    """The text of today, and in their places the words that the desk has taken out of what was written; each with
    whether it was."""
    standing = {word["id"] for word in current}
    places = {word["id"]: place for place, word in enumerate(original)}
    told: list[tuple[Word, bool]] = []
    at = 0
    for word in current:
        if word["id"] in places:
            told += [(one, True) for one in original[at : places[word["id"]]] if one["id"] not in standing]
            at = max(at, places[word["id"]] + 1)
        told.append((word, False))
    return told + [(one, True) for one in original[at:] if one["id"] not in standing]
