# SPDX-License-Identifier: Apache-2.0
"""What was done, by whom, to what: one chained entry each, written in the transaction of the act itself.

An entry holds pseudonyms and a salted commitment. What it commits to, and the salt, stand apart and go with the story,
so the chain stays valid after an erasure.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import rfc8785
from sqlalchemy import JSON, Column
from sqlalchemy.orm import Session
from sqlmodel import Field, col, select

from app.kit import clock
from app.kit.db import ProjectRow, Utc, serialise
from app.kit.ids import new_id

GENESIS = "0" * 64


class AuditEntry(ProjectRow, table=True):
    __tablename__ = "audit_entry"

    entry_id: UUID = Field(primary_key=True)
    seq: int = Field(index=True)
    at: datetime = Field(sa_type=Utc)
    actor: str
    action: str
    subject: str = Field(index=True)
    commitment: str
    prev_hash: str
    hash: str


class AuditDetail(ProjectRow, table=True):
    __tablename__ = "audit_detail"

    entry_id: UUID = Field(primary_key=True, foreign_key="audit_entry.entry_id")
    salt: str
    details: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


def record(
    session: Session,
    *,
    project_id: UUID,
    actor: str,
    action: str,
    subject: object,
    details: Mapping[str, Any] | None = None,
) -> None:
    """Chain one entry to the project's last. `details` hold ids, figures and reasons, never people's words."""
    serialise(session, f"audit:{project_id}")
    newest = select(AuditEntry).where(AuditEntry.project_id == project_id).order_by(col(AuditEntry.seq).desc()).limit(1)
    last = session.execute(newest).scalar_one_or_none()
    salt = secrets.token_hex(16)
    kept = dict(details or {})
    entry = AuditEntry(
        project_id=project_id,
        entry_id=new_id(),
        seq=last.seq + 1 if last else 1,
        at=clock.now(),
        actor=actor,
        action=action,
        subject=str(subject),
        commitment=hashlib.sha256(salt.encode() + rfc8785.dumps(kept)).hexdigest(),
        prev_hash=last.hash if last else GENESIS,
        hash="",
    )
    entry.hash = _hash(entry)
    session.add(entry)
    session.flush()
    if kept:
        session.add(AuditDetail(project_id=project_id, entry_id=entry.entry_id, salt=salt, details=kept))


def _hash(entry: AuditEntry) -> str:
    told: dict[str, str | int] = {
        "seq": entry.seq,
        "at": entry.at.isoformat(timespec="milliseconds"),
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "commitment": entry.commitment,
        "prev_hash": entry.prev_hash,
    }
    return hashlib.sha256(rfc8785.dumps(told)).hexdigest()


def is_unbroken(session: Session, project_id: UUID) -> bool:
    """Whether every entry of the project still follows from the one before it."""
    before = GENESIS
    chain = select(AuditEntry).where(AuditEntry.project_id == project_id).order_by(col(AuditEntry.seq))
    for number, entry in enumerate(session.execute(chain).scalars(), start=1):
        if entry.seq != number or entry.prev_hash != before or entry.hash != _hash(entry):
            return False
        before = entry.hash
    return True


def entries_about(session: Session, subject: object) -> list[AuditEntry]:
    """Oldest first."""
    about = select(AuditEntry).where(AuditEntry.subject == str(subject)).order_by(col(AuditEntry.seq))
    return list(session.execute(about).scalars())


def is_recorded(session: Session, *, actor: str, action: str, subject: object, since: datetime) -> bool:
    """Whether this act stands in the chain at `since` or later."""
    done = select(AuditEntry.entry_id).where(
        AuditEntry.subject == str(subject),
        AuditEntry.actor == actor,
        AuditEntry.action == action,
        AuditEntry.at >= since,
    )
    return session.execute(done.limit(1)).first() is not None


def forget_details(session: Session, subjects: Iterable[object]) -> None:
    """Drop what the entries about these subjects commit to; the chain stays."""
    named = [str(subject) for subject in subjects]
    ids = select(AuditEntry.entry_id).where(col(AuditEntry.subject).in_(named))
    for detail in session.execute(select(AuditDetail).where(col(AuditDetail.entry_id).in_(ids))).scalars():
        session.delete(detail)
