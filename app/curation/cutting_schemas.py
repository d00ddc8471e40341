# SPDX-License-Identifier: Apache-2.0
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.curation.schemas import Milliseconds, WordId
from app.kit.shapes import Answer, Shape, Text

MOST_MARKS = 2_000
Speaker = Annotated[Text, Field(min_length=1, max_length=60)]


class CutSpan(Shape):
    """A stretch of the voice that is gone. `with_others`: somebody else speaks in it too, and that goes as well."""

    start_ms: Milliseconds
    end_ms: Milliseconds
    with_others: bool = False


class CutWords(Shape):
    """The same in a story in writing."""

    from_word: WordId
    to_word: WordId
    with_others: bool = False


class CuttingIn(Shape):
    """All of it each time; without `speakers` those stay as they are. They are the labels that stand for who is gone.
    `nothing_said`: that voice is nowhere in it."""

    spans: Annotated[list[CutSpan], Field(max_length=MOST_MARKS)] = Field(default_factory=list)
    word_spans: Annotated[list[CutWords], Field(max_length=MOST_MARKS)] = Field(default_factory=list)
    speakers: Annotated[list[Speaker], Field(max_length=50)] | None = None
    nothing_said: bool = False


class CuttingHeardIn(Shape):
    from_ms: Milliseconds
    to_ms: Milliseconds


class CuttingPerson(Answer):
    """Somebody in the story: who they are called is what tells one voice from the other."""

    participant_id: UUID
    role: str
    display_name: str
    is_gone: bool


class CuttingSpeaker(Answer):
    """A label in the text. `is_gone` as marked; before anybody has, where it is the name of somebody who is gone."""

    label: str
    words: int
    is_gone: bool


class CuttingWord(Answer):
    """`is_struck`: the desk took it out of what was written, and it is still in the original. `goes`: by the marks."""

    id: str
    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None
    is_struck: bool
    goes: bool


class CuttingSegment(Answer):
    first_word: str
    last_word: str


class CuttingMark(Answer):
    start_ms: int
    end_ms: int
    with_others: bool


class CuttingWordMark(Answer):
    from_word: str
    to_word: str
    with_others: bool


class CuttingStretch(Answer):
    start_ms: int
    end_ms: int


class CuttingOverlap(Answer):
    """Words of somebody who stays, in the mark with this number (of `spans`, or of `word_spans` in writing)."""

    mark: int
    words: list[str]


class CuttingLeft(Answer):
    """One thing that is left to do, in a plain sentence."""

    slug: str
    detail: str


class CuttingProgress(Answer):
    """`heard` and `unheard` are stretches of the whole original. `has_failed`: it was asked for and could not be made,
    or consent changed meanwhile."""

    story_id: UUID
    state: Literal["marking", "making", "done"]
    heard: list[CuttingStretch]
    unheard: list[CuttingStretch]
    left: list[CuttingLeft]
    look_at: list[str]
    has_failed: bool = False


class CuttingOut(CuttingProgress):
    """`sound`: ready, making, none. `silenced` is what becomes silence: the spans with a margin of 300 ms. Outside of
    `marking` nothing of the story is here."""

    medium: str
    language: str | None
    sound: Literal["ready", "making", "none"]
    duration_ms: int | None
    unplayable: int
    people: list[CuttingPerson]
    speakers: list[CuttingSpeaker]
    words: list[CuttingWord]
    segments: list[CuttingSegment]
    spans: list[CuttingMark]
    word_spans: list[CuttingWordMark]
    nothing_said: bool
    silenced: list[CuttingStretch]
    outside: list[str]
    overlaps: list[CuttingOverlap]


class CuttingAsked(Answer):
    """`look_at`: fields written about the whole story that somebody must read, put right and save before it can be
    approved."""

    story_id: UUID
    state: Literal["making", "done"]
    look_at: list[str]
