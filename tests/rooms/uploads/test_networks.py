# SPDX-License-Identifier: Apache-2.0
"""Uploads over real connections that are slow, cut and overtaken, and a server that is killed."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
import uvicorn
from fastapi import FastAPI

from app.kit import bodies
from app.kit.blobs import store
from tests.rooms.uploads.conftest import BYTES, COLLECTION, Phone, make_phone, ogg, promise, told

MIB = 1024 * 1024
SOUND = ogg(1_000_000)


@pytest.fixture
def phone(house: Path, upload_doors: FastAPI, monkeypatch: pytest.MonkeyPatch) -> Iterator[Phone]:
    """A phone and a real server in between which anything can happen."""
    server = uvicorn.Server(uvicorn.Config(upload_doors, port=0, log_level="error", http="h11", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}") as line:
        yield make_phone(line)
    server.should_exit = True
    thread.join()


@contextmanager
def patching(phone: Phone, place: str, offset: int, headers: Mapping[str, str]) -> Iterator[socket.socket]:
    """A connection that has said what it will send, and sent nothing yet."""
    said = {"Host": "127.0.0.1", **phone.headers, "Content-Type": BYTES, "Upload-Offset": str(offset), **headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    address = urlsplit(str(phone.line.base_url))
    with socket.create_connection((str(address.hostname), address.port or 80), timeout=20) as wire:
        wire.sendall(f"PATCH {place} HTTP/1.1\r\n{lines}\r\n".encode())
        yield wire


def eventually(holds: Callable[[], bool], *, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)


def status_of(wire: socket.socket) -> int:
    return int(wire.recv(65_536).split(b" ", 2)[1])


def test_24_a_network_cut_half_way_keeps_every_byte_that_arrived(phone: Phone) -> None:
    place = phone.begin(SOUND)
    with patching(phone, place, 0, {"Content-Length": str(len(SOUND))}) as wire:
        wire.sendall(SOUND[:400_000])
    eventually(lambda: phone.row(place).offset > 0)
    assert phone.offset(place) == 400_000
    assert phone.send(place, 400_000, SOUND[400_000:]).status_code == 204
    assert phone.row(place).status == "complete"


def test_25_a_stalled_connection_is_overtaken_while_it_stands(phone: Phone) -> None:
    place = phone.begin(SOUND)
    with patching(phone, place, 0, {"Content-Length": str(len(SOUND))}) as stalled:
        stalled.sendall(SOUND[:300_000])
        eventually(lambda: phone.row(place).epoch == 2)
        assert phone.offset(place) == 0
        assert phone.send(place, 0, SOUND).status_code == 204
        assert phone.line.options(COLLECTION).status_code == 204
        stalled.sendall(SOUND[300_000:])
        assert status_of(stalled) == 409
        assert phone.row(place).status == "complete"
        assert b"".join(store().get(segment.key) for segment in phone.segments(place)) == SOUND


def test_b5_of_two_who_send_the_same_bytes_at_once_one_wins(phone: Phone) -> None:
    place = phone.begin(SOUND)
    with ThreadPoolExecutor(2) as phones:
        answers = list(phones.map(lambda _: phone.send(place, 0, SOUND).status_code, range(2)))
    assert sorted(answers) == [204, 409]
    assert phone.row(place).status == "complete"


def test_b5_of_two_who_send_the_same_chunk_with_its_hash_one_wins(phone: Phone) -> None:
    place = phone.begin(SOUND)
    chunk = SOUND[:500_000]
    with ThreadPoolExecutor(4) as phones:
        sent = phones.map(lambda _: phone.send(place, 0, chunk, {"Upload-Checksum": promise(chunk)}), range(4))
        assert sorted(answer.status_code for answer in sent) == [204, 409, 409, 409]
    assert phone.offset(place) == 500_000
    assert phone.send(place, 500_000, SOUND[500_000:]).status_code == 204
    assert phone.row(place).status == "complete"


def test_a_chunk_with_its_hash_that_was_overtaken_by_a_look_is_not_counted(phone: Phone) -> None:
    place = phone.begin(SOUND)
    headers = {"Content-Length": str(len(SOUND)), "Upload-Checksum": promise(SOUND)}
    with patching(phone, place, 0, headers) as late:
        late.sendall(SOUND[:400_000])
        eventually(lambda: phone.line.options(COLLECTION).status_code == 204)
        time.sleep(0.2)
        assert phone.offset(place) == 0
        late.sendall(SOUND[400_000:])
        assert status_of(late) == 409
    assert phone.offset(place) == 0


def test_an_unknown_phone_is_refused_before_it_sends_a_byte_and_nothing_is_stored(phone: Phone) -> None:
    place = phone.begin(SOUND)
    for headers in ({"Authorization": "Bearer wrong"}, {"Tus-Resumable": "9"}, {"Content-Type": "text/plain"}):
        with patching(phone, place, 0, {"Content-Length": str(len(SOUND)), **headers}) as wire:
            assert status_of(wire) in {401, 412, 415}
    assert phone.offset(place) == 0


def test_b2_too_long_a_body_is_refused_before_it_is_sent(phone: Phone) -> None:
    place = phone.begin(SOUND)
    with patching(phone, place, 0, {"Content-Length": str(10**12)}) as wire:
        assert status_of(wire) == 400


@pytest.mark.parametrize("framing", [{"Content-Length": "-5"}, {"Content-Length": "5", "Transfer-Encoding": "chunked"}])
def test_b19_a_body_with_two_lengths_or_a_negative_one_is_refused_and_the_connection_closed(
    phone: Phone, framing: Mapping[str, str]
) -> None:
    place = phone.begin(SOUND)
    with patching(phone, place, 0, framing) as wire:
        answer = b""
        while piece := wire.recv(65_536):
            answer += piece
        assert answer.startswith(b"HTTP/1.1 400")
        assert phone.offset(place) == 0


def test_b17_a_body_that_hardly_moves_is_ended_and_what_came_is_kept(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "STALL_SECONDS", 0.4)
    place = phone.begin(SOUND)
    with patching(phone, place, 0, {"Content-Length": str(len(SOUND))}) as slow:
        slow.sendall(SOUND[:5_000])
        time.sleep(0.3)
        slow.sendall(SOUND[5_000:5_001])
        assert status_of(slow) == 408
    assert phone.offset(place) == 5_001
    assert phone.send(place, 5_001, SOUND[5_001:]).status_code == 204


def test_a_slow_body_that_does_move_is_let_through(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "STALL_SECONDS", 0.2)
    place = phone.begin(SOUND[:8_000])
    with patching(phone, place, 0, {"Content-Length": "8000"}) as slow:
        for at in range(0, 8_000, 1_000):
            slow.sendall(SOUND[at : at + 1_000])
            time.sleep(0.06)
        assert status_of(slow) == 204


def test_a_chunk_with_a_checksum_that_breaks_off_leaves_nothing(phone: Phone) -> None:
    place = phone.begin(SOUND)
    promised = "sha256 " + "A" * 43 + "="
    with patching(phone, place, 0, {"Content-Length": "900000", "Upload-Checksum": promised}) as wire:
        wire.sendall(SOUND[:400_000])
    time.sleep(0.3)
    assert phone.offset(place) == 0
    assert list(store().list(str(phone.project_id))) == []


def test_a_long_body_becomes_segments_of_four_mebibytes(phone: Phone) -> None:
    sound = ogg(9 * MIB + 5)
    place = phone.begin(sound)
    assert phone.send(place, 0, sound).status_code == 204
    sizes = sorted(store().size(key) for key in store().list(str(phone.project_id)))
    assert len(sizes) == 3
    assert all(4 * MIB <= size < 5 * MIB for size in sizes[1:])
    assert phone.row(place).status == "complete"


SERVER = """
import uvicorn
from fastapi import FastAPI
import app.projects.models
import app.uploads.routes
from app.kit import render
from app.kit.guards import Guards
doors = FastAPI()
render.install(doors)
doors.include_router(app.uploads.routes.router)
doors.add_middleware(Guards, render=render.render)
uvicorn.run(doors, port={port}, log_level="error", http="h11")
"""


@contextmanager
def serving(house: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "HEARDWELL_DATA_DIR": str(house)}

    def answers() -> bool:
        try:
            return httpx2.options(f"http://127.0.0.1:{port}{COLLECTION}").status_code == 204
        except httpx2.TransportError:
            return False

    with subprocess.Popen([sys.executable, "-c", SERVER.format(port=port)], env=environment) as process:
        try:
            eventually(answers, seconds=30)
            yield process
        finally:
            process.terminate()


def test_a_server_killed_in_the_middle_of_one_endless_body_goes_on_where_it_stood(house: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    sound = ogg(20 * MIB)
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as line:
        phone = make_phone(line)
        with serving(house, port) as server:
            place = phone.begin(sound)
            with patching(phone, place, 0, {"Content-Length": str(len(sound))}) as wire:
                wire.sendall(sound[: 12 * MIB])
                eventually(lambda: phone.row(place).offset >= 8 * MIB)
                server.send_signal(signal.SIGKILL)
                server.wait()
        with serving(house, port):
            at = phone.offset(place)
            assert at == phone.row(place).offset >= 8 * MIB
            assert phone.send(place, at, sound[at:]).status_code == 204
            assert phone.row(place).status == "complete"
            kept = b"".join(store().get(segment.key) for segment in phone.segments(place))
    assert kept == sound


def test_the_metadata_of_a_phone_is_what_the_wire_said(phone: Phone) -> None:
    recording_id = phone.declare(SOUND)
    answer = phone.create(recording_id, len(SOUND), filetype="audio/ogg")
    echoed = phone.look(answer.headers["location"]).headers["upload-metadata"]
    assert echoed == told({"recording_id": str(recording_id), "filetype": "audio/ogg"})
