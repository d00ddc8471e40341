# SPDX-License-Identifier: Apache-2.0
"""Who stands at the partners' door: a key in the `Authorization` header, never anywhere else."""

import hmac
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.orm import Session

from app.kit import clock
from app.kit.db import AuditedDb, Db, across_projects, name_projects, reading, writing
from app.kit.errors import AuthInvalid, AuthRequired, Forbidden, RateLimited
from app.kit.keys import sha256_hex
from app.partners import queries, rules
from app.partners.models import Partner, PartnerKey
from app.partners.rules import Bucket, Rate
from app.publishing.editions import Principal, PrincipalKind

NOBODY = sha256_hex("")
CHALLENGE = {"WWW-Authenticate": "Bearer"}
BUCKETS_AT_MOST = 10_000

_bearer = HTTPBearer(auto_error=False, description="`hwk_<id>_<secret>`, in this header only.")
_buckets: dict[str, Bucket] = {}
_buckets_lock = threading.Lock()


@dataclass(frozen=True)
class PartnerPrincipal:
    """A partner by one live key. `projects` are those with an open agreement."""

    key_id: str
    partner_id: UUID
    name: str
    audience: str
    scopes: frozenset[str]
    projects: frozenset[UUID]
    expires_at: datetime
    last_used_at: datetime | None

    @property
    def reader(self) -> Principal:
        return Principal(PrincipalKind.PARTNER, self.partner_id, self.name, self.audience)

    @property
    def seal(self) -> str:
        """Whom a cursor is bound to: the partner, so that a new key goes on where the old one stopped."""
        return f"partner:{self.partner_id}"


def partner_at_the_door(
    request: Request,
    _credentials: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)],
    db: Db,
    audited: AuditedDb,
) -> PartnerPrincipal:
    at = clock.now()
    with reading() as own, across_projects(own):
        key, partner = _live_key(own, request, at)
        projects = queries.projects_of(own, partner.partner_id) | {partner.project_id}
    request.state.rate = rate = _meter(key.key_id)
    if rate.wait_s:
        raise RateLimited(rate.wait_s)
    last_used_at = key.last_used_at
    if last_used_at is None or last_used_at + rules.SEEN_EVERY <= at:
        with writing(key.project_id) as own:
            again = queries.find_key(own, key.key_id)
            if again is not None:
                again[0].last_used_at = at
    for session in (db, audited):
        name_projects(session, projects)
    return PartnerPrincipal(
        key_id=key.key_id,
        partner_id=partner.partner_id,
        name=partner.name,
        audience=partner.audience,
        scopes=frozenset(key.scopes),
        projects=projects,
        expires_at=key.expires_at,
        last_used_at=last_used_at,
    )


def _live_key(own: Session, request: Request, at: datetime) -> tuple[PartnerKey, Partner]:
    """Malformed, unknown, revoked and expired keys get the same answer after the same comparison."""
    scheme, _, told = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not told.strip():
        raise AuthRequired(headers=CHALLENGE)
    presented = rules.parse_key(told.strip())
    found = queries.find_key(own, presented.key_id) if presented else None
    kept = found[0].secret_sha256 if found else NOBODY
    is_right = hmac.compare_digest(kept, sha256_hex(presented.secret if presented else ""))
    if found is None or not is_right or found[0].revoked_at is not None or found[0].expires_at <= at:
        raise AuthInvalid(headers=CHALLENGE)
    return found


def _meter(key_id: str) -> Rate:
    """Counted in this process: a limit on traffic, not on guesses."""
    with _buckets_lock:
        if len(_buckets) > BUCKETS_AT_MOST:
            _buckets.clear()
        _buckets[key_id], rate = rules.take(_buckets.get(key_id), time.monotonic())
    return rate


def _needs(scope: str) -> Callable[[PartnerPrincipal], PartnerPrincipal]:
    def holder(partner: "CurrentPartner") -> PartnerPrincipal:
        if scope not in partner.scopes:
            raise Forbidden
        return partner

    return holder


CurrentPartner = Annotated[PartnerPrincipal, Depends(partner_at_the_door)]
StoriesReader = Annotated[PartnerPrincipal, Depends(_needs(rules.STORIES))]
AudioReader = Annotated[PartnerPrincipal, Depends(_needs(rules.AUDIO))]
Responder = Annotated[PartnerPrincipal, Depends(_needs(rules.RESPONSES))]
Listener = Annotated[PartnerPrincipal, Depends(_needs(rules.WEBHOOKS))]


def forget_rates() -> None:
    """Every key starts afresh, as in a new process."""
    with _buckets_lock:
        _buckets.clear()
