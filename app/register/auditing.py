# SPDX-License-Identifier: Apache-2.0
"""Who did what to what, as a steward reads it: names of colleagues and partners, never of who told a story."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import tuple_
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent.models import ConsentRecord
from app.kit import paging
from app.kit.audit import AuditDetail, AuditEntry
from app.partners.models import Partner
from app.people import queries as people
from app.people.access import Staff
from app.people.models import Device, Membership
from app.register.schemas import ActorOut, AuditOut
from app.stories.models import Story

TELLERS: Final = frozenset({"storyteller", "reporter_receipt", "guardian"})
RECEIPT: Final = "receipt:"


@dataclass(frozen=True)
class Wanted:
    """`about` is a story or a record: of a story, what was done to its records too."""

    action: str | None = None
    actor: str | None = None
    about: UUID | None = None


def page(
    session: Session, wanted: Wanted, staff: Staff, *, cursor: str | None, limit: int
) -> tuple[list[AuditOut], str | None]:
    """Newest first."""
    seal = f"audit:{staff.person_id}"
    sought = select(AuditEntry)
    if wanted.action is not None:
        sought = sought.where(AuditEntry.action == wanted.action)
    if wanted.actor is not None:
        sought = sought.where(AuditEntry.actor == wanted.actor)
    if wanted.about is not None:
        records = select(ConsentRecord.record_id).where(ConsentRecord.story_id == wanted.about)
        subjects = [wanted.about, *session.execute(records).scalars()]
        sought = sought.where(col(AuditEntry.subject).in_([str(subject) for subject in subjects]))
    if cursor is not None:
        when, entry_id = paging.unseal(seal, cursor)
        place = datetime.fromtimestamp(when / 1000, UTC), UUID(entry_id)
        sought = sought.where(tuple_(col(AuditEntry.at), col(AuditEntry.entry_id)) < place)
    newest = sought.order_by(col(AuditEntry.at).desc(), col(AuditEntry.entry_id).desc())
    found = list(session.execute(newest.limit(limit + 1)).scalars())
    shown, following = found[:limit], None
    if len(found) > limit:
        following = paging.seal(seal, [round(shown[-1].at.timestamp() * 1000), str(shown[-1].entry_id)])
    return told(session, shown), following


def told(session: Session, entries: Sequence[AuditEntry]) -> list[AuditOut]:
    """The same entries in words that a person can follow."""
    names = actors(session, {entry.actor for entry in entries})
    subjects = {found for entry in entries if (found := _uuid(entry.subject)) is not None}
    stories = _known(session, Story.story_id, subjects)
    records = _known(session, ConsentRecord.record_id, subjects)
    bound = select(AuditDetail).where(col(AuditDetail.entry_id).in_([entry.entry_id for entry in entries]))
    details = {row.entry_id: row.details for row in session.execute(bound).scalars()}
    return [
        AuditOut(
            entry_id=entry.entry_id,
            project_id=entry.project_id,
            seq=entry.seq,
            at=entry.at,
            action=entry.action,
            actor=names[entry.actor],
            subject=entry.subject,
            subject_kind="story" if entry.subject in stories else "record" if entry.subject in records else "other",
            details=details.get(entry.entry_id, {}),
        )
        for entry in entries
    ]


def actions(session: Session) -> list[str]:
    """Every deed that was ever done in these projects."""
    return sorted(session.execute(select(AuditEntry.action).distinct()).scalars())


def everybody(session: Session) -> list[ActorOut]:
    """Colleagues and partners, by name: whom a steward may ask about."""
    ids = {str(person_id) for person_id in session.execute(select(Membership.person_id)).scalars()}
    ids |= {str(partner_id) for partner_id in session.execute(select(Partner.partner_id)).scalars()}
    return sorted(actors(session, ids).values(), key=lambda one: (one.kind != "staff", one.name.casefold()))


def actors(session: Session, ids: Collection[str]) -> dict[str, ActorOut]:
    """Who stands behind each pseudonym."""
    known = {found for one in ids if (found := _uuid(one)) is not None}
    named = {str(person_id): name for person_id, name in people.names(session, sorted(known)).items()}
    theirs = select(Partner.partner_id, Partner.name).where(col(Partner.partner_id).in_(known))
    partners = {str(partner_id): name for partner_id, name in session.execute(theirs)}
    phones = _known(session, Device.device_id, known)
    return {one: _actor(one, named, partners, phones) for one in ids}


def _actor(one: str, named: dict[str, str], partners: dict[str, str], phones: Collection[str]) -> ActorOut:
    if one in named:
        return ActorOut(kind="staff", id=one, name=named[one])
    if one in partners:
        return ActorOut(kind="partner", id=one, name=partners[one])
    if one in phones:
        return ActorOut(kind="phone", id=one, name="")
    if one in TELLERS or one.startswith(RECEIPT):
        return ActorOut(kind="storyteller", id=one, name="")
    return ActorOut(kind="house", id=one, name="")


def _known(session: Session, column: Any, ids: Collection[UUID]) -> set[str]:  # noqa: ANN401 - a table's key
    return {str(found) for found in session.execute(select(column).where(col(column).in_(ids))).scalars()}


def _uuid(told: str) -> UUID | None:
    try:
        return UUID(told)
    except ValueError:
        return None
