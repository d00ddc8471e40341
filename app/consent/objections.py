# SPDX-License-Identifier: Apache-2.0
"""A child who can judge says with their own code that nobody takes it back or changes it for them (consent.md rule 3).
What the child does stands beside that, and so does a hold that keeps somebody safe."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries, rules
from app.consent.chain import take_turn
from app.consent.errors import ChildObjects
from app.consent.models import ChildObjection, ConsentRecord
from app.kit import audit, daybook, moments
from app.kit.errors import Validation
from app.kit.ids import opaque_id

BASES: Final = frozenset({"child_competent", rules.GUARDIAN_BASIS})
"""Where the answers on the record are a child's own."""
OBJECTED: Final = "ChildObjected"
LIFTED: Final = "ChildObjectionLifted"
SAID: Final = "objection"
BY_RECEIPT: Final = "reporter_receipt"


def may_object(session: Session, record: ConsentRecord) -> bool:
    """Whether the answers are a child's own, and a guardian stands beside them."""
    return record.capacity_basis in BASES and bool(queries.guardians_of(session, record.record_id))


def objects(session: Session, record_id: UUID) -> bool:
    """Whether the child has said so, and not lifted it since."""
    last = _last(session, record_id)
    return last is not None and last.objects


def say(session: Session, record_id: UUID, objects: bool, *, at: datetime) -> None:
    """The child's word, from their own code. Saying it twice says nothing new; 422 where there is no guardian."""
    record = queries.get_record(session, record_id)
    take_turn(session, record.story_id)
    if not may_object(session, record):
        raise Validation(errors=[{"pointer": "/objects", "rule": "no_guardian"}])
    last = _last(session, record_id)
    if objects == (last is not None and last.objects):
        return
    daybook.keep_with(session, line_of(_write(session, record, objects, at=at)))
    action = OBJECTED if objects else LIFTED
    audit.record(session, project_id=record.project_id, actor=BY_RECEIPT, action=action, subject=record_id)


def say_again(session: Session, record: ConsentRecord, lines: Iterable[daybook.Line]) -> None:
    """What the child said after an older copy of the house was made: `lines` of the daybook on this record."""
    last = _last(session, record.record_id)
    for line in sorted(lines, key=lambda one: int(one["seq"])):
        if last is None or line["seq"] > last.seq:
            last = _write(session, record, line["objects"], at=datetime.fromisoformat(line["at"]))


def line_of(said: ChildObjection) -> dict[str, Any]:
    """What stands of it outside the database."""
    told = {"record": daybook.mark("record", said.record_id), "seq": said.seq, "objects": said.objects}
    return {"what": SAID, "at": said.at.isoformat(), **told}


def of_record(session: Session, record_id: UUID) -> list[ChildObjection]:
    """All that the child said about it, oldest first."""
    said = select(ChildObjection).where(ChildObjection.record_id == record_id).order_by(col(ChildObjection.seq))
    return list(session.execute(said).scalars())


def require_no_objection(session: Session, record_id: UUID) -> None:
    """Raise 403 `child-objects` while the child does."""
    if objects(session, record_id):
        raise ChildObjects


def guardian_may_undo(session: Session, record_id: UUID, at: datetime) -> bool:
    """Whether what was taken back may come back on the guardian's word, here and now."""
    until = queries.undo_until(session, record_id)
    is_open = until is not None and moments.latest(session, at) < until
    is_guardian = bool(queries.guardians_of(session, record_id))
    return is_open and is_guardian and not objects(session, record_id) and guardian_took_it(session, record_id)


def guardian_took_it(session: Session, record_id: UUID) -> bool:
    """Whether nobody but the guardian asked for what is now taken back. What the child took back is the child's: the
    guardian cannot say yes for them."""
    for event in reversed(queries.events_of(session, record_id)):
        if event.type != rules.WITHDRAWN:
            break
        if event.asked_by != rules.GUARDIAN:
            return False
    return True


def _write(session: Session, record: ConsentRecord, objects: bool, *, at: datetime) -> ChildObjection:
    last = _last(session, record.record_id)
    said = ChildObjection(
        project_id=record.project_id,
        objection_id=opaque_id(),
        record_id=record.record_id,
        seq=last.seq + 1 if last else 1,
        objects=objects,
        at=at,
    )
    session.add(said)
    session.flush()
    return said


def _last(session: Session, record_id: UUID) -> ChildObjection | None:
    return next(reversed(of_record(session, record_id)), None)
