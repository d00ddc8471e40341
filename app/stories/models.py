# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Column
from sqlmodel import Field

from app.kit.db import ProjectRow, Utc


class Story(ProjectRow, table=True):
    """`declaration_sha256` is keyed, since what was declared holds secrets. After `erased_at` the row is bare; it goes
    when no room holds anything on it any more."""

    __tablename__ = "story"

    story_id: UUID = Field(primary_key=True)
    device_id: UUID | None = Field(default=None, index=True)
    status: str = Field(index=True)
    version: int = 1
    kind: str
    medium: str
    prompt_id: UUID | None = None
    language: str | None = None
    title: str = ""
    text: str = ""
    place: str = ""
    recorded_at: datetime = Field(sa_type=Utc)
    declared_at: datetime = Field(sa_type=Utc)
    received_at: datetime | None = Field(default=None, sa_type=Utc)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Utc)
    undo_until: datetime | None = Field(default=None, sa_type=Utc)
    erased_at: datetime | None = Field(default=None, sa_type=Utc)
    wants_sign_off: bool = False
    declaration_sha256: str
    decline_note: str = ""


class Participant(ProjectRow, table=True):
    __tablename__ = "participant"

    participant_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    position: int
    role: str
    display_name: str = ""


class Recording(ProjectRow, table=True):
    """What one recorder made, in the order told. `media_state`: awaited, kept, quarantined, erased."""

    __tablename__ = "recording"

    recording_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    position: int
    bytes: int = Field(sa_column=Column(BigInteger, nullable=False))
    sha256: str
    media_type: str
    duration_ms: int | None = None
    gap_before_ms: int = 0
    media_state: str = "awaited"
    media_problem: str = ""
    truncated: bool = False
    key: str | None = None


class Playback(ProjectRow, table=True):
    """The story's recordings joined for listening at the desk, with their peaks."""

    __tablename__ = "playback"

    story_id: UUID = Field(primary_key=True, foreign_key="story.story_id")
    opus_key: str
    opus_bytes: int
    aac_key: str
    aac_bytes: int
    peaks_key: str
    duration_ms: int
    parts_ms: str = ""


class ErasureLedger(ProjectRow, table=True):
    """What must never come back: keyed hashes only. Outlives the story."""

    __tablename__ = "erasure_ledger"

    ledger_id: UUID = Field(primary_key=True)
    kind: str
    hmac: str = Field(index=True)
    erased_at: datetime = Field(sa_type=Utc)
    done_at: datetime | None = Field(default=None, sa_type=Utc)
