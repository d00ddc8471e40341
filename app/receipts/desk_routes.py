# SPDX-License-Identifier: Apache-2.0
"""What the desk does for one voice because somebody asked: no door here allows more than they had."""

from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy.orm import Session

from app.consent.service import OnRecord
from app.curation import inbox
from app.kit import clock
from app.kit.db import AuditedDb, Db
from app.kit.etags import IfMatch
from app.people.access import CurrentFacilitator, Staff
from app.receipts import staff
from app.receipts.desk_schemas import (
    DeskHideIn,
    DeskNarrowIn,
    DeskUndoIn,
    DeskWithdrawIn,
    GoneVoicesOut,
    VoicesOut,
    WindowIn,
)

router = APIRouter(prefix="/api/desk", tags=["desk"])
STORY = "/stories/{story_id}"
ONE = f"{STORY}/participants/{{participant_id}}"


@router.get("/gone-voices")
def gone_voices(_facilitator: CurrentFacilitator, db: Db) -> GoneVoicesOut:
    """Stories that stay shut because one of several voices was taken back, and its days to undo are over."""
    return staff.gone(db, at=clock.now())


@router.get(f"{STORY}/voices")
def voices(story_id: UUID, facilitator: CurrentFacilitator, db: AuditedDb, response: Response) -> VoicesOut:
    """Everybody in the story, also while the team may not open it: somebody may ask for theirs back."""
    shown = _now(db, story_id, response)
    staff.note_look(db, story_id, by=facilitator, at=clock.now())
    return shown


@router.post(f"{ONE}/narrow")
def narrow_for(
    story_id: UUID,
    participant_id: UUID,
    wish: DeskNarrowIn,
    facilitator: CurrentFacilitator,
    version: IfMatch,
    db: Db,
    response: Response,
) -> VoicesOut:
    """403 `only-less` where any of it would allow more."""
    on_record = _on_record(facilitator, wish)
    staff.narrow(
        db,
        story_id,
        participant_id,
        wish.choices,
        wish.facets,
        if_match=version,
        on_record=on_record,
        at=clock.now(),
    )
    return _now(db, story_id, response)


@router.post(f"{ONE}/withdraw")
def withdraw_for(
    story_id: UUID,
    participant_id: UUID,
    wish: DeskWithdrawIn,
    facilitator: CurrentFacilitator,
    version: IfMatch,
    db: Db,
    response: Response,
) -> VoicesOut:
    """Everything, or these purposes. While its days last the storyteller's code brings it back, and so does a guardian
    who asked for it."""
    on_record = _on_record(facilitator, wish)
    staff.withdraw(
        db,
        story_id,
        participant_id,
        wish.purposes,
        if_match=version,
        on_record=on_record,
        by=facilitator,
        at=clock.now(),
    )
    return _now(db, story_id, response)


@router.post(f"{ONE}/hide")
def hide_for(
    story_id: UUID,
    participant_id: UUID,
    wish: DeskHideIn,
    facilitator: CurrentFacilitator,
    version: IfMatch,
    db: Db,
    response: Response,
) -> VoicesOut:
    """Nothing leaves from here on, on somebody's word: they may have lost their code."""
    on_record = _on_record(facilitator, wish)
    staff.hide(db, story_id, participant_id, if_match=version, on_record=on_record, at=clock.now())
    return _now(db, story_id, response)


@router.post(f"{ONE}/undo")
def undo_for(
    story_id: UUID,
    participant_id: UUID,
    wish: DeskUndoIn,
    facilitator: CurrentFacilitator,
    version: IfMatch,
    db: Db,
    response: Response,
) -> VoicesOut:
    """What a guardian had taken back comes back on their word; 403 `child-objects` for what the child took back, and
    while the child objects. Nothing is shared before somebody here approves it again."""
    on_record = _on_record(facilitator, wish)
    staff.undo(db, story_id, participant_id, if_match=version, on_record=on_record, by=facilitator, at=clock.now())
    return _now(db, story_id, response)


@router.post(f"{ONE}/window")
def open_window_for(
    story_id: UUID,
    participant_id: UUID,
    _wish: WindowIn,
    facilitator: CurrentFacilitator,
    version: IfMatch,
    db: Db,
    response: Response,
) -> VoicesOut:
    """For half an hour this one voice's code alone opens the second step as well."""
    staff.open_window(db, story_id, participant_id, if_match=version, by=facilitator, at=clock.now())
    return _now(db, story_id, response)


@router.delete(f"{ONE}/window")
def close_window_for(
    story_id: UUID,
    participant_id: UUID,
    facilitator: CurrentFacilitator,
    version: IfMatch,
    db: Db,
    response: Response,
) -> VoicesOut:
    staff.close_window(db, story_id, participant_id, if_match=version, by=facilitator)
    return _now(db, story_id, response)


def _on_record(facilitator: Staff, wish: DeskNarrowIn | DeskHideIn | DeskWithdrawIn | DeskUndoIn) -> OnRecord:
    return OnRecord(actor=str(facilitator.person_id), asked_by=wish.asked_by, reason=wish.reason)


def _now(db: Session, story_id: UUID, response: Response) -> VoicesOut:
    db.flush()
    shown = staff.voices(db, story_id, at=clock.now())
    response.headers["ETag"] = inbox.etag(db, story_id)
    return shown
