# SPDX-License-Identifier: Apache-2.0
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries as consent
from app.stories import queries as stories
from app.stories.lifecycle import StoryStatus
from app.transcription.engine import Task
from app.transcription.lifecycle import ENDED, RunStatus
from app.transcription.models import HeardWindow, Run, Segment


@dataclass(frozen=True)
class Assignment:
    """What a run is to listen to: recordings in the order told, each with the silence (ms) before it, and the language
    that the desk or its teller named. `model`: empty for the one of these settings."""

    parts: Sequence[tuple[str, int]]
    language: str | None
    model: str = ""
    task: Task = Task.TRANSCRIBE


@dataclass(frozen=True)
class Gist:
    """A rough machine translation into English, paragraph by paragraph, and what it was made from."""

    paragraphs: Sequence[str]
    language: str | None
    made_at: datetime | None


@dataclass(frozen=True)
class Passage:
    """What was heard from here to there, in ms of the whole sound."""

    start_ms: int
    end_ms: int
    text: str


LONGEST_PAUSE_MS: Final = 3_000
"""As long as a window goes on over it."""

_DONE_FIRST = case((col(Run.status) == RunStatus.DONE, 0), else_=1)


def latest_run(session: Session, story_id: UUID) -> Run | None:
    """The run whose words stand: the newest that is done; where none is, the newest that was to bring some."""
    return _newest(session, story_id, Task.TRANSCRIBE)


def latest_runs(session: Session, story_ids: Sequence[UUID]) -> dict[UUID, Run]:
    """The same for many stories at once."""
    found = select(Run).where(col(Run.story_id).in_(story_ids), col(Run.task) == Task.TRANSCRIBE)
    best_last = found.order_by(_DONE_FIRST.desc(), col(Run.run_id))
    return {run.story_id: run for run in session.execute(best_last).scalars()}


def pending_run(session: Session, story_id: UUID) -> Run | None:
    """The one that has not ended; at most one of a story has not."""
    pending = select(Run).where(col(Run.story_id) == story_id, col(Run.status).not_in(ENDED))
    return session.execute(pending.order_by(col(Run.run_id)).limit(1)).scalar_one_or_none()


def asked_run(session: Session, story_id: UUID) -> Run | None:
    """The newest that somebody at the desk asked for."""
    asked = select(Run).where(col(Run.story_id) == story_id, col(Run.asked_by) != "")
    return session.execute(asked.order_by(col(Run.run_id).desc()).limit(1)).scalar_one_or_none()


def gist_of(session: Session, story_id: UUID) -> Gist | None:
    """The newest that is done; nobody's words, and for nobody outside the team."""
    run = _newest(session, story_id, Task.TRANSLATE)
    if run is None or run.status != RunStatus.DONE:
        return None
    said = [" ".join(word["text"] for word in segment.words) for segment in _segments(session, run)]
    return Gist([paragraph for paragraph in said if paragraph], run.language, run.ended_at)


def _newest(session: Session, story_id: UUID, task: Task) -> Run | None:
    found = select(Run).where(col(Run.story_id) == story_id, col(Run.task) == task)
    return session.execute(found.order_by(_DONE_FIRST, col(Run.run_id).desc()).limit(1)).scalar_one_or_none()


def _segments(session: Session, run: Run) -> list[Segment]:
    heard = select(Segment).where(col(Segment.run_id) == run.run_id).order_by(col(Segment.position))
    return list(session.execute(heard).scalars())


def segments_of(session: Session, story_id: UUID) -> list[Segment]:
    """Those of the run whose words stand, in order."""
    run = latest_run(session, story_id)
    return [] if run is None else _segments(session, run)


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
    recorded = stories.recordings(session, run.story_id)
    parts = [(part.key, part.gap_before_ms) for part in recorded if part.key is not None]
    language = run.asked_language or stories.get_story(session, run.story_id).language
    return Assignment(parts, language, run.asked_model, Task(run.task))


def is_wanted(session: Session, run_id: UUID) -> bool:
    """Whether the run still goes on, under the consent it was begun under."""
    run = session.get(Run, run_id)
    if run is None or run.status != RunStatus.RUNNING:
        return False
    story = stories.find_story(session, run.story_id)
    if story is None or story.status == StoryStatus.WITHDRAWN:
        return False
    return run.consent_epoch == consent.epoch(session, run.story_id)


def windows_of(session: Session, run_id: UUID) -> list[HeardWindow]:
    """What a run that is not over has heard so far, in order."""
    heard = select(HeardWindow).where(col(HeardWindow.run_id) == run_id).order_by(col(HeardWindow.start_ms))
    return list(session.execute(heard).scalars())


def passages_so_far(session: Session, run_id: UUID) -> list[Passage]:
    """A passage for each window that was heard, and one without words where the machine has yet to listen, or where
    nobody speaks for longer than a pause. What is still to come after the last is not told."""
    passages: list[Passage] = []
    heard_ms = 0
    for row in windows_of(session, run_id):
        if row.start_ms - heard_ms > LONGEST_PAUSE_MS:
            passages.append(Passage(heard_ms, row.start_ms, ""))
        said = " ".join(segment.text for segment in row.window().segments)
        passages.append(Passage(row.start_ms, row.end_ms, said))
        heard_ms = row.end_ms
    return passages


def waiting_runs(session: Session) -> list[Run]:
    return list(session.execute(select(Run).where(col(Run.status) == RunStatus.WAITING)).scalars())
