# SPDX-License-Identifier: Apache-2.0
"""The desk's doors to spoken sounds: they need the project and its consent form, so they stand in the topmost room."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response
from sqlalchemy.orm import Session

from app.consent import spoken as form_sounds
from app.consent.schemas import SpokenAnswer, SpokenIn, SpokenList, SpokenMade, SpokenSubject
from app.kit import clock, etags, ranges
from app.kit.db import Db
from app.kit.errors import NotFound
from app.people.access import CurrentStaff, Staff
from app.people.models import Role
from app.projects import queries as projects
from app.projects import spoken
from app.projects.errors import ProjectNotFound
from app.projects.models import SpokenSound
from app.projects.rules import SpokenState
from app.projects.spoken import Heard, Place

router = APIRouter(prefix="/api/desk/spoken", tags=["desk"])


def _steward(staff: Staff) -> Staff:
    return staff.within(Role.STEWARD, Role.ADMIN)


def _within(staff: Staff, project_id: UUID) -> Staff:
    steward = _steward(staff)
    if project_id not in steward.projects:
        raise ProjectNotFound
    return steward


@router.get("")
def list_spoken(project_id: UUID, staff: CurrentStaff, db: Db) -> SpokenList:
    """All that can be read aloud, and what has been recorded of it."""
    _within(staff, project_id)
    heard = spoken.sounds_of(db, project_id)
    languages = projects.get_project(db, project_id).languages
    subjects = [_told(one, languages, heard) for one in form_sounds.subjects_of(db, project_id)]
    return SpokenList(languages=languages, subjects=subjects)


def _told(one: form_sounds.Subject, languages: list[str], heard: Heard) -> SpokenSubject:
    rows = {tag: heard.get(Place(one.kind, one.subject, tag)) for tag in languages}
    return SpokenSubject(
        kind=one.kind,
        subject=one.subject,
        texts=one.texts,
        for_good=one.kind in form_sounds.OF_A_FORM,
        sounds={tag: _answer(row) for tag, row in rows.items() if row is not None},
    )


def _answer(row: SpokenSound) -> SpokenAnswer:
    return SpokenAnswer(
        spoken_id=row.spoken_id,
        state=SpokenState(row.state),
        duration_ms=row.duration_ms,
        bytes=row.bytes,
        created_at=row.created_at,
    )


@router.post("", status_code=201)
def keep_spoken(wish: SpokenIn, staff: CurrentStaff, db: Db) -> SpokenMade:
    """Keeps a sound; it is offered to phones once it has been made playable."""
    steward = _within(staff, wish.project_id)
    place = Place(wish.kind, wish.subject, wish.language)
    with spoken.original_of(wish.project_id, spoken.sound_in(wish.sound)) as original:
        row = form_sounds.keep(db, wish.project_id, place, original, clock.now(), actor=steward.person_id)
    return SpokenMade(spoken_id=row.spoken_id, state=SpokenState(row.state))


@router.get("/{spoken_id}/sound", response_class=Response)
def hear_spoken(
    spoken_id: UUID, staff: CurrentStaff, db: Db, range_header: Annotated[str | None, Header(alias="Range")] = None
) -> Response:
    """The sound as phones play it; 404 until it is playable."""
    row = _found(db, spoken_id, staff)
    if row.key is None:
        raise NotFound
    return ranges.sound_response(
        key=row.key,
        total=row.bytes,
        media_type=row.media_type,
        etag=etags.make("spoken", row.key),
        range_header=range_header,
        still_allowed=lambda: True,
    )


@router.delete("/{spoken_id}", status_code=204)
def take_off_spoken(spoken_id: UUID, staff: CurrentStaff, db: Db) -> None:
    """Offered no more. Beside a form in use the bytes stay, to tell what people heard."""
    row = _found(db, spoken_id, staff)
    form_sounds.take_off(db, row.spoken_id, clock.now(), actor=staff.person_id)


def _found(session: Session, spoken_id: UUID, staff: Staff) -> SpokenSound:
    row = spoken.find(session, spoken_id)
    if row is None or row.project_id not in _steward(staff).projects:
        raise NotFound
    return row
