# SPDX-License-Identifier: Apache-2.0
"""Consent given, and every later word about it: events in a chain, one for each record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import rfc8785
from sqlalchemy import func
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import documents, queries, rules
from app.consent.errors import ConsentMissing
from app.consent.facets import check_choices, check_facets
from app.consent.models import ConsentEpoch, ConsentEvent, ConsentForm, ConsentParty, ConsentRecord, ReceiptCode
from app.consent.schemas import ParticipantIn
from app.consent.sealing import SealedCode, seal_codes
from app.kit import audit, daybook
from app.kit.audit import GENESIS
from app.kit.db import across_projects, serialise
from app.kit.errors import Validation
from app.kit.ids import new_id, opaque_id
from app.kit.keys import sha256_hex

CLOCK_SLACK: Final = timedelta(hours=1)
FULLEST_BUCKET: Final = 4
BY_DESK: Final = "facilitator"
GIVEN: Final = "given"
SAID: Final = "said"


@dataclass(frozen=True)
class OnRecord:
    """A facilitator acts because somebody asked them to: who, for whom, and why."""

    actor: str
    asked_by: str
    reason: str


def give(
    session: Session,
    project_id: UUID,
    story_id: UUID,
    participants: Sequence[ParticipantIn],
    at: datetime,
    *,
    codes: Sequence[SealedCode] | None = None,
    wants_sign_off: bool = False,
) -> None:
    """What each voice answered, as answered; the gate judges gaps later. Raises 409 `consent-missing` unless every
    voice gives `hold_and_transcribe`, and 422 for answers to questions that the form does not ask."""
    if not all(_holds(participant) for participant in participants):
        raise ConsentMissing
    sealed = {code.participant_id: code for code in codes or seal_codes(participants)}
    take_turn(session, story_id)
    for place, participant in enumerate(participants):
        record = _record(session, project_id, story_id, participant, place, at, wants_sign_off)
        _keep_code(session, record, sealed[participant.participant_id], place)
        told = participant.consent
        asked = queries.purposes_of(session, [record.form_version_id])[record.form_version_id]
        append(
            session,
            record,
            GIVEN,
            actor_kind="reporter_receipt",
            at=at,
            choices={key: told.choices.get(key, rules.REFUSED) for key in asked},
            facets={key: dict(value) for key, value in told.facets.items() if told.choices.get(key) == rules.GIVEN},
        )


def take_turn(session: Session, story_id: UUID) -> None:
    """From here to the commit nobody else says anything about this story: what is read now still holds when it is
    written. Whoever also needs the story's row takes that first."""
    serialise(session, f"consent:{story_id}")


def append(
    session: Session,
    record: ConsentRecord,
    kind: str,
    *,
    actor_kind: str,
    at: datetime,
    choices: Mapping[str, str],
    facets: Mapping[str, Mapping[str, Any]],
    embargo_until: datetime | None = None,
    hidden: bool = False,
    reason_code: str = "",
    on_record: OnRecord | None = None,
) -> ConsentEvent:
    """One more word about the record: chained to the last, the story's epoch raised, a new receipt issued."""
    take_turn(session, record.story_id)
    last = queries.latest_events(session, [record.record_id]).get(record.record_id)
    event = ConsentEvent(
        project_id=record.project_id,
        event_id=opaque_id(),
        record_id=record.record_id,
        seq=last.seq + 1 if last else 1,
        type=kind,
        choices=dict(choices),
        facets={key: dict(value) for key, value in facets.items()},
        embargo_until=embargo_until,
        hidden=hidden,
        actor_kind=BY_DESK if on_record else actor_kind,
        actor=on_record.actor if on_record else "",
        asked_by=on_record.asked_by if on_record else "",
        reason_code=on_record.reason if on_record else reason_code,
        at=max(at, last.at) if last else at,
        prev_hash=last.hash if last else GENESIS,
        hash="",
    )
    event.hash = hash_of(event)
    session.add(event)
    session.flush()
    if kind != GIVEN:
        daybook.keep_with(session, line_of(event))
    raise_epoch(session, record.project_id, record.story_id)
    documents.issue(session, record, event)
    audit.record(
        session,
        project_id=record.project_id,
        actor=on_record.actor if on_record else actor_kind,
        action=f"Consent{kind.title()}",
        subject=record.record_id,
        details={"asked_by": on_record.asked_by, "reason": on_record.reason} if on_record else None,
    )
    return event


def line_of(event: ConsentEvent) -> dict[str, Any]:
    """What stands of it outside the database: that something was said, not what."""
    return {
        "what": SAID,
        "at": event.at.isoformat(),
        "record": daybook.mark("record", event.record_id),
        "seq": event.seq,
        "type": event.type,
        "urgent": event.reason_code == queries.URGENT,
    }


def hash_of(event: ConsentEvent) -> str:
    told: dict[str, Any] = {
        "record_id": str(event.record_id),
        "seq": event.seq,
        "type": event.type,
        "choices": event.choices,
        "facets": event.facets,
        "embargo_until": event.embargo_until.isoformat() if event.embargo_until else "",
        "hidden": event.hidden,
        "actor_kind": event.actor_kind,
        "at": event.at.isoformat(timespec="milliseconds"),
        "prev_hash": event.prev_hash,
    }
    if event.actor:
        told |= {"actor": event.actor, "asked_by": event.asked_by, "reason_code": event.reason_code}
    return sha256_hex(rfc8785.dumps(told))


def _holds(participant: ParticipantIn) -> bool:
    told = participant.consent
    guardians = [told.guardian.choices] if told.guardian else []
    return rules.with_guardians(dict(told.choices), guardians).get(rules.HOLD) == rules.GIVEN


def _record(
    session: Session,
    project_id: UUID,
    story_id: UUID,
    participant: ParticipantIn,
    place: int,
    at: datetime,
    wants_sign_off: bool,
) -> ConsentRecord:
    told, pointer = participant.consent, f"/participants/{place}/consent"
    form = queries.find_form(session, told.form_id, told.form_version)
    if form is None:
        raise Validation(errors=[{"pointer": f"{pointer}/form_id", "rule": "unknown_form"}])
    metas = queries.purposes_of(session, [form.form_version_id])[form.form_version_id]
    check_choices(told.choices, metas, f"{pointer}/choices")
    check_facets(told.facets, metas, f"{pointer}/facets")
    record = ConsentRecord(
        project_id=project_id,
        record_id=opaque_id(),
        story_id=story_id,
        participant_id=participant.participant_id,
        form_version_id=form.form_version_id,
        text_sha256=_text_sha256(session, form, told.language, pointer),
        language=told.language,
        method=told.method,
        capacity_basis=told.capacity_basis,
        explained_by=told.explained_by,
        signed_on=told.signed_on,
        device_time=told.given_at,
        device_time_doubtful=told.given_at > at + CLOCK_SLACK or told.given_at < form.created_at,
        server_time=at,
        role=participant.role,
        wants_sign_off=wants_sign_off and participant.role == "storyteller",
    )
    session.add(record)
    session.flush()
    if told.guardian is not None:
        check_choices(told.guardian.choices, metas, f"{pointer}/guardian/choices")
        session.add(
            ConsentParty(
                project_id=project_id,
                party_id=opaque_id(),
                record_id=record.record_id,
                role=rules.GUARDIAN,
                relation=told.guardian.relation,
                choices=dict(told.guardian.choices),
                given_at=told.guardian.given_at,
            )
        )
    return record


def _text_sha256(session: Session, form: ConsentForm, language: str, pointer: str) -> str:
    """Of the text that was shown: in that language, or in its parent where there is no closer one."""
    texts = queries.texts_of(session, form.form_version_id)
    shown = texts.get(language) or texts.get(language.partition("-")[0])
    if shown is None:
        raise Validation(errors=[{"pointer": f"{pointer}/language", "rule": "not_in_form"}])
    return shown.sha256


def _keep_code(session: Session, record: ConsentRecord, code: SealedCode, place: int) -> None:
    with across_projects(session):
        serialise(session, f"selector:{code.selector}")
        same = select(func.count()).select_from(ReceiptCode).where(col(ReceiptCode.selector) == code.selector)
        if session.execute(same).scalar_one() >= FULLEST_BUCKET:
            raise Validation(errors=[{"pointer": f"/participants/{place}/receipt/selector", "rule": "taken"}])
    session.add(
        ReceiptCode(
            project_id=record.project_id,
            code_id=new_id(),
            record_id=record.record_id,
            selector=code.selector,
            salt=code.salt,
            hash=code.hash,
            pin_salt=code.pin_salt,
            pin_hash=code.pin_hash,
            code_alone=code.code_alone,
        )
    )
    session.flush()


def raise_epoch(session: Session, project_id: UUID, story_id: UUID) -> None:
    """Whatever began under an older epoch may not write back."""
    sought = select(ConsentEpoch).where(ConsentEpoch.story_id == story_id).with_for_update()
    sought = sought.execution_options(populate_existing=True)
    epoch = session.execute(sought).scalar_one_or_none()
    if epoch is None:
        session.add(ConsentEpoch(project_id=project_id, story_id=story_id, value=1))
    else:
        epoch.value += 1
    session.flush()
