# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from app.kit.db import ProjectRow, Utc
from app.transcription.engine import HeardSegment, HeardWord, Window


class Run(ProjectRow, table=True):
    """One listening of the machine. `status`: waiting, running, done, failed. A written story's run is done at once.

    `task`: transcribe, or translate for a rough gist in English, which never takes the transcript's place. Somebody at
    the desk (`asked_by`, a person's id) may have asked for another language or model than the house would choose.
    """

    __tablename__ = "run"

    run_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    status: str
    consent_epoch: int
    task: str = "transcribe"
    asked_language: str | None = None
    asked_model: str = ""
    asked_by: str = ""
    engine: str = ""
    model: str = ""
    language: str | None = None
    language_probability: float | None = None
    duration_ms: int | None = None
    percent: int = 0
    message: str = ""
    started_at: datetime | None = Field(default=None, sa_type=Utc)
    ended_at: datetime | None = Field(default=None, sa_type=Utc)


class Segment(ProjectRow, table=True):
    """A stretch as the machine heard it. `words`: `[{id, text, start_ms, end_ms, probability, speaker}]`; a written
    story's paragraphs have words without times. `flags`: why the machine should not be believed here."""

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
    flags: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class HeardWindow(ProjectRow, table=True):
    """What a run that is not over has heard of one stretch (ms), so that it goes on from there in another process."""

    __tablename__ = "heard_window"

    run_id: UUID = Field(primary_key=True, foreign_key="run.run_id")
    start_ms: int = Field(primary_key=True)
    end_ms: int
    story_id: UUID = Field(foreign_key="story.story_id", index=True)
    heard: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))

    def window(self) -> Window:
        segments = [
            HeardSegment(**{**told, "words": [HeardWord(**word) for word in told["words"]]})
            for told in self.heard["segments"]
        ]
        speech = [(start, end) for start, end in self.heard["speech"]]
        return Window(self.start_ms, self.end_ms, speech, segments)
