# SPDX-License-Identifier: Apache-2.0
"""Doors to the machine that listens: what it could do here, and asking it to hear one story again."""

from uuid import UUID

from fastapi import APIRouter, Response

from app.curation import queries, relistening, service
from app.curation.listening_schemas import LanguageOut, ListenAgainIn, Listening, ModelOut, ProgressOut
from app.kit import clock
from app.kit.db import AuditedDb, Db
from app.kit.errors import Validation
from app.kit.etags import IfMatch
from app.people.access import CurrentFacilitator
from app.transcription import again
from app.transcription.languages import AUTOMATIC, NAMES

router = APIRouter(prefix="/api/desk", tags=["desk"])


@router.get("/listening")
def show(_facilitator: CurrentFacilitator) -> Listening:
    """The models that lie here, the house's own first, and every language that Whisper knows."""
    return Listening(
        models=[
            ModelOut(name=one.name, size_bytes=one.size_bytes, english_only=one.english_only, is_default=one.is_default)
            for one in again.choices()
        ],
        languages=[LanguageOut(code=code, name=name) for code, name in NAMES.items()],
    )


@router.get("/stories/{story_id}/listening")
def progress(story_id: UUID, facilitator: CurrentFacilitator, db: AuditedDb) -> ProgressOut:
    """How far the machine is with this story, how long it will take, and the text so far where the team may read."""
    told = relistening.progress(db, story_id)
    if told.passages:
        service.read_on(db, story_id, "read_story", by=facilitator, at=clock.now())
    return told


@router.post("/stories/{story_id}/listen-again", status_code=202)
def listen_again(
    story_id: UUID, wish: ListenAgainIn, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response
) -> None:
    """409 where somebody has worked on the words, or where the machine is listening already."""
    if wish.language is not None and wish.language not in {AUTOMATIC, *NAMES}:
        raise Validation(errors=[{"pointer": "/language", "rule": "unknown"}])
    service.touch(db, story_id, version, by=facilitator, at=clock.now())
    relistening.listen_again(db, story_id, wish.language, wish.model, by=facilitator)
    response.headers["ETag"] = queries.etag(db, story_id)


@router.post("/stories/{story_id}/gist", status_code=202)
def gist(story_id: UUID, facilitator: CurrentFacilitator, version: IfMatch, db: Db, response: Response) -> None:
    """A rough translation into English by the machine: for the team, never to be quoted, and never released."""
    service.touch(db, story_id, version, by=facilitator, at=clock.now())
    relistening.gist(db, story_id, by=facilitator)
    response.headers["ETag"] = queries.etag(db, story_id)
