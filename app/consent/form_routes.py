# SPDX-License-Identifier: Apache-2.0
"""The steward's doors to the consent form: its versions, the draft, how well it reads."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response
from sqlalchemy.orm import Session

from app.consent import editing, form_screen
from app.consent.reading_age import OLDEST_WISHED, reading_age
from app.consent.schemas import FormAnswer, FormBegun, FormIn, FormList, FormRetired, ReadingAnswer, ReadingIn, ReviewIn
from app.kit import clock
from app.kit.db import Db
from app.kit.etags import IfMatch
from app.people.access import CurrentSteward, Staff
from app.projects.errors import ProjectNotFound
from app.projects.languages import Language

router = APIRouter(prefix="/api/desk/forms", tags=["desk"])
Tag = Annotated[Language, Path()]


def _require(staff: Staff, project_id: UUID) -> None:
    if project_id not in staff.projects:
        raise ProjectNotFound


@router.get("")
def list_forms(project_id: UUID, staff: CurrentSteward, db: Db) -> FormList:
    """Every version of the project's consent form, the newest first."""
    _require(staff, project_id)
    return FormList(versions=form_screen.listed(db, project_id))


@router.post("", status_code=201)
def begin_form(wish: FormBegun, staff: CurrentSteward, db: Db, response: Response) -> FormAnswer:
    """A draft from the version in use; the one that stands already where there is one."""
    _require(staff, wish.project_id)
    draft = editing.begin(db, wish.project_id, clock.now(), by=staff.person_id)
    return _shown(db, draft.form_version_id, response)


@router.post("/reading-age")
def tell_reading_age(wish: ReadingIn, staff: CurrentSteward) -> ReadingAnswer:
    """How old somebody must be to read each text, and all of them as one."""
    del staff
    ages = [reading_age(text) for text in wish.texts]
    return ReadingAnswer(ages=ages, whole=reading_age("\n".join(wish.texts)), oldest_wished=OLDEST_WISHED)


@router.get("/{form_version_id}")
def read_form(form_version_id: UUID, staff: CurrentSteward, db: Db, response: Response) -> FormAnswer:
    del staff
    return _shown(db, form_version_id, response)


@router.put("/{form_version_id}")
def save_form(
    form_version_id: UUID, wish: FormIn, if_match: IfMatch, staff: CurrentSteward, db: Db, response: Response
) -> FormAnswer:
    """The whole draft as it is to stand."""
    editing.save(db, form_version_id, wish, if_match, by=staff.person_id)
    return _shown(db, form_version_id, response)


@router.delete("/{form_version_id}", status_code=204)
def drop_form(form_version_id: UUID, if_match: IfMatch, staff: CurrentSteward, db: Db) -> None:
    """Only a draft goes."""
    editing.drop(db, form_version_id, if_match, by=staff.person_id)


@router.post("/{form_version_id}/publish")
def publish_form(
    form_version_id: UUID, if_match: IfMatch, staff: CurrentSteward, db: Db, response: Response
) -> FormAnswer:
    """For good: from now on phones ask with it, and nothing of it changes."""
    editing.publish(db, form_version_id, if_match, clock.now(), by=staff.person_id)
    return _shown(db, form_version_id, response)


@router.post("/{form_version_id}/retire")
def retire_form(
    form_version_id: UUID, wish: FormRetired, if_match: IfMatch, staff: CurrentSteward, db: Db, response: Response
) -> FormAnswer:
    """What was told on it is shared for the days of grace, then no longer."""
    editing.retire(db, form_version_id, wish.grace_days, if_match, clock.now(), by=staff.person_id)
    return _shown(db, form_version_id, response)


@router.put("/{form_version_id}/reviews/{language}")
def say_reviewed(
    form_version_id: UUID, language: Tag, wish: ReviewIn, staff: CurrentSteward, db: Db, response: Response
) -> FormAnswer:
    """A community has looked at the form in this language."""
    told = (wish.reviewed_by, wish.reviewed_on)
    editing.say_reviewed(db, form_version_id, language, *told, clock.now(), by=staff.person_id)
    return _shown(db, form_version_id, response)


@router.delete("/{form_version_id}/reviews/{language}")
def take_back_review(
    form_version_id: UUID, language: Tag, staff: CurrentSteward, db: Db, response: Response
) -> FormAnswer:
    editing.take_back_review(db, form_version_id, language, by=staff.person_id)
    return _shown(db, form_version_id, response)


def _shown(session: Session, form_version_id: UUID, response: Response) -> FormAnswer:
    answer, etag = form_screen.shown(session, form_version_id)
    response.headers["ETag"] = etag
    return answer
