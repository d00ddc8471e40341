# SPDX-License-Identifier: Apache-2.0
"""Partners that never stop asking, and a book of what they got and when."""

import http.client
import json
import random
import socket
import struct
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

GIVEN = frozenset({200, 206, 304})
GONE = 410
WAIT = frozenset({429, 503})
TEXTS = ("vtt", "srt", "txt", "json")
PATIENCE_S = 30
SIP_BYTES = 8 * 1024
SIPS_PER_S = 20


@dataclass(frozen=True)
class Got:
    """One answer: which story's content came, as the key knows it, when it was asked for, and how many bytes of it."""

    begun: float
    outlet: str
    public_id: str
    status: int
    content_bytes: int


@dataclass
class Book:
    """What everybody got, and what came late over a line that was already open."""

    got: list[Got] = field(default_factory=list)
    sips: list[tuple[str, float, int]] = field(default_factory=list)
    """Of each stream: whose sound, when it came over the line at the latest, how much."""
    cut: int = 0
    faults: list[str] = field(default_factory=list)


def newest_byte(line: socket.socket) -> float:
    """When the newest byte came over the line, read or not: `tcpi_last_data_recv` of `linux/tcp.h`, in ms ago."""
    (ago_ms,) = struct.unpack_from("=I", line.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 56), 52)
    return time.monotonic() - float(ago_ms) / 1000


@dataclass(frozen=True)
class Key:
    """One partner, and the ids under which they know each story."""

    partner_id: UUID
    secret: str
    ids: Mapping[UUID, str]


class Taker(threading.Thread):
    """Asks for one story by every outlet there is, over and over; `slowly` listens to it instead, sip by sip."""

    def __init__(self, port: int, key: Key, book: Book, wanted: Callable[[], UUID], *, seed: int, slowly: bool) -> None:
        super().__init__(daemon=True)
        self.port, self.key, self.book, self.wanted = port, key, book, wanted
        self.random = random.Random(seed)
        self.slowly = slowly
        self.tags: dict[str, str] = {}
        self.cursor = ""
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.is_set():
            try:
                (self._listen if self.slowly else self._take)(self.key.ids[self.wanted()])
            except (OSError, http.client.HTTPException) as fault:
                if not self.slowly:
                    self.book.faults.append(f"{type(fault).__name__}: {fault}")

    def _take(self, public_id: str) -> None:
        outlet = self.random.choice(("list", "search", "one", "audio", "head", "range", "text", "changes"))
        if outlet in {"list", "search"}:
            self._list(outlet)
        elif outlet == "changes":
            told = self.ask("changes", f"/changes?limit=200{self.cursor and f'&cursor={self.cursor}'}")
            self.cursor = told.get("next_cursor", self.cursor)
        else:
            self._one(outlet, public_id)

    def _list(self, outlet: str) -> None:
        begun = time.monotonic()
        told = self.ask(outlet, f"/stories?limit=200{'&q=Karachi' if outlet == 'search' else ''}")
        for item in told.get("items", []):
            self.book.got.append(Got(begun, outlet, item["id"], 200, len(json.dumps(item))))

    def _one(self, outlet: str, public_id: str) -> None:
        form = self.random.choice(TEXTS)
        path = {"one": "", "text": f"/transcript.{form}"}.get(
            outlet, f"/audio?format={self.random.choice(('opus', 'aac'))}"
        )
        name, headers = f"{public_id}{path}", {"Range": "bytes=1-999"} if outlet == "range" else {}
        if name in self.tags and outlet != "range" and self.random.random() < 0.3:
            headers = {"If-None-Match": self.tags[name]}
        begun = time.monotonic()
        status, told, body = self.call(f"/stories/{name}", headers, method="HEAD" if outlet == "head" else "GET")
        if status in WAIT:
            self.over.wait(0.1)
            return
        self.tags[name] = told.get("etag", "")
        given = max(1, len(body)) if status in GIVEN else 0
        self.book.got.append(Got(begun, outlet, public_id, status, given))

    def _listen(self, public_id: str) -> None:
        with socket.socket() as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
            line.settimeout(PATIENCE_S)
            line.connect(("127.0.0.1", self.port))
            asked = f"GET /partner/v1/stories/{public_id}/audio HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            line.sendall(f"{asked}Authorization: Bearer {self.key.secret}\r\nConnection: close\r\n\r\n".encode())
            head = line.recv(SIP_BYTES)
            if not head.startswith(b"HTTP/1.1 200"):
                self.over.wait(0.2)
                return
            try:
                while sip := line.recv(SIP_BYTES):
                    self.book.sips.append((public_id, newest_byte(line), len(sip)))
                    time.sleep(1 / SIPS_PER_S)
            except ConnectionError:
                self.book.cut += 1

    def ask(self, outlet: str, path: str) -> dict[str, Any]:
        status, _, body = self.call(path, {})
        if status in WAIT:
            self.over.wait(0.1)
        elif status != 200:
            self.book.faults.append(f"{outlet}: {status}")
        told: dict[str, Any] = json.loads(body) if status == 200 else {}
        return told

    def call(self, path: str, headers: Mapping[str, str], *, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            sent = {"Authorization": f"Bearer {self.key.secret}", **headers}
            line.request(method, f"/partner/v1{path}", headers=sent)
            answer = line.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, told, answer.read()
        finally:
            line.close()
