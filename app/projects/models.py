# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.kit.db import ProjectRow, Utc


class Project(SQLModel, table=True):
    __tablename__ = "project"

    project_id: UUID = Field(primary_key=True)
    name: str
    languages: list[str] = Field(sa_column=Column(JSON, nullable=False))
    organisation: str = ""
    contact: str = ""
    country: str = "GB"
    child_age: int = 13
    undo_days: int = 14
    asks_sign_off: bool = False
    help: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    practice_guide: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(sa_type=Utc)


class Prompt(ProjectRow, table=True):
    __tablename__ = "prompt"

    prompt_id: UUID = Field(primary_key=True)
    position: int
    texts: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    retired_at: datetime | None = Field(default=None, sa_type=Utc)


class Invite(ProjectRow, table=True):
    __tablename__ = "invite"

    invite_id: UUID = Field(primary_key=True)
    secret_sha256: str = Field(unique=True)
    created_at: datetime = Field(sa_type=Utc)
    expires_at: datetime = Field(sa_type=Utc)
    revoked_at: datetime | None = Field(default=None, sa_type=Utc)


class SpokenSound(ProjectRow, table=True):
    """A prompt, a card or question of a consent form, or a word of the interface, as somebody says it."""

    __tablename__ = "spoken_sound"
    __table_args__ = (UniqueConstraint("project_id", "kind", "subject", "language"),)

    spoken_id: UUID = Field(primary_key=True)
    kind: str
    subject: str
    language: str
    state: str
    original_key: str
    key: str | None = None
    media_type: str = ""
    bytes: int = 0
    sha256: str | None = Field(default=None, index=True)
    duration_ms: int = 0
    refused_as: str | None = None
    created_at: datetime = Field(sa_type=Utc)
    taken_off_at: datetime | None = Field(default=None, sa_type=Utc)
