# SPDX-License-Identifier: Apache-2.0
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.testclient import TestClient

from app.kit import blobs, ranges
from app.kit.errors import RangeInvalid
from app.kit.wire import Wire
from app.settings import settings

SOUND = os.urandom(3 * 1024 * 1024 + 17)
ETAG = '"one"'


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("HEARDWELL_OBJECT_STORE_URL", f"file://{tmp_path}")
    settings.cache_clear()
    blobs.store.cache_clear()
    blobs.store().put("project/sound", SOUND)
    yield "project/sound"
    settings.cache_clear()
    blobs.store.cache_clear()


class Gate:
    """Allows so many questions, then no more."""

    def __init__(self) -> None:
        self.asked = 0
        self.closes_after = 1_000

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked <= self.closes_after


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def listener(key: str, gate: Gate) -> TestClient:
    app = FastAPI()

    @app.api_route("/sound", methods=["GET", "HEAD"])
    def sound(request: Request) -> Response:
        try:
            return ranges.sound_response(
                key=key,
                total=len(SOUND),
                media_type="audio/ogg",
                etag=ETAG,
                range_header=request.headers.get("range"),
                if_range=request.headers.get("if-range"),
                head=request.method == "HEAD",
                still_allowed=gate,
            )
        except RangeInvalid as refusal:
            return Response(status_code=refusal.status, headers=refusal.headers)

    return TestClient(app)


def test_a_listener_without_a_range_hears_the_whole(listener: TestClient) -> None:
    answer = listener.get("/sound")
    assert (answer.status_code, answer.content) == (200, SOUND)
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-length"] == str(len(SOUND))
    assert answer.headers["etag"] == ETAG
    assert answer.headers["content-type"] == "audio/ogg"


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=100-299", 100, 300),
        ("bytes=3000000-", 3_000_000, len(SOUND)),
        ("bytes=-10", len(SOUND) - 10, len(SOUND)),
        ("bytes=0-999999999", 0, len(SOUND)),
        ("bytes=-999999999", 0, len(SOUND)),
    ],
)
def test_a_listener_who_seeks_hears_that_stretch(listener: TestClient, asked: str, start: int, end: int) -> None:
    answer = listener.get("/sound", headers={"Range": asked})
    assert (answer.status_code, answer.content) == (206, SOUND[start:end])
    assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/{len(SOUND)}"


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,5-9", "bytes=99999999-", "bytes=5-4", "bytes=-0", "bytes=a-b", "bytes=", "bytes=--1"]
)
def test_a_stretch_that_is_not_one_stretch_is_refused(listener: TestClient, asked: str) -> None:
    answer = listener.get("/sound", headers={"Range": asked})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{len(SOUND)}"


def test_a_player_with_an_old_copy_gets_the_whole_new_one(listener: TestClient) -> None:
    stale = listener.get("/sound", headers={"Range": "bytes=0-9", "If-Range": '"older"'})
    fresh = listener.get("/sound", headers={"Range": "bytes=0-9", "If-Range": ETAG})
    assert (stale.status_code, fresh.status_code) == (200, 206)


def test_asking_for_the_head_opens_no_sound(listener: TestClient, gate: Gate) -> None:
    blobs.store().delete("project/sound")
    answer = listener.head("/sound", headers={"Range": "bytes=0-9"})
    assert (answer.status_code, answer.content) == (206, b"")
    assert answer.headers["content-length"] == "10"
    assert gate.asked == 0


def test_the_gate_is_asked_again_each_mebibyte(listener: TestClient, gate: Gate) -> None:
    listener.get("/sound")
    assert gate.asked == 3


def test_sound_that_was_withdrawn_stops_in_the_middle(listener: TestClient, gate: Gate) -> None:
    gate.closes_after = 1
    with pytest.raises(ranges.NoLongerAllowed):
        listener.get("/sound")
    assert gate.asked == 2


@pytest.fixture
def asked() -> str:
    return ""


@pytest.fixture
def line(listener: TestClient, asked: str) -> Iterator[socket.socket]:
    """A listener's own end of a real connection, the sound or a stretch of it already asked for."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        config = uvicorn.Config(listener.app, http=Wire, log_level="critical")
        server = uvicorn.Server(config)
        running = threading.Thread(target=server.run, args=([door],))
        running.start()
        while not server.started:
            time.sleep(0.01)
        with socket.socket() as mine:
            mine.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32 * 1024)
            mine.connect(door.getsockname())
            mine.sendall(f"GET /sound HTTP/1.1\r\nHost: localhost\r\n{asked}\r\n".encode())
            yield mine
        server.should_exit = True
        running.join()


def listen(line: socket.socket, seconds: float, pause_s: float) -> tuple[int, bool]:
    """How many bytes came, and whether the line broke off."""
    came, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            came += len(line.recv(4096))
        except ConnectionError:
            return came, True
        time.sleep(pause_s)
    return came, False


@pytest.mark.parametrize("asked", ["", "Range: bytes=0-199999\r\n"], ids=["long", "short"])
@pytest.mark.parametrize("pause_s", [0.02, 1.0], ids=["slow", "hardly at all"])
def test_a_slow_listener_is_cut_off_too(line: socket.socket, gate: Gate, pause_s: float) -> None:
    """Whoever takes little must not be served for minutes from what was on its way, or waits in the buffers."""
    came, is_cut = listen(line, 0.4, pause_s)
    assert came
    assert not is_cut
    gate.closes_after = 0
    waiting = time.monotonic()
    time.sleep(2.0)
    left, is_cut = listen(line, 10, 0.0)
    assert is_cut
    assert time.monotonic() - waiting < 3
    assert left < 128 * 1024


def test_a_gate_that_fails_is_a_closed_gate(line: socket.socket, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_gate: Gate) -> bool:
        raise OSError("the database went away")

    listen(line, 0.3, 0.02)
    monkeypatch.setattr(Gate, "__call__", fail)
    assert listen(line, 5, 0.02)[1]
