# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from app.kit.db import ProjectRow, Utc


class EditionRow(ProjectRow, table=True):
    """What was or would be released; rendered, never a filter over the original.

    `status`: proof, current, superseded, retracted. `state`: rendering, ready, failed. `inputs_sha256` says what it was
    made from, so that a changed story needs another proof; `sha256` is over content and sound. `look_again_at` is the
    next moment at which an embargo ends.
    """

    __tablename__ = "edition"

    edition_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    number: int | None = None
    status: str
    state: str
    consent_epoch: int
    inputs_sha256: str
    sha256: str | None = None
    content: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    to_hear: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    opus_key: str | None = None
    opus_bytes: int | None = None
    opus_sha256: str | None = None
    aac_key: str | None = None
    aac_bytes: int | None = None
    aac_sha256: str | None = None
    peaks_key: str | None = None
    duration_ms: int | None = None
    asked_by: UUID
    approved_by: UUID | None = None
    made_at: datetime = Field(sa_type=Utc)
    look_again_at: datetime | None = Field(default=None, sa_type=Utc, index=True)
    released_at: datetime | None = Field(default=None, sa_type=Utc)
    retracted_at: datetime | None = Field(default=None, sa_type=Utc)


class Heard(ProjectRow, table=True):
    """A stretch of one proof that a person has played."""

    __tablename__ = "heard"

    heard_id: UUID = Field(primary_key=True)
    edition_id: UUID = Field(foreign_key="edition.edition_id", index=True)
    from_ms: int
    to_ms: int
    by: UUID
    at: datetime = Field(sa_type=Utc)


class SignOff(ProjectRow, table=True):
    """A storyteller's answer to the bytes of one proof: yes, change, leave_out; of one quote where it is named."""

    __tablename__ = "sign_off"

    sign_off_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    record_id: UUID
    proof_sha256: str
    quote_id: UUID | None = None
    decision: str
    note: str = ""
    at: datetime = Field(sa_type=Utc)


class Reader(ProjectRow, table=True):
    """Whom publishing has been told of: a partner with an agreement, as the gate sees it. One per project."""

    __tablename__ = "reader"
    __table_args__ = (UniqueConstraint("project_id", "principal_id"),)

    reader_id: UUID = Field(primary_key=True)
    principal_id: UUID = Field(index=True)
    name: str
    audience: str
    opened_at: datetime = Field(sa_type=Utc)
    closed_at: datetime | None = Field(default=None, sa_type=Utc)


class Release(ProjectRow, table=True):
    """Who may have what, from when, until when. `public_id` is minted here, one for each reader and story. `digest` is
    over all that this reader is shown, so that a change of terms is told like a change of words. `sound_until` is when
    a reader who had the sound was left with the words."""

    __tablename__ = "release"
    __table_args__ = (
        UniqueConstraint("reader_id", "story_id"),
        Index("ix_release_page", "reader_id", "published_at", "release_id"),
    )

    release_id: UUID = Field(primary_key=True)
    reader_id: UUID = Field(foreign_key="reader.reader_id", index=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    public_id: UUID = Field(unique=True)
    edition_id: UUID = Field(foreign_key="edition.edition_id")
    version: int
    form: str
    digest: str
    from_at: datetime = Field(sa_type=Utc)
    published_at: datetime = Field(sa_type=Utc)
    sound_until: datetime | None = Field(default=None, sa_type=Utc)
    expires_at: datetime | None = Field(default=None, sa_type=Utc)
    revoked_at: datetime | None = Field(default=None, sa_type=Utc)
    read_at: datetime | None = Field(default=None, sa_type=Utc)


class FeedEntry(ProjectRow, table=True):
    """What happened, in order, for one principal: the number is taken last of all, under a lock held to the commit.
    Withdrawals are its tombstones; they stay for ever and outlive the story, whose id they do not hold."""

    __tablename__ = "feed_entry"
    __table_args__ = (UniqueConstraint("principal_id", "seq"),)

    entry_id: UUID = Field(primary_key=True)
    principal_id: UUID = Field(index=True)
    seq: int
    type: str
    public_id: UUID = Field(index=True)
    version: int
    at: datetime = Field(sa_type=Utc)
    acked_at: datetime | None = Field(default=None, sa_type=Utc)
