# SPDX-License-Identifier: Apache-2.0
from datetime import datetime

from sqlmodel import Field

from app.kit.db import ProjectRow, Utc


class MessageKey(ProjectRow, table=True):
    """A message that has come, by its Idempotency-Key: keyed hashes only."""

    __tablename__ = "message_key"

    key_hmac: str = Field(primary_key=True)
    body_hmac: str
    at: datetime = Field(sa_type=Utc)
