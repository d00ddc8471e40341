# SPDX-License-Identifier: Apache-2.0
"""The desk's queue: which stories wait, the oldest first, and what a facilitator should know before opening one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, func, or_, select, tuple_
from sqlalchemy.orm import Session
from sqlmodel import col

from app.consent import queries as consent
from app.consent.rules import team_may_read
from app.curation import queries
from app.curation.models import Claim, Desk
from app.curation.schemas import ClaimedBy, Queue, QueueItem
from app.kit import etags, paging
from app.people import queries as people
from app.people.access import Staff
from app.stories.lifecycle import StoryStatus
from app.stories.models import Playback, Recording, Story
from app.transcription import queries as transcription
from app.transcription.models import Run
from app.transcription.progress import minutes_left
from app.transcription.service import TO_BE_HEARD

EXCERPT_CHARACTERS = 140
CLOSED = frozenset({StoryStatus.AWAITING_RECORDING, StoryStatus.WITHDRAWN})


@dataclass(frozen=True)
class Wanted:
    """Filters of the queue, as its address names them."""

    status: str | None = None
    project: UUID | None = None
    language: str | None = None
    q: str | None = None
    mine: bool = False
    flag: str | None = None
    cursor: str | None = None
    limit: int = 50


def page(session: Session, wanted: Wanted, staff: Staff, *, at: datetime) -> Queue:
    """One page, oldest first, and how many stand in each status."""
    told = _narrow(select(Story).outerjoin(Desk, col(Desk.story_id) == Story.story_id), wanted, staff, at)
    if wanted.cursor is not None:
        when, after = paging.unseal(str(staff.person_id), wanted.cursor)
        since = datetime.fromtimestamp(when / 1000, UTC)
        told = told.where(tuple_(col(Story.declared_at), col(Story.story_id)) > (since, UUID(after)))
    ordered = told.order_by(col(Story.declared_at), col(Story.story_id)).limit(wanted.limit + 1)
    found: list[Story] = list(session.execute(ordered).scalars())
    shown = found[: wanted.limit]
    return Queue(
        items=_items(session, shown, wanted, at),
        counts=_counts(session),
        next_cursor=_cursor(staff, shown[-1]) if len(found) > wanted.limit else None,
    )


def _cursor(staff: Staff, last: Story) -> str:
    return paging.seal(str(staff.person_id), [round(last.declared_at.timestamp() * 1000), str(last.story_id)])


def _narrow(told: Select[Story], wanted: Wanted, staff: Staff, at: datetime) -> Select[Story]:
    if wanted.status is not None:
        told = told.where(col(Story.status) == wanted.status)
    if wanted.project is not None:
        told = told.where(col(Story.project_id) == wanted.project)
    if wanted.language is not None:
        told = told.where(col(Story.language) == wanted.language)
    if wanted.mine:
        held = select(col(Claim.story_id)).where(col(Claim.person_id) == staff.person_id, col(Claim.until) > at)
        told = told.where(col(Story.story_id).in_(held))
    if wanted.q:
        named = [
            col(Desk.title).icontains(wanted.q, autoescape=True),
            col(Story.title).icontains(wanted.q, autoescape=True),
        ]
        told = told.where(col(Story.status).not_in(CLOSED), or_(*named))
    return told


def _counts(session: Session) -> dict[str, int]:
    counted = select(col(Story.status), func.count()).group_by(col(Story.status))
    counts = dict.fromkeys(StoryStatus, 0)
    counts |= {StoryStatus(status): number for status, number in session.execute(counted).all()}
    return {status.value: number for status, number in counts.items()}


def _items(session: Session, shown: Sequence[Story], wanted: Wanted, at: datetime) -> list[QueueItem]:
    ids = [story.story_id for story in shown]
    added = {each.story_id: each for each in _of(session, Desk, ids)}
    lengths = {each.story_id: each.duration_ms for each in _of(session, Playback, ids)}
    runs = transcription.latest_runs(session, ids)
    damaged = {each.story_id for each in _of(session, Recording, ids) if each.media_state == "quarantined"}
    held = queries.held_back(session, ids)
    shut = _shut(session, shown)
    minutes = minutes_left(session, [story.story_id for story in shown if story.status in TO_BE_HEARD])
    claims = queries.claims(session, ids, at=at)
    names = people.names(session, [each.person_id for each in claims.values()])
    items = []
    for story in shown:
        flags = _flags(story, runs.get(story.story_id), held=held, damaged=damaged)
        closed = story.story_id in shut
        if (wanted.flag is None or wanted.flag in flags) and not (wanted.q and closed):
            desk = added.get(story.story_id)
            claim = claims.get(story.story_id)
            run = runs.get(story.story_id)
            items.append(
                QueueItem(
                    story_id=str(story.story_id),
                    project_id=str(story.project_id),
                    etag=etags.make("desk", story.story_id, desk.version if desk else 0, story.version),
                    status=story.status,
                    kind=story.kind,
                    medium=story.medium,
                    language=(run.language if run else None) or story.language,
                    title="" if closed else (desk.title if desk else story.title),
                    excerpt="" if closed else _excerpt(session, story),
                    duration_ms=None if closed else lengths.get(story.story_id),
                    received_at=story.received_at,
                    percent=run.percent if run is not None and run.status == "running" else None,
                    minutes_left=minutes.get(story.story_id),
                    claimed_by=_claimed_by(claim, names),
                    flags=flags,
                )
            )
    return items


def _shut(session: Session, shown: Sequence[Story]) -> set[UUID]:
    """Those that the desk sees as a bare fact: closed, or the storyteller did not let the team in."""
    terms = consent.terms_for(session, [story.story_id for story in shown])
    return {story.story_id for story in shown if story.status in CLOSED or not team_may_read(terms[story.story_id])}


T = TypeVar("T", Desk, Playback, Recording)


def _of(session: Session, table: type[T], ids: Sequence[UUID]) -> list[T]:
    return list(session.execute(select(table).where(col(table.story_id).in_(ids))).scalars())


def _claimed_by(claim: Claim | None, names: dict[UUID, str]) -> ClaimedBy | None:
    if claim is None:
        return None
    return ClaimedBy(person_id=str(claim.person_id), name=names.get(claim.person_id, ""), until=claim.until)


def _excerpt(session: Session, story: Story) -> str:
    if story.medium == "text":
        return story.text[:EXCERPT_CHARACTERS]
    return transcription.first_words(session, story.story_id, EXCERPT_CHARACTERS)


def _flags(story: Story, run: Run | None, *, held: set[UUID], damaged: set[UUID]) -> list[str]:
    facts = {
        "concern": story.story_id in held,
        "sound_damaged": story.story_id in damaged,
        "wants_sign_off": story.wants_sign_off,
        "not_transcribed": run is not None and run.status == "failed",
        "waiting_for_engine": run is not None and run.status == "waiting" and bool(run.message),
    }
    return [flag for flag, holds in facts.items() if holds]
