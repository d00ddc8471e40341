# SPDX-License-Identifier: Apache-2.0
"""What is waiting to be told to partners' targets: a row for each entry of their change feed and each target, written
in the transaction that wrote the entry. Ids and kinds only; whether a partner hears at all, the gate decided there."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import case, delete, or_, update
from sqlalchemy.orm import Session
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.kit import audit, clock, jobs
from app.kit.db import across_projects, serialise
from app.kit.errors import NotFound
from app.kit.ids import new_id, opaque_id
from app.kit.lanes import Lane
from app.kit.outbox import within
from app.kit.shapes import told_instant
from app.partners import queries, rules
from app.partners.lifecycle import CONFIRMABLE, DeliveryAction, DeliveryState, next_state
from app.partners.models import Delivery, Webhook
from app.publishing import queries as publishing
from app.publishing.events import ReaderTold

CALL: Final = "partners.call"
TARGET_GONE: Final = "target-gone"
TARGET_FAILING: Final = "target-failing"
TARGET_REFUSED: Final = "target-refused"
A = DeliveryAction


@dataclass(frozen=True)
class Message:
    """One try. `body` is what is signed, byte for byte."""

    webhook_id: UUID
    message_id: str
    url: str
    body: bytes


@within(ReaderTold)
def write(session: Session, told: ReaderTold) -> None:
    """One row and one job for each target of this partner that wants to hear of it; none of them is waited for."""
    with _everywhere(session):
        for webhook in queries.webhooks_of(session, told.principal_id):
            if told.type in webhook.types:
                delivery = _row(webhook, told.type, told.at)
                delivery.entry_id, delivery.seq, delivery.public_id = told.entry_id, told.seq, told.public_id
                session.add(delivery)
                queue(session, webhook, delivery.delivery_id)


def ping(session: Session, webhook: Webhook, at: datetime) -> Delivery:
    """A message that says nothing, sent once, also to a paused target. One that was just asked for is this one."""
    serialise(session, f"webhooks:{webhook.partner_id}")
    mine = select(Delivery).where(Delivery.webhook_id == webhook.webhook_id, Delivery.type == rules.PING)
    last = session.execute(mine.order_by(col(Delivery.at).desc()).limit(1)).scalar_one_or_none()
    if last is not None and (last.next_try_at is not None or at - last.at < rules.PING_AGAIN_AFTER):
        return last
    delivery = _row(webhook, rules.PING, at)
    session.add(delivery)
    session.flush()
    queue(session, webhook, delivery.delivery_id)
    return delivery


def send_again(session: Session, webhook: Webhook, delivery_id: UUID, at: datetime) -> Delivery:
    """From the beginning, with the same message id. Raises 404."""
    serialise(session, f"webhooks:{webhook.partner_id}")
    delivery = session.get(Delivery, delivery_id, populate_existing=True)
    if delivery is None or delivery.webhook_id != webhook.webhook_id:
        raise NotFound
    delivery.state = next_state(delivery.state, A.SEND_AGAIN)
    delivery.tries, delivery.since, delivery.next_try_at = 0, at, at
    session.flush()
    queue(session, webhook, new_id())
    return delivery


def bring_forward(session: Session, webhook: Webhook, at: datetime) -> None:
    """All that waits for this target is due now, but what was tried only a moment ago."""
    waiting = update(Delivery).where(col(Delivery.webhook_id) == webhook.webhook_id, col(Delivery.next_try_at) > at)
    rested = or_(col(Delivery.last_try_at).is_(None), col(Delivery.last_try_at) <= at - rules.TRIED_AGAIN_AFTER)
    session.execute(waiting.where(rested).values(next_try_at=at))
    queue(session, webhook, new_id())


def queue(session: Session, webhook: Webhook, why: object) -> None:
    """A job that sees to this target, in the caller's transaction."""
    jobs.enqueue(
        session,
        CALL,
        lane=Lane.WEBHOOKS,
        job_id=f"{CALL}:{webhook.webhook_id}:{why}",
        arguments=[str(webhook.project_id), str(webhook.webhook_id)],
        partition=webhook.partner_id,
    )


def next_due(session: Session, webhook_id: str) -> str | None:
    """What is to be sent next, tombstones first; what is no longer so is put aside on the way."""
    with _everywhere(session):
        webhook, at = session.get(Webhook, UUID(webhook_id)), clock.now()
        while webhook is not None:
            delivery = session.execute(_due(webhook, at)).scalar_one_or_none()
            if delivery is None:
                return None
            if _still_holds(session, webhook, delivery, at):
                return str(delivery.delivery_id)
            delivery.state, delivery.next_try_at = next_state(delivery.state, A.OVERTAKE), None
            session.flush()
    return None


def go_on(session: Session, webhook_id: str) -> None:
    """Another job for what a full run left over, behind other partners' jobs."""
    webhook = session.get(Webhook, UUID(webhook_id))
    if webhook is not None:
        queue(session, webhook, new_id())


def message(session: Session, delivery_id: str, at: datetime) -> Message | None:
    """What to send; None where that is no longer so, or the target was paused or removed meanwhile."""
    delivery = session.get(Delivery, UUID(delivery_id))
    webhook = session.get(Webhook, delivery.webhook_id) if delivery is not None else None
    if delivery is None or webhook is None or delivery.next_try_at is None:
        return None
    if not _is_open(webhook, delivery) or not _still_holds(session, webhook, delivery, at):
        return None
    about = delivery.public_id or webhook.webhook_id
    told = {"type": delivery.type, "id": str(about), "at": told_instant(delivery.at)}
    body = json.dumps(told, separators=(",", ":")).encode()
    return Message(webhook.webhook_id, str(delivery.delivery_id), webhook.url, body)


def note(session: Session, delivery_id: str, http_status: int | None, failure: str | None) -> bool:
    """What came of a try; False where the target is to be left alone for now."""
    with _everywhere(session):
        delivery, at = session.get(Delivery, UUID(delivery_id)), clock.now()
        webhook = session.get(Webhook, delivery.webhook_id) if delivery is not None else None
        if delivery is None or webhook is None:
            return False
        serialise(session, f"webhooks:{webhook.partner_id}")
        session.refresh(webhook)
        session.refresh(delivery)
        if delivery.next_try_at is None:  # acknowledged or sent by another meanwhile
            return True
        delivery.tries, delivery.last_try_at, delivery.http_status = delivery.tries + 1, at, http_status
        if failure is None and rules.is_success(http_status):
            return _succeed(session, webhook, delivery, at)
        return _fail(session, webhook, delivery, failure, at)


def acknowledged(session: Session, partner_id: UUID, seq: int) -> None:
    """The partner has acted on everything up to here: nothing of that waits any more."""
    serialise(session, f"webhooks:{partner_id}")
    mine = select(Webhook.webhook_id).where(Webhook.partner_id == partner_id)
    told = update(Delivery).where(col(Delivery.webhook_id).in_(mine), col(Delivery.seq) <= seq)
    done = told.where(col(Delivery.state).in_(CONFIRMABLE))
    session.execute(done.values(state=DeliveryState.ACKNOWLEDGED, next_try_at=None))


def due_targets(session: Session, at: datetime) -> list[Webhook]:
    of_target = col(Delivery.webhook_id) == col(Webhook.webhook_id)
    is_open = or_(col(Webhook.active), col(Delivery.type) == rules.PING)
    due = select(Delivery.webhook_id).join(Webhook, of_target).where(col(Delivery.next_try_at) <= at, is_open)
    return list(session.execute(select(Webhook).where(col(Webhook.webhook_id).in_(due))).scalars())


def forget_old(session: Session, at: datetime) -> None:
    """What is over for a month, and what is left of targets that were removed."""
    over = delete(Delivery).where(col(Delivery.next_try_at).is_(None), col(Delivery.at) < at - rules.DELIVERIES_KEPT)
    session.execute(over)
    session.execute(delete(Delivery).where(col(Delivery.webhook_id).not_in(select(Webhook.webhook_id))))


def _row(webhook: Webhook, kind: str, at: datetime) -> Delivery:
    """`at` is what the message says; when it is due goes by the clock, which may have been set back."""
    due = clock.now()
    return Delivery(
        project_id=webhook.project_id,
        delivery_id=opaque_id(),
        webhook_id=webhook.webhook_id,
        type=kind,
        at=at,
        since=due,
        state=DeliveryState.PENDING,
        next_try_at=due,
    )


def _due(webhook: Webhook, at: datetime) -> SelectOfScalar[Delivery]:
    waiting = select(Delivery).where(col(Delivery.webhook_id) == webhook.webhook_id, col(Delivery.next_try_at) <= at)
    if not webhook.active:
        waiting = waiting.where(col(Delivery.type) == rules.PING)
    first = case((col(Delivery.type).in_((rules.WITHDRAWN, rules.PING)), 0), else_=1)
    return waiting.order_by(first, col(Delivery.at), col(Delivery.seq), col(Delivery.delivery_id)).limit(1)


def _is_open(webhook: Webhook, delivery: Delivery) -> bool:
    return webhook.active or delivery.type == rules.PING


def _still_holds(session: Session, webhook: Webhook, delivery: Delivery, at: datetime) -> bool:
    """A tombstone always does: whoever had a story hears that it was taken back, with no key and no agreement left.
    Anything else only while the partner may hear of it, and while the last they were told is not a tombstone."""
    if delivery.type == rules.WITHDRAWN:
        return True
    if not queries.may_hear(session, webhook.partner_id, at):
        return False
    if delivery.public_id is None:
        return True
    newest = publishing.newest_entry(session, delivery.public_id, webhook.partner_id)
    return newest is not None and newest.type != rules.WITHDRAWN


def _succeed(session: Session, webhook: Webhook, delivery: Delivery, at: datetime) -> bool:
    delivery.state, delivery.next_try_at = next_state(delivery.state, A.DELIVER), None
    delivery.failure = None
    if webhook.failing_since is not None:
        webhook.failing_since = None
        session.flush()
        bring_forward(session, webhook, at)
    return True


def _fail(session: Session, webhook: Webhook, delivery: Delivery, failure: str | None, at: datetime) -> bool:
    status, is_down = delivery.http_status, rules.is_down(delivery.http_status, failure)
    delivery.failure = failure or (TARGET_FAILING if is_down else TARGET_REFUSED)
    webhook.failing_since = webhook.failing_since or at
    is_ping = delivery.type == rules.PING
    delivery.next_try_at = None if is_ping else rules.next_try(delivery.tries, delivery.since, at)
    has_ended = delivery.next_try_at is None
    delivery.state = next_state(delivery.state, A.GIVE_UP if has_ended else A.FAIL)
    if status == rules.GONE:
        _pause(session, webhook, TARGET_GONE)
    elif has_ended and not is_ping and webhook.failing_since <= delivery.since + rules.BACKOFF[0]:
        _pause(session, webhook, TARGET_FAILING)
    if is_down:
        session.flush()
        others = update(Delivery).where(col(Delivery.webhook_id) == webhook.webhook_id)
        resting = others.where(col(Delivery.next_try_at) < at + rules.RESTS)
        session.execute(resting.values(next_try_at=at + rules.RESTS))
    return webhook.active and not is_down


def _pause(session: Session, webhook: Webhook, why: str) -> None:
    """What waits is kept, and goes once the partner makes the target active again."""
    if not webhook.active:
        return
    webhook.active, webhook.paused_because = False, why
    session.flush()
    audit.record(
        session,
        project_id=webhook.project_id,
        actor="worker",
        action="webhook_paused",
        subject=webhook.webhook_id,
        details={"why": why},
    )


@contextmanager
def _everywhere(session: Session) -> Iterator[None]:
    """A partner's targets stand in the project that took the partner in, whichever project's story it is about."""
    if session.info.get("across"):
        yield
        return
    with across_projects(session):
        yield
