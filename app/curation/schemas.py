# SPDX-License-Identifier: Apache-2.0
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from app.kit.shapes import Answer, Instant, Shape, Text

WordId = Annotated[str, Field(min_length=1, max_length=40)]
Label = Annotated[Text, Field(min_length=1, max_length=120)]
Labels = Annotated[list[Label], Field(max_length=50)]
Milliseconds = Annotated[int, Field(ge=0, le=24 * 3_600_000)]


class WordIn(Shape):
    id: WordId | None = None
    text: Annotated[Text, Field(min_length=1, max_length=200)]
    speaker: Annotated[Text, Field(max_length=60)] | None = None


class TranscriptIn(Shape):
    base_revision: Annotated[int, Field(ge=0, le=1_000_000)]
    words: Annotated[list[WordIn], Field(max_length=60_000)]


class RedactionIn(Shape):
    from_word: WordId | None = None
    to_word: WordId | None = None
    start_ms: Milliseconds | None = None
    end_ms: Milliseconds | None = None
    reason: Annotated[Text, Field(min_length=1, max_length=300)]
    replacement: Annotated[Text, Field(max_length=100)] = ""

    @model_validator(mode="after")
    def _names_one_span(self) -> Self:
        words = self.from_word is not None and self.to_word is not None
        times = self.start_ms is not None and self.end_ms is not None
        if words == times:
            raise ValueError("words or times")
        return self


class QuoteIn(Shape):
    from_word: WordId
    to_word: WordId


class PlaceIn(Shape):
    exact: Annotated[Text, Field(max_length=300)] = ""
    area: Annotated[Text, Field(max_length=300)] = ""


class DetailsIn(Shape):
    title: Annotated[Text, Field(max_length=300)]
    summary: Annotated[Text, Field(max_length=4_000)]
    themes: Labels
    tags: Labels
    content_warnings: Labels
    place: PlaceIn
    place_precision: Literal["exact", "area", "none"]
    date_precision: Literal["exact", "month", "year"]


class ConcernIn(Shape):
    urgency: Literal["now", "soon", "watch"]
    note: Annotated[Text, Field(min_length=1, max_length=4_000)]


class MadeRedaction(Answer):
    redaction_id: str


class MadeQuote(Answer):
    quote_id: str


class MadeConcern(Answer):
    concern_id: str


class MadeRevision(Answer):
    revision: int


class ClaimedBy(Answer):
    person_id: str
    name: str
    until: Instant


class QueueItem(Answer):
    story_id: str
    project_id: str
    etag: str
    status: str
    kind: str
    medium: str
    language: str | None
    title: str
    excerpt: str
    duration_ms: int | None
    received_at: Instant | None
    percent: int | None
    minutes_left: int | None
    claimed_by: ClaimedBy | None
    flags: list[str]


class Queue(Answer):
    items: list[QueueItem]
    counts: dict[str, int]
    next_cursor: str | None


class ThemeOut(Answer):
    name: str
    meaning: str


class Codebook(Answer):
    items: list[ThemeOut]
