# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.stories.errors import StoryNotFound
from app.stories.models import Participant, Playback, Recording, Story


@dataclass(frozen=True)
class StoryStanding:
    """Where a story stands, without its words."""

    story_id: UUID
    status: str
    kind: str
    medium: str
    received_at: datetime | None
    withdrawn_at: datetime | None
    undo_until: datetime | None
    wants_sign_off: bool


def find_story(session: Session, story_id: UUID) -> Story | None:
    return session.execute(select(Story).where(Story.story_id == story_id)).scalar_one_or_none()


def get_story(session: Session, story_id: UUID) -> Story:
    """Raises `StoryNotFound` for one that never was in the session's projects."""
    story = find_story(session, story_id)
    if story is None:
        raise StoryNotFound
    return story


def story_for_update(session: Session, story_id: UUID) -> Story:
    """The story as it is now, locked to the commit."""
    locked = select(Story).where(Story.story_id == story_id).with_for_update().execution_options(populate_existing=True)
    story = session.execute(locked).scalar_one_or_none()
    if story is None:
        raise StoryNotFound
    return story


def recordings(session: Session, story_id: UUID) -> list[Recording]:
    """In the order told."""
    told = select(Recording).where(Recording.story_id == story_id).order_by(col(Recording.position))
    return list(session.execute(told).scalars())


def participants(session: Session, story_id: UUID) -> list[Participant]:
    named = select(Participant).where(Participant.story_id == story_id).order_by(col(Participant.position))
    return list(session.execute(named).scalars())


def playback(session: Session, story_id: UUID) -> Playback | None:
    """None while the copies for listening are not made."""
    return session.execute(select(Playback).where(Playback.story_id == story_id)).scalar_one_or_none()


def standing(session: Session, story_id: UUID) -> StoryStanding:
    story = get_story(session, story_id)
    return StoryStanding(
        story_id=story.story_id,
        status=story.status,
        kind=story.kind,
        medium=story.medium,
        received_at=story.received_at,
        withdrawn_at=story.withdrawn_at,
        undo_until=story.undo_until,
        wants_sign_off=story.wants_sign_off,
    )
