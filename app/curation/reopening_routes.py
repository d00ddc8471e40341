# SPDX-License-Identifier: Apache-2.0
from uuid import UUID

from fastapi import APIRouter, Response

from app.curation import queries, reopening, service
from app.kit import clock
from app.kit.db import Db
from app.kit.etags import IfMatch
from app.people.access import CurrentFacilitator

router = APIRouter(prefix="/api/desk", tags=["desk"])


@router.post("/stories/{story_id}/try-sound-again", status_code=202)
def try_sound_again(
    story_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> None:
    """For recordings in quarantine. 409 where somebody has worked on the words, or the machine is listening."""
    service.touch(db, story_id, version, by=facilitator, at=clock.now())
    reopening.try_sound_again(db, story_id, by=facilitator)
    response.headers["ETag"] = queries.etag(db, story_id)
