# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Column, UniqueConstraint
from sqlmodel import Field

from app.kit.db import ProjectRow, Utc


class Upload(ProjectRow, table=True):
    """Bytes in flight, declared before they come. `refused`: its story was withdrawn, the phone wipes its copy.

    `offset` is what is durably stored; `epoch` counts the connections that took it over, and only the newest writes.
    """

    __tablename__ = "upload"

    upload_id: UUID = Field(primary_key=True)
    device_id: UUID = Field(index=True)
    status: str = Field(index=True)
    refused: bool = False
    unfit: str = ""
    bytes: int = Field(sa_column=Column(BigInteger, nullable=False))
    sha256: str
    media_type: str
    offset: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    epoch: int = 0
    created_at: datetime | None = Field(default=None, sa_type=Utc)
    metadata_echo: str = ""
    expires_at: datetime = Field(sa_type=Utc)
    key: str | None = None


class UploadSegment(ProjectRow, table=True):
    """An immutable object with the bytes from `offset` on."""

    __tablename__ = "upload_segment"
    __table_args__ = (UniqueConstraint("upload_id", "offset"),)

    segment_id: UUID = Field(primary_key=True)
    upload_id: UUID = Field(foreign_key="upload.upload_id", index=True)
    offset: int = Field(sa_column=Column(BigInteger, nullable=False))
    bytes: int
    key: str
    sha256: str
