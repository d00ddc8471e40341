# SPDX-License-Identifier: Apache-2.0
"""A receipt code at the door. Each function has transactions of its own: a wrong try counts though it is refused, and
the slow work holds none."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import codes
from app.consent.errors import ReceiptInvalid
from app.consent.models import ConsentRecord, ReceiptCode, ReceiptSession
from app.consent.sealing import peppered
from app.consent.windows import window_until
from app.kit import audit
from app.kit.counters import Tally, refuse_over, tally
from app.kit.db import across_projects, reading, serialise, writing
from app.kit.errors import AuthInvalid, AuthRequired
from app.kit.keys import derive, new_token, sha256_hex
from app.people.slow_hash import SALT_BYTES, is_hash_of

TRIES: Final = 10
TRIES_OVERALL: Final = 200
LONGEST_PAUSE_S: Final = 10.0
EVERYWHERE: Final = "receipt:all"
WINDOW: Final = timedelta(hours=1)
BUCKET: Final = 2
IDLE: Final = timedelta(minutes=15)
LONGEST: Final = timedelta(hours=1)
SEEN_EVERY: Final = timedelta(seconds=30)
PIN_TRIES: Final = 5
_NOBODY: Final = codes.Code("000000", "0000000000")
_NO_SALT: Final = b"\x00" * SALT_BYTES
_NO_HASH: Final = b"\x00" * 32


@dataclass(frozen=True)
class OpenedReceipt:
    session_token: str
    record_id: UUID
    story_id: UUID
    project_id: UUID


@dataclass(frozen=True)
class ReceiptHolder:
    """Somebody with one participant's code. `second_step`: may also hear, read and allow more; `lent_until`: because
    the desk opened it with them, and no longer."""

    record_id: UUID
    story_id: UUID
    project_id: UUID
    second_step: bool
    has_pin: bool
    code_alone: bool
    session_sha256: str
    lent_until: datetime | None = None


@dataclass(frozen=True)
class _Candidate:
    record_id: UUID | None
    salt: bytes
    hash: bytes


def open_code(code: str, *, source: str, at: datetime) -> OpenedReceipt:
    """A session for the right code. Raises 404 `receipt-invalid` for any other after the same work, and 429
    `rate-limited` after ten wrong ones an hour from one source. After 200 from everywhere nobody is refused, since
    strangers must not keep a storyteller from taking their story back: see `pause_before_try`."""
    names = (f"receipt:{_source(source)}", EVERYWHERE)
    _count(names, at)
    told = codes.normalise(code)
    opened = _match(told or _NOBODY)
    if told is None or opened is None:
        raise ReceiptInvalid
    token = new_token()
    with writing() as session, across_projects(session):
        record = session.execute(select(ConsentRecord).where(ConsentRecord.record_id == opened)).scalar_one_or_none()
        if record is None:
            raise ReceiptInvalid
        _forgive(session, names, at)
        session.add(
            ReceiptSession(
                project_id=record.project_id,
                session_sha256=sha256_hex(token),
                record_id=record.record_id,
                started_at=at,
                seen_at=at,
            )
        )
        audit.record(
            session,
            project_id=record.project_id,
            actor="reporter_receipt",
            action="ReceiptOpened",
            subject=record.story_id,
        )
        return OpenedReceipt(token, record.record_id, record.story_id, record.project_id)


def pause_before_try(at: datetime) -> float:
    """Seconds to wait before the next try at any code: none, until 200 have been wrong within the hour."""
    with reading() as session:
        row = session.get(Tally, EVERYWHERE)
        wrong = row.count if row is not None and at < row.since + WINDOW else 0
    return min(LONGEST_PAUSE_S, wrong / TRIES_OVERALL) if wrong >= TRIES_OVERALL else 0.0


def receipt_session(token: str, at: datetime) -> ReceiptHolder:
    """Who holds this session. Raises 401 `auth-invalid` once it was idle for 15 minutes or is an hour old."""
    if not token:
        raise AuthRequired
    key = sha256_hex(token)
    with reading() as session, across_projects(session):
        holder, seen_at = _holder(session, key, at)
    if seen_at + SEEN_EVERY <= at:
        with writing() as session, across_projects(session):
            row = session.get(ReceiptSession, key)
            if row is not None:
                row.seen_at = at
    return holder


def second_step(holder: ReceiptHolder, pin: str, at: datetime) -> ReceiptHolder:
    """The holder, who may now hear, read and allow more. Raises 401 `auth-invalid` for a wrong PIN, and after five
    wrong ones for any. Call it before the door's own session is used."""
    with writing() as session, across_projects(session):
        code = _code_for_update(session, holder.record_id)
        closed = code is None or code.pin_wrong >= PIN_TRIES
        if code is not None and not closed:
            code.pin_wrong += 1
        salt, expected = (code.pin_salt, code.pin_hash) if code is not None else (None, None)
    right = is_hash_of(peppered("pin", codes.fold(pin)), salt or _NO_SALT, expected or _NO_HASH)
    if closed:
        raise AuthInvalid("Ask a facilitator to open this step with you.")
    if not right or expected is None:
        raise AuthInvalid
    with writing() as session, across_projects(session):
        opened = session.get(ReceiptSession, holder.session_sha256)
        code = _code_for_update(session, holder.record_id)
        if opened is None or code is None:
            raise AuthInvalid
        code.pin_wrong = 0
        opened.second_step_at = at
        session.flush()
        return _holder(session, holder.session_sha256, at)[0]


def _code_for_update(session: Session, record_id: UUID) -> ReceiptCode | None:
    """Locked to the commit: tries at one PIN are counted one after the other."""
    mine = select(ReceiptCode).where(ReceiptCode.record_id == record_id).with_for_update()
    return session.execute(mine.execution_options(populate_existing=True)).scalar_one_or_none()


def _source(source: str) -> str:
    return hmac.new(derive("receipt source"), source.encode(), hashlib.sha256).hexdigest()[:32]


def _count(names: Sequence[str], at: datetime) -> None:
    with writing() as session:
        for name in names:
            serialise(session, name)
        refuse_over(session, names[0], most=TRIES, window=WINDOW, at=at)
        for name in names:
            tally(session, name, window=WINDOW, at=at)


def _forgive(session: Session, names: Sequence[str], at: datetime) -> None:
    for name in names:
        serialise(session, name)
        tally(session, name, window=WINDOW, at=at, add=-1)


def _match(told: codes.Code) -> UUID | None:
    """The record of the code; as many rows are verified for a selector nobody has as for any other."""
    with reading() as session, across_projects(session):
        widest = select(func.count()).select_from(ReceiptCode).group_by(col(ReceiptCode.selector))
        width = max([BUCKET, *session.execute(widest.order_by(func.count().desc()).limit(1)).scalars()])
        rows = session.execute(select(ReceiptCode).where(ReceiptCode.selector == told.selector)).scalars()
        candidates = [_Candidate(row.record_id, row.salt, row.hash) for row in rows]
    candidates += [_Candidate(None, _NO_SALT, _NO_HASH)] * (width - len(candidates))
    secret = peppered("code", told.verifier)
    verdicts = [is_hash_of(secret, candidate.salt, candidate.hash) for candidate in candidates]
    right = [candidate.record_id for candidate, verdict in zip(candidates, verdicts, strict=True) if verdict]
    return right[0] if right else None


def _holder(session: Session, key: str, at: datetime) -> tuple[ReceiptHolder, datetime]:
    found = session.execute(
        select(ReceiptSession, ConsentRecord, ReceiptCode)
        .join(ConsentRecord, col(ConsentRecord.record_id) == col(ReceiptSession.record_id))
        .join(ReceiptCode, col(ReceiptCode.record_id) == col(ReceiptSession.record_id))
        .where(ReceiptSession.session_sha256 == key)
    ).one_or_none()
    if found is None:
        raise AuthInvalid
    opened, record, code = found
    if at >= opened.seen_at + IDLE or at >= opened.started_at + LONGEST:
        raise AuthInvalid
    is_own = code.code_alone or opened.second_step_at is not None
    lent_until = None if is_own else window_until(session, record.record_id, at)
    holder = ReceiptHolder(
        record_id=record.record_id,
        story_id=record.story_id,
        project_id=record.project_id,
        second_step=is_own or lent_until is not None,
        has_pin=code.pin_hash is not None,
        code_alone=code.code_alone,
        session_sha256=key,
        lent_until=lent_until,
    )
    return holder, opened.seen_at
