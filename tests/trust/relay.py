# SPDX-License-Identifier: Apache-2.0
"""A bad network between a phone and a server: each connection is broken in the way it was dealt."""

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from enum import StrEnum

PIECE_BYTES = 16 * 1024
LINGER_NOT = struct.pack("ii", 1, 0)


class Break(StrEnum):
    NONE = "none"
    STALL = "stall"
    """After so many bytes nothing more is carried, and neither side is told."""
    FIN = "fin"
    RST = "rst"
    SWALLOW = "swallow"
    """The request arrives whole; its answer never comes back."""
    DUPLICATE = "duplicate"
    """The request arrives a second time, on a line of its own, once it was answered."""


@dataclass(frozen=True)
class Deal:
    """What befalls one connection, and after how many bytes from the phone."""

    how: Break
    after: int = 0


class Relay:
    """Listens on a port of its own until closed; `deal` is asked what befalls each new connection."""

    def __init__(self, server_port: int, deal: Callable[[], Deal]) -> None:
        self._server_port, self._deal = server_port, deal
        self._loop = asyncio.new_event_loop()
        self._stalled: set[asyncio.StreamWriter] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._listening = self._do(asyncio.start_server(self._carry, "127.0.0.1", 0))
        self.port: int = self._listening.sockets[0].getsockname()[1]

    def close(self) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do[T](self, act: Coroutine[object, object, T]) -> T:
        return asyncio.run_coroutine_threadsafe(act, self._loop).result(30)
