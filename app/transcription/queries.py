# SPDX-License-Identifier: Apache-2.0
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.stories import queries as stories
from app.transcription.lifecycle import RunStatus
from app.transcription.models import Run, Segment


@dataclass(frozen=True)
class Assignment:
    """What a run is to listen to: recordings in the order told, and the language its teller named."""

    keys: Sequence[str]
    language: str | None


def latest_run(session: Session, story_id: UUID) -> Run | None:
    newest = select(Run).where(col(Run.story_id) == story_id).order_by(col(Run.run_id).desc()).limit(1)
    return session.execute(newest).scalar_one_or_none()


def segments_of(session: Session, story_id: UUID) -> list[Segment]:
    """The newest run's, in order; none while it has not ended."""
    run = latest_run(session, story_id)
    if run is None:
        return []
    heard = select(Segment).where(col(Segment.run_id) == run.run_id).order_by(col(Segment.position))
    return list(session.execute(heard).scalars())


def words_of(session: Session, story_id: UUID) -> list[dict[str, Any]]:
    """The machine's words in order, or the teller's own where the story was written; `id` is unique in the story."""
    return [word for segment in segments_of(session, story_id) for word in segment.words]


def first_words(session: Session, story_id: UUID, characters: int) -> str:
    """How the story begins, at most so long."""
    run = latest_run(session, story_id)
    if run is None:
        return ""
    heard = select(Segment).where(col(Segment.run_id) == run.run_id).order_by(col(Segment.position)).limit(characters)
    beginning = ""
    for segment in session.execute(heard).scalars():
        beginning += "".join(f"{word['text']} " for word in segment.words)
        if len(beginning) > characters:
            break
    return beginning[:characters].strip()


def assignment(session: Session, run_id: UUID) -> Assignment | None:
    """None where the run is over or gone."""
    run = session.get(Run, run_id)
    if run is None or run.status != RunStatus.RUNNING:
        return None
    keys = [part.key for part in stories.recordings(session, run.story_id) if part.key is not None]
    return Assignment(keys, stories.get_story(session, run.story_id).language)


def waiting_runs(session: Session) -> list[Run]:
    return list(session.execute(select(Run).where(col(Run.status) == RunStatus.WAITING)).scalars())
