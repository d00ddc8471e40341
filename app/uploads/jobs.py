# SPDX-License-Identifier: Apache-2.0
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from app.kit import clock
from app.kit.blobs import store
from app.kit.db import across_projects, reading, writing
from app.kit.jobs import every, on, step, tx_step
from app.kit.lanes import Lane
from app.uploads import intake, queries, service
from app.uploads.events import UploadCompleted, UploadReleased
from app.uploads.models import Upload

ORPHAN_AGE = timedelta(days=1)


@on(UploadCompleted, lane=Lane.MEDIA)
def assemble(event: UploadCompleted) -> None:
    """Make one object of the segments; they go when the recording stands without them."""
    project_id, upload_id = str(event.project_id), str(event.upload_id)
    key = step(intake.join, project_id, upload_id)
    if key is None:
        return
    if tx_step(service.assembled, upload_id, key):
        step(intake.drop_all_but, project_id, upload_id, key)
    else:
        step(intake.drop, [key])


@on(UploadReleased, lane=Lane.HOUSEKEEPING)
def drop_bytes(event: UploadReleased) -> None:
    step(intake.drop_all_but, str(event.project_id), str(event.upload_id), None)


@every(3600)
def expire_idle_uploads() -> None:
    with writing() as session, across_projects(session):
        dropped = service.expire_idle(session, at=clock.now())
    intake.drop(dropped)


@every(86_400)
def sweep_orphans() -> None:
    """Segments that a crash left before they were counted, recordings that it left before they were named, and
    whatever came late for an upload that is erased."""
    with reading() as session, across_projects(session):
        projects = session.execute(select(col(Upload.project_id)).distinct()).scalars().all()
    for project_id in projects:
        with reading(project_id) as session:
            named = queries.segment_keys(session) | queries.recording_keys(session)
            erased = queries.erased(session)
        for folder in (intake.segments_folder(project_id), intake.recordings_folder(project_id)):
            orphans = set(store().list(folder)) - named
            intake.drop([key for key in orphans if _is_old(key) or key.split("/")[2] in erased])


def _is_old(key: str) -> bool:
    """By the UUIDv7 at the end of its key; what is called otherwise is none of ours and stays."""
    try:
        name = UUID(key.partition("#")[0][-36:])
    except ValueError:
        return False
    made_at = datetime.fromtimestamp((name.int >> 80) / 1000, UTC)
    return made_at < clock.now() - ORPHAN_AGE
