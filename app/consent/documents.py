# SPDX-License-Identifier: Apache-2.0
"""The signed consent receipt: ISO/IEC TS 27560 in DPV terms, without name or story content (consent.md §8)."""

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries, rules
from app.consent.models import ConsentEvent, ConsentForm, ConsentReceipt, ConsentRecord
from app.consent.rules import PurposeMeta
from app.kit.errors import NotFound
from app.kit.ids import opaque_id
from app.kit.keys import derive
from app.settings import settings

SIGNED_BY = "receipt signature"
SUBJECT = "dpv:DataSubject"
GUARDIAN = "dpv:GuardianOfDataSubject"


def issue(session: Session, record: ConsentRecord, event: ConsentEvent) -> None:
    """A receipt of what holds after `event`; it names the one it replaces."""
    form = session.execute(
        select(ConsentForm).where(ConsentForm.form_version_id == record.form_version_id)
    ).scalar_one()
    before = find_newest(session, record.record_id)
    receipt_id = opaque_id()
    body = _head(receipt_id, record, form, event.at)
    if before is not None:
        body["dct:replaces"] = str(before.receipt_id)
    metas = queries.purposes_of(session, [form.form_version_id])[form.form_version_id]
    guardians = queries.guardians_of(session, record.record_id)
    body["dpv:hasRecordOfActivity"] = [_activity(record, event, meta, guardians) for meta in metas.values()]
    session.add(
        ConsentReceipt(
            project_id=record.project_id,
            receipt_id=receipt_id,
            record_id=record.record_id,
            body=sign(body),
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


def sign(body: dict[str, Any]) -> dict[str, Any]:
    """The object with its `signature` over the RFC 8785 bytes of all the rest."""
    key = Ed25519PrivateKey.from_private_bytes(derive(SIGNED_BY))
    jwk = _jwk(key.public_key())
    signature = {"alg": "Ed25519", "kid": _thumbprint(jwk), "jwk": jwk, "value": _b64(key.sign(rfc8785.dumps(body)))}
    return {**body, "signature": signature}


def public_jwk() -> dict[str, str]:
    """The key that receipts are checked with, published for good."""
    jwk = _jwk(Ed25519PrivateKey.from_private_bytes(derive(SIGNED_BY)).public_key())
    return {**jwk, "kid": _thumbprint(jwk)}


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
    record: ConsentRecord, event: ConsentEvent, meta: PurposeMeta, guardians: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
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
            "dpv:isIndicatedAtTime": _told(event.at),
            "dpv:isIndicatedBy": _who(event, guardians, meta.key),
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


def _jwk(key: Ed25519PublicKey) -> dict[str, str]:
    return {"kty": "OKP", "crv": "Ed25519", "x": _b64(key.public_bytes(Encoding.Raw, PublicFormat.Raw))}


def _thumbprint(jwk: dict[str, str]) -> str:
    return _b64(hashlib.sha256(rfc8785.dumps(jwk)).digest())


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
