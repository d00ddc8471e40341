# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from app.kit.db import ProjectRow, Utc


class Run(ProjectRow, table=True):
    """One listening of the machine. `status`: waiting, running, done, failed. A written story's run is done at once."""

    __tablename__ = "run"

    run_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    status: str
    consent_epoch: int
    engine: str = ""
    model: str = ""
    language: str | None = None
    language_probability: float | None = None
    percent: int = 0
    message: str = ""
    started_at: datetime | None = Field(default=None, sa_type=Utc)
    ended_at: datetime | None = Field(default=None, sa_type=Utc)


class Segment(ProjectRow, table=True):
    """A stretch as the machine heard it. `words`: `[{id, text, start_ms, end_ms, probability, speaker}]`; a written
    story's paragraphs have words without times."""

    __tablename__ = "segment"
    __table_args__ = (UniqueConstraint("run_id", "position"),)

    segment_id: UUID = Field(primary_key=True)
    run_id: UUID = Field(foreign_key="run.run_id", index=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    position: int
    start_ms: int | None = None
    end_ms: int | None = None
    avg_logprob: float | None = None
    no_speech_prob: float | None = None
    words: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
