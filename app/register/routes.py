# SPDX-License-Identifier: Apache-2.0
"""The steward's doors: whose consent stands how, who holds what, who saw what; and one person's data, for them."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import StreamingResponse
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit import clock
from app.kit.db import AuditedDb, reading
from app.kit.shapes import Instant, told_instant
from app.people.access import CurrentSteward, Staff
from app.projects.models import Project
from app.register import auditing, bundle, chains, detail, queries, service, sheet, silent
from app.register.rules import State
from app.register.schemas import (
    AuditListOut,
    ChainOut,
    ChainsOut,
    RecordDetailOut,
    RegisterOut,
    UnconfirmedListOut,
)

router = APIRouter(prefix="/api/desk", tags=["desk"])

MOST_IN_A_PAGE = 200
DOWNLOAD = {"Content-Security-Policy": "sandbox; default-src 'none'"}
"""What is saved is never a page of ours."""
Cursor = Annotated[str | None, Query(min_length=1, max_length=500)]
Limit = Annotated[int, Query(ge=1, le=MOST_IN_A_PAGE)]


def _wanted(
    project: UUID | None = None,
    purpose: Annotated[str | None, Query(max_length=100)] = None,
    state: State | None = None,
    form: UUID | None = None,
    expires_before: Instant | None = None,
    find: UUID | None = None,
) -> queries.Wanted:
    return queries.Wanted(project, purpose, state, form, expires_before, find)


def _wanted_acts(
    action: Annotated[str | None, Query(max_length=100)] = None,
    actor: Annotated[str | None, Query(max_length=100)] = None,
    about: UUID | None = None,
) -> auditing.Wanted:
    return auditing.Wanted(action, actor, about)


Wanted = Annotated[queries.Wanted, Depends(_wanted)]
WantedActs = Annotated[auditing.Wanted, Depends(_wanted_acts)]


@router.get("/register")
def read_register(
    wanted: Wanted, steward: CurrentSteward, db: AuditedDb, cursor: Cursor = None, limit: Limit = 50
) -> RegisterOut:
    """Every consent in the steward's care, newest first. `find` is a number from a receipt. A page may be short and
    still have a next one."""
    at = clock.now()
    items, following = queries.page(db, wanted, steward, cursor=cursor, limit=limit, at=at)
    _look(db, steward, "read_register")
    return RegisterOut(
        items=items,
        next_cursor=following,
        forms=queries.all_forms(db, at=at),
        purposes=queries.all_purposes(db),
    )


@router.get("/register.csv", response_class=Response)
def export_register(wanted: Wanted, steward: CurrentSteward, db: AuditedDb) -> Response:
    """The same rows as a sheet. A story has a mark of its own there, no words and no names; no cell is a formula."""
    at = clock.now()
    filters = {
        name: told_instant(value) if name == "expires_before" else str(value)
        for name, value in asdict(wanted).items()
        if value is not None
    }
    for project_id in sorted(steward.projects & {wanted.project or one for one in steward.projects}):
        service.note_export(db, steward, "exported_register", project_id, project_id, filters)
    named = select(Project).where(col(Project.project_id).in_(steward.projects))
    names = {project.project_id: project.name for project in db.execute(named).scalars()}
    headers = {**DOWNLOAD, "Content-Disposition": f'attachment; filename="register-{at:%Y-%m-%d}.csv"'}
    told = sheet.lines(wanted, steward, names, at=at)
    return StreamingResponse(told, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/register/records/{record_id}")
def read_record(record_id: UUID, steward: CurrentSteward, db: AuditedDb) -> RecordDetailOut:
    """One record with every word about it, oldest first."""
    at = clock.now()
    told = detail.read(db, record_id, steward, at=at)
    service.note_look(db, steward, "read_consent_record", told.record.project_id, record_id, at=at)
    return told


@router.get("/register/unconfirmed")
def read_unconfirmed(
    steward: CurrentSteward, db: AuditedDb, cursor: Cursor = None, limit: Limit = 50
) -> UnconfirmedListOut:
    """Tombstones that partners have not confirmed, the longest silent first; `stage` is the last mark's day."""
    items, following = silent.page(db, steward, cursor=cursor, limit=limit, at=clock.now())
    _look(db, steward, "read_register")
    return UnconfirmedListOut(items=items, next_cursor=following)


@router.get("/participants/{participant_id}/bundle", response_class=Response)
def export_person(participant_id: UUID, steward: CurrentSteward, db: AuditedDb) -> Response:
    """Everything about one participant, for that participant, as a ZIP. Nobody else's words or voice; none at all once
    the story was taken back or where the team may not open it. 404 once it is erased."""
    at = clock.now()
    record = bundle.find(db, participant_id)
    made = bundle.gather(db, record, at=at)
    held = {"words": made.withheld or "included", "sound": "included" if made.sound_key else "none"}
    service.note_export(db, steward, "exported_person", record.project_id, record.record_id, held)

    def still_allowed() -> bool:
        with reading(made.project_id) as session:
            return bundle.open_to(session, bundle.find(session, participant_id), at=clock.now()) is None

    headers = {**DOWNLOAD, "Content-Disposition": f'attachment; filename="{record.record_id}.zip"'}
    return StreamingResponse(bundle.pieces(made, still_allowed), media_type="application/zip", headers=headers)


@router.get("/audit")
def read_audit(
    wanted: WantedActs, steward: CurrentSteward, db: AuditedDb, cursor: Cursor = None, limit: Limit = 50
) -> AuditListOut:
    """Who did what to what, newest first. `about` is a story or a record."""
    items, following = auditing.page(db, wanted, steward, cursor=cursor, limit=limit)
    _look(db, steward, "read_audit")
    return AuditListOut(items=items, next_cursor=following, actions=auditing.actions(db), people=auditing.everybody(db))


@router.get("/audit/verify")
def verify_audit(steward: CurrentSteward, db: AuditedDb) -> ChainsOut:
    """Whether every entry and every consent event still follows from the one before it."""
    verdicts = [(project_id, chains.verify(db, project_id)) for project_id in sorted(steward.projects)]
    _look(db, steward, "verified_audit")
    return ChainsOut(
        items=[
            ChainOut(
                project_id=project_id,
                entries=verdict.chain.entries,
                head=verdict.chain.head,
                is_unbroken=verdict.is_unbroken,
                broken_at=verdict.chain.broken_at,
                records=verdict.records,
                broken_records=list(verdict.broken_records),
            )
            for project_id, verdict in verdicts
        ]
    )


def _look(session: Session, steward: Staff, action: str) -> None:
    for project_id in sorted(steward.projects):
        service.note_look(session, steward, action, project_id, at=clock.now())
