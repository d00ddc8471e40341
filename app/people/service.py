# SPDX-License-Identifier: Apache-2.0
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pyotp
from sqlalchemy.orm import Session
from sqlmodel import select

from app.kit import audit
from app.kit.counters import refuse_over, tally
from app.kit.db import serialise, writing
from app.kit.errors import AuthInvalid
from app.kit.ids import new_id
from app.kit.keys import new_token, sha256_hex
from app.people import queries
from app.people.errors import PersonInvalid
from app.people.models import Device, Membership, Person, Role, SignInLink, StaffSession
from app.people.rules import LOGIN_WINDOW, LOGINS, PASSWORD_SHORTEST
from app.people.slow_hash import hash_password, is_password

TOTP_STEP_S = 30
NO_TOTP_SECRET = "A" * 32
_EMAIL = re.compile(r"[^@\s\x00]{1,64}@[^@\s\x00]{1,255}")


@dataclass(frozen=True)
class _Entry:
    """What a person's door is locked with."""

    person_id: UUID | None
    password_hash: str | None
    totp_secret: str | None
    totp_last_step: int


def add_person(
    session: Session,
    project_id: UUID,
    email: str,
    role: str,
    *,
    password: str | None = None,
    name: str = "",
    at: datetime,
) -> Person:
    """The person with this role in the project; somebody known keeps what they have, save a password told anew."""
    address = email.strip().lower()
    if not _EMAIL.fullmatch(address):
        raise PersonInvalid("This is no e-mail address.")
    if password is not None and len(password) < PASSWORD_SHORTEST:
        raise PersonInvalid(f"A password has at least {PASSWORD_SHORTEST} characters.")
    held = Role(role)
    secret = hash_password(password) if password is not None else None
    person = queries.find_person(session, address)
    if person is None:
        person = Person(person_id=new_id(), email=address, name=name, created_at=at)
        session.add(person)
        session.flush()
    person.name = name or person.name
    person.password_hash = secret or person.password_hash
    if not _is_member(session, project_id, person.person_id, held):
        session.add(Membership(project_id=project_id, membership_id=new_id(), person_id=person.person_id, role=held))
        session.flush()
    return person


def _is_member(session: Session, project_id: UUID, person_id: UUID, role: Role) -> bool:
    sought = select(Membership).where(
        Membership.project_id == project_id, Membership.person_id == person_id, Membership.role == role
    )
    return session.execute(sought).scalar_one_or_none() is not None


def make_sign_in_link(session: Session, person_id: UUID, at: datetime, lasts: timedelta) -> str:
    """A token that opens the desk once, until it has lasted."""
    token = new_token()
    session.add(SignInLink(token_sha256=sha256_hex(token), person_id=person_id, expires_at=at + lasts))
    session.flush()
    return token


def use_link(session: Session, token: str, at: datetime) -> str:
    """The session's token for the cookie; 401 `auth-invalid` for a link that is unknown, used or over."""
    link = session.get(SignInLink, sha256_hex(token), with_for_update=True)
    if link is None or link.used_at is not None or link.expires_at <= at:
        raise AuthInvalid
    link.used_at = at
    return _begin_session(session, link.person_id, at)


def sign_in(email: str, password: str, totp: str | None, at: datetime) -> str:
    """The session's token for the cookie. Transactions of its own: a try counts even when it fails, and the slow work
    holds none. Every wrong combination costs the same and raises 401 `auth-invalid`; 429 after five tries a minute."""
    address = email.strip().lower()
    entry = _try_once(address, at)
    right_password = is_password(password, entry.password_hash)
    step = _totp_step(entry.totp_secret or NO_TOTP_SECRET, totp or "", at)
    totp_ok = entry.totp_secret is None or (step is not None and step > entry.totp_last_step)
    if entry.person_id is None or not right_password or not totp_ok:
        raise AuthInvalid
    with writing() as session:
        person = session.get(Person, entry.person_id, with_for_update=True)
        if person is None or (person.totp_secret and (step is None or step <= person.totp_last_step)):
            raise AuthInvalid
        if person.totp_secret and step is not None:
            person.totp_last_step = step
        return _begin_session(session, person.person_id, at)


def _try_once(address: str, at: datetime) -> _Entry:
    name = f"login:{sha256_hex(address)}"
    with writing() as session:
        serialise(session, name)
        refuse_over(session, name, most=LOGINS, window=LOGIN_WINDOW, at=at)
        tally(session, name, window=LOGIN_WINDOW, at=at)
        person = queries.find_person(session, address)
        if person is None:
            return _Entry(None, None, None, 0)
        return _Entry(person.person_id, person.password_hash, person.totp_secret, person.totp_last_step)


def _totp_step(secret: str, code: str, at: datetime) -> int | None:
    """The time step the code belongs to, one before and after allowed for."""
    now = int(at.timestamp()) // TOTP_STEP_S
    right: Callable[[int], str] = pyotp.TOTP(secret).generate_otp
    steps = [step for step in (now - 1, now, now + 1) if pyotp.utils.strings_equal(right(step), code)]
    return steps[-1] if steps else None


def _begin_session(session: Session, person_id: UUID, at: datetime) -> str:
    token = new_token()
    session.add(StaffSession(session_sha256=sha256_hex(token), person_id=person_id, started_at=at, seen_at=at))
    session.flush()
    return token


def sign_out(session: Session, token: str, at: datetime) -> None:
    """Ends the session; ending it twice, or an unknown one, changes nothing."""
    row = session.get(StaffSession, sha256_hex(token))
    if row is not None and row.ended_at is None:
        row.ended_at = at


def admit_device(session: Session, project_id: UUID, invite_id: UUID, at: datetime) -> str:
    """A token for one more phone; only its hash is kept."""
    token = new_token()
    session.add(
        Device(
            project_id=project_id, device_id=new_id(), token_sha256=sha256_hex(token), invite_id=invite_id, joined_at=at
        )
    )
    session.flush()
    return token


def revoke_device(session: Session, device_id: UUID, at: datetime) -> None:
    """Nobody comes in with the phone's token any more. What it has sent stays where it is."""
    phone = session.execute(select(Device).where(Device.device_id == device_id)).scalar_one()
    if phone.revoked_at is not None:
        return
    phone.revoked_at = at
    audit.record(session, project_id=phone.project_id, actor=str(device_id), action="DeviceLeft", subject=device_id)
