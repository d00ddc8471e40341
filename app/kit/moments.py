# SPDX-License-Identifier: Apache-2.0
"""The latest time this house has seen: what ended stays ended when a clock is set back."""

from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session
from sqlmodel import Field, SQLModel, select

from app.kit.db import Utc, serialise

ONLY: Final = 1


class HighestTime(SQLModel, table=True):
    """One row for the whole house."""

    __tablename__ = "highest_time"

    only: int = Field(default=ONLY, primary_key=True)
    at: datetime = Field(sa_type=Utc)


def latest(session: Session, at: datetime) -> datetime:
    """`at`, or a later time that was noted before."""
    noted = session.execute(select(HighestTime.at)).scalar_one_or_none()
    return at if noted is None else max(at, noted)


def note(session: Session, at: datetime) -> None:
    """From this commit on no earlier time counts."""
    serialise(session, "highest_time")
    row = session.get(HighestTime, ONLY, populate_existing=True)
    if row is None:
        session.add(HighestTime(at=at))
    else:
        row.at = max(row.at, at)
    session.flush()
