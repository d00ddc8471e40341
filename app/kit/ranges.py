# SPDX-License-Identifier: Apache-2.0
"""Sound through our own hands: one range a request, and a stop in the middle when it may no longer be heard."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Callable
from functools import lru_cache
from typing import NamedTuple

from anyio import CapacityLimiter, to_thread
from fastapi import Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from app.kit.blobs import BlobMissing, store
from app.kit.errors import NotFound, RangeInvalid
from app.kit.wire import cut_line, unsent_bytes

BLOCK_BYTES = 256 * 1024
"""Read at a time."""
PIECE_BYTES = 64 * 1024
"""Handed on at a time: little enough that hardly any of it still waits to be sent when the stream must end."""
ASK_EVERY_BYTES = 1024 * 1024
ASK_EVERY_SECONDS = 1.0
YES_LASTS_SECONDS = 1.9
"""Where nobody has answered by then, the line breaks too: a yes that old is a guess."""
QUESTIONS_AT_ONCE = 8
"""In threads of their own, so that no question waits behind what is slow."""
SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 0.005, 0.25
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

    `still_allowed` is asked before each MiB and each second, also while a slow listener takes nothing; when it says no,
    the connection breaks and what was not yet sent is never sent. A stale `if_range` gets the whole. `head` answers the
    headers alone.
    """
    wanted = stretch_of(range_header if if_range in (None, etag) else None, total)
    start, end = wanted or (0, total)
    headers = {"Accept-Ranges": "bytes", "ETag": etag, "Content-Length": str(end - start)}
    if wanted is not None:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{total}"
    status = 200 if wanted is None else 206
    if head:
        return Response(status_code=status, headers=headers, media_type=media_type)
    first = _read(key, start, min(start + BLOCK_BYTES, end))
    return _Stream(key, first, Stretch(start, end), still_allowed, status_code=status, headers=headers, kind=media_type)


@lru_cache(maxsize=1)
def _questions() -> CapacityLimiter:
    return CapacityLimiter(QUESTIONS_AT_ONCE)


def _read(key: str, start: int, end: int) -> bytes:
    try:
        return store().read(key, start, end)
    except BlobMissing as missing:
        raise NotFound from missing


class _Stream(StreamingResponse):
    """A sound on its way, and somebody beside it who asks whether it still may be."""

    def __init__(
        self,
        key: str,
        first: bytes,
        stretch: Stretch,
        still_allowed: Callable[[], bool],
        *,
        status_code: int,
        headers: dict[str, str],
        kind: str,
    ) -> None:
        self._key, self._first, self._stretch = key, first, stretch
        self._still_allowed = still_allowed
        self._is_over = False
        self._scope: Scope = {}
        super().__init__(self._pieces(), status_code=status_code, headers=headers, media_type=kind)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope = scope
        watch = asyncio.create_task(self._watch(scope))
        try:
            await super().__call__(scope, receive, send)
        except NoLongerAllowed:
            if not cut_line(scope):
                raise
            await asyncio.sleep(0)  # until the server has noticed that there is nobody left to answer
        finally:
            watch.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watch

    async def _pieces(self) -> AsyncIterator[bytes]:
        block, at = self._first, self._stretch.start
        asked_at = at
        while True:
            for start in range(0, len(block), PIECE_BYTES):
                if self._is_over:
                    raise NoLongerAllowed
                yield block[start : start + PIECE_BYTES]
            at += len(block)
            if at >= self._stretch.end:
                await self._until_it_arrived()
                return
            if at - asked_at >= ASK_EVERY_BYTES:
                await self._ask()
                asked_at = at
            block = await run_in_threadpool(_read, self._key, at, min(at + BLOCK_BYTES, self._stretch.end))

    async def _until_it_arrived(self) -> None:
        """All was handed on, and to a slow listener most of it is still to be sent: it can be stopped until then."""
        pause_s = SHORTEST_PAUSE_S
        while unsent_bytes(self._scope):
            if self._is_over:
                raise NoLongerAllowed
            await asyncio.sleep(pause_s)
            pause_s = min(LONGEST_PAUSE_S, 2 * pause_s)

    async def _watch(self, scope: Scope) -> None:
        asked_at = asyncio.get_running_loop().time()
        while not self._is_over:
            last_yes = asked_at
            await asyncio.sleep(max(0.0, last_yes + ASK_EVERY_SECONDS - asyncio.get_running_loop().time()))
            asked_at = asyncio.get_running_loop().time()
            try:
                async with asyncio.timeout_at(last_yes + YES_LASTS_SECONDS):
                    await self._ask()
            except TimeoutError:
                self._is_over = True
        cut_line(scope)

    async def _ask(self) -> None:
        try:
            is_allowed = await to_thread.run_sync(self._still_allowed, abandon_on_cancel=True, limiter=_questions())
        except Exception:  # noqa: BLE001 - what cannot be asked is not allowed
            is_allowed = False
        self._is_over = self._is_over or not is_allowed
