# SPDX-License-Identifier: Apache-2.0
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import tuple_
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit import etags
from app.partners.models import Agreement, Delivery, Partner, PartnerKey, Response, Webhook
from app.publishing import queries as publishing

NEW, SHOWN, KEPT_BACK = "new", "shown", "kept_back"


@dataclass(frozen=True)
class PartnerAnswer:
    """What a partner answered, as its storyteller may read it."""

    public_id: UUID
    partner: str
    kind: str
    text: str
    at: datetime


@dataclass(frozen=True)
class AnswerToLookAt:
    """The same at the desk. `story_id`: None once the release is gone."""

    response: Response
    partner: str
    story_id: UUID | None


def find_key(session: Session, key_id: str) -> tuple[PartnerKey, Partner] | None:
    found = select(PartnerKey, Partner).join(Partner, col(Partner.partner_id) == col(PartnerKey.partner_id))
    row = session.execute(found.where(PartnerKey.key_id == key_id)).one_or_none()
    return (row[0], row[1]) if row else None


def projects_of(session: Session, partner_id: UUID) -> frozenset[UUID]:
    """Those whose agreement with this partner is open."""
    agreed = select(Agreement.project_id).where(Agreement.partner_id == partner_id)
    return frozenset(session.execute(agreed.where(col(Agreement.closed_at).is_(None))).scalars())


def live_keys(session: Session, partner_id: UUID, at: datetime) -> list[PartnerKey]:
    mine = select(PartnerKey).where(PartnerKey.partner_id == partner_id, col(PartnerKey.revoked_at).is_(None))
    return list(session.execute(mine.where(col(PartnerKey.expires_at) > at)).scalars())


def may_hear(session: Session, partner_id: UUID, at: datetime) -> bool:
    """Whether anything but tombstones is still told: an agreement stands open, and a key lives."""
    return bool(projects_of(session, partner_id)) and bool(live_keys(session, partner_id, at))


def webhooks_of(session: Session, partner_id: UUID) -> list[Webhook]:
    mine = select(Webhook).where(Webhook.partner_id == partner_id)
    return list(session.execute(mine.order_by(col(Webhook.created_at), col(Webhook.webhook_id))).scalars())


def webhook(session: Session, partner_id: UUID, webhook_id: UUID) -> Webhook | None:
    mine = select(Webhook).where(Webhook.partner_id == partner_id, Webhook.webhook_id == webhook_id)
    return session.execute(mine.execution_options(populate_existing=True)).scalar_one_or_none()


def deliveries_page(
    session: Session, webhook_id: UUID, *, before: tuple[datetime, UUID] | None, limit: int
) -> list[Delivery]:
    """Newest first."""
    mine = select(Delivery).where(Delivery.webhook_id == webhook_id)
    if before is not None:
        mine = mine.where(tuple_(col(Delivery.at), col(Delivery.delivery_id)) < before)
    in_order = mine.order_by(col(Delivery.at).desc(), col(Delivery.delivery_id).desc())
    return list(session.execute(in_order.limit(limit)).scalars())


def response_by_key(session: Session, partner_id: UUID, idempotency_key: str) -> Response | None:
    said = select(Response).where(Response.partner_id == partner_id, Response.idempotency_key == idempotency_key)
    return session.execute(said).scalar_one_or_none()


def answers_about(session: Session, public_ids: Sequence[UUID]) -> list[PartnerAnswer]:
    """What partners answered about these releases and a facilitator has let through, oldest first."""
    said = select(Response, Partner).join(Partner, col(Partner.partner_id) == col(Response.partner_id))
    shown = said.where(col(Response.public_id).in_(public_ids), col(Response.shown_at).is_not(None))
    rows = session.execute(shown.order_by(col(Response.at), col(Response.response_id)))
    return [PartnerAnswer(row[0].public_id, row[1].name, row[0].kind, row[0].text, row[0].at) for row in rows]


def answers_to_look_at(session: Session, state: str, limit: int) -> list[AnswerToLookAt]:
    """In one state: `new`, oldest first; `shown` or `kept_back`, newest first."""
    said = select(Response, Partner).join(Partner, col(Partner.partner_id) == col(Response.partner_id))
    shown, kept = col(Response.shown_at), col(Response.kept_back_at)
    if state == NEW:
        said = said.where(shown.is_(None), kept.is_(None)).order_by(col(Response.at), col(Response.response_id))
    else:
        decided = shown if state == SHOWN else kept
        said = said.where(decided.is_not(None)).order_by(decided.desc(), col(Response.response_id))
    rows = session.execute(said.limit(limit)).all()
    return [AnswerToLookAt(row[0], row[1].name, _story_of(session, row[0])) for row in rows]


def response_etag(response: Response) -> str:
    return etags.make("response", response.response_id, response.shown_at, response.kept_back_at)


def _story_of(session: Session, response: Response) -> UUID | None:
    release = publishing.release_by_public_id(session, response.public_id, response.partner_id)
    return release.story_id if release else None
