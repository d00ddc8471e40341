# SPDX-License-Identifier: Apache-2.0
import secrets
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import rfc8785
from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit import audit, etags
from app.kit.db import serialise
from app.kit.errors import IdempotencyKeyMismatch, NotFound, Validation
from app.kit.ids import new_id
from app.kit.keys import new_token, sha256_hex
from app.partners import deliveries, queries, rules  # noqa: F401 - hears of entries, also of those written from here
from app.partners.errors import AlreadyShown, NoSuchKey, TooManyKeys
from app.partners.models import Agreement, Partner, PartnerKey, Response
from app.people.access import Staff
from app.publishing import service as publishing


def create_partner(
    session: Session, project_id: UUID, name: str, audience: str, scopes: Collection[str], at: datetime
) -> tuple[Partner, str, str, datetime]:
    """A partner with an agreement and a first key: `(partner, key_id, key, expires_at)`; the key is shown this once."""
    if not rules.AUDIENCE.fullmatch(audience):
        raise Validation(errors=[{"pointer": "/audience", "rule": "pattern"}])
    partner = Partner(project_id=project_id, partner_id=new_id(), name=name, audience=audience, created_at=at)
    session.add(partner)
    session.flush()
    session.add(Agreement(project_id=project_id, agreement_id=new_id(), partner_id=partner.partner_id, opened_at=at))
    key_id, key, expires_at = add_key(session, partner, scopes, at)
    publishing.open_reader(session, project_id, partner.partner_id, name, audience, at=at)
    _note(session, partner, "partner_created")
    return partner, key_id, key, expires_at


def add_key(session: Session, partner: Partner, scopes: Collection[str], at: datetime) -> tuple[str, str, datetime]:
    """Another key, so that one can be changed without a gap; two at most are live."""
    if not scopes or not set(scopes) <= rules.SCOPES:
        raise Validation(errors=[{"pointer": "/scopes", "rule": "enum"}])
    if len(queries.live_keys(session, partner.partner_id, at)) >= rules.LIVE_KEYS_AT_MOST:
        raise TooManyKeys
    key_id, secret = secrets.token_hex(6), new_token()
    expires_at = at + rules.KEY_LASTS
    session.add(
        PartnerKey(
            project_id=partner.project_id,
            key_id=key_id,
            partner_id=partner.partner_id,
            secret_sha256=sha256_hex(secret),
            scopes=sorted(set(scopes)),
            created_at=at,
            expires_at=expires_at,
        )
    )
    session.flush()
    return key_id, rules.written(key_id, secret), expires_at


def revoke_key(session: Session, key_id: str, at: datetime) -> None:
    """From the commit on the key opens nothing. Raises 404 for one that never was."""
    found = queries.find_key(session, key_id)
    if found is None:
        raise NoSuchKey
    key, partner = found
    if key.revoked_at is None:
        key.revoked_at = at
        _note(session, partner, "key_revoked")


def end_agreement(session: Session, partner_id: UUID, at: datetime) -> None:
    """The partner loses everything: tombstones in their feed, and keys that open only that feed."""
    agreed = select(Agreement).where(Agreement.partner_id == partner_id)
    for agreement in session.execute(agreed).scalars().all():
        agreement.closed_at = agreement.closed_at or at
        publishing.close_reader(session, agreement.project_id, partner_id, at=at)


def respond(
    session: Session,
    partner_id: UUID,
    project_id: UUID,
    public_id: UUID,
    *,
    idempotency_key: str,
    kind: str,
    text: str,
    at: datetime,
) -> Response:
    """Keep what a partner answers about a story. The same key and body again answer the same."""
    serialise(session, f"response:{partner_id}:{idempotency_key}")
    body_sha256 = sha256_hex(rfc8785.dumps({"public_id": str(public_id), "kind": kind, "text": text}))
    before = queries.response_by_key(session, partner_id, idempotency_key)
    if before is not None:
        if before.body_sha256 != body_sha256:
            raise IdempotencyKeyMismatch
        return before
    said = Response(
        project_id=project_id,
        response_id=new_id(),
        partner_id=partner_id,
        public_id=public_id,
        idempotency_key=idempotency_key,
        body_sha256=body_sha256,
        kind=kind,
        text=text,
        at=at,
    )
    session.add(said)
    session.flush()
    audit.record(
        session, project_id=project_id, actor=str(partner_id), action="partner_responded", subject=said.response_id
    )
    return said


def show_response(session: Session, response_id: UUID, *, if_match: str, by: Staff, at: datetime) -> None:
    """A facilitator lets the storyteller read it, for good. Raises 404 once it went with its story."""
    response = _answer_as_seen(session, response_id, if_match)
    if response.shown_at is None:
        response.shown_at, response.kept_back_at = at, None
        _decide(session, response, "response_shown", by)


def keep_back_response(session: Session, response_id: UUID, *, if_match: str, by: Staff, at: datetime) -> None:
    """The storyteller is spared it; a colleague may still decide otherwise. Raises 409 once they may have read it."""
    response = _answer_as_seen(session, response_id, if_match)
    if response.shown_at is not None:
        raise AlreadyShown
    if response.kept_back_at is None:
        response.kept_back_at = at
        _decide(session, response, "response_kept_back", by)


def _answer_as_seen(session: Session, response_id: UUID, if_match: str) -> Response:
    """The answer, locked, as the caller saw it."""
    locked = select(Response).where(Response.response_id == response_id).with_for_update()
    response = session.execute(locked.execution_options(populate_existing=True)).scalar_one_or_none()
    if response is None:
        raise NotFound
    etags.require(if_match, queries.response_etag(response))
    return response


def _decide(session: Session, response: Response, action: str, by: Staff) -> None:
    session.flush()
    audit.record(
        session, project_id=response.project_id, actor=str(by.person_id), action=action, subject=response.response_id
    )


def forget_answers(session: Session, public_id: UUID) -> None:
    """What partners answered about a story that is erased; only then its release can go."""
    session.execute(delete(Response).where(col(Response.public_id) == public_id))
    publishing.drop_release(session, public_id)


def forget_stray_answers(session: Session) -> None:
    """Answers about releases that are gone: of before an erasure reached them, or sent in the moment of one."""
    answered = list(session.execute(select(Response.public_id).distinct()).scalars())
    stray = publishing.without_release(session, answered)
    session.execute(delete(Response).where(col(Response.public_id).in_(stray)))


def _note(session: Session, partner: Partner, action: str) -> None:
    audit.record(session, project_id=partner.project_id, actor="caretaker", action=action, subject=partner.partner_id)
