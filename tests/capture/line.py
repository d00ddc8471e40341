# SPDX-License-Identifier: Apache-2.0
"""A line between a phone and the house that can be told what to answer, to be slow, or to say nothing at all."""

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.journeys.served import Served
from tests.trust.processes import free_port

HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}
PIECE_BYTES = 16 * 1024
PROBLEM = "application/problem+json"


@dataclass(frozen=True)
class Reply:
    """What the line says in the house's place."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


def problem(status: int, slug: str, **headers: str) -> Reply:
    body = f'{{"type":"/problems/{slug}","title":"T","status":{status},"detail":"As the server says.","code":"{slug}"}}'
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, body.encode(), {"Content-Type": PROBLEM, "Tus-Resumable": "1.0.0", **named})


def page(status: int, **headers: str) -> Reply:
    """What a café's network or a proxy says."""
    return Reply(status, b"<!doctype html><title>Welcome</title>", {"Content-Type": "text/html", **headers})


CLOSED = Reply(0)
"""The connection ends without an answer."""
SILENT = Reply(-1)
"""The connection stands, and nothing ever comes."""


@dataclass(frozen=True)
class Passed:
    method: str
    path: str
    offset: int
    bytes: int
    status: int


class Line(Served):
    """The house, reached through this line; `trouble` is asked for each request to its doors."""

    def __init__(self, served: Served) -> None:
        super().__init__(free_port(), served.project_id, served.log)
        self.house = served
        self.trouble: Callable[[str, str], Reply | None] = lambda _method, _path: None
        self.bytes_per_s = 0
        self.passed: list[Passed] = []
        self._over = threading.Event()
        self._listening = ThreadingHTTPServer(("localhost", self.port), self._handler())
        self._listening.daemon_threads = True
        threading.Thread(target=self._listening.serve_forever, daemon=True).start()

    def clear(self) -> None:
        self.trouble = lambda _method, _path: None
        self.bytes_per_s = 0
        self.passed.clear()

    def close(self) -> None:
        self._over.set()
        self._listening.shutdown()
        self._listening.server_close()

    def _handler(self) -> type["Carrier"]:
        return type("OfThisLine", (Carrier,), {"line": self})

    def _slowly(self, read: Callable[[int], bytes], length: int) -> bytes:
        held = bytearray()
        while len(held) < length and (piece := read(min(PIECE_BYTES, length - len(held)))):
            held += piece
            if rate := self.bytes_per_s:
                time.sleep(len(piece) / rate)
        return bytes(held)

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Reply:
        line = http.client.HTTPConnection("localhost", self.house.port, timeout=60)
        kept = {name: value for name, value in headers.items() if name.lower() not in HOP}
        try:
            line.request(method, path, body or (b"" if method in {"POST", "PUT", "PATCH"} else None), kept)
            answer = line.getresponse()
            told = {name: value for name, value in answer.getheaders() if name.lower() not in HOP}
            return Reply(answer.status, answer.read(), told)
        except (OSError, http.client.HTTPException):
            return CLOSED
        finally:
            line.close()


class Carrier(BaseHTTPRequestHandler):
    """One connection; `line` is whose."""

    line: Line
    protocol_version = "HTTP/1.1"

    def carry(self) -> None:
        line = self.line
        body = line._slowly(self.rfile.read, int(self.headers.get("content-length", "0")))
        reply = line.trouble(self.command, self.path) if self.path.startswith("/api/") else None
        if reply is SILENT:
            line._over.wait(60)
        told = reply or line._ask(self.command, self.path, body, dict(self.headers.items()))
        offset = int(self.headers.get("upload-offset", "-1"))
        line.passed.append(Passed(self.command, self.path, offset, len(body), told.status))
        if told.status <= 0:
            self.close_connection = True
        else:
            self._tell(told)

    def _tell(self, told: Reply) -> None:
        has_body = told.status not in {204, 304}
        self.send_response(told.status)
        for name, value in told.headers.items():
            self.send_header(name, value)
        if has_body:
            self.send_header("Content-Length", str(len(told.body)))
        self.end_headers()
        if has_body and self.command != "HEAD":
            self.wfile.write(told.body)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = carry  # noqa: N815 - the library's names

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@pytest.fixture(scope="module")
def line(town: Served) -> Iterator[Line]:
    made = Line(town)
    yield made
    made.close()
