# SPDX-License-Identifier: Apache-2.0
"""From the desk's words, redactions and quotes to what would leave: text, quotes and the spans to cut. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.publishing.coverage import DOUBTFUL, Stretch
from app.publishing.editions import MASK
from app.publishing.errors import RedactionUnplaced

FLAG_GAP_MS = 1_000
NUMBER_HELD_MS = 1_300
"""A digit was heard to sound for so long."""
FLAGGED = "flag"
QUOTED = "quote"


@dataclass(frozen=True)
class SpokenWord:
    """A word as the desk has it. `paragraph` is the machine's segment, or the paragraph of a written story; `flagged`
    where the machine may have made up that segment."""

    word_id: str
    text: str
    start_ms: int | None
    end_ms: int | None
    probability: float | None
    speaker: str | None
    paragraph: int
    flagged: bool = False

    @property
    def is_doubted(self) -> bool:
        return self.flagged or (self.probability is not None and self.probability < DOUBTFUL)


@dataclass(frozen=True)
class Cut:
    """A redaction: words by their ids, a stretch of sound, or both."""

    from_word: str | None
    to_word: str | None
    start_ms: int | None
    end_ms: int | None
    replacement: str

    @property
    def token(self) -> str:
        return f"[{self.replacement}]" if self.replacement else MASK


@dataclass(frozen=True)
class Marked:
    """A quote, by its first and last word."""

    quote_id: str
    from_word: str
    to_word: str


class Script:
    """A story's words with its redactions laid over them."""

    def __init__(self, words: Sequence[SpokenWord], cuts: Sequence[Cut]) -> None:
        self.words = words
        self.cuts = cuts
        self._place = {word.word_id: index for index, word in enumerate(words)}
        self._hidden: list[Cut | None] = [None] * len(words)
        for cut in cuts:
            for index in self._covered(cut):
                self._hidden[index] = cut
        self._speakers = _numbered(words)

    def segments(self) -> list[dict[str, Any]]:
        """In order; a new one begins with each paragraph and each change of speaker."""
        made: list[dict[str, Any]] = []
        before: tuple[int, str | None] | None = None
        start = 0
        for index, word in enumerate(self.words):
            here = (word.paragraph, word.speaker)
            if before is not None and here != before:
                made.append(self._segment(start, index))
                start = index
            before = here
        if self.words:
            made.append(self._segment(start, len(self.words)))
        return made

    def quotes(self, marked: Sequence[Marked]) -> list[dict[str, Any]]:
        """With the same masks as the text; a quote whose words were edited away is gone."""
        made = []
        for quote in marked:
            within = self._within(quote)
            if not within:
                continue
            told = self._segment(within[0], within[-1] + 1)
            text = " ".join(word[0] for word in told.pop("words"))
            made.append({"quote_id": quote.quote_id, "text": text, **told})
        return made

    def spans(self) -> list[tuple[int, int]]:
        """Where the sound must be silenced, unpadded. Raises `RedactionUnplaced` for a cut that nothing places."""
        return [span for cut in self.cuts for span in self._spans_of(cut)]

    def flags(self, marked: Sequence[Marked] = ()) -> list[Stretch]:
        """Stretches of words that are doubted and that nobody has redacted or rewritten; those that quotes touch say
        so."""
        quoted = {index for quote in marked for index in self._within(quote)}
        doubted: list[Stretch] = []
        for index, word in enumerate(self.words):
            if self._hidden[index] or not word.is_doubted or word.start_ms is None or word.end_ms is None:
                continue
            here = Stretch(word.start_ms, word.end_ms, QUOTED if index in quoted else FLAGGED)
            if doubted and here.start_ms - doubted[-1].end_ms <= FLAG_GAP_MS:
                here = _joined(doubted.pop(), here)
            doubted.append(here)
        return doubted

    def masked(self, text: str) -> str:
        """A title or summary without the phrases that were redacted from the story."""
        for cut in self.cuts:
            phrase = [self.words[index].text for index in self._covered(cut)]
            words = [word for word in (re.sub(r"^\W+|\W+$", "", word) for word in phrase) if word]
            if words:
                pattern = r"(?<!\w)" + r"\W+".join(re.escape(word) for word in words) + r"(?!\w)"
                text = re.sub(pattern, lambda _, token=cut.token: token, text, flags=re.IGNORECASE)  # type: ignore[misc]
        return text

    def _covered(self, cut: Cut) -> list[int]:
        return sorted({*self._by_words(cut), *self._by_time(cut)})

    def _within(self, quote: Marked) -> Sequence[int]:
        first, last = self._place.get(quote.from_word), self._place.get(quote.to_word)
        return range(first, last + 1) if first is not None and last is not None else ()

    def _by_words(self, cut: Cut) -> Sequence[int]:
        first, last = self._place.get(cut.from_word or ""), self._place.get(cut.to_word or "")
        return range(first, last + 1) if first is not None and last is not None else ()

    def _by_time(self, cut: Cut) -> Iterator[int]:
        if cut.start_ms is None or cut.end_ms is None:
            return
        for index, word in enumerate(self.words):
            start, end = self._ends(index, index)
            if word.start_ms is not None and start < cut.end_ms and end > cut.start_ms:
                yield index

    def _spans_of(self, cut: Cut) -> list[tuple[int, int]]:
        found = []
        if cut.start_ms is not None and cut.end_ms is not None:
            found.append((cut.start_ms, cut.end_ms))
        if placed := self._by_words(cut):
            found.append(self._reach(placed[0], placed[-1]))
        elif not found:
            raise RedactionUnplaced
        return found

    def _reach(self, first: int, last: int) -> tuple[int, int]:
        """As `_ends`; a number may sound longer than its times tell, and reaches to its neighbours'."""
        start, end = self._ends(first, last)
        if _holds_a_number(self.words[first].text):
            start = min(start, max(self._said_before(first) or 0, start - NUMBER_HELD_MS))
        if _holds_a_number(self.words[last].text):
            held = end + NUMBER_HELD_MS
            end = max(end, min(self._said_after(last) or held, held))
        return start, end

    def _ends(self, first: int, last: int) -> tuple[int, int]:
        """From where these words begin to where they end; where a time is missing, as far as the neighbours'."""
        start, end = self.words[first].start_ms, self.words[last].end_ms
        start = start if start is not None else self._said_before(first) or 0
        end = end if end is not None else self._said_after(last) or start
        return start, max(start, end)

    def _said_before(self, index: int) -> int | None:
        """When the nearest word before this one that has times ends."""
        return next((word.end_ms for word in reversed(self.words[:index]) if word.end_ms is not None), None)

    def _said_after(self, index: int) -> int | None:
        return next((word.start_ms for word in self.words[index + 1 :] if word.start_ms is not None), None)

    def _segment(self, first: int, end: int) -> dict[str, Any]:
        words = list(self._told(first, end))
        starts = [word[1] for word in words if word[1] is not None]
        ends = [word[2] for word in words if word[2] is not None]
        return {
            "start_ms": min(starts, default=None),
            "end_ms": max(ends, default=None),
            "speaker": self._speakers.get(self.words[first].speaker or ""),
            "words": words,
        }

    def _told(self, first: int, end: int) -> Iterator[list[Any]]:
        index = first
        while index < end:
            cut, last = self._hidden[index], index
            while cut is not None and last + 1 < end and self._hidden[last + 1] is cut:
                last += 1
            run = self.words[index : last + 1]
            starts = [word.start_ms for word in run if word.start_ms is not None]
            ends = [word.end_ms for word in run if word.end_ms is not None]
            text = cut.token if cut else run[0].text
            yield [text, min(starts, default=None), max(ends, default=None)]
            index = last + 1


def _holds_a_number(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def _joined(before: Stretch, after: Stretch) -> Stretch:
    why = QUOTED if QUOTED in {before.why, after.why} else FLAGGED
    return Stretch(before.start_ms, max(before.end_ms, after.end_ms), why)


def _numbered(words: Sequence[SpokenWord]) -> Mapping[str, str]:
    """Speakers by number, in the order heard: a label made at the desk may hold a name. None where there is but one."""
    heard = list(dict.fromkeys(word.speaker for word in words if word.speaker))
    return {label: f"Speaker {number}" for number, label in enumerate(heard, start=1)} if len(heard) > 1 else {}
