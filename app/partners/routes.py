# SPDX-License-Identifier: Apache-2.0
"""The partner API, version 1: a public promise with an OpenAPI document of its own."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from app.kit import clock, etags, paging
from app.kit.db import AuditedDb, Db, reading
from app.kit.errors import CursorInvalid
from app.kit.ranges import sound_response
from app.kit.shapes import Answer, Instant
from app.partners import deliveries, schemas, service
from app.partners.access import AudioReader, CurrentPartner, PartnerPrincipal, Responder, StoriesReader
from app.partners.doors import IdempotencyHeader, Metered, required_key
from app.partners.errors import SoundTakenBack, StoryHasNoSound
from app.partners.schemas import (
    AcknowledgedOut,
    AcknowledgeIn,
    ChangesOut,
    KeyOut,
    PublicId,
    ResponseIn,
    ResponseOut,
    StoriesOut,
    StoryOut,
)
from app.publishing import captions, gate
from app.publishing import service as publishing
from app.publishing.editions import Outlet, Released

POLL_SECONDS = 0.5
MOST = 200
TEXTS: dict[str, tuple[str, Callable[..., str]]] = {
    "vtt": ("text/vtt; charset=utf-8", captions.vtt),
    "srt": ("application/x-subrip; charset=utf-8", captions.srt),
    "txt": ("text/plain; charset=utf-8", captions.txt),
}

router = APIRouter(route_class=Metered)

Cursor = Annotated[str | None, Query(min_length=1, max_length=500)]
IfNoneMatch = Annotated[str | None, Header()]


def _wanted(
    project: PublicId | None = None,
    language: Annotated[str | None, Query(max_length=35)] = None,
    kind: Annotated[Literal["monologue", "dialogue", "snapshot"] | None, Query()] = None,
    theme: Annotated[str | None, Query(max_length=200)] = None,
    q: Annotated[str | None, Query(min_length=1, max_length=200)] = None,
    published_after: Instant | None = None,
    published_before: Instant | None = None,
) -> publishing.Wanted:
    return publishing.Wanted(project, language, kind, theme, q, published_after, published_before)


@router.get("/stories", responses={200: {"model": StoriesOut}})
def list_stories(
    partner: StoriesReader,
    db: AuditedDb,
    wanted: Annotated[publishing.Wanted, Depends(_wanted)],
    cursor: Cursor = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Released stories, newest first, without text and segments. A page may be short and still have a next one."""
    before = _list_place(partner, cursor)
    page = publishing.stories_page(db, partner.reader, wanted, before=before, limit=limit, at=clock.now())
    following = None
    if page.next is not None:
        following = paging.seal(partner.seal, ["stories", page.next[0].isoformat(), str(page.next[1])])
    told = StoriesOut(items=[schemas.item(released) for released in page.items], next_cursor=following)
    etag = etags.make("list", *(released.etag for released in page.items), following or "")
    return _answer(told, etag, if_none_match)


@router.get("/stories/{public_id}", responses={200: {"model": StoryOut}})
def read_story(
    public_id: PublicId, partner: StoriesReader, db: AuditedDb, if_none_match: IfNoneMatch = None
) -> Response:
    """One edition. 410 `story-withdrawn` for a story you had, 404 for one you never did."""
    released = publishing.read(db, public_id, partner.reader, "partner_read_story", at=clock.now())
    return _answer(schemas.whole(released), released.etag, if_none_match)


@router.head("/stories/{public_id}/audio", response_class=Response, include_in_schema=False)
@router.get("/stories/{public_id}/audio", response_class=Response)
def read_audio(
    public_id: PublicId,
    partner: AudioReader,
    db: AuditedDb,
    request: Request,
    format: Annotated[Literal["opus", "aac"], Query()] = "opus",  # noqa: A002 - the query's own name
    range: Annotated[str | None, Header()] = None,  # noqa: A002 - the header's own name
    if_range: Annotated[str | None, Header()] = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """The released rendition, never the original. A stream breaks off within two seconds of a withdrawal."""
    released = publishing.read(db, public_id, partner.reader, "partner_read_audio", at=clock.now())
    if released.audio is None:
        raise SoundTakenBack if released.had_sound else StoryHasNoSound
    rendition = released.audio.aac if format == "aac" else released.audio.opus
    etag = etags.make("sound", released.etag, rendition.sha256)
    if etags.matches(if_none_match, etag):
        return Response(status_code=304, headers={"ETag": etag})
    return sound_response(
        key=rendition.key,
        total=rendition.bytes,
        media_type=rendition.media_type,
        etag=etag,
        range_header=range,
        if_range=if_range,
        still_allowed=lambda: _still_allowed(partner, public_id, released),
        head=request.method == "HEAD",
    )


def _still_allowed(partner: PartnerPrincipal, public_id: UUID, before: Released) -> bool:
    with reading(*partner.projects) as session:
        now = gate.release_public(session, public_id, Outlet.PARTNER, partner.reader, at=clock.now())
        return isinstance(now, Released) and now.etag == before.etag and now.audio is not None


@router.get("/stories/{public_id}/transcript.{form}", responses={200: {"model": schemas.TranscriptOut}})
def read_transcript(
    public_id: PublicId,
    form: Literal["vtt", "srt", "txt", "json"],
    partner: StoriesReader,
    db: AuditedDb,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Captions and text made from the released rendition."""
    released = publishing.read(db, public_id, partner.reader, "partner_read_transcript", at=clock.now())
    etag = etags.make("transcript", form, released.etag)
    if form == "json":
        return _answer(schemas.transcript(released), etag, if_none_match)
    if etags.matches(if_none_match, etag):
        return Response(status_code=304, headers={"ETag": etag})
    media_type, made = TEXTS[form]
    return Response(made(released.edition), media_type=media_type, headers={"ETag": etag})


@router.get("/changes")
async def read_changes(
    partner: StoriesReader,
    request: Request,
    cursor: Cursor = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 100,
    wait: Annotated[int, Query(ge=0, le=30)] = 0,
) -> ChangesOut:
    """Everything that happened, in order, from the beginning. The cursor never expires, never skips, never repeats."""
    after = _feed_place(partner, cursor)
    until = time.monotonic() + wait
    while True:
        found, has_more = await run_in_threadpool(
            publishing.poll, partner.projects, partner.partner_id, after=after, limit=limit, at=clock.now()
        )
        if found or time.monotonic() >= until or await request.is_disconnected():
            break
        await asyncio.sleep(POLL_SECONDS)
    last = found[-1].seq if found else after
    return ChangesOut(
        items=[schemas.change(told) for told in found],
        next_cursor=paging.seal(partner.seal, ["changes", last]),
        has_more=has_more,
    )


@router.post("/changes/acknowledge")
def acknowledge(wish: AcknowledgeIn, partner: StoriesReader, db: Db) -> AcknowledgedOut:
    """You have acted on everything up to here, withdrawals too; the storyteller is told."""
    seq = _feed_place(partner, wish.cursor)
    confirmed = publishing.acknowledge(db, partner.partner_id, seq, clock.now())
    deliveries.acknowledged(db, partner.partner_id, seq)
    return AcknowledgedOut(acknowledged=confirmed)


@router.get("/key")
def read_key(partner: CurrentPartner) -> KeyOut:
    return KeyOut(
        key_id=partner.key_id,
        partner=partner.name,
        projects=sorted(partner.projects),
        audience=partner.audience,
        scopes=sorted(partner.scopes),
        expires_at=partner.expires_at,
        last_used_at=partner.last_used_at,
    )


@router.post("/stories/{public_id}/responses", status_code=201)
def respond(
    public_id: PublicId,
    said: ResponseIn,
    partner: Responder,
    db: Db,
    idempotency_key: IdempotencyHeader = None,
) -> ResponseOut:
    """What you do about it. A facilitator reads it first, then the storyteller."""
    key = required_key(idempotency_key)
    at = clock.now()
    released = publishing.read(db, public_id, partner.reader, "partner_answered", at=at)
    row = service.respond(
        db,
        partner.partner_id,
        released.edition.project_id,
        public_id,
        idempotency_key=key,
        kind=said.kind,
        text=said.text,
        at=at,
    )
    return ResponseOut(
        response_id=row.response_id, kind=row.kind, text=row.text, at=row.at, shown=row.shown_at is not None
    )


def _answer(told: Answer, etag: str, if_none_match: str | None) -> Response:
    if etags.matches(if_none_match, etag):
        return Response(status_code=304, headers={"ETag": etag})
    return JSONResponse(told.model_dump(mode="json"), headers={"ETag": etag})


def _feed_place(partner: PartnerPrincipal, cursor: str | None) -> int:
    """The number of the last entry the partner has seen; 0 before the first."""
    match paging.unseal(partner.seal, cursor) if cursor is not None else ["changes", 0]:
        case ["changes", int(seq)]:
            return seq
    raise CursorInvalid


def _list_place(partner: PartnerPrincipal, cursor: str | None) -> tuple[datetime, UUID] | None:
    match paging.unseal(partner.seal, cursor) if cursor is not None else None:
        case None:
            return None
        case ["stories", str(at), str(release_id)]:
            return datetime.fromisoformat(at), UUID(release_id)
    raise CursorInvalid
