# SPDX-License-Identifier: Apache-2.0
from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from app.curation import live, queries, queue, service
from app.curation.rules import Wish
from app.curation.schemas import (
    Codebook,
    ConcernIn,
    DetailsIn,
    MadeConcern,
    MadeQuote,
    MadeRedaction,
    MadeRevision,
    Queue,
    QuoteIn,
    RedactionIn,
    ThemeOut,
    TranscriptIn,
)
from app.kit import clock
from app.kit.db import Db
from app.kit.etags import IfMatch
from app.people.access import CurrentFacilitator
from app.stories.lifecycle import StoryStatus

router = APIRouter(prefix="/api/desk", tags=["desk"])

MOST_IN_A_PAGE = 200


def _wanted(
    status: StoryStatus | None = None,
    project: UUID | None = None,
    language: Annotated[str | None, Query(max_length=35)] = None,
    q: Annotated[str | None, Query(max_length=200)] = None,
    *,
    mine: bool = False,
    flag: Annotated[str | None, Query(max_length=40)] = None,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_IN_A_PAGE)] = 50,
) -> queue.Wanted:
    return queue.Wanted(status, project, language, q, mine, flag, cursor, limit)


@router.get("/queue")
def read_queue(wanted: Annotated[queue.Wanted, Depends(_wanted)], facilitator: CurrentFacilitator, db: Db) -> Queue:
    return queue.page(db, wanted, facilitator, at=clock.now())


@router.get("/events", response_class=EventSourceResponse)
async def events(facilitator: CurrentFacilitator) -> AsyncIterator[ServerSentEvent]:
    async for told in live.listen(facilitator.projects):
        data: dict[str, str | int] = {"story_id": told.story_id, "status": told.status}
        if told.percent is not None:
            data["percent"] = told.percent
        if told.minutes_left is not None:
            data["minutes_left"] = told.minutes_left
        yield ServerSentEvent(event=f"story.{told.kind}", data=data)


@router.get("/codebook")
def codebook(_facilitator: CurrentFacilitator, db: Db) -> Codebook:
    return Codebook(items=[ThemeOut(name=theme.name, meaning=theme.meaning) for theme in queries.themes(db)])


@router.post("/stories/{story_id}/claim", status_code=204)
def claim(story_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response) -> None:
    at = clock.now()
    service.touch(db, story_id, version, by=facilitator, at=at)
    service.claim(db, story_id, by=facilitator, at=at)
    response.headers["ETag"] = queries.etag(db, story_id)


@router.post("/stories/{story_id}/leave", status_code=204)
def leave(story_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response) -> None:
    service.touch(db, story_id, version, by=facilitator, at=clock.now())
    service.leave(db, story_id, by=facilitator)
    response.headers["ETag"] = queries.etag(db, story_id)


@router.put("/stories/{story_id}/transcript")
def revise(
    story_id: UUID, told: TranscriptIn, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> MadeRevision:
    at = clock.now()
    service.touch(db, story_id, version, by=facilitator, at=at)
    wished = [Wish(word.id, word.text, word.speaker) for word in told.words]
    number = service.revise(db, story_id, told.base_revision, wished, by=facilitator, at=at)
    response.headers["ETag"] = queries.etag(db, story_id)
    return MadeRevision(revision=number)


@router.post("/stories/{story_id}/redactions", status_code=201)
def redact(
    story_id: UUID, wish: RedactionIn, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> MadeRedaction:
    at = clock.now()
    service.touch(db, story_id, version, by=facilitator, at=at)
    redaction_id = service.redact(db, story_id, wish, by=facilitator, at=at)
    response.headers["ETag"] = queries.etag(db, story_id)
    return MadeRedaction(redaction_id=str(redaction_id))


@router.delete("/stories/{story_id}/redactions/{redaction_id}", status_code=204)
def unredact(
    story_id: UUID,
    redaction_id: UUID,
    facilitator: CurrentFacilitator,
    version: IfMatch,
    db: Db,
    response: Response,
) -> None:
    at = clock.now()
    service.touch(db, story_id, version, by=facilitator, at=at)
    service.unredact(db, story_id, redaction_id, by=facilitator, at=at)
    response.headers["ETag"] = queries.etag(db, story_id)


@router.post("/stories/{story_id}/quotes", status_code=201)
def quote(
    story_id: UUID, wish: QuoteIn, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> MadeQuote:
    at = clock.now()
    service.touch(db, story_id, version, by=facilitator, at=at)
    quote_id = service.quote(db, story_id, wish.from_word, wish.to_word, by=facilitator, at=at)
    response.headers["ETag"] = queries.etag(db, story_id)
    return MadeQuote(quote_id=str(quote_id))


@router.delete("/stories/{story_id}/quotes/{quote_id}", status_code=204)
def unquote(
    story_id: UUID, quote_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> None:
    at = clock.now()
    service.touch(db, story_id, version, by=facilitator, at=at)
    service.unquote(db, story_id, quote_id, by=facilitator, at=at)
    response.headers["ETag"] = queries.etag(db, story_id)


@router.put("/stories/{story_id}/details", status_code=204)
def set_details(
    story_id: UUID, told: DetailsIn, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> None:
    service.touch(db, story_id, version, by=facilitator, at=clock.now())
    service.set_details(db, story_id, told, by=facilitator)
    response.headers["ETag"] = queries.etag(db, story_id)


@router.post("/stories/{story_id}/concerns", status_code=201)
def raise_concern(
    story_id: UUID, told: ConcernIn, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> MadeConcern:
    """Anyone at the desk may raise one, also while another holds the story."""
    service.touch_for_concern(db, story_id, version)
    concern_id = service.raise_concern(db, story_id, told.urgency, told.note, by=facilitator, at=clock.now())
    response.headers["ETag"] = queries.etag(db, story_id)
    return MadeConcern(concern_id=str(concern_id))


@router.delete("/stories/{story_id}/concerns/{concern_id}", status_code=204)
def close_concern(
    story_id: UUID, concern_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> None:
    at = clock.now()
    service.touch_for_concern(db, story_id, version)
    service.close_concern(db, story_id, concern_id, by=facilitator, at=at)
    response.headers["ETag"] = queries.etag(db, story_id)
