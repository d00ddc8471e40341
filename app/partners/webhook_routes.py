# SPDX-License-Identifier: Apache-2.0
"""Where a partner says which of its servers hears of changes, and sees what became of each message."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from app.kit import clock, paging
from app.kit.db import Db
from app.kit.errors import CursorInvalid
from app.partners import deliveries, queries, webhook_schemas, webhooks
from app.partners.access import Listener
from app.partners.doors import IdempotencyHeader, Metered, required_key
from app.partners.schemas import PublicId
from app.partners.webhook_schemas import (
    DeliveriesOut,
    DeliveryOut,
    WebhookChange,
    WebhookIn,
    WebhookMade,
    WebhookOut,
    WebhooksOut,
)

router = APIRouter(prefix="/webhooks", route_class=Metered)
MOST = 200


@router.get("")
def list_webhooks(partner: Listener, db: Db) -> WebhooksOut:
    """Your targets, all that any of your keys has set."""
    return WebhooksOut(items=[webhook_schemas.webhook(one) for one in queries.webhooks_of(db, partner.partner_id)])


@router.post("", status_code=201)
def add_webhook(wish: WebhookIn, partner: Listener, db: Db, idempotency_key: IdempotencyHeader = None) -> WebhookMade:
    """From now on this target hears of these types. Keep the secret: it is shown this once."""
    key = required_key(idempotency_key)
    url = webhooks.checked(wish.url)
    row, secret = webhooks.create(
        db,
        partner.partner_id,
        url=url,
        types=wish.types,
        active=wish.active,
        idempotency_key=key,
        at=clock.now(),
    )
    return webhook_schemas.made(row, secret)


@router.get("/{webhook_id}")
def read_webhook(webhook_id: PublicId, partner: Listener, db: Db) -> WebhookOut:
    return webhook_schemas.webhook(webhooks.find(db, partner.partner_id, webhook_id))


@router.patch("/{webhook_id}")
def change_webhook(webhook_id: PublicId, wish: WebhookChange, partner: Listener, db: Db) -> WebhookOut:
    """`active: false` pauses: what happens meanwhile waits, and goes once it is active again."""
    url = webhooks.checked(wish.url) if wish.url is not None else None
    row = webhooks.change(
        db, partner.partner_id, webhook_id, url=url, types=wish.types, active=wish.active, at=clock.now()
    )
    return webhook_schemas.webhook(row)


@router.delete("/{webhook_id}", status_code=204)
def remove_webhook(webhook_id: PublicId, partner: Listener, db: Db) -> None:
    webhooks.remove(db, partner.partner_id, webhook_id)


@router.post("/{webhook_id}/test", status_code=202)
def test_webhook(webhook_id: PublicId, partner: Listener, db: Db) -> DeliveryOut:
    """A signed message of type `ping`, sent once, also to a paused target."""
    webhook = webhooks.find(db, partner.partner_id, webhook_id)
    return webhook_schemas.delivery(deliveries.ping(db, webhook, clock.now()), webhook)


@router.get("/{webhook_id}/deliveries")
def list_deliveries(
    webhook_id: PublicId,
    partner: Listener,
    db: Db,
    cursor: Annotated[str | None, Query(min_length=1, max_length=500)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
) -> DeliveriesOut:
    """What was and will be sent there, newest first; of the last 30 days, and all that waits."""
    webhook = webhooks.find(db, partner.partner_id, webhook_id)
    place = _place(partner.seal, cursor)
    found = queries.deliveries_page(db, webhook_id, before=place, limit=limit + 1)
    shown, following = found[:limit], None
    if len(found) > limit:
        last = shown[-1]
        following = paging.seal(partner.seal, ["deliveries", last.at.isoformat(), str(last.delivery_id)])
    return DeliveriesOut(items=[webhook_schemas.delivery(one, webhook) for one in shown], next_cursor=following)


@router.post("/{webhook_id}/deliveries/{delivery_id}/retry", status_code=202)
def retry_delivery(webhook_id: PublicId, delivery_id: PublicId, partner: Listener, db: Db) -> DeliveryOut:
    """Send it again, with the same `webhook-id`; one that was delivered, too."""
    webhook = webhooks.find(db, partner.partner_id, webhook_id)
    return webhook_schemas.delivery(deliveries.send_again(db, webhook, delivery_id, clock.now()), webhook)


def _place(seal: str, cursor: str | None) -> tuple[datetime, UUID] | None:
    match paging.unseal(seal, cursor) if cursor is not None else None:
        case None:
            return None
        case ["deliveries", str(at), str(delivery_id)]:
            return datetime.fromisoformat(at), UUID(delivery_id)
    raise CursorInvalid
