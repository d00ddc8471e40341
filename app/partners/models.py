# SPDX-License-Identifier: Apache-2.0
from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from app.kit.db import ProjectRow, Utc


class Partner(ProjectRow, table=True):
    __tablename__ = "partner"

    partner_id: UUID = Field(primary_key=True)
    name: str
    audience: str
    created_at: datetime = Field(sa_type=Utc)


class Agreement(ProjectRow, table=True):
    __tablename__ = "agreement"

    agreement_id: UUID = Field(primary_key=True)
    partner_id: UUID = Field(foreign_key="partner.partner_id", index=True)
    opened_at: datetime = Field(sa_type=Utc)
    closed_at: datetime | None = Field(default=None, sa_type=Utc)


class PartnerKey(ProjectRow, table=True):
    __tablename__ = "partner_key"

    key_id: str = Field(primary_key=True)
    partner_id: UUID = Field(foreign_key="partner.partner_id", index=True)
    secret_sha256: str
    scopes: list[str] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(sa_type=Utc)
    expires_at: datetime = Field(sa_type=Utc)
    revoked_at: datetime | None = Field(default=None, sa_type=Utc)
    last_used_at: datetime | None = Field(default=None, sa_type=Utc)


class Response(ProjectRow, table=True):
    """What a partner answered: shown to the storyteller once a facilitator has let it through, and only then."""

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("partner_id", "idempotency_key"),)

    response_id: UUID = Field(primary_key=True)
    partner_id: UUID = Field(foreign_key="partner.partner_id", index=True)
    public_id: UUID = Field(index=True)
    idempotency_key: str
    body_sha256: str
    kind: str
    text: str
    at: datetime = Field(sa_type=Utc)
    shown_at: datetime | None = Field(default=None, sa_type=Utc)
    kept_back_at: datetime | None = Field(default=None, sa_type=Utc)


class Webhook(ProjectRow, table=True):
    """A target that a partner named. Its secret is kept nowhere: it follows from its id and the server's secret.

    `paused_because`: `you`, or what the target did. `failing_since`: since when nothing has got through.
    """

    __tablename__ = "webhook"
    __table_args__ = (UniqueConstraint("partner_id", "idempotency_key"),)

    webhook_id: UUID = Field(primary_key=True)
    partner_id: UUID = Field(foreign_key="partner.partner_id", index=True)
    url: str
    types: list[str] = Field(sa_column=Column(JSON, nullable=False))
    active: bool
    paused_because: str | None = None
    failing_since: datetime | None = Field(default=None, sa_type=Utc)
    idempotency_key: str
    body_sha256: str
    created_at: datetime = Field(sa_type=Utc)


class Delivery(ProjectRow, table=True):
    """One entry of the change feed for one target, or a ping: ids and kinds only. Its id is the message's, whenever it
    is sent. `next_try_at`: None where nothing waits. No foreign key: a withdrawal waits for nobody's webhook."""

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("webhook_id", "entry_id"),)

    delivery_id: UUID = Field(primary_key=True)
    webhook_id: UUID = Field(index=True)
    entry_id: UUID | None = None
    seq: int | None = None
    type: str
    public_id: UUID | None = None
    at: datetime = Field(sa_type=Utc)
    since: datetime = Field(sa_type=Utc)
    state: str
    tries: int = 0
    last_try_at: datetime | None = Field(default=None, sa_type=Utc)
    next_try_at: datetime | None = Field(default=None, sa_type=Utc, index=True)
    http_status: int | None = None
    failure: str | None = None
