# SPDX-License-Identifier: Apache-2.0
"""The second step without a PIN: for half an hour, because somebody at the desk knows who holds the code."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries
from app.consent.chain import take_turn
from app.consent.models import ReceiptCode, ReceiptWindow
from app.kit import audit, moments

STANDS_OPEN: Final = timedelta(minutes=30)


def open_window(session: Session, record_id: UUID, *, by: UUID, at: datetime) -> datetime:
    """Until when this one voice's code also opens what needs the second step. Asked again, it begins again."""
    record = queries.get_record(session, record_id)
    take_turn(session, record.story_id)
    until = moments.latest(session, at) + STANDS_OPEN
    row = session.get(ReceiptWindow, record_id)
    if row is None:
        session.add(ReceiptWindow(project_id=record.project_id, record_id=record_id, opened_by=by, until=until))
    else:
        row.opened_by, row.until = by, until
    _note(session, record.project_id, (record_id, record.story_id), "window_opened", by)
    return until


def close_window(session: Session, record_id: UUID, *, by: UUID) -> None:
    record = queries.get_record(session, record_id)
    take_turn(session, record.story_id)
    if session.get(ReceiptWindow, record_id) is not None:
        session.execute(delete(ReceiptWindow).where(col(ReceiptWindow.record_id) == record_id))
        _note(session, record.project_id, (record_id, record.story_id), "window_closed", by)


def window_until(session: Session, record_id: UUID, at: datetime) -> datetime | None:
    """None once it is over, whatever the clock is set back to."""
    row = session.get(ReceiptWindow, record_id)
    return row.until if row is not None and moments.latest(session, at) < row.until else None


def step_of(session: Session, record_id: UUID, at: datetime) -> tuple[bool, datetime | None]:
    """Whether this voice has a second step of its own, by PIN or by the code alone; and until when one is lent."""
    mine = select(ReceiptCode).where(ReceiptCode.record_id == record_id)
    code = session.execute(mine).scalar_one_or_none()
    is_own = code is not None and (code.code_alone or code.pin_hash is not None)
    return is_own, window_until(session, record_id, at)


def _note(session: Session, project_id: UUID, subjects: tuple[UUID, UUID], action: str, by: UUID) -> None:
    for subject in subjects:
        audit.record(session, project_id=project_id, actor=str(by), action=action, subject=subject)
