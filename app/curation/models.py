# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from app.kit.db import ProjectRow, Utc


class Claim(ProjectRow, table=True):
    __tablename__ = "claim"

    story_id: UUID = Field(primary_key=True, foreign_key="story.story_id")
    person_id: UUID = Field(foreign_key="person.person_id")
    until: datetime = Field(sa_type=Utc)


class Desk(ProjectRow, table=True):
    """What the desk has added to one story; `version` rises with every write and is the story's ETag there."""

    __tablename__ = "desk"

    story_id: UUID = Field(primary_key=True, foreign_key="story.story_id")
    version: int = 1
    title: str = ""
    summary: str = ""
    themes: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    tags: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    content_warnings: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    place_exact: str = ""
    place_area: str = ""
    place_precision: str = "area"
    date_precision: str = "month"


class Revision(ProjectRow, table=True):
    """A person's whole text, word by word, as `Segment.words`; number 0 is the machine's and has no row."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("story_id", "number"),)

    revision_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    number: int
    words: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    by: UUID
    at: datetime = Field(sa_type=Utc)


class Redaction(ProjectRow, table=True):
    __tablename__ = "redaction"

    redaction_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    from_word: str | None = None
    to_word: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    reason: str
    replacement: str = ""
    by: UUID
    at: datetime = Field(sa_type=Utc)
    removed_at: datetime | None = Field(default=None, sa_type=Utc)


class Quote(ProjectRow, table=True):
    __tablename__ = "quote"

    quote_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    from_word: str
    to_word: str
    by: UUID
    at: datetime = Field(sa_type=Utc)
    removed_at: datetime | None = Field(default=None, sa_type=Utc)


class Theme(ProjectRow, table=True):
    __tablename__ = "theme"
    __table_args__ = (UniqueConstraint("project_id", "name"),)

    theme_id: UUID = Field(primary_key=True)
    name: str
    meaning: str = ""


class Concern(ProjectRow, table=True):
    """A safeguarding concern; while `hold` stands and it is not closed, nothing of the story leaves."""

    __tablename__ = "concern"

    concern_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    status: str
    urgency: str
    note: str
    raised_by: UUID | None = None
    raised_at: datetime = Field(sa_type=Utc)
    closed_at: datetime | None = Field(default=None, sa_type=Utc)


class Decision(ProjectRow, table=True):
    __tablename__ = "decision"

    decision_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    decision: str
    note: str = ""
    by: UUID
    at: datetime = Field(sa_type=Utc)


class Message(ProjectRow, table=True):
    """From the storyteller's page to the desk. `record_id` says whose words they are, where several tell."""

    __tablename__ = "message"

    message_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    record_id: UUID | None = None
    kind: str
    text: str
    at: datetime = Field(sa_type=Utc)


class Cutting(ProjectRow, table=True):
    """What is to be cut out of a story because somebody took their voice back. `state`: marking, asked, replacing,
    replaced, done.

    `spans`: `[{start_ms, end_ms, with_others}]`, as marked, in milliseconds of the joined original; `word_spans`:
    `[{from_word, to_word, with_others}]` of a story in writing; `speakers`: labels that stand for voices which are
    gone. From `replacing` on there is no way back: the ledger holds what goes, and `cut_copy` is what takes its place.
    `look_at` names what was written about the whole story and must be confirmed by a person.
    """

    __tablename__ = "cutting"

    story_id: UUID = Field(primary_key=True, foreign_key="story.story_id")
    state: str = Field(index=True)
    spans: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    word_spans: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    speakers: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    nothing_said: bool = False
    problem: str = ""
    asked_by: UUID | None = None
    asked_at: datetime | None = Field(default=None, sa_type=Utc)
    record_ids: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    cut_copy: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    look_at: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    replaced_at: datetime | None = Field(default=None, sa_type=Utc)


class CuttingHeard(ProjectRow, table=True):
    """A stretch of the original that somebody at the desk has played, on the way to cutting a voice out of it."""

    __tablename__ = "cutting_heard"

    heard_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    from_ms: int
    to_ms: int
    by: UUID
    at: datetime = Field(sa_type=Utc)
