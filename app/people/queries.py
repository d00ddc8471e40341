# SPDX-License-Identifier: Apache-2.0
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.people.models import Device, Membership, Person, StaffSession
from app.people.rules import is_live


def find_person(session: Session, email: str) -> Person | None:
    """`email` in any capitals."""
    return session.execute(select(Person).where(Person.email == email.strip().lower())).scalar_one_or_none()


def get_person(session: Session, person_id: UUID) -> Person:
    return session.execute(select(Person).where(Person.person_id == person_id)).scalar_one()


def memberships(session: Session, person_id: UUID) -> list[Membership]:
    """Of every project the session may see."""
    held = select(Membership).where(Membership.person_id == person_id).order_by(col(Membership.membership_id))
    return list(session.execute(held).scalars())


def live_session(session: Session, session_sha256: str, at: datetime) -> StaffSession | None:
    row = session.get(StaffSession, session_sha256)
    if row is None or row.ended_at is not None or not is_live(row.started_at, row.seen_at, at):
        return None
    return row


def find_device(session: Session, token_sha256: str) -> Device | None:
    """None for a token that is unknown or revoked."""
    sought = select(Device).where(Device.token_sha256 == token_sha256, col(Device.revoked_at).is_(None))
    return session.execute(sought).scalar_one_or_none()


def names(session: Session, person_ids: Sequence[UUID]) -> dict[UUID, str]:
    """What to call these people; who gave no name is called by the part of the address before the @."""
    named = select(Person).where(col(Person.person_id).in_(person_ids))
    return {
        person.person_id: person.name or person.email.partition("@")[0] for person in session.execute(named).scalars()
    }
