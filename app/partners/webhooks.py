# SPDX-License-Identifier: Apache-2.0
"""The targets that partners name, and how a message to one is signed (Standard Webhooks)."""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import rfc8785
from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col
from standardwebhooks import Webhook as Signer

from app.kit import audit, outbound
from app.kit.db import serialise
from app.kit.errors import IdempotencyKeyMismatch, NotFound
from app.kit.ids import opaque_id
from app.kit.keys import derive, sha256_hex
from app.partners import deliveries, queries, rules
from app.partners.errors import TargetRefused, TooManyWebhooks
from app.partners.models import Delivery, Partner, Webhook

BY_THEM = "you"


def checked(url: str) -> str:
    """The target as we write it. Raises 422 unless we would call it now; asks the network: before the transaction."""
    try:
        target = outbound.parse(url)
        outbound.addresses(target)
    except (outbound.TargetNotAllowed, outbound.TargetUnknown):
        raise TargetRefused from None
    return target.url


def secret_of(webhook_id: UUID) -> str:
    """As the partner was told it once. It is kept nowhere, so a copy of the database signs nothing."""
    sealed = hmac.new(derive("webhook secret"), webhook_id.bytes, hashlib.sha256).digest()
    return f"whsec_{base64.b64encode(sealed).decode()}"


def signed(webhook_id: UUID, message_id: str, body: bytes, at: datetime) -> dict[str, str]:
    """The headers of one try, over `id.timestamp.body`. The id is the message's own, whenever it is sent."""
    return {
        "content-type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Signer(secret_of(webhook_id)).sign(message_id, at, body.decode()),
    }


def create(
    session: Session,
    partner_id: UUID,
    *,
    url: str,
    types: Sequence[str],
    active: bool,
    idempotency_key: str,
    at: datetime,
) -> tuple[Webhook, str | None]:
    """The target and its secret. The same key and body again answer the same, and for a day the secret too."""
    serialise(session, f"webhooks:{partner_id}")
    body_sha256 = sha256_hex(rfc8785.dumps({"url": url, "types": sorted(types), "active": active}))
    standing = queries.webhooks_of(session, partner_id)
    for before in standing:
        if before.idempotency_key == idempotency_key:
            if before.body_sha256 != body_sha256:
                raise IdempotencyKeyMismatch
            return before, secret_of(before.webhook_id) if at - before.created_at < rules.SECRET_SHOWN_FOR else None
    if len(standing) >= rules.WEBHOOKS_AT_MOST:
        raise TooManyWebhooks
    webhook = Webhook(
        project_id=_home(session, partner_id),
        webhook_id=opaque_id(),
        partner_id=partner_id,
        url=url,
        types=sorted(set(types)),
        active=active,
        paused_because=None if active else BY_THEM,
        idempotency_key=idempotency_key,
        body_sha256=body_sha256,
        created_at=at,
    )
    session.add(webhook)
    _note(session, webhook, "webhook_added")
    return webhook, secret_of(webhook.webhook_id)


def change(
    session: Session,
    partner_id: UUID,
    webhook_id: UUID,
    *,
    url: str | None,
    types: Sequence[str] | None,
    active: bool | None,
    at: datetime,
) -> Webhook:
    """What waits while a target is paused goes as soon as it is active again, tombstones first. Raises 404."""
    serialise(session, f"webhooks:{partner_id}")
    webhook = find(session, partner_id, webhook_id)
    webhook.url = url or webhook.url
    webhook.types = sorted(set(types)) if types is not None else webhook.types
    if active is not None:
        webhook.active = active
        webhook.paused_because = None if active else (webhook.paused_because or BY_THEM)
    _note(session, webhook, "webhook_changed")
    if webhook.active and (active or url):
        deliveries.bring_forward(session, webhook, at)
    return webhook


def remove(session: Session, partner_id: UUID, webhook_id: UUID) -> None:
    """Nothing goes there any more, nor is anything of it kept. Raises 404."""
    serialise(session, f"webhooks:{partner_id}")
    webhook = find(session, partner_id, webhook_id)
    session.execute(delete(Delivery).where(col(Delivery.webhook_id) == webhook_id))
    _note(session, webhook, "webhook_removed")
    session.delete(webhook)


def find(session: Session, partner_id: UUID, webhook_id: UUID) -> Webhook:
    """Raises 404 for another partner's as for one that never was."""
    webhook = queries.webhook(session, partner_id, webhook_id)
    if webhook is None:
        raise NotFound
    return webhook


def _home(session: Session, partner_id: UUID) -> UUID:
    partner = session.get(Partner, partner_id)
    if partner is None:
        raise NotFound
    return partner.project_id


def _note(session: Session, webhook: Webhook, action: str) -> None:
    session.flush()
    audit.record(
        session,
        project_id=webhook.project_id,
        actor=str(webhook.partner_id),
        action=action,
        subject=webhook.webhook_id,
    )
