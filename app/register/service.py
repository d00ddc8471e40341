# SPDX-License-Identifier: Apache-2.0
"""The chase of silent partners, and the trace of who looked into the register."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.kit import audit
from app.kit.db import serialise
from app.kit.ids import new_id
from app.kit.outbox import announce
from app.people.access import Staff
from app.register import rules, silent
from app.register.events import TombstoneChased
from app.register.models import Chase

SYSTEM: Final = "system"
LOOK_LASTS: Final = timedelta(minutes=30)
"""Within it, going on reading is one look."""


def chase(session: Session, project_id: UUID, at: datetime) -> int:
    """Mark what each partner of the project still owes a confirmation for, once at each stage; answers how many marks.

    The mark is an event of ids alone, for whatever reaches partners, and a line in the steward's list: a person asks.
    The feed repeats nothing.
    """
    serialise(session, f"chase:{project_id}")
    sent = 0
    place: silent.Place | None = None
    while entries := silent.unconfirmed(session, after=place):
        place = entries[-1].at, entries[-1].entry_id
        done = silent.chases(session, [entry.entry_id for entry in entries])
        for entry in entries:
            stage = rules.stage_due(entry.at, at, [one.stage for one in done[entry.entry_id]])
            if stage is not None:
                _mark(session, entry.project_id, entry.principal_id, entry.entry_id, stage, at)
                sent += 1
    return sent


def _mark(session: Session, project_id: UUID, principal_id: UUID, entry_id: UUID, stage: int, at: datetime) -> None:
    session.add(
        Chase(
            project_id=project_id,
            chase_id=new_id(),
            principal_id=principal_id,
            entry_id=entry_id,
            stage=stage,
            at=at,
        )
    )
    session.flush()
    told = TombstoneChased(project_id=project_id, entry_id=entry_id, principal_id=principal_id, stage=stage)
    announce(session, told, actor=SYSTEM)


def note_look(
    session: Session, staff: Staff, action: str, project_id: UUID, subject: UUID | None = None, *, at: datetime
) -> None:
    """That this steward looked at one thing in a project, or at a list of it."""
    actor, about = str(staff.person_id), subject or project_id
    if not audit.is_recorded(session, actor=actor, action=action, subject=about, since=at - LOOK_LASTS):
        audit.record(session, project_id=project_id, actor=actor, action=action, subject=about)


def note_export(
    session: Session,
    staff: Staff,
    action: str,
    project_id: UUID,
    subject: UUID,
    details: Mapping[str, Any] | None = None,
) -> None:
    """That this steward took something out of the house."""
    audit.record(
        session,
        project_id=project_id,
        actor=str(staff.person_id),
        action=action,
        subject=subject,
        details=details,
    )
