# SPDX-License-Identifier: Apache-2.0
"""A project's spoken sounds: kept as they came, made playable on every phone, offered beside the words they say."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit.blobs import store
from app.kit.errors import DomainError, Validation
from app.kit.ids import new_id
from app.kit.outbox import announce
from app.media.service import check_head
from app.projects.errors import SpokenTooLarge
from app.projects.events import SpokenKept, SpokenTakenOff
from app.projects.models import SpokenSound
from app.projects.rules import SPOKEN_BYTES, SpokenKind, SpokenState

LONGEST_BASE64 = (SPOKEN_BYTES + 2) // 3 * 4


@dataclass(frozen=True)
class Place:
    """What a sound says, in which language. `subject` is an id or key in the words of its kind."""

    kind: SpokenKind
    subject: str
    language: str


@dataclass(frozen=True)
class Original:
    spoken_id: UUID
    key: str


Heard = Mapping[Place, SpokenSound]


def sound_in(told: str) -> bytes:
    """The file that was sent as Base64. Raises `SpokenTooLarge`, and the refusals of what is no sound."""
    if len(told) > LONGEST_BASE64:
        raise SpokenTooLarge
    try:
        sound = base64.b64decode(told, validate=True)
    except (binascii.Error, ValueError):
        raise Validation(errors=[{"pointer": "/sound", "rule": "base64"}]) from None
    check_head(sound)
    return sound


@contextmanager
def original_of(project_id: UUID, sound: bytes) -> Iterator[Original]:
    """The file, kept before any row names it; gone again when the rows are refused."""
    spoken_id = new_id()
    original = Original(spoken_id, f"{folder_of(project_id, spoken_id)}/original")
    store().put(original.key, sound)
    try:
        yield original
    except DomainError:
        store().delete(original.key)
        raise


def folder_of(project_id: UUID, spoken_id: UUID) -> str:
    return f"{project_id}/spoken/{spoken_id}"


def keep(
    session: Session, project_id: UUID, place: Place, original: Original, at: datetime, *, actor: object
) -> SpokenSound:
    """In place of the sound that stood there; the worker makes it playable."""
    before = find_at(session, project_id, place)
    if before is not None:
        drop(session, before, actor=actor)
    row = SpokenSound(
        project_id=project_id,
        spoken_id=original.spoken_id,
        kind=place.kind,
        subject=place.subject,
        language=place.language,
        state=SpokenState.PREPARING,
        original_key=original.key,
        created_at=at,
    )
    session.add(row)
    session.flush()
    announce(session, SpokenKept(project_id=project_id, spoken_id=row.spoken_id), actor=actor)
    return row


def drop(session: Session, row: SpokenSound, *, actor: object) -> None:
    """The row now, the bytes soon after."""
    session.delete(row)
    session.flush()
    announce(session, SpokenTakenOff(project_id=row.project_id, spoken_id=row.spoken_id), actor=actor)


def silence(session: Session, row: SpokenSound, at: datetime, *, actor: object) -> None:
    """Offered no more; row and bytes stay."""
    if row.state == SpokenState.TAKEN_OFF:
        return
    row.state, row.taken_off_at = SpokenState.TAKEN_OFF, at
    announce(session, SpokenTakenOff(project_id=row.project_id, spoken_id=row.spoken_id), actor=actor)


def keep_playable(session: Session, spoken_id: str, made: dict[str, Any]) -> bool:
    """What the worker made of the original, or why it could not; False where nobody wants it any more."""
    row = find(session, UUID(spoken_id))
    if row is None or row.state != SpokenState.PREPARING:
        return False
    if "refused_as" in made:
        row.state, row.refused_as = SpokenState.REFUSED, made["refused_as"]
        return True
    row.state = SpokenState.READY
    row.key, row.media_type, row.sha256 = made["key"], made["media_type"], made["sha256"]
    row.bytes, row.duration_ms = made["bytes"], made["duration_ms"]
    return True


def find(session: Session, spoken_id: UUID) -> SpokenSound | None:
    return session.execute(select(SpokenSound).where(SpokenSound.spoken_id == spoken_id)).scalar_one_or_none()


def find_at(session: Session, project_id: UUID, place: Place) -> SpokenSound | None:
    sought = select(SpokenSound).where(
        SpokenSound.project_id == project_id,
        SpokenSound.kind == place.kind,
        SpokenSound.subject == place.subject,
        SpokenSound.language == place.language,
    )
    return session.execute(sought).scalar_one_or_none()


def find_playable(session: Session, sha256: str) -> SpokenSound | None:
    """One that is offered now, by the hash of its bytes."""
    sought = select(SpokenSound).where(SpokenSound.sha256 == sha256, SpokenSound.state == SpokenState.READY)
    return session.execute(sought.order_by(col(SpokenSound.spoken_id)).limit(1)).scalar_one_or_none()


def sounds_of(session: Session, project_id: UUID) -> Heard:
    """Every sound of the project, by what it says."""
    rows = session.execute(select(SpokenSound).where(SpokenSound.project_id == project_id)).scalars()
    return {Place(SpokenKind(row.kind), row.subject, row.language): row for row in rows}


def told(heard: Heard, place: Place) -> dict[str, str]:
    """How the bundle names the sound at `place`; nothing where none can be played."""
    row = heard.get(place)
    if row is None or row.state != SpokenState.READY or row.sha256 is None:
        return {}
    return {"audio_url": f"/api/spoken/{row.sha256}", "sha256": row.sha256}
