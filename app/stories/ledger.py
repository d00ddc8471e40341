# SPDX-License-Identifier: Apache-2.0
"""What must never come back: keyed hashes of client ids and content, matched wherever something arrives."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit.db import across_projects
from app.kit.ids import opaque_id
from app.kit.keys import derive
from app.stories.models import ErasureLedger


class Mark(NamedTuple):
    kind: str
    hmac: str


def mark(kind: str, value: object) -> Mark:
    told = f"{kind}\x1f{value}".encode()
    return Mark(kind, hmac.new(derive("ledger"), told, hashlib.sha256).hexdigest())


def marks_of(
    story_id: UUID, recordings: Iterable[tuple[UUID, str]], participants: Iterable[UUID], text: str
) -> list[Mark]:
    """Of a story: its ids, and what was told in it, as (recording id, SHA-256) and words."""
    parts = list(recordings)
    words = [hashlib.sha256(text.encode()).hexdigest()] if text.strip() else []
    return [
        mark("story", story_id),
        *(mark("recording", recording_id) for recording_id, _ in parts),
        *(mark("participant", participant_id) for participant_id in participants),
        *(mark("content", digest) for digest in [*(digest for _, digest in parts), *words]),
    ]


def is_erased(session: Session, marks: Iterable[Mark]) -> bool:
    """Whether any of it was erased, in whichever project."""
    with across_projects(session):
        sought = select(ErasureLedger.ledger_id).where(col(ErasureLedger.hmac).in_([one.hmac for one in marks]))
        return session.execute(sought.limit(1)).first() is not None


def write(session: Session, project_id: UUID, marks: Iterable[Mark], at: datetime) -> None:
    """Once; marks that stand are left as they are."""
    wanted = list(marks)
    known = set(
        session.execute(
            select(ErasureLedger.hmac).where(col(ErasureLedger.hmac).in_([one.hmac for one in wanted]))
        ).scalars()
    )
    for one in wanted:
        if one.hmac not in known:
            session.add(
                ErasureLedger(project_id=project_id, ledger_id=opaque_id(), kind=one.kind, hmac=one.hmac, erased_at=at)
            )
    session.flush()


def close(session: Session, story_id: UUID, at: datetime) -> None:
    """Nothing of the story is left anywhere."""
    sought = select(ErasureLedger).where(ErasureLedger.hmac == mark("story", story_id).hmac)
    for row in session.execute(sought).scalars():
        row.done_at = row.done_at or at
