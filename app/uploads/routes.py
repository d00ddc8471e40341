# SPDX-License-Identifier: Apache-2.0
"""A tus 1.0.0 server: creation, creation-with-upload, checksum, expiration, termination.

`async def` is for the body alone; rows and objects are touched in threads. The phone is known, and every header is
right, before a byte of the body is read.
"""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from email.utils import format_datetime
from functools import partial
from typing import Annotated, Any, ParamSpec, TypeVar
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import APIRouter, Depends, Request, Response
from fastapi.routing import APIRoute

from app.kit import bodies, clock
from app.kit.bodies import CallerLeft
from app.kit.errors import BodyStalled, DomainError, MalformedRequest, MethodNotAllowed, UnsupportedMediaType
from app.media.errors import Empty
from app.people.access import KnownDevice
from app.settings import settings
from app.uploads import intake, rules
from app.uploads.errors import (
    TUS_VERSION,
    ChunkTooLarge,
    LengthMismatch,
    RecordingTooLarge,
    UploadNotFound,
    VersionUnsupported,
)
from app.uploads.service import Line

BYTES = "application/offset+octet-stream"
CHUNK_WITH_CHECKSUM_BYTES = 8 * 1024 * 1024
HANDS = 8
"""Threads for all uploads together: a hall of phones must not take every turn to write from everybody else."""
P = ParamSpec("P")
R = TypeVar("R")
_hands: RunVar[CapacityLimiter] = RunVar("upload_hands")
TUS = {"Tus-Resumable": TUS_VERSION, "Cache-Control": "no-store"}


class TusRoute(APIRoute):
    """Puts tus's own header on every answer, refusals included: without it a phone takes us for a captive portal."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                answer = await handle(request)
            except DomainError as refusal:
                refusal.headers.update(TUS)
                raise
            for name, value in TUS.items():
                answer.headers[name] = value
            return answer

        return told


router = APIRouter(prefix="/api/uploads", tags=["uploads"], route_class=TusRoute)


async def known_version(request: Request, phone: KnownDevice) -> None:
    """After the phone is known; nothing else is looked at before."""
    del phone
    if request.headers.get("tus-resumable") != TUS_VERSION:
        raise VersionUnsupported
    if "content-length" in request.headers and "transfer-encoding" in request.headers:
        raise MalformedRequest(headers={"Connection": "close"})


async def named_upload(upload_id: str) -> UUID:
    """One spelling names it; every other names nothing."""
    try:
        named = UUID(upload_id)
    except ValueError:
        raise UploadNotFound from None
    if str(named) != upload_id:
        raise UploadNotFound
    return named


Spoken = Depends(known_version)
Named = Annotated[UUID, Depends(named_upload)]


@router.options("", status_code=204)
@router.options("/", status_code=204, include_in_schema=False)
async def discover() -> Response:
    headers = {
        "Tus-Version": TUS_VERSION,
        "Tus-Extension": "creation,creation-with-upload,checksum,expiration,termination",
        "Tus-Max-Size": str(settings().max_recording_bytes),
        "Tus-Checksum-Algorithm": rules.ALGORITHMS,
    }
    return Response(status_code=204, headers=headers)


@router.post("", status_code=201, dependencies=[Spoken])
@router.post("/", status_code=201, dependencies=[Spoken], include_in_schema=False)
async def create(request: Request, phone: KnownDevice) -> Response:
    """Open the upload of a declared recording, or find it again; the body, if any, are its first bytes."""
    length = rules.whole_number(request.headers.get("upload-length"))
    if length == 0:
        raise Empty
    if length > settings().max_recording_bytes:
        raise RecordingTooLarge
    echo = request.headers.get("upload-metadata", "")
    told = rules.metadata(echo)
    if "recording_id" not in told:
        raise MalformedRequest
    sha256 = rules.hex_sha256(told["sha256"]) if "sha256" in told else None
    brings_bytes = _brings_bytes(request)
    upload_id = await named_upload(told["recording_id"])
    at = clock.now()
    line = await _by_hand(intake.create, phone, upload_id, length=length, sha256=sha256, metadata_echo=echo, at=at)
    if brings_bytes and line.is_open and line.offset == 0:
        line = await _take(request, line)
    location = {"Location": f"/api/uploads/{upload_id}"}
    return Response(status_code=201, headers={**location, **_standing(line)})


@router.head("/{upload_id}", dependencies=[Spoken])
async def look(upload_id: Named, phone: KnownDevice) -> Response:
    """How much is durably stored. Whoever asks takes the upload over."""
    line = await _by_hand(intake.take_over, phone, upload_id, at=clock.now())
    facts = {"Upload-Length": str(line.length)}
    if line.metadata_echo:
        facts["Upload-Metadata"] = line.metadata_echo
    return Response(status_code=200, headers={**facts, **_standing(line)})


@router.patch("/{upload_id}", status_code=204, dependencies=[Spoken])
async def append(request: Request, upload_id: Named, phone: KnownDevice) -> Response:
    """Go on at `Upload-Offset`. The offset answered is what is durably stored."""
    if not _brings_bytes(request):
        raise UnsupportedMediaType
    offset = rules.whole_number(request.headers.get("upload-offset"))
    begin = intake.find_at if "upload-checksum" in request.headers else intake.take_over_at
    line = await _by_hand(begin, phone, upload_id, offset=offset, at=clock.now())
    line = await _take(request, line)
    return Response(status_code=204, headers=_standing(line))


@router.delete("/{upload_id}", status_code=204, dependencies=[Spoken])
async def terminate(upload_id: Named, phone: KnownDevice) -> Response:
    await _by_hand(intake.terminate, phone, upload_id, at=clock.now())
    return Response(status_code=204)


@router.post("/{upload_id}", dependencies=[Spoken], include_in_schema=False)
async def overridden(request: Request, upload_id: Named, phone: KnownDevice) -> Response:
    """tus demands that `X-HTTP-Method-Override` be obeyed, for callers that can only `POST`."""
    match request.headers.get("x-http-method-override", "").upper():
        case "PATCH":
            return await append(request, upload_id, phone)
        case "HEAD":
            return await look(upload_id, phone)
        case "DELETE":
            return await terminate(upload_id, phone)
    raise MethodNotAllowed(headers={"Allow": "HEAD, PATCH, DELETE"})


async def _by_hand(act: Callable[P, R], *told: P.args, **named: P.kwargs) -> R:
    try:
        hands = _hands.get()
    except LookupError:
        hands = CapacityLimiter(HANDS)
        _hands.set(hands)
    return await to_thread.run_sync(partial(act, *told, **named), limiter=hands)


def _brings_bytes(request: Request) -> bool:
    """Whether the body is of tus's own kind; one of another kind, or with a checksum we cannot read, is refused."""
    if "upload-checksum" in request.headers:
        rules.checksum(request.headers["upload-checksum"])
    kind = request.headers.get("content-type", "")
    if kind == BYTES and request.headers.get("content-encoding", "identity") == "identity":
        return True
    has_body = request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers
    if kind or has_body:
        raise UnsupportedMediaType
    return False


def _standing(line: Line) -> dict[str, str]:
    offset = {"Upload-Offset": str(line.offset)}
    if not line.is_open:
        return offset
    return {**offset, "Upload-Expires": _http_date(line.expires_at)}


def _http_date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


async def _take(request: Request, line: Line) -> Line:
    """Store the body from the line's offset on, and end the upload when all is here."""
    declared = request.headers.get("content-length")
    if declared is not None and line.offset + rules.whole_number(declared) > line.length:
        raise LengthMismatch
    wanted = request.headers.get("upload-checksum")
    try:
        if wanted is None:
            line = await _take_as_it_comes(request, line)
        else:
            line = await _take_whole(request, line, rules.checksum(wanted))
    except CallerLeft:
        return line
    if line.is_full:
        await _by_hand(intake.conclude, line)
    return line


async def _take_as_it_comes(request: Request, line: Line) -> Line:
    """Every 4 MiB a segment; what came before a break is kept too."""
    held = bytearray()
    try:
        async for piece in bodies.pieces(request.receive):
            held += piece
            reached = line.offset + len(held)
            if reached > line.length:
                raise LengthMismatch
            if len(held) >= intake.PIECE_BYTES and reached < line.length:
                line = await _keep(line, held)
    except (CallerLeft, BodyStalled, asyncio.CancelledError):
        await _keep(line, held)
        raise
    return await _keep(line, held)


async def _take_whole(request: Request, line: Line, checksum: rules.Checksum) -> Line:
    """All or nothing: the chunk is stored when it is whole and hashes as promised."""
    held = bytearray()
    if int(request.headers.get("content-length", "0")) > CHUNK_WITH_CHECKSUM_BYTES:
        raise ChunkTooLarge
    async for piece in bodies.pieces(request.receive):
        held += piece
        if len(held) > CHUNK_WITH_CHECKSUM_BYTES:
            raise ChunkTooLarge
        if line.offset + len(held) > line.length:
            raise LengthMismatch
    return await _keep(line, held, checksum)


async def _keep(line: Line, held: bytearray, checksum: rules.Checksum | None = None) -> Line:
    """Finishes even when the connection's task is cancelled."""
    if not held:
        return line
    data = bytes(held)
    held.clear()
    return await asyncio.shield(_by_hand(intake.keep, line, data, checksum))
