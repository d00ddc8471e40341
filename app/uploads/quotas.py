# SPDX-License-Identifier: Apache-2.0
"""How much sound may begin its way within a day: a flood through one invite must not fill the disk for everybody."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from app.kit.counters import Tally, tally
from app.kit.db import serialise
from app.kit.errors import QuotaExceeded

DAY = timedelta(days=1)
MIB = 1024 * 1024
MIB_OF_INVITE = 64 * 1024
"""About a thousand recordings of two hours: more than a hall of phones brings home from a month offline."""
MIB_OF_PROJECT = 256 * 1024


def count(session: Session, project_id: UUID, invite_id: UUID, *, length: int, at: datetime) -> None:
    """Count one more recording of `length` bytes. Raises 429 `quota-exceeded`; a refused one is not counted."""
    for whose, most in ((invite_id, MIB_OF_INVITE), (project_id, MIB_OF_PROJECT)):
        name = f"sound:{whose}"
        serialise(session, name)
        if tally(session, name, window=DAY, at=at, add=-(-length // MIB)) > most:
            row = session.get_one(Tally, name)
            raise QuotaExceeded(int((row.since + DAY - at).total_seconds()) + 1)
