# SPDX-License-Identifier: Apache-2.0
"""How long the machine will need for stories it has not heard to their end, by the rows of the whole house.

Other projects' stories share the engine, so they are counted; of them nothing leaves but a number of minutes.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.consent import queries as consent
from app.consent.rules import may_process
from app.kit import clock
from app.kit.db import across_projects
from app.kit.lanes import AT_ONCE, SHARED, Lane
from app.settings import settings
from app.stories.lifecycle import StoryStatus
from app.stories.models import Recording, Story
from app.transcription.estimates import Measured, Places, Waiting, pace, plainly, until_heard
from app.transcription.lifecycle import RunStatus
from app.transcription.models import Run
from app.transcription.service import LONG_MS

RECENT_RUNS: Final = 20
"""What a machine did long ago, perhaps on another processor, says nothing of today."""
MOST_COUNTED: Final = 500
"""Nobody is told how many hours come after the five hundredth story."""
LANES: Final[Mapping[str, Places]] = {lane: Places(AT_ONCE[lane], SHARED[lane]) for lane in (Lane.BRIEF, Lane.WHISPER)}


def minutes_left(session: Session, story_ids: Iterable[UUID]) -> dict[UUID, int]:
    """Until each is heard to its end, as somebody says it: 0 is less than one minute."""
    return {story_id: plainly(seconds) for story_id, seconds in seconds_left(session, story_ids).items()}


def seconds_left(session: Session, story_ids: Iterable[UUID]) -> dict[UUID, float]:
    """Left out are those that wait for no turn of the machine, and those of which nothing is known: their length, or
    how fast this house hears."""
    wanted = set(story_ids)
    if not wanted:
        return {}
    with across_projects(session):
        waiting = _waiting(session)
    if not wanted & {one.story_id for one in waiting}:
        return {}
    done = until_heard(waiting, LANES)
    return {story_id: done[story_id] for story_id in wanted if story_id in done}


def _waiting(session: Session) -> list[Waiting]:
    """Everything the machine is to hear, in the order it came; what has begun first."""
    begun = _runs(session)
    fresh = _untouched(session, {run.story_id for run in begun})
    lengths = _lengths(session, [*(run.story_id for run in begun), *fresh])
    own = settings().whisper_model
    told = [(run.story_id, run.project_id, run.model or run.asked_model or own, run.percent) for run in begun] + [
        (story_id, project_id, own, 0) for story_id, project_id in fresh.items()
    ]
    lengths |= {run.story_id: run.duration_ms for run in begun if run.duration_ms is not None}
    paces = {model: pace(_measured(session, model)) for model in {model for _, _, model, _ in told}}
    waiting = []
    for story_id, project_id, model, percent in told:
        length_ms, found = lengths.get(story_id), paces[model]
        if length_ms is not None and found is not None:
            lane = Lane.WHISPER if length_ms >= LONG_MS else Lane.BRIEF
            waiting.append(Waiting(story_id, project_id, length_ms / 1000 * (100 - percent) / 100 / found, lane))
    return waiting


def _runs(session: Session) -> list[Run]:
    """Those that are listened for, then those that wait for their turn. One with a message waits for an engine."""
    found = (
        select(Run)
        .join(Story, col(Story.story_id) == col(Run.story_id))
        .where(col(Run.status).in_([RunStatus.RUNNING, RunStatus.WAITING]), col(Run.message) == "")
        .where(col(Story.status) != StoryStatus.WITHDRAWN)
    )
    runs = list(session.execute(found).scalars())
    return sorted(runs, key=lambda run: (run.status != RunStatus.RUNNING, run.run_id))


def _untouched(session: Session, begun: set[UUID]) -> dict[UUID, UUID]:
    """Stories that arrived and wait for a place, with their projects; the oldest first."""
    arrived = select(col(Story.story_id), col(Story.project_id)).where(
        col(Story.status) == StoryStatus.RECEIVED, col(Story.medium) == "audio"
    )
    ordered = arrived.order_by(col(Story.received_at), col(Story.story_id)).limit(MOST_COUNTED)
    found = {row.story_id: row.project_id for row in session.execute(ordered) if row.story_id not in begun}
    terms = consent.terms_for(session, list(found))
    return {story_id: project_id for story_id, project_id in found.items() if may_process(terms[story_id])}


def _lengths(session: Session, story_ids: Sequence[UUID]) -> dict[UUID, int]:
    """Of those whose every recording tells its own, in ms."""
    if not story_ids:
        return {}
    told: Any = (
        select(
            col(Recording.story_id).label("story_id"),
            func.sum(col(Recording.duration_ms)).label("duration_ms"),
            func.count().label("parts"),
            func.count(col(Recording.duration_ms)).label("known"),
        )
        .where(col(Recording.story_id).in_(story_ids))
        .group_by(col(Recording.story_id))
    )
    return {row.story_id: int(row.duration_ms) for row in session.execute(told) if row.parts == row.known}


def _measured(session: Session, model: str) -> list[Measured]:
    """The newest runs that this model ended with words; where it has ended none, what those at work did so far."""
    timed = select(
        col(Run.duration_ms), col(Run.percent), col(Run.started_at), col(Run.ended_at), col(Run.status)
    ).where(col(Run.model) == model, col(Run.message) == "", col(Run.started_at).is_not(None))
    ended = timed.where(col(Run.status) == RunStatus.DONE, col(Run.duration_ms).is_not(None))
    rows = session.execute(ended.order_by(col(Run.run_id).desc()).limit(RECENT_RUNS)).all()
    rows = rows or session.execute(timed.where(col(Run.status) == RunStatus.RUNNING)).all()
    now = clock.now()
    return [
        Measured((row.duration_ms or 0) * row.percent / 100, row.started_at, _latest(row.ended_at, now)) for row in rows
    ]


def _latest(ended_at: datetime | None, now: datetime) -> datetime:
    return now if ended_at is None else ended_at
