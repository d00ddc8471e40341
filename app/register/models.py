# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from app.kit.db import ProjectRow, Utc


class Chase(ProjectRow, table=True):
    """A partner had not confirmed a tombstone `stage` days after it was told. Like the tombstone it names no story, and
    outlives it."""

    __tablename__ = "chase"
    __table_args__ = (UniqueConstraint("entry_id", "stage"),)

    chase_id: UUID = Field(primary_key=True)
    principal_id: UUID = Field(index=True)
    entry_id: UUID = Field(foreign_key="feed_entry.entry_id")
    stage: int
    at: datetime = Field(sa_type=Utc)
