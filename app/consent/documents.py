# SPDX-License-Identifier: Apache-2.0
"""The signed consent receipt: ISO/IEC TS 27560 in DPV terms, without name or story content (consent.md §8)."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries, receipt_keys, rules
from app.consent.models import ConsentEvent, ConsentForm, ConsentReceipt, ConsentRecord
from app.consent.rules import PurposeMeta
from app.kit.errors import NotFound
from app.kit.ids import opaque_id
from app.kit.keys import derive
from app.settings import settings

SUBJECT = "dpv:DataSubject"
GUARDIAN = "dpv:GuardianOfDataSubject"
ASKED_BY: Final[Mapping[str, Any]] = {
    "speaker": SUBJECT,
    "guardian": GUARDIAN,
    "next_of_kin": {"@type": "dpv:Entity", "dpv:hasRelationWithDataSubject": "next_of_kin"},
    "community_authority": {"@type": "dpv:Entity", "dpv:hasRelationWithDataSubject": "community_authority"},
}
"""DPV has words for the first two; for the others it has the relation they stand in."""
AT_THE_DESK: Final = "asked-at-the-desk"


def issue(session: Session, record: ConsentRecord, event: ConsentEvent) -> None:
    """A receipt of what holds after `event`; it names the one it replaces."""
    form = session.execute(
        select(ConsentForm).where(ConsentForm.form_version_id == record.form_version_id)
    ).scalar_one()
    before = find_newest(session, record.record_id)
    receipt_id = opaque_id()
    receipt_keys.keep_published(session, event.at)
    body = _head(receipt_id, record, form, event.at)
    if before is not None:
        body["dct:replaces"] = str(before.receipt_id)
    metas = queries.purposes_of(session, [form.form_version_id])[form.form_version_id]
    guardians = queries.guardians_of(session, record.record_id)
    told = queries.events_of(session, record.record_id)
    body["dpv:hasRecordOfActivity"] = [_activity(record, told, meta, guardians) for meta in metas.values()]
    session.add(
        ConsentReceipt(
            project_id=record.project_id,
            receipt_id=receipt_id,
            record_id=record.record_id,
            body=receipt_keys.sign(body),
            issued_at=event.at,
        )
    )
    session.flush()


def find_newest(session: Session, record_id: UUID) -> ConsentReceipt | None:
    receipts = issued(session, record_id)
    return receipts[-1] if receipts else None


def issued(session: Session, record_id: UUID) -> list[ConsentReceipt]:
    """Oldest first: each names the one it replaces."""
    sought = select(ConsentReceipt).where(ConsentReceipt.record_id == record_id).order_by(col(ConsentReceipt.issued_at))
    left = list(session.execute(sought).scalars())
    following = {str(receipt.body.get("dct:replaces", "")): receipt for receipt in left}
    chain: list[ConsentReceipt] = []
    while (receipt := following.get(str(chain[-1].receipt_id) if chain else "")) is not None:
        chain.append(receipt)
    return chain


def receipt_document(session: Session, record_id: UUID) -> dict[str, Any]:
    """The newest signed receipt."""
    newest = find_newest(session, record_id)
    if newest is None:
        raise NotFound
    return newest.body


def _head(receipt_id: UUID, record: ConsentRecord, form: ConsentForm, at: datetime) -> dict[str, Any]:
    home = settings().public_url.rstrip("/")
    profile = f"{home}/schemas/receipt-summary-1"
    return {
        "@context": {"dpv": "https://w3id.org/dpv#", "dct": "http://purl.org/dc/terms/", "@vocab": f"{profile}#"},
        "@type": "dpv:ConsentReceipt",
        "dct:identifier": str(receipt_id),
        "dct:created": _told(at),
        "dct:conformsTo": ["https://w3id.org/dpv/schema/dpv-27560#receipt", profile],
        "dpv:hasDataController": {"name": form.controller, "contact": form.contact},
        "dpv:hasDataSubject": _pseudonym(record.record_id),
        "dpv:hasJurisdiction": form.jurisdiction,
        "dpv:hasNotice": {
            "form_id": str(form.form_id),
            "version": form.version,
            "sha256": record.text_sha256,
            "dct:language": record.language,
        },
        "dpv:hasConsentControl": {"@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": f"{home}/s/"},
        "dpv:hasRight": {"contact": form.contact},
    }


def _activity(
    record: ConsentRecord, told: Sequence[ConsentEvent], meta: PurposeMeta, guardians: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
    event = told[-1]
    choices = rules.with_guardians(event.choices, guardians)
    facets: dict[str, Any] = rules.with_defaults(choices, event.facets, {meta.key: meta}).get(meta.key, {})
    activity: dict[str, Any] = {
        "@type": "dpv:ConsentRecord",
        "dct:identifier": str(record.record_id),
        "dpv:hasPurpose": meta.key,
        "dpv:hasLegalBasis": meta.lawful_basis,
        "dpv:hasRecipient": list(facets.get("audience", meta.recipients)),
        "facets": {name: value for name, value in facets.items() if name not in {"credit", "expires_at"}},
        "dpv:hasConsentStatus": {
            "@type": _status(event, choices, meta.key),
            **_indication(_last_word(told, meta.key), guardians, meta.key),
        },
    }
    ends = facets.get("expires_at")
    if ends is None and meta.expires_after_days is not None:
        ends = _told(record.server_time + timedelta(days=meta.expires_after_days))
    return activity if ends is None else {**activity, "expires_at": ends}


def _status(event: ConsentEvent, choices: Mapping[str, str], purpose: str) -> str:
    if event.type == rules.WITHDRAWN:
        return "dpv:ConsentWithdrawn"
    return "dpv:ConsentGiven" if choices.get(purpose) == rules.GIVEN else "dpv:ConsentRefused"


def _last_word(told: Sequence[ConsentEvent], purpose: str) -> ConsentEvent:
    """The newest event that said something about this question. Taking everything back speaks of every one."""
    for before, event in zip(reversed(told[:-1]), reversed(told[1:]), strict=True):
        if rules.WITHDRAWN in {event.type, before.type} or event.choices.get(purpose) != before.choices.get(purpose):
            return event
    return told[0]


def _indication(event: ConsentEvent, guardians: Sequence[Mapping[str, str]], purpose: str) -> dict[str, Any]:
    """When and by whom; and where the desk did it, that somebody asked there."""
    said: dict[str, Any] = {"dpv:isIndicatedAtTime": _told(event.at)}
    if event.asked_by:
        return {**said, "dpv:isIndicatedBy": ASKED_BY[event.asked_by], "dpv:hasIndicationMethod": AT_THE_DESK}
    return {**said, "dpv:isIndicatedBy": _who(event, guardians, purpose)}


def _who(event: ConsentEvent, guardians: Sequence[Mapping[str, str]], purpose: str) -> str | list[str]:
    """Whose word it is: a no of one is enough, a yes is everybody's."""
    if not guardians or event.choices.get(purpose) != rules.GIVEN:
        return SUBJECT
    agree = all(told.get(purpose) == rules.GIVEN for told in guardians)
    return [SUBJECT, GUARDIAN] if agree else GUARDIAN


def _pseudonym(record_id: UUID) -> str:
    return hmac.new(derive("receipt pseudonym"), record_id.bytes, hashlib.sha256).hexdigest()[:32]


def _told(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
