# SPDX-License-Identifier: Apache-2.0
"""What a storyteller may do with the code alone, and what needs the second step (consent.md §4)."""

import hashlib
import hmac
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent import objections
from app.consent import service as consent
from app.consent.errors import SecondStepRequired
from app.consent.service import ReceiptHolder, Withdrawal
from app.curation import inbox
from app.kit.errors import AuthInvalid, IdempotencyKeyMismatch
from app.kit.keys import derive
from app.publishing import service as publishing
from app.receipts.models import MessageKey
from app.receipts.schemas import MessageIn, SignOffIn
from app.stories import service as stories
from app.stories.errors import StoryNotFound
from app.stories.service import Actor

BY_RECEIPT: Final = "reporter_receipt"
STORYTELLER: Final = "storyteller"


def take_turn(session: Session, holder: ReceiptHolder) -> None:
    """Desk and jobs take the story before all else, and so does its storyteller: whoever comes second waits, and
    nobody waits in a ring. Each verb begins with it."""
    try:
        publishing.story_for_update(session, holder.story_id)
    except StoryNotFound as gone:
        raise AuthInvalid from gone


def narrow(
    session: Session,
    holder: ReceiptHolder,
    choices: Mapping[str, str],
    facets: Mapping[str, Mapping[str, Any]],
    *,
    at: datetime,
) -> None:
    """Allow less, or with the second step also more. Raises 403 `second-step-required`."""
    take_turn(session, holder)
    consent.narrow(
        session, holder.record_id, choices, facets, actor_kind=BY_RECEIPT, at=at, may_widen=holder.second_step
    )
    session.flush()
    publishing.reconcile(session, holder.story_id, at)


def withdraw(
    session: Session, holder: ReceiptHolder, purposes: Collection[str] | None, *, urgent: bool, at: datetime
) -> bool:
    """Take back everything, or these purposes: when this transaction is committed no door gives out one more byte.

    `urgent` also erases without waiting, once every storyteller in it asks for that; answers whether the story is being
    destroyed now. Raises 403 `second-step-required` for the code alone.
    """
    if urgent and not holder.second_step:
        raise SecondStepRequired
    take_turn(session, holder)
    taken = consent.withdraw(session, holder.record_id, purposes, actor_kind=BY_RECEIPT, at=at, urgent=urgent)
    return carry_out(session, holder.story_id, taken, actor=STORYTELLER, at=at)


def carry_out(session: Session, story_id: UUID, taken: Withdrawal, *, actor: Actor, at: datetime) -> bool:
    """What follows when a voice has taken something back; answers whether the story is being destroyed now."""
    session.flush()
    if taken.kind == "narrowed":
        publishing.reconcile(session, story_id, at)
        return False
    story = stories.withdraw(session, story_id, actor=actor, at=at, erase_now=taken.at_once)
    publishing.retract(session, story_id, at)
    return story.undo_until is not None and story.undo_until <= at


def undo(session: Session, holder: ReceiptHolder, *, at: datetime) -> None:
    """This voice's choices come back, the release does not (consent.md rule 17); what another voice took back stays
    so, and its days go on. Raises 409 `nothing-to-undo`."""
    take_turn(session, holder)
    come_back(session, holder.story_id, is_told=consent.undo(session, holder.record_id, at), actor=STORYTELLER, at=at)


def come_back(session: Session, story_id: UUID, *, is_told: bool, actor: Actor, at: datetime) -> None:
    """What follows when a voice stands by it again; `is_told`: somebody tells the story again."""
    if is_told:
        stories.restore(session, story_id, at=at, actor=actor)
    session.flush()
    publishing.reconcile(session, story_id, at)


def object_to_changes(session: Session, holder: ReceiptHolder, objects: bool, *, at: datetime) -> None:
    """A child says that their guardian is not to have it changed or taken back for them, or lifts that."""
    take_turn(session, holder)
    objections.say(session, holder.record_id, objects, at=at)


def embargo(session: Session, holder: ReceiptHolder, until: datetime | None, *, at: datetime) -> None:
    """Nothing leaves before `until`; None hides without end. Raises 403 `second-step-required` where it shortens."""
    take_turn(session, holder)
    consent.embargo(session, holder.record_id, until, at=at, may_widen=holder.second_step)
    session.flush()
    publishing.reconcile(session, holder.story_id, at)


def sign_off(session: Session, holder: ReceiptHolder, wish: SignOffIn, *, at: datetime) -> None:
    """The answer to one proof. Only a no is free: raises 403 `second-step-required` for all else by the code alone."""
    says_no = wish.decision == "leave_out" and all(quote.decision == "leave_out" for quote in wish.quotes)
    if not says_no and not holder.second_step:
        raise SecondStepRequired
    take_turn(session, holder)
    publishing.sign_off(
        session,
        holder.story_id,
        holder.record_id,
        wish.proof_sha256,
        wish.decision,
        quotes=[(quote.quote_id, quote.decision) for quote in wish.quotes],
        note=wish.note,
        at=at,
    )


def leave_message(session: Session, holder: ReceiptHolder, message: MessageIn, key: str, *, at: datetime) -> None:
    """To the facilitator; harm stops every release as well. The same key again leaves nothing new.

    Raises 422 `idempotency-mismatch` for the same key with other words.
    """
    take_turn(session, holder)
    name = _keyed(f"{holder.record_id}:{key}")
    body = _keyed(f"{holder.record_id}:{message.kind}:{message.text}")
    came = session.get(MessageKey, name)
    if came is not None:
        if came.body_hmac != body:
            raise IdempotencyKeyMismatch
        return
    session.add(MessageKey(project_id=holder.project_id, key_hmac=name, body_hmac=body, at=at))
    inbox.leave_message(session, holder.story_id, message.kind, message.text, at=at, record_id=holder.record_id)
    if message.kind == inbox.HARM:
        session.flush()
        publishing.reconcile(session, holder.story_id, at)


def _keyed(told: str) -> str:
    return hmac.new(derive("receipt message"), told.encode(), hashlib.sha256).hexdigest()
