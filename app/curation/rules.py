# SPDX-License-Identifier: Apache-2.0
"""Words keep their ids and times through every correction; marks hold on to words. Pure."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from app.kit.errors import Validation

Word = dict[str, Any]


class Wish(NamedTuple):
    """One word as a person left it; `id` where it stood before."""

    id: str | None
    text: str
    speaker: str | None


def realign(before: Sequence[Word], wished: Sequence[Wish], *, number: int) -> list[Word]:
    """The new text, word by word. Untouched words keep everything, changed ones their times; new ones share the gap.

    Raises `Validation` where ids are unknown, repeated or out of order.
    """
    known = {word["id"]: place for place, word in enumerate(before)}
    places = [_place(known, wish.id) for wish in wished if wish.id is not None]
    if any(later <= earlier for earlier, later in pairwise(places)):
        raise Validation(errors=[{"pointer": "/words", "rule": "order"}])
    by_id = {word["id"]: word for word in before}
    made = [_kept(by_id[wish.id], wish) if wish.id else _new(wish, number, at) for at, wish in enumerate(wished)]
    _share_gaps(made)
    return made


def _place(known: Mapping[str, int], word_id: str) -> int:
    if word_id not in known:
        raise Validation(errors=[{"pointer": "/words", "rule": "unknown"}])
    return known[word_id]


def _kept(word: Word, wish: Wish) -> Word:
    speaker = wish.speaker if wish.speaker is not None else word.get("speaker")
    if word["text"] == wish.text:
        return {**word, "speaker": speaker}
    return {**word, "text": wish.text, "speaker": speaker, "probability": None}


def _new(wish: Wish, number: int, at: int) -> Word:
    word_id = f"r{number:03}-{at:06}"
    return {
        "id": word_id,
        "text": wish.text,
        "start_ms": None,
        "end_ms": None,
        "probability": None,
        "speaker": wish.speaker,
    }


def _share_gaps(words: list[Word]) -> None:
    """Give each run of new words equal shares of the time between its neighbours; a written story has none to share."""
    if not any(word["start_ms"] is not None for word in words):
        return
    start = 0
    while start < len(words):
        if words[start]["start_ms"] is not None:
            start += 1
            continue
        end = start
        while end < len(words) and words[end]["start_ms"] is None:
            end += 1
        since = words[start - 1]["end_ms"] if start else 0
        until = max(words[end]["start_ms"] if end < len(words) else since, since)
        for offset, word in enumerate(words[start:end]):
            word["start_ms"] = since + (until - since) * offset // (end - start)
            word["end_ms"] = since + (until - since) * (offset + 1) // (end - start)
        start = end


def between(words: Sequence[Word], first: str, last: str) -> list[Word]:
    """The words from `first` to `last`; raises `Validation` unless both stand there in that order."""
    places = {word["id"]: place for place, word in enumerate(words)}
    if first not in places or last not in places or places[last] < places[first]:
        raise Validation(errors=[{"pointer": "/from_word", "rule": "span"}])
    return list(words[places[first] : places[last] + 1])


def touched(words: Sequence[Word], start_ms: int, end_ms: int) -> list[Word]:
    """The words that sound anywhere within the span."""
    timed = (word for word in words if word["start_ms"] is not None)
    return [word for word in timed if word["start_ms"] < end_ms and word["end_ms"] > start_ms]


def reanchored(before: Sequence[Word], after: Sequence[Word], first: str, last: str) -> tuple[str, str] | None:
    """Where a mark from `first` to `last` holds on in the new text; None when every word of it is gone."""
    places = {word["id"]: place for place, word in enumerate(before)}
    if first not in places or last not in places:
        return None
    inside = {word["id"] for word in before[places[first] : places[last] + 1]}
    left = [word["id"] for word in after if word["id"] in inside]
    return (left[0], left[-1]) if left else None


def times_of(words: Sequence[Word]) -> tuple[int | None, int | None]:
    """When a stretch of words is said, in milliseconds; (None, None) for written ones."""
    starts = [word["start_ms"] for word in words if word["start_ms"] is not None]
    ends = [word["end_ms"] for word in words if word["end_ms"] is not None]
    return (min(starts), max(ends)) if starts and ends else (None, None)


def text_of(words: Sequence[Word]) -> str:
    return " ".join(word["text"] for word in words)
