# SPDX-License-Identifier: Apache-2.0
"""A bad network between a phone and a server: each connection is broken in the way it was dealt."""

import asyncio
import contextlib
import random
import socket
import struct
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

PIECE_BYTES = 16 * 1024
NO_LINGER = struct.pack("ii", 1, 0)


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

    how: Break = Break.NONE
    after: int = 0


class Relay:
    """Listens on a port of its own until closed; `deal` is asked what befalls each new connection."""

    def __init__(self, server_port: int, deal: Callable[[], Deal]) -> None:
        self._server_port, self._deal = server_port, deal
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._lines: set[asyncio.Task[Any]] = set()
        self.dealt: list[Break] = []
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._listening = self._do(asyncio.start_server(self._carry, "127.0.0.1", 0))
        self.port: int = self._listening.sockets[0].getsockname()[1]

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is on its way any more."""
        return not self._lines

    def close(self) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, act: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(act, self._loop).result(30)

    async def _end(self) -> None:
        self._over.set()
        self._listening.close()
        await asyncio.gather(*self._lines, return_exceptions=True)

    async def _carry(self, phone: asyncio.StreamReader, to_phone: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._lines.add(task)
        deal = self._deal()
        self.dealt.append(deal.how)
        to_server = None
        try:
            server, to_server = await asyncio.open_connection("127.0.0.1", self._server_port)
            whole = await self._forth(phone, server, to_server, to_phone, deal)
            if deal.how is Break.DUPLICATE:
                await self._again(whole)
        except OSError:
            pass
        finally:
            for writer in (to_phone, to_server):
                if writer is not None:
                    await _hang_up(writer)
            self._lines.discard(task)

    async def _forth(
        self,
        phone: asyncio.StreamReader,
        server: asyncio.StreamReader,
        to_server: asyncio.StreamWriter,
        to_phone: asyncio.StreamWriter,
        deal: Deal,
    ) -> bytes:
        """Carry both ways until one side is done or the deal falls due; answers what the phone said."""
        answer = asyncio.create_task(_answer(server))
        said, breaks_at = bytearray(), deal.after if deal.how in {Break.STALL, Break.FIN, Break.RST} else None
        while not answer.done():
            listening = asyncio.create_task(phone.read(PIECE_BYTES))
            await asyncio.wait({listening, answer}, return_when=asyncio.FIRST_COMPLETED)
            if not listening.done():
                listening.cancel()
                break
            piece = listening.result()
            if not piece:
                break
            if breaks_at is not None:
                piece = piece[: breaks_at - len(said)]
            said += piece
            to_server.write(piece)
            await to_server.drain()
            if len(said) == breaks_at:
                await self._break(deal.how, to_server, to_phone)
                answer.cancel()
                return bytes(said)
        told = await answer
        if deal.how is not Break.SWALLOW:
            to_phone.write(told)
            await to_phone.drain()
        return bytes(said)

    async def _break(self, how: Break, to_server: asyncio.StreamWriter, to_phone: asyncio.StreamWriter) -> None:
        if how is Break.STALL:
            await self._over.wait()
        for writer in (to_server, to_phone):
            if how is Break.RST:
                line: socket.socket = writer.get_extra_info("socket")
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
            await _hang_up(writer)

    async def _again(self, said: bytes) -> None:
        server, to_server = await asyncio.open_connection("127.0.0.1", self._server_port)
        to_server.write(said)
        await to_server.drain()
        await _answer(server)
        await _hang_up(to_server)


class Weather:
    """Every second line is broken in one way or another, within `reach` bytes."""

    def __init__(self, seed: int, reach: int) -> None:
        self._chance, self._turn, self._reach = random.Random(seed), threading.Lock(), reach

    def deal(self) -> Deal:
        with self._turn:
            how = self._chance.choice([*Break, *[Break.NONE] * 3])
            return Deal(how, self._chance.randrange(100, self._reach))


@contextmanager
def relay(server_port: int, deal: Callable[[], Deal]) -> Iterator[Relay]:
    line = Relay(server_port, deal)
    try:
        yield line
    finally:
        line.close()


async def _answer(server: asyncio.StreamReader) -> bytes:
    """One whole HTTP answer, as long as its own header says; a server's word to go on is lost."""
    head = b""
    with contextlib.suppress(asyncio.IncompleteReadError):
        while not head or head.startswith(b"HTTP/1.1 1"):
            head = await server.readuntil(b"\r\n\r\n")
        fields = dict(line.split(b": ", 1) for line in head.lower().split(b"\r\n") if b": " in line)
        if not head.startswith(b"HTTP/1.1 204"):
            return head + await server.readexactly(int(fields.get(b"content-length", b"0")))
    return head


async def _hang_up(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
