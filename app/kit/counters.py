# SPDX-License-Identifier: Apache-2.0
"""Tries and quotas counted in SQL, so that a limit holds across processes."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session
from sqlmodel import Field, SQLModel

from app.kit.db import Utc
from app.kit.errors import RateLimited


class Tally(SQLModel, table=True):
    __tablename__ = "tally"

    name: str = Field(primary_key=True)
    count: int
    since: datetime = Field(sa_type=Utc)


def tally(session: Session, name: str, *, window: timedelta, at: datetime, add: int = 1) -> int:
    """Count `add` more under `name` in its present window; answers the count so far."""
    row = session.get(Tally, name, with_for_update=True)
    if row is None or row.since + window <= at:
        if row is None:
            row = Tally(name=name, count=0, since=at)
            session.add(row)
        row.count, row.since = 0, at
    row.count += add
    return row.count


def refuse_over(session: Session, name: str, *, most: int, window: timedelta, at: datetime) -> None:
    """Raise 429 `rate-limited` when `name` has reached `most` in its window; counts nothing itself."""
    row = session.get(Tally, name)
    if row is None or row.since + window <= at or row.count < most:
        return
    raise RateLimited(int((row.since + window - at).total_seconds()) + 1)
