# SPDX-License-Identifier: Apache-2.0
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from sqlalchemy.orm import Session

from app.consent import queries as consent
from app.consent.rules import team_may_read
from app.curation import queries as curation_queries
from app.curation import service as curation
from app.curation.errors import TeamMayNotRead
from app.kit import clock, etags
from app.kit.blobs import store
from app.kit.db import AuditedDb, Db, reading
from app.kit.errors import NotFound
from app.kit.etags import IfMatch
from app.kit.ranges import sound_response
from app.people.access import CurrentFacilitator
from app.publishing import desk, queries, service
from app.publishing.editions import Rendition
from app.publishing.schemas import DecisionIn, DecisionOut, HeardIn, ProofOut
from app.stories import queries as stories
from app.stories.lifecycle import StoryStatus

router = APIRouter(prefix="/api/desk/stories/{story_id}", tags=["desk"])

Version = Literal["original", "release"]
Form = Literal["opus", "aac"]
Range = Annotated[str | None, Header()]
IfRange = Annotated[str | None, Header()]


@router.get("")
def story(story_id: UUID, facilitator: CurrentFacilitator, db: AuditedDb, response: Response) -> dict[str, Any]:
    """Everything one screen needs."""
    shown = desk.screen(db, story_id, at=clock.now())
    if shown["transcript"] is not None or shown["text"] is not None:
        curation.read_content(db, story_id, "read_story", by=facilitator)
    response.headers["ETag"] = shown["etag"]
    return shown


@router.head("/audio", response_class=Response, include_in_schema=False)
@router.get("/audio", response_class=Response)
def audio(
    story_id: UUID,
    facilitator: CurrentFacilitator,
    db: AuditedDb,
    request: Request,
    rendition: Annotated[Version, Query()] = "original",
    format: Annotated[Form | None, Query()] = None,  # noqa: A002 - the query's own name
    range: Range = None,  # noqa: A002 - the header's own name
    if_range: IfRange = None,
) -> Response:
    """The joined original, or the newest proof, else the standing edition. Each listening is written down."""
    wanted = format or ("opus" if "mp4" not in request.headers.get("accept", "") else "aac")
    project_id = _may_hear(db, story_id)
    if range is None or range.startswith("bytes=0-"):
        curation.read_content(db, story_id, f"heard_{rendition}", by=facilitator)
    else:
        curation.read_on(db, story_id, f"heard_{rendition}", by=facilitator, at=clock.now())
    sound = _release(db, story_id, wanted) if rendition == "release" else _original(db, story_id, wanted)

    def still_allowed() -> bool:
        with reading(project_id) as session:
            return _is_open(session, story_id)

    return sound_response(
        key=sound.key,
        total=sound.bytes,
        media_type=sound.media_type,
        etag=etags.make("desk-sound", sound.key),
        range_header=range,
        if_range=if_range,
        still_allowed=still_allowed,
        head=request.method == "HEAD",
    )


@router.get("/peaks", response_class=Response)
def peaks(
    story_id: UUID, _facilitator: CurrentFacilitator, db: Db, rendition: Annotated[Version, Query()] = "original"
) -> Response:
    """audiowaveform's JSON, made from the same rendition as `audio`."""
    _may_hear(db, story_id)
    if rendition == "release":
        edition = queries.newest_proof(db, story_id) or queries.current_edition(db, story_id)
        key = edition.peaks_key if edition else None
    else:
        playback = stories.playback(db, story_id)
        key = playback.peaks_key if playback else None
    if key is None:
        raise NotFound
    return Response(store().get(key), media_type="application/json")


@router.post("/proof", status_code=202)
def proof(story_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response) -> ProofOut:
    """The story as it would leave now; the one there is where nothing has changed."""
    at = clock.now()
    curation.touch(db, story_id, version, by=facilitator, at=at)
    row = service.ask_proof(db, story_id, by=facilitator, at=at)
    response.headers["ETag"] = curation_queries.etag(db, story_id)
    return desk.shown_proof(db, row, at=at)


@router.post("/heard")
def heard(
    story_id: UUID, played: HeardIn, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> ProofOut:
    """A stretch of that proof which a person has played."""
    at = clock.now()
    curation.touch(db, story_id, version, by=facilitator, at=at)
    row = service.heard(db, story_id, played.proof_sha256, played.from_ms, played.to_ms, by=facilitator, at=at)
    response.headers["ETag"] = curation_queries.etag(db, story_id)
    return desk.shown_proof(db, row, at=at)


@router.post("/decision", responses={202: {"description": "A proof is made first; listen to it, then decide again."}})
def decision(
    story_id: UUID, wish: DecisionIn, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> DecisionOut:
    """409 names what stands in the way."""
    at = clock.now()
    curation.touch(db, story_id, version, by=facilitator, at=at)
    waiting = service.decide(db, story_id, wish.decision, note=wish.note, by=facilitator, at=at)
    db.flush()
    response.status_code = 200 if waiting is None else 202
    response.headers["ETag"] = curation_queries.etag(db, story_id)
    return DecisionOut(
        story_id=story_id,
        status=stories.get_story(db, story_id).status,
        proof=desk.proof_of(db, story_id, at=at),
        obstacles=desk.obstacles_of(db, story_id, at=at),
    )


def _may_hear(db: Session, story_id: UUID) -> UUID:
    story = stories.get_story(db, story_id)
    if story.status == StoryStatus.WITHDRAWN:
        raise NotFound
    if not team_may_read(consent.terms_of(db, story_id)):
        raise TeamMayNotRead
    return story.project_id


def _is_open(session: Session, story_id: UUID) -> bool:
    story = stories.find_story(session, story_id)
    if story is None or story.status == StoryStatus.WITHDRAWN:
        return False
    return team_may_read(consent.terms_of(session, story_id))


def _original(db: Session, story_id: UUID, form: Form) -> Rendition:
    playback = stories.playback(db, story_id)
    if playback is None:
        raise NotFound
    if form == "aac":
        return Rendition(playback.aac_key, queries.AAC, playback.aac_bytes, "", playback.duration_ms)
    return Rendition(playback.opus_key, queries.OPUS, playback.opus_bytes, "", playback.duration_ms)


def _release(db: Session, story_id: UUID, form: Form) -> Rendition:
    edition = queries.newest_proof(db, story_id) or queries.current_edition(db, story_id)
    sound = queries.sound_of(edition) if edition else None
    if sound is None:
        raise NotFound
    return sound.aac if form == "aac" else sound.opus
