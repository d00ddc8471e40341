# SPDX-License-Identifier: Apache-2.0
"""Shapes of targets and deliveries: ids and kinds, never a word of a story."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StrictBool

from app.kit.outbound import URL_LONGEST
from app.kit.shapes import Answer, Instant, Shape, Text
from app.partners.models import Delivery, Webhook

Kind = Literal[
    "story.released",
    "story.updated",
    "story.withdrawn",
    "collection.released",
    "collection.updated",
    "collection.withdrawn",
]
Kinds = Annotated[list[Kind], Field(min_length=1, max_length=6)]
Url = Annotated[Text, Field(min_length=1, max_length=URL_LONGEST)]


class WebhookIn(Shape):
    url: Url
    types: Kinds
    active: StrictBool = True


class WebhookChange(Shape):
    """What is not named stays as it is."""

    url: Url | None = None
    types: Kinds | None = None
    active: StrictBool | None = None


class WebhookOut(Answer):
    """`paused_because`: `you`, `target-gone` (it answered 410) or `target-failing` (a message was given up, and nothing
    else had got through). `failing_since`: None once a message gets through."""

    webhook_id: UUID
    url: str
    types: list[str]
    active: bool
    paused_because: str | None
    failing_since: Instant | None
    created_at: Instant


class WebhookMade(WebhookOut):
    """`secret`: shown this once. The same call again within a day shows it again, later None."""

    secret: str | None


class WebhooksOut(Answer):
    items: list[WebhookOut]
    next_cursor: None = None


class DeliveryOut(Answer):
    """`delivery_id` is the message's `webhook-id`, however often it is sent. `id`: the story, as you know it; None
    for a ping. `next_try_at`: None where nothing more is tried by itself."""

    delivery_id: UUID
    type: str
    id: UUID | None
    at: Instant
    state: Literal["pending", "failed", "delivered", "acknowledged", "given_up", "overtaken"]
    tries: int
    last_try_at: Instant | None
    next_try_at: Instant | None
    http_status: int | None
    failure: str | None


class DeliveriesOut(Answer):
    items: list[DeliveryOut]
    next_cursor: str | None


def webhook(row: Webhook) -> WebhookOut:
    return WebhookOut.model_validate(_webhook(row))


def made(row: Webhook, secret: str | None) -> WebhookMade:
    return WebhookMade.model_validate({**_webhook(row), "secret": secret})


def _webhook(row: Webhook) -> dict[str, object]:
    return {name: getattr(row, name) for name in WebhookOut.model_fields}


def delivery(row: Delivery, of: Webhook) -> DeliveryOut:
    told: dict[str, object] = {
        name: getattr(row, name) for name in DeliveryOut.model_fields if name not in {"id", "next_try_at"}
    }
    is_held = not of.active and row.type != "ping"
    return DeliveryOut.model_validate(
        {**told, "id": row.public_id, "next_try_at": None if is_held else row.next_try_at}
    )
