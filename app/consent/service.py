# SPDX-License-Identifier: Apache-2.0
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.consent import queries, rules
from app.consent.chain import append, give
from app.consent.documents import public_jwk, receipt_document
from app.consent.doors import OpenedReceipt, ReceiptHolder, open_code, receipt_session, second_step
from app.consent.errors import ConsentWithdrawn, NothingToUndo, SecondStepRequired
from app.consent.events import ConsentChanged
from app.consent.facets import check_choices, check_facets
from app.consent.forms import create_default_form
from app.consent.models import (
    ConsentEpoch,
    ConsentEvent,
    ConsentParty,
    ConsentReceipt,
    ConsentRecord,
    ReceiptCode,
    ReceiptSession,
)
from app.consent.sealing import SealedCode, seal_codes
from app.kit import audit
from app.kit.errors import Validation
from app.kit.outbox import announce

__all__ = [
    "OpenedReceipt",
    "ReceiptHolder",
    "SealedCode",
    "Withdrawal",
    "create_default_form",
    "embargo",
    "erase",
    "give",
    "narrow",
    "open_code",
    "public_jwk",
    "receipt_document",
    "receipt_session",
    "seal_codes",
    "second_step",
    "undo",
    "withdraw",
]


@dataclass(frozen=True)
class Withdrawal:
    """`all`: the last storyteller has taken everything back, so the story must be withdrawn as well."""

    kind: Literal["all", "narrowed"]


def narrow(
    session: Session,
    record_id: UUID,
    choices: Mapping[str, str],
    facets: Mapping[str, Mapping[str, Any]],
    *,
    actor_kind: str,
    at: datetime,
    may_widen: bool = False,
) -> None:
    """Change single answers. Raises 403 `second-step-required` where one would widen, unless `may_widen`."""
    record, now = _standing(session, record_id)
    metas = queries.purposes_of(session, [record.form_version_id])[record.form_version_id]
    check_choices(choices, metas, "/choices")
    check_facets(facets, metas, "/facets")
    if choices.get(rules.HOLD) == rules.REFUSED:
        raise Validation(errors=[{"pointer": "/choices", "rule": "take_back_instead"}])
    new_choices = {**now.choices, **choices}
    given = {key for key, choice in new_choices.items() if choice == rules.GIVEN}
    new_facets = {key: {**now.facets.get(key, {}), **facets.get(key, {})} for key in given & {*now.facets, *facets}}
    if new_choices == now.choices and new_facets == now.facets:
        return
    widens = any(now.choices.get(key) != rules.GIVEN for key in given) or not all(
        rules.only_narrows(now.facets.get(key, {}), told) for key, told in new_facets.items()
    )
    if widens and not may_widen:
        raise SecondStepRequired
    _change(
        session,
        record,
        now,
        "widened" if widens else "narrowed",
        actor_kind,
        at,
        choices=new_choices,
        facets=new_facets,
    )


def withdraw(
    session: Session, record_id: UUID, purposes: Collection[str] | None, *, actor_kind: str, at: datetime
) -> Withdrawal:
    """Take back these purposes; None, or `hold_and_transcribe` among them, is everything. Twice answers the same."""
    record = queries.get_record(session, record_id)
    now = queries.latest_events(session, [record_id])[record_id]
    if now.type != rules.WITHDRAWN:
        if purposes is None or rules.HOLD in purposes:
            refused = dict.fromkeys(now.choices, rules.REFUSED)
            _change(session, record, now, rules.WITHDRAWN, actor_kind, at, choices=refused, facets={})
        else:
            refusals = dict.fromkeys(purposes, rules.REFUSED)
            narrow(session, record_id, refusals, {}, actor_kind=actor_kind, at=at)
    voices = queries.terms_of(session, record.story_id, at=at)
    tellers = [voice for voice in voices if voice.role == "storyteller"] or voices
    return Withdrawal("all" if all(voice.withdrawn for voice in tellers) else "narrowed")


def undo(session: Session, record_id: UUID, at: datetime) -> None:
    """The choices as they were before everything was taken back. Raises 409 `nothing-to-undo`."""
    record = queries.get_record(session, record_id)
    told = queries.events_of(session, record_id)
    if told[-1].type != rules.WITHDRAWN:
        raise NothingToUndo
    before = next(event for event in reversed(told) if event.type != rules.WITHDRAWN)
    _change(session, record, before, "undone", "reporter_receipt", at, choices=before.choices, facets=before.facets)


def embargo(
    session: Session, record_id: UUID, until: datetime | None, *, at: datetime, may_widen: bool = False
) -> None:
    """Nothing leaves before `until`; None hides without end. Shortening raises 403 unless `may_widen`."""
    record, now = _standing(session, record_id)
    if until is None:
        if not now.hidden:
            _change(session, record, now, "embargoed", "reporter_receipt", at, hidden=True)
        return
    if not now.hidden and now.embargo_until == until:
        return
    shortens = now.hidden or (now.embargo_until is not None and until < now.embargo_until)
    if shortens and not may_widen:
        raise SecondStepRequired
    _change(session, record, now, "embargoed", "reporter_receipt", at, hidden=False, embargo_until=until)


def erase(session: Session, story_id: UUID) -> None:
    """Every choice, record, receipt and code of the story; the codes then open nothing."""
    records = [record.record_id for record in queries.records_of(session, story_id)]
    for table in (ReceiptSession, ReceiptCode, ConsentReceipt, ConsentEvent, ConsentParty, ConsentRecord):
        session.execute(delete(table).where(table.record_id.in_(records)))  # type: ignore[attr-defined]
    session.execute(delete(ConsentEpoch).where(ConsentEpoch.story_id == story_id))  # type: ignore[arg-type]
    audit.forget_details(session, records)


def _standing(session: Session, record_id: UUID) -> tuple[ConsentRecord, ConsentEvent]:
    record = queries.get_record(session, record_id)
    now = queries.latest_events(session, [record_id])[record_id]
    if now.type == rules.WITHDRAWN:
        raise ConsentWithdrawn
    return record, now


def _change(
    session: Session,
    record: ConsentRecord,
    now: ConsentEvent,
    kind: str,
    actor_kind: str,
    at: datetime,
    **changed: Any,  # noqa: ANN401 - the fields of an event that differ from now
) -> None:
    told = {
        "choices": now.choices,
        "facets": now.facets,
        "embargo_until": now.embargo_until,
        "hidden": now.hidden,
        **changed,
    }
    append(session, record, kind, actor_kind=actor_kind, at=at, **told)
    announce(session, ConsentChanged(project_id=record.project_id, story_id=record.story_id), actor=actor_kind)
