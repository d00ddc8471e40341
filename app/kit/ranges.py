# SPDX-License-Identifier: Apache-2.0
"""Sound through our own hands: one range a request, and a stop in the middle when it may no longer be heard."""

import re
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from fastapi import Response
from fastapi.responses import StreamingResponse

from app.kit.blobs import BlobMissing, store
from app.kit.errors import NotFound, RangeInvalid

PIECE_BYTES = 256 * 1024
ASK_EVERY_BYTES = 1024 * 1024
ASK_EVERY_SECONDS = 1.0
_RANGE = re.compile(r"bytes=(?:(\d{1,18})-(\d{1,18})?|-(\d{1,18}))", re.ASCII)


class Stretch(NamedTuple):
    """From `start` up to, not with, `end`."""

    start: int
    end: int


class NoLongerAllowed(Exception):
    """The connection breaks here: what was sent is less than what was promised, and the player can tell."""


def stretch_of(range_header: str | None, total: int) -> Stretch | None:
    """The one stretch asked for; None where the whole is meant. Raises `RangeInvalid` for several or none."""
    if range_header is None or not range_header.startswith("bytes"):
        return None
    refused = RangeInvalid(headers={"Content-Range": f"bytes */{total}"})
    asked = _RANGE.fullmatch(range_header.replace(" ", ""))
    if asked is None:
        raise refused
    first, last, suffix = asked.groups()
    if suffix is not None:
        start, end = max(0, total - int(suffix)), total
    else:
        start, end = int(first), total if last is None else min(int(last) + 1, total)
    if not start < end:
        raise refused
    return Stretch(start, end)


def sound_response(
    *,
    key: str,
    total: int,
    media_type: str,
    etag: str,
    range_header: str | None,
    still_allowed: Callable[[], bool],
    if_range: str | None = None,
    head: bool = False,
) -> Response:
    """The sound under `key`, `total` bytes long: 200 whole or 206 in part.

    `still_allowed` is asked before each MiB and each second; when it says no, the connection breaks. A stale `if_range`
    gets the whole. `head` answers the headers alone.
    """
    wanted = stretch_of(range_header if if_range in (None, etag) else None, total)
    start, end = wanted or (0, total)
    headers = {"Accept-Ranges": "bytes", "ETag": etag, "Content-Length": str(end - start)}
    if wanted is not None:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{total}"
    status = 200 if wanted is None else 206
    if head:
        return Response(status_code=status, headers=headers, media_type=media_type)
    first = _read(key, start, min(start + PIECE_BYTES, end))
    sound = _while_allowed(key, first, Stretch(start, end), still_allowed)
    return StreamingResponse(sound, status_code=status, headers=headers, media_type=media_type)


def _read(key: str, start: int, end: int) -> bytes:
    try:
        return store().read(key, start, end)
    except BlobMissing as missing:
        raise NotFound from missing


def _while_allowed(key: str, first: bytes, stretch: Stretch, still_allowed: Callable[[], bool]) -> Iterator[bytes]:
    piece, at = first, stretch.start
    asked_at, asked_when = at, time.monotonic()
    while True:
        yield piece
        at += len(piece)
        if at >= stretch.end:
            return
        if at - asked_at >= ASK_EVERY_BYTES or time.monotonic() - asked_when >= ASK_EVERY_SECONDS:
            if not still_allowed():
                raise NoLongerAllowed
            asked_at, asked_when = at, time.monotonic()
        piece = _read(key, at, min(at + PIECE_BYTES, stretch.end))
