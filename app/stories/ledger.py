# SPDX-License-Identifier: Apache-2.0
"""What must never come back: keyed hashes of client ids and content, matched wherever something arrives."""

import hashlib
import hmac
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit import daybook
from app.kit.db import across_projects
from app.kit.ids import opaque_id
from app.kit.keys import derive
from app.stories.models import ErasureLedger

ERASED = "erased"
TELLING_CHARACTERS = 120
"""So many characters, and the same words are no chance, even on a phone that many people write on."""


class Mark(NamedTuple):
    kind: str
    hmac: str


def mark(kind: str, value: object) -> Mark:
    told = f"{kind}\x1f{value}".encode()
    return Mark(kind, hmac.new(derive("ledger"), told, hashlib.sha256).hexdigest())


def marks_of(
    story_id: UUID,
    recordings: Iterable[tuple[UUID, str]],
    participants: Iterable[UUID],
    *,
    text: str,
    device_id: UUID | None,
) -> list[Mark]:
    """Of a story: its ids, and what was told in it, as (recording id, SHA-256) and words.

    Nobody records the same bytes twice, but two people may well write the same: words are known again only from the
    phone that sent them, and only where they are too many for chance. A mark wipes the phone that it is found on.
    """
    parts = list(recordings)
    is_telling = device_id is not None and len(text.strip()) >= TELLING_CHARACTERS
    words = [f"{device_id}\x1f{hashlib.sha256(text.encode()).hexdigest()}"] if is_telling else []
    return [
        mark("story", story_id),
        *(mark("recording", recording_id) for recording_id, _ in parts),
        *(mark("participant", participant_id) for participant_id in participants),
        *(mark("content", digest) for _, digest in parts),
        *(mark("words", told) for told in words),
    ]


def is_erased(session: Session, marks: Iterable[Mark]) -> bool:
    """Whether any of it was erased, in whichever project."""
    with across_projects(session):
        sought = select(ErasureLedger.ledger_id).where(col(ErasureLedger.hmac).in_([one.hmac for one in marks]))
        return session.execute(sought.limit(1)).first() is not None


def write(session: Session, project_id: UUID, marks: Iterable[Mark], at: datetime) -> None:
    """Once; marks that stand are left as they are. Those written now are kept outside the database too."""
    wanted = list(marks)
    known = set(
        session.execute(
            select(ErasureLedger.hmac).where(col(ErasureLedger.hmac).in_([one.hmac for one in wanted]))
        ).scalars()
    )
    fresh = [one for one in wanted if one.hmac not in known]
    for one in fresh:
        session.add(
            ErasureLedger(project_id=project_id, ledger_id=opaque_id(), kind=one.kind, hmac=one.hmac, erased_at=at)
        )
    session.flush()
    if fresh:
        daybook.keep_with(session, line_of(project_id, fresh, at))


def line_of(project_id: UUID, marks: Iterable[Mark], at: datetime) -> dict[str, object]:
    """What stands of it outside the database."""
    told = [[one.kind, one.hmac] for one in marks]
    return {"what": ERASED, "at": at.isoformat(), "project": str(project_id), "marks": told}


def insist_on_copy(project_id: UUID, marks: Iterable[Mark], at: datetime) -> None:
    """Before anything is deleted, the marks are durable outside the database. Raises `OSError` where they cannot be."""
    kept = daybook.read(daybook.home()) if daybook.stands() else []
    known = {told[1] for line in kept if line["what"] == ERASED for told in line["marks"]}
    missing = [one for one in marks if one.hmac not in known]
    if missing:
        daybook.keep([line_of(project_id, missing, at)])


def unfinished(session: Session) -> dict[str, datetime]:
    """Stories whose erasure was begun and is not known to be complete: their marks, and since when."""
    begun = select(ErasureLedger.hmac, ErasureLedger.erased_at).where(
        ErasureLedger.kind == "story", col(ErasureLedger.done_at).is_(None)
    )
    return {row[0]: row[1] for row in session.execute(begun)}


def close(session: Session, marks: Collection[str], at: datetime) -> None:
    """Nothing of these stories is left anywhere."""
    sought = select(ErasureLedger).where(col(ErasureLedger.hmac).in_(marks), ErasureLedger.kind == "story")
    for row in session.execute(sought).scalars():
        row.done_at = row.done_at or at
