# SPDX-License-Identifier: Apache-2.0
"""What was done, by whom, to what: one chained entry each, written in the transaction of the act itself.

An entry holds pseudonyms and a salted commitment. What it commits to, and the salt, stand apart and go with the story,
so the chain stays valid after an erasure.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import rfc8785
from sqlalchemy import JSON, Column, Index
from sqlalchemy.orm import Session
from sqlmodel import Field, col, select

from app.kit import clock
from app.kit.db import ProjectRow, Utc, serialise
from app.kit.ids import new_id

GENESIS = "0" * 64


class AuditEntry(ProjectRow, table=True):
    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_page", "project_id", "at", "entry_id"),)

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
        commitment=_commitment(salt, kept),
        prev_hash=last.hash if last else GENESIS,
        hash="",
    )
    entry.hash = _hash(entry)
    session.add(entry)
    session.flush()
    if kept:
        session.add(AuditDetail(project_id=project_id, entry_id=entry.entry_id, salt=salt, details=kept))


def _commitment(salt: str, details: Mapping[str, Any]) -> str:
    return hashlib.sha256(salt.encode() + rfc8785.dumps(dict(details))).hexdigest()


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


@dataclass(frozen=True)
class Chain:
    """A project's entries, looked at one after the other. `head` is the last entry's hash; `broken_at` the number of
    the first that does not follow from the one before it, or whose details are not what it was bound to."""

    entries: int
    head: str
    broken_at: int | None


def look_through(session: Session, project_id: UUID, *, known: Mapping[int, str] | None = None) -> Chain:
    """The whole chain. `known` are heads seen before, by their numbers: what was cut off behind one of them, or written
    anew from the beginning, is found by them alone."""
    seen = dict(known or {})
    number, before, broken_at = 0, GENESIS, None
    chain = select(AuditEntry, AuditDetail).where(AuditEntry.project_id == project_id)
    chain = chain.outerjoin(AuditDetail, col(AuditDetail.entry_id) == col(AuditEntry.entry_id))
    rows = session.execute(chain.order_by(col(AuditEntry.seq)).execution_options(yield_per=1_000))
    for number, (entry, detail) in enumerate(rows, start=1):
        follows = entry.seq == number and entry.prev_hash == before and entry.hash == _hash(entry)
        is_known = seen.pop(number, entry.hash) == entry.hash
        if not (follows and is_known and _is_bound(entry, detail)):
            broken_at = broken_at or number
        before = entry.hash
    if broken_at is None and seen:
        broken_at = number + 1
    return Chain(number, before, broken_at)


def _is_bound(entry: AuditEntry, detail: AuditDetail | None) -> bool:
    """Details may be gone, never changed."""
    return detail is None or entry.commitment == _commitment(detail.salt, detail.details)


def is_unbroken(session: Session, project_id: UUID) -> bool:
    """Whether every entry of the project still follows from the one before it."""
    return look_through(session, project_id).broken_at is None


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
