# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, or_
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries as consent
from app.consent.documents import issued
from app.people.models import Device
from app.projects.queries import get_project
from app.stories.errors import StoryNotFound
from app.stories.lifecycle import Fact, StoryStatus
from app.stories.models import Participant, Playback, Recording, Story
from app.stories.rules import MEMORY
from app.stories.schemas import HeldRecording, HeldStory
from app.uploads import queries as uploads

AWAITED = "awaited"
KEPT = "kept"
QUARANTINED = "quarantined"
ERASED = "erased"


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


def is_erased(session: Session, story_id: UUID) -> bool:
    """Whether nothing but bare ids is left of it, or not even those."""
    story = find_story(session, story_id)
    return story is None or story.erased_at is not None


def get_story(session: Session, story_id: UUID) -> Story:
    """Raises `StoryNotFound` for one that never was in the session's projects."""
    story = find_story(session, story_id)
    if story is None:
        raise StoryNotFound
    return story


def story_for_update(session: Session, story_id: UUID) -> Story:
    """The story as it is now, locked to the commit."""
    story = story_for_update_or_none(session, story_id)
    if story is None:
        raise StoryNotFound
    return story


def story_for_update_or_none(session: Session, story_id: UUID) -> Story | None:
    """The same, for jobs that may come after the story is gone."""
    locked = select(Story).where(Story.story_id == story_id).with_for_update().execution_options(populate_existing=True)
    return session.execute(locked).scalar_one_or_none()


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


def facts_about(session: Session, story: Story, *, at: datetime | None = None) -> frozenset[Fact]:
    """What the lifecycle asks about; without `at` nothing may return."""
    parts = recordings(session, story.story_id)
    due = story.wants_sign_off or get_project(session, story.project_id).asks_sign_off
    in_time = at is not None and story.undo_until is not None and at < story.undo_until
    facts = {
        Fact.HAS_RECORDINGS: bool(parts),
        Fact.RECORDINGS_HERE: bool(parts) and all(part.media_state != AWAITED for part in parts),
        Fact.NO_SIGN_OFF_DUE: not due,
        Fact.MAY_RETURN: story.received_at is not None and story.erased_at is None and in_time,
    }
    return frozenset(fact for fact, holds in facts.items() if holds)


def own_stories(session: Session, device_id: UUID, *, after: tuple[datetime, UUID] | None, limit: int) -> list[Story]:
    """Those a phone sent, newest first."""
    mine = select(Story).where(Story.device_id == device_id, col(Story.erased_at).is_(None))
    if after is not None:
        moment, story_id = after
        earlier = and_(col(Story.declared_at) == moment, col(Story.story_id) < story_id)
        mine = mine.where(or_(col(Story.declared_at) < moment, earlier))
    mine = mine.order_by(col(Story.declared_at).desc(), col(Story.story_id).desc()).limit(limit)
    return list(session.execute(mine).scalars())


def held(session: Session, story: Story) -> HeldStory:
    """Where the story stands and what the server has of it, for the phone that sent it; no content."""
    parts = recordings(session, story.story_id)
    states = uploads.states(session, [part.recording_id for part in parts])
    receipts = [issued(session, record.record_id)[0].body for record in consent.records_of(session, story.story_id)]
    return HeldStory(
        story_id=story.story_id,
        status=story.status,
        recordings=[_held(part, states.get(part.recording_id)) for part in parts],
        consent_receipts=receipts,
    )


def _held(part: Recording, state: uploads.State | None) -> HeldRecording:
    if part.media_state != AWAITED or (state is not None and state.sha256 is not None):
        return HeldRecording(
            recording_id=part.recording_id,
            state="kept",
            offset=part.bytes,
            sha256=state.sha256 if state is not None and state.sha256 else part.sha256,
        )
    offset = state.offset if state is not None else 0
    return HeldRecording(
        recording_id=part.recording_id,
        state="partial" if offset else "missing",
        offset=offset,
        upload_url=f"/api/uploads/{part.recording_id}",
    )


def declared_lately(session: Session, device_id: UUID, at: datetime) -> list[datetime]:
    """When the phone sent its stories, as far back as its quota remembers; oldest first."""
    lately = select(Story.declared_at).where(Story.device_id == device_id, col(Story.declared_at) > at - MEMORY)
    return list(session.execute(lately.order_by(col(Story.declared_at))).scalars())


def declared_by_invite(session: Session, invite_id: UUID, at: datetime) -> list[datetime]:
    """When every phone of one invite sent its stories in the last hour; oldest first."""
    lately = (
        select(Story.declared_at)
        .join(Device, col(Device.device_id) == col(Story.device_id))
        .where(Device.invite_id == invite_id, col(Story.declared_at) > at - timedelta(hours=1))
        .order_by(col(Story.declared_at))
    )
    return list(session.execute(lately).scalars())


def withdrawn(session: Session) -> list[Story]:
    """Stories that were taken back and stand here yet, erased ones among them."""
    taken_back = select(Story).where(Story.status == StoryStatus.WITHDRAWN)
    return list(session.execute(taken_back).scalars())


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
