# SPDX-License-Identifier: Apache-2.0
"""The narrow door for cutting out a voice that was taken back: the original and its text, and nothing more."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response

from app.curation import cutting, cutting_screen, queries, service
from app.curation.cutting_schemas import (
    CuttingAsked,
    CuttingHeardIn,
    CuttingIn,
    CuttingOut,
    CuttingProgress,
)
from app.kit import clock, etags
from app.kit.blobs import store
from app.kit.db import AuditedDb, Db, reading
from app.kit.errors import NotFound
from app.kit.etags import IfMatch
from app.kit.ranges import sound_response
from app.people.access import CurrentFacilitator
from app.stories import queries as stories

router = APIRouter(prefix="/api/desk/stories/{story_id}/cutting", tags=["desk"])

OPUS = "audio/ogg; codecs=opus"
AAC = "audio/mp4"
Form = Literal["opus", "aac"]
Range = Annotated[str | None, Header()]
IfRange = Annotated[str | None, Header()]


@router.get("")
def show(story_id: UUID, facilitator: CurrentFacilitator, db: AuditedDb, response: Response) -> CuttingOut:
    """The text with who speaks, what is marked and what is left to do; once it was asked for, only where it stands."""
    at = clock.now()
    stories.story_for_update(db, story_id)
    begun = cutting.begun(db, story_id, at=at)
    if begun is not None:
        response.headers["ETag"] = queries.etag(db, story_id)
        return cutting_screen.begun(stories.get_story(db, story_id), begun)
    work = cutting.enter(db, story_id, by=facilitator, at=at)
    cutting.prepare(db, work)
    work = cutting.enter(db, story_id, by=facilitator, at=at)
    cutting.read(db, work, by=facilitator)
    response.headers["ETag"] = queries.etag(db, story_id)
    return cutting_screen.shown(db, work, at=at)


@router.put("")
def mark(
    story_id: UUID, told: CuttingIn, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> CuttingOut:
    """All the marks each time; those that meet become one."""
    at = clock.now()
    service.touch(db, story_id, version, by=facilitator, at=at)
    work = cutting.enter(db, story_id, by=facilitator, at=at)
    cutting.mark(db, work, told, by=facilitator)
    response.headers["ETag"] = queries.etag(db, story_id)
    return cutting_screen.shown(db, cutting.laid(db, work.story, work.row), at=at)


@router.post("/heard")
def heard(story_id: UUID, told: CuttingHeardIn, facilitator: CurrentFacilitator, db: Db) -> CuttingProgress:
    """A stretch of the whole original that was played. Only adds, so that no version is asked for."""
    at = clock.now()
    stories.story_for_update(db, story_id)
    work = cutting.enter(db, story_id, by=facilitator, at=at)
    cutting.hear(db, work, told.from_ms, told.to_ms, by=facilitator, at=at)
    return cutting_screen.progress(cutting.laid(db, work.story, work.row))


@router.post("/finish", status_code=202)
def finish(
    story_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> CuttingAsked:
    """Cut it out, for good. 409 names what is left to do; asked again, it answers where it stands."""
    at = clock.now()
    stories.story_for_update(db, story_id)
    begun = cutting.begun(db, story_id, at=at)
    if begun is None:
        service.touch(db, story_id, version, by=facilitator, at=at)
        work = cutting.enter(db, story_id, by=facilitator, at=at)
        cutting.finish(db, work, by=facilitator, at=at)
        begun = work.row
    response.headers["ETag"] = queries.etag(db, story_id)
    return cutting_screen.asked(db, story_id, begun)


@router.head("/audio", response_class=Response, include_in_schema=False)
@router.get("/audio", response_class=Response)
def audio(
    story_id: UUID,
    facilitator: CurrentFacilitator,
    db: AuditedDb,
    request: Request,
    format: Annotated[Form | None, Query()] = None,  # noqa: A002 - the query's own name
    range: Range = None,  # noqa: A002 - the header's own name
    if_range: IfRange = None,
) -> Response:
    """The joined original. Each listening is written down."""
    at = clock.now()
    wanted = format or ("opus" if "mp4" not in request.headers.get("accept", "") else "aac")
    work = cutting.enter(db, story_id, by=facilitator, at=at)
    playback = stories.playback(db, story_id)
    if playback is None:
        raise NotFound
    is_first = range is None or range.startswith("bytes=0-")
    cutting.listen(db, work, by=facilitator, at=at, is_later_part=not is_first)
    is_aac = wanted == "aac"
    key, total = (playback.aac_key, playback.aac_bytes) if is_aac else (playback.opus_key, playback.opus_bytes)
    project_id = work.story.project_id

    def still_allowed() -> bool:
        with reading(project_id) as session:
            return cutting.is_open(session, story_id, by=facilitator, at=clock.now())

    return sound_response(
        key=key,
        total=total,
        media_type=AAC if is_aac else OPUS,
        etag=etags.make("cutting-sound", key),
        range_header=range,
        if_range=if_range,
        still_allowed=still_allowed,
        head=request.method == "HEAD",
    )


@router.get("/peaks", response_class=Response)
def peaks(story_id: UUID, facilitator: CurrentFacilitator, db: Db) -> Response:
    """audiowaveform's JSON of the joined original."""
    cutting.enter(db, story_id, by=facilitator, at=clock.now())
    playback = stories.playback(db, story_id)
    if playback is None:
        raise NotFound
    return Response(store().get(playback.peaks_key), media_type="application/json")
