# SPDX-License-Identifier: Apache-2.0
"""A request's body as it comes, and not for ever."""

import asyncio
import time
from collections.abc import AsyncIterator

from starlette.types import Receive

from app.kit.errors import BodyStalled

STALL_SECONDS = 60.0
LEAST_BYTES = 600
"""In each stretch of `STALL_SECONDS`; a slower body is as good as none."""


class CallerLeft(Exception):
    """The connection ended in the middle of the body: nobody hears an answer."""


async def pieces(receive: Receive) -> AsyncIterator[bytes]:
    """Raises `BodyStalled` when hardly anything comes, `CallerLeft` when the connection ends."""
    until, came = time.monotonic() + STALL_SECONDS, 0
    while True:
        try:
            async with asyncio.timeout(max(0.0, until - time.monotonic())):
                message = await receive()
        except TimeoutError:
            if came < LEAST_BYTES:
                raise BodyStalled from None
            until, came = time.monotonic() + STALL_SECONDS, 0
            continue
        if message["type"] == "http.disconnect":
            raise CallerLeft
        piece = message.get("body", b"")
        came += len(piece)
        if piece:
            yield piece
        if not message.get("more_body", False):
            return
