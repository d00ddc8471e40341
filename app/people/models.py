# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from app.kit.db import ProjectRow, Utc


class Role(StrEnum):
    FACILITATOR = "facilitator"
    STEWARD = "steward"
    ADMIN = "admin"


class Person(SQLModel, table=True):
    __tablename__ = "person"

    person_id: UUID = Field(primary_key=True)
    email: str = Field(unique=True)
    name: str = ""
    password_hash: str | None = None
    totp_secret: str | None = None
    totp_last_step: int = 0
    created_at: datetime = Field(sa_type=Utc)


class Membership(ProjectRow, table=True):
    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("project_id", "person_id", "role"),)

    membership_id: UUID = Field(primary_key=True)
    person_id: UUID = Field(foreign_key="person.person_id", index=True)
    role: str


class StaffSession(SQLModel, table=True):
    __tablename__ = "staff_session"

    session_sha256: str = Field(primary_key=True)
    person_id: UUID = Field(foreign_key="person.person_id", index=True)
    started_at: datetime = Field(sa_type=Utc)
    seen_at: datetime = Field(sa_type=Utc)
    ended_at: datetime | None = Field(default=None, sa_type=Utc)


class SignInLink(SQLModel, table=True):
    """A one-time way in, for a person who has no password yet and for the trial."""

    __tablename__ = "sign_in_link"

    token_sha256: str = Field(primary_key=True)
    person_id: UUID = Field(foreign_key="person.person_id")
    expires_at: datetime = Field(sa_type=Utc)
    used_at: datetime | None = Field(default=None, sa_type=Utc)


class Device(ProjectRow, table=True):
    """A reporter's phone: it can send, and see where its own stories stand; it never reads content."""

    __tablename__ = "device"

    device_id: UUID = Field(primary_key=True)
    token_sha256: str = Field(unique=True)
    invite_id: UUID
    joined_at: datetime = Field(sa_type=Utc)
    revoked_at: datetime | None = Field(default=None, sa_type=Utc)
