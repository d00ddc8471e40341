# SPDX-License-Identifier: Apache-2.0
"""Append-only: what a person wills now is a fold over events; no row that states it is ever updated."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.kit.db import ProjectRow, Utc


class ConsentForm(ProjectRow, table=True):
    __tablename__ = "consent_form"
    __table_args__ = (UniqueConstraint("form_id", "version"),)

    form_version_id: UUID = Field(primary_key=True)
    form_id: UUID = Field(index=True)
    version: int
    status: str
    grace_until: datetime | None = Field(default=None, sa_type=Utc)
    controller: str
    contact: str
    jurisdiction: str
    retention: str
    confidentiality_limits: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    partner_note: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    sha256: str
    created_at: datetime = Field(sa_type=Utc)


class ConsentFormText(ProjectRow, table=True):
    __tablename__ = "consent_form_text"
    __table_args__ = (UniqueConstraint("form_version_id", "language"),)

    text_id: UUID = Field(primary_key=True)
    form_version_id: UUID = Field(foreign_key="consent_form.form_version_id")
    language: str
    cards: list[dict[str, str]] = Field(sa_column=Column(JSON, nullable=False))
    questions: dict[str, dict[str, str]] = Field(sa_column=Column(JSON, nullable=False))
    needs_translation: bool = False
    sha256: str


class ConsentTextReview(ProjectRow, table=True):
    """A community has looked at these very words. It hangs on their hash: other words are again nobody's."""

    __tablename__ = "consent_text_review"
    __table_args__ = (UniqueConstraint("project_id", "text_sha256"),)

    review_id: UUID = Field(primary_key=True)
    text_sha256: str
    reviewed_by: str
    reviewed_on: date
    told_by: UUID
    told_at: datetime = Field(sa_type=Utc)


class Purpose(ProjectRow, table=True):
    __tablename__ = "purpose"
    __table_args__ = (UniqueConstraint("form_version_id", "key"),)

    purpose_id: UUID = Field(primary_key=True)
    form_version_id: UUID = Field(foreign_key="consent_form.form_version_id")
    position: int
    key: str
    required: bool
    recipients: list[str] = Field(sa_column=Column(JSON, nullable=False))
    facets: list[str] = Field(sa_column=Column(JSON, nullable=False))
    lawful_basis: str
    art9_condition: str = ""
    expires_after_days: int | None = None
    dpv_uri: str = ""


class ConsentRecord(ProjectRow, table=True):
    __tablename__ = "consent_record"

    record_id: UUID = Field(primary_key=True)
    story_id: UUID = Field(index=True)
    participant_id: UUID = Field(unique=True)
    form_version_id: UUID = Field(foreign_key="consent_form.form_version_id")
    text_sha256: str
    language: str
    method: str
    capacity_basis: str
    explained_by: str | None = None
    signed_on: date | None = None
    device_time: datetime = Field(sa_type=Utc)
    device_time_doubtful: bool = False
    server_time: datetime = Field(sa_type=Utc)
    role: str
    wants_sign_off: bool = False


class ConsentEvent(ProjectRow, table=True):
    """given, refused, narrowed, withdrawn, undone, embargoed…: the `choices` and `facets` that hold from here on."""

    __tablename__ = "consent_event"
    __table_args__ = (UniqueConstraint("record_id", "seq"),)

    event_id: UUID = Field(primary_key=True)
    record_id: UUID = Field(foreign_key="consent_record.record_id", index=True)
    seq: int
    type: str
    choices: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    facets: dict[str, dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    embargo_until: datetime | None = Field(default=None, sa_type=Utc)
    hidden: bool = False
    actor_kind: str
    actor: str = ""
    asked_by: str = ""
    reason_code: str = ""
    at: datetime = Field(sa_type=Utc)
    prev_hash: str
    hash: str


class ConsentParty(ProjectRow, table=True):
    __tablename__ = "consent_party"

    party_id: UUID = Field(primary_key=True)
    record_id: UUID = Field(foreign_key="consent_record.record_id", index=True)
    role: str
    relation: str = ""
    choices: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    given_at: datetime = Field(sa_type=Utc)


class ConsentEpoch(ProjectRow, table=True):
    __tablename__ = "consent_epoch"

    story_id: UUID = Field(primary_key=True)
    value: int


class ReceiptCode(ProjectRow, table=True):
    __tablename__ = "receipt_code"

    code_id: UUID = Field(primary_key=True)
    record_id: UUID = Field(foreign_key="consent_record.record_id", unique=True)
    selector: str = Field(index=True)
    salt: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    pin_salt: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    pin_hash: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    pin_wrong: int = 0
    code_alone: bool = False


class ReceiptSession(ProjectRow, table=True):
    __tablename__ = "receipt_session"

    session_sha256: str = Field(primary_key=True)
    record_id: UUID = Field(foreign_key="consent_record.record_id", index=True)
    started_at: datetime = Field(sa_type=Utc)
    seen_at: datetime = Field(sa_type=Utc)
    second_step_at: datetime | None = Field(default=None, sa_type=Utc)


class ReceiptWindow(ProjectRow, table=True):
    """Until then this voice's code alone also opens the second step: somebody at the desk knows who holds it."""

    __tablename__ = "receipt_window"

    record_id: UUID = Field(primary_key=True, foreign_key="consent_record.record_id")
    opened_by: UUID
    until: datetime = Field(sa_type=Utc)


class ChildObjection(ProjectRow, table=True):
    """What the child said last holds; nothing said before it is touched."""

    __tablename__ = "child_objection"
    __table_args__ = (UniqueConstraint("record_id", "seq"),)

    objection_id: UUID = Field(primary_key=True)
    record_id: UUID = Field(foreign_key="consent_record.record_id", index=True)
    seq: int
    objects: bool
    at: datetime = Field(sa_type=Utc)


class ReceiptKey(SQLModel, table=True):
    """A public key that has signed a receipt of this house; kept for good."""

    __tablename__ = "receipt_key"

    kid: str = Field(primary_key=True)
    x: str
    first_used_at: datetime = Field(sa_type=Utc)


class ConsentReceipt(ProjectRow, table=True):
    __tablename__ = "consent_receipt"

    receipt_id: UUID = Field(primary_key=True)
    record_id: UUID = Field(foreign_key="consent_record.record_id", index=True)
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    issued_at: datetime = Field(sa_type=Utc)
