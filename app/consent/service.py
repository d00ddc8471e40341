# SPDX-License-Identifier: Apache-2.0
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.consent import objections, queries, rules
from app.consent.chain import OnRecord, append, give, raise_epoch, take_turn
from app.consent.documents import receipt_document
from app.consent.doors import (
    OpenedReceipt,
    ReceiptHolder,
    open_code,
    pause_before_try,
    receipt_session,
    second_step,
)
from app.consent.errors import ChildObjects, ConsentWithdrawn, NothingToUndo, OnlyLess, SecondStepRequired
from app.consent.events import ConsentChanged
from app.consent.facets import check_choices, check_facets
from app.consent.forms import create_default_form
from app.consent.models import (
    ChildObjection,
    ConsentEpoch,
    ConsentEvent,
    ConsentParty,
    ConsentReceipt,
    ConsentRecord,
    ReceiptCode,
    ReceiptSession,
    ReceiptWindow,
)
from app.consent.sealing import SealedCode, seal_codes
from app.consent.windows import close_window, open_window, step_of
from app.kit import audit, moments
from app.kit.errors import Validation
from app.kit.outbox import announce

__all__ = [
    "OnRecord",
    "OpenedReceipt",
    "ReceiptHolder",
    "SealedCode",
    "Withdrawal",
    "close_window",
    "create_default_form",
    "embargo",
    "erase",
    "erase_voices",
    "give",
    "hide",
    "narrow",
    "open_code",
    "open_window",
    "pause_before_try",
    "receipt_document",
    "receipt_session",
    "seal_codes",
    "second_step",
    "step_of",
    "undo",
    "withdraw",
]


SYSTEM: Final = "system"


@dataclass(frozen=True)
class Withdrawal:
    """`all`: the last storyteller has taken everything back, so the story must be withdrawn as well; `at_once`: and
    each of them asked that it be destroyed without waiting."""

    kind: Literal["all", "narrowed"]
    at_once: bool = False


def narrow(
    session: Session,
    record_id: UUID,
    choices: Mapping[str, str],
    facets: Mapping[str, Mapping[str, Any]],
    *,
    actor_kind: str,
    at: datetime,
    may_widen: bool = False,
    on_record: OnRecord | None = None,
) -> None:
    """Change single answers. Raises 403 `second-step-required` where one would widen, unless `may_widen`; and
    `only-less` for whoever does it `on_record`, always; 409 `consent-form-retired` where another version is asked
    today."""
    record, now = _standing(session, record_id)
    _require_asker(session, record, on_record)
    metas = queries.purposes_of(session, [record.form_version_id])[record.form_version_id]
    check_choices(choices, metas, "/choices")
    check_facets(facets, metas, "/facets")
    if choices.get(rules.HOLD) == rules.REFUSED:
        raise Validation(errors=[{"pointer": "/choices", "rule": "take_back_instead"}])
    new_choices = {**now.choices, **choices}
    given = {key for key, choice in new_choices.items() if choice == rules.GIVEN}
    new_facets = {
        key: rules.changed(now.facets.get(key, {}), facets.get(key, {})) for key in given & {*now.facets, *facets}
    }
    if new_choices == now.choices and new_facets == now.facets:
        return
    widens = any(now.choices.get(key) != rules.GIVEN for key in given) or not all(
        rules.only_narrows(now.facets.get(key, {}), told) for key, told in new_facets.items()
    )
    if widens and on_record is not None:
        raise OnlyLess
    if widens and not may_widen:
        raise SecondStepRequired
    if widens:
        queries.require_current_form(session, record)
    _change(
        session,
        record,
        now,
        "widened" if widens else "narrowed",
        actor_kind,
        at,
        choices=new_choices,
        facets=new_facets,
        on_record=on_record,
    )


def withdraw(
    session: Session,
    record_id: UUID,
    purposes: Collection[str] | None,
    *,
    actor_kind: str,
    at: datetime,
    urgent: bool = False,
    on_record: OnRecord | None = None,
) -> Withdrawal:
    """Take back these purposes; None, or `hold_and_transcribe` among them, is everything. Twice answers the same.

    `urgent`, of everything: without waiting, as far as this voice is concerned.
    """
    record, now = _in_turn(session, record_id)
    _require_asker(session, record, on_record)
    everything = purposes is None or rules.HOLD in purposes
    if everything and (now.type != rules.WITHDRAWN or (urgent and now.reason_code != queries.URGENT)):
        refused = dict.fromkeys(now.choices, rules.REFUSED)
        reason = queries.URGENT if urgent else ""
        _change(
            session,
            record,
            now,
            rules.WITHDRAWN,
            actor_kind,
            at,
            choices=refused,
            facets={},
            reason_code=reason,
            on_record=on_record,
        )
    elif now.type != rules.WITHDRAWN:
        refusals = dict.fromkeys(purposes or (), rules.REFUSED)
        narrow(session, record_id, refusals, {}, actor_kind=actor_kind, at=at, on_record=on_record)
    told = queries.tellers(session, record.story_id)
    if any(event.type != rules.WITHDRAWN for event in told):
        return Withdrawal("narrowed")
    return Withdrawal("all", at_once=all(event.reason_code == queries.URGENT for event in told))


def undo(session: Session, record_id: UUID, at: datetime, *, on_record: OnRecord | None = None) -> bool:
    """The choices as they were before this voice took everything back; nobody else's. Answers whether a storyteller
    stands by the story again. Raises 409 `nothing-to-undo`, also once this voice's days are over; `on_record`, for a
    guardian alone, 403 `child-objects` for what the child took back."""
    record, now = _in_turn(session, record_id)
    _require_asker(session, record, on_record)
    until = queries.undo_until(session, record_id)
    if until is None or moments.latest(session, at) >= until:
        raise NothingToUndo
    if on_record is not None and not objections.guardian_took_it(session, record_id):
        raise ChildObjects
    told = queries.events_of(session, record_id)
    before = next(event for event in reversed(told) if event.type != rules.WITHDRAWN)
    kept = {"choices": before.choices, "facets": before.facets}
    _change(session, record, now, "undone", "reporter_receipt", at, on_record=on_record, **kept)
    return any(event.type != rules.WITHDRAWN for event in queries.tellers(session, record.story_id))


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


def hide(session: Session, record_id: UUID, *, at: datetime, on_record: OnRecord) -> None:
    """Nothing leaves from here on, because somebody asked the desk to stop it; only the storyteller lifts it."""
    record, now = _standing(session, record_id)
    _require_asker(session, record, on_record)
    if not now.hidden:
        _change(session, record, now, "embargoed", "", at, hidden=True, on_record=on_record)


def erase(session: Session, story_id: UUID) -> None:
    """Every choice, record, receipt and code of the story; the codes then open nothing."""
    _erase_records(session, [record.record_id for record in queries.records_of(session, story_id)])
    session.execute(delete(ConsentEpoch).where(ConsentEpoch.story_id == story_id))  # type: ignore[arg-type]


def erase_voices(session: Session, story_id: UUID, record_ids: Collection[UUID]) -> int:
    """The same for these voices of a story that others still tell. What is left of them is what the audit holds: what
    kind of word they said about it, and when. Answers the epoch that begins with it."""
    take_turn(session, story_id)
    records = [record for record in queries.records_of(session, story_id) if record.record_id in record_ids]
    _erase_records(session, [record.record_id for record in records])
    for record in records:
        raise_epoch(session, record.project_id, story_id)
        audit.record(
            session, project_id=record.project_id, actor=SYSTEM, action="ConsentErased", subject=record.record_id
        )
    return queries.epoch(session, story_id)


def _erase_records(session: Session, records: Sequence[UUID]) -> None:
    for table in (
        ReceiptWindow,
        ReceiptSession,
        ReceiptCode,
        ChildObjection,
        ConsentReceipt,
        ConsentEvent,
        ConsentParty,
        ConsentRecord,
    ):
        session.execute(delete(table).where(table.record_id.in_(records)))  # type: ignore[attr-defined]
    audit.forget_details(session, records)


def _require_asker(session: Session, record: ConsentRecord, on_record: OnRecord | None) -> None:
    """A guardian is whom the record names as one: nobody becomes it by asking. A child who can judge may object."""
    if on_record is None or on_record.asked_by != rules.GUARDIAN:
        return
    if not queries.guardians_of(session, record.record_id):
        raise Validation(errors=[{"pointer": "/asked_by", "rule": "no_guardian"}])
    objections.require_no_objection(session, record.record_id)


def _standing(session: Session, record_id: UUID) -> tuple[ConsentRecord, ConsentEvent]:
    record, now = _in_turn(session, record_id)
    if now.type == rules.WITHDRAWN:
        raise ConsentWithdrawn
    return record, now


def _in_turn(session: Session, record_id: UUID) -> tuple[ConsentRecord, ConsentEvent]:
    """The record and its last word, which nobody can follow before this transaction does."""
    record = queries.get_record(session, record_id)
    take_turn(session, record.story_id)
    return record, queries.latest_events(session, [record_id])[record_id]


def _change(
    session: Session,
    record: ConsentRecord,
    now: ConsentEvent,
    kind: str,
    actor_kind: str,
    at: datetime,
    *,
    on_record: OnRecord | None = None,
    **changed: Any,  # noqa: ANN401 - the fields of an event that differ from now
) -> None:
    told = {
        "choices": now.choices,
        "facets": now.facets,
        "embargo_until": now.embargo_until,
        "hidden": now.hidden,
        **changed,
    }
    append(session, record, kind, actor_kind=actor_kind, at=at, on_record=on_record, **told)
    actor = on_record.actor if on_record else actor_kind
    announce(session, ConsentChanged(project_id=record.project_id, story_id=record.story_id), actor=actor)
