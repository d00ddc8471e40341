# SPDX-License-Identifier: Apache-2.0
"""HTTP on the wire, where uvicorn would answer by itself: what is no request, and one that never gets to the point."""

import asyncio
import contextlib
import fcntl
import socket
import struct
import sys
import termios
from collections.abc import MutableMapping
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from app.kit.errors import BodyStalled, DomainError, HeaderTooLarge, MalformedRequest
from app.kit.ids import new_id
from app.kit.render import render

HEAD_SECONDS = 60.0
TOO_LONG = 431
"""h11, of a head that does not end."""
WASTED_BYTES = 16 * 1024 * 1024
"""Read and thrown away after a refusal, so that it is heard; who goes on talking is hung up on."""
HEARD_WITHIN_S = 10.0
UNSENT_BYTES = 128 * 1024
"""As much as the system keeps of what we wrote and did not send yet; what lies there can no longer be stopped."""
CUT, UNSENT = "cut_line", "unsent_bytes"
"""In a request's state: what ends its line at once, and what tells how much is still on the way."""
PHRASES = {400: "Bad Request", 408: "Request Timeout", 431: "Request Header Fields Too Large"}


class Wire(H11Protocol):
    """uvicorn's own, save that every refusal is a problem and that a request's head must come within a minute or two.

    A body has its own watch, where it is read: `kit/bodies.py`.
    """

    _watch: asyncio.TimerHandle | None = None
    _seen: RequestResponseCycle | None = None
    _wasted = 0
    _is_over = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        self.app_state = {**self.app_state, CUT: self._cut, UNSENT: self._unsent}
        _keep_little(transport)
        self._look_again()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._watch is not None:
            self._watch.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if not self._is_over:
            super().data_received(data)
        is_refused = self._is_over or (self.cycle is not None and self.cycle.response_complete and self.cycle.more_body)
        self._wasted = self._wasted + len(data) if is_refused else 0
        if self._wasted > WASTED_BYTES:
            self.transport.close()

    def send_400_response(self, msg: str) -> None:
        del msg
        is_too_long = getattr(sys.exception(), "error_status_hint", None) == TOO_LONG
        self._refuse(HeaderTooLarge() if is_too_long else MalformedRequest())

    def _cut(self) -> None:
        """Nothing that was not sent yet is sent, and the other side can tell that it broke off."""
        line = self.transport.get_extra_info("socket")
        if line is not None and not self.transport.is_closing():
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()

    def _unsent(self) -> int:
        """Bytes that were written and have not arrived at the other side, as far as the system tells."""
        waiting, line = self.transport.get_write_buffer_size(), self.transport.get_extra_info("socket")
        if line is not None and not self.transport.is_closing():
            with contextlib.suppress(OSError):
                told = fcntl.ioctl(line.fileno(), termios.TIOCOUTQ, bytes(struct.calcsize("i")))
                waiting += int(struct.unpack("i", told)[0])
        return waiting

    def _look_again(self) -> None:
        self._watch = self.loop.call_later(HEAD_SECONDS, self._look)

    def _look(self) -> None:
        """Ends a line on which no request has begun since the last look; an idle one was closed long before."""
        under_way = self.cycle is not None and not self.cycle.response_complete
        if not under_way and self.cycle is self._seen:
            self._refuse(BodyStalled())
            return
        self._seen = self.cycle
        self._look_again()

    def _refuse(self, refusal: DomainError) -> None:
        """Said only where no other answer has begun; the line is closed in any case, once it can have been heard."""
        if self.transport.is_closing() or self._is_over:
            return
        self._is_over = True
        if self.cycle is None or self.cycle.response_complete or not self.cycle.response_started:
            status, headers, body = render(refusal, str(new_id()))
            told = {**headers, "Connection": "close", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
            lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
            self.transport.write(f"HTTP/1.1 {status} {PHRASES[status]}\r\n{lines}\r\n".encode() + body)
        if self.cycle is not None:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self._hang_up()

    def _hang_up(self) -> None:
        """Our half at once, the rest with theirs or soon: reset on who still talks, a line takes back its answer."""
        if not self.transport.can_write_eof():
            self.transport.close()
            return
        self.transport.write_eof()
        self.flow.resume_reading()
        if self._watch is not None:
            self._watch.cancel()
        self._watch = self.loop.call_later(HEARD_WITHIN_S, self.transport.close)


def cut_line(scope: MutableMapping[str, Any]) -> bool:
    """End the line of this request at once; whether it has one."""
    cut = scope.get("state", {}).get(CUT)
    if cut is not None:
        cut()
    return cut is not None


def unsent_bytes(scope: MutableMapping[str, Any]) -> int:
    """How much of what was said on this request's line has not arrived yet."""
    unsent = scope.get("state", {}).get(UNSENT)
    return unsent() if unsent is not None else 0


def _keep_little(transport: asyncio.Transport) -> None:
    line = transport.get_extra_info("socket")
    if line is None or line.family not in {socket.AF_INET, socket.AF_INET6}:
        return
    if hasattr(socket, "TCP_NOTSENT_LOWAT"):
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT_BYTES)
    else:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * UNSENT_BYTES)
