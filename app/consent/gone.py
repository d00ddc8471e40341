# SPDX-License-Identifier: Apache-2.0
"""Voices that were taken back out of stories that others still tell."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries, rules
from app.consent.models import ConsentEvent, ConsentRecord
from app.kit import moments


@dataclass(frozen=True)
class GoneVoice:
    """`since`: its days to undo ended then."""

    story_id: UUID
    record_id: UUID
    since: datetime


def overdue(session: Session, at: datetime) -> list[GoneVoice]:
    """Whose days to undo are over, in the session's projects, longest ago first. What went with its whole story is
    erased and none of it."""
    at = moments.latest(session, at)
    newest = select(ConsentEvent.record_id, func.max(ConsentEvent.seq).label("seq"))
    newest_of = newest.group_by(col(ConsentEvent.record_id)).subquery()
    last = select(ConsentRecord).join(ConsentEvent, col(ConsentEvent.record_id) == col(ConsentRecord.record_id))
    last = last.join(
        newest_of,
        (newest_of.c.record_id == col(ConsentEvent.record_id)) & (newest_of.c.seq == col(ConsentEvent.seq)),
    )
    taken_back = list(session.execute(last.where(ConsentEvent.type == rules.WITHDRAWN)).scalars())
    found = [_gone(session, record, at) for record in taken_back if _others_tell(session, record)]
    return sorted((one for one in found if one is not None), key=lambda one: one.since)


def _others_tell(session: Session, record: ConsentRecord) -> bool:
    return any(event.type != rules.WITHDRAWN for event in queries.tellers(session, record.story_id))


def _gone(session: Session, record: ConsentRecord, at: datetime) -> GoneVoice | None:
    until = queries.undo_until(session, record.record_id)
    return GoneVoice(record.story_id, record.record_id, until) if until is not None and until <= at else None


def cut_refusal(session: Session, story_id: UUID, at: datetime) -> rules.CutRefusal | None:
    """What keeps the desk from opening this story to cut out who is gone; None where it may."""
    terms = queries.terms_of(session, story_id, at=at)
    return rules.may_cut(terms, [record.record_id for record in gone_from(session, story_id, at)])


def gone_from(session: Session, story_id: UUID, at: datetime) -> list[ConsentRecord]:
    """The voices of one story that were taken back and can no longer be brought back."""
    at = moments.latest(session, at)
    records = queries.records_of(session, story_id)
    return [record for record in records if _gone(session, record, at) is not None]
