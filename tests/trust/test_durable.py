# SPDX-License-Identifier: Apache-2.0
"""What is acknowledged is on the disk: an answer leaves after the sync of the bytes, of their folder and of the
database. The kernel is asked where a tracer is at hand, else the process itself, which cannot see its database."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.trust.phones import Phone
from tests.trust.processes import House, Process, eventually

TRACER = shutil.which("strace")
CALLS = "trace=fsync,fdatasync,write,writev,sendto,sendmsg"
SYNCED = re.compile(r"f(?:data)?sync\(\d+<([^>]+)>")
ANSWERED = re.compile(r'(?:write|writev|sendto|sendmsg)\(.*?"HTTP/1\.1 (\d{3})')
Line = tuple[str, str]

pytestmark = pytest.mark.skipif(
    os.environ.get("TEST_STACK") == "postgresql", reason="PostgreSQL and the object store sync their own disks"
)

MAY_BE_TRACED = """
import ctypes
ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)
"""
IS_ITS_OWN_WITNESS = """
import os
from app.kit import guards
book, disk_sync, guard = os.open({book!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT), os.fsync, guards.Guards.__call__
def fsync(handle):
    disk_sync(handle)
    os.write(book, f"1 fsync(0<{{os.readlink(f'/proc/self/fd/{{handle}}')}}>)\\n".encode())
async def call(self, scope, receive, send):
    async def told(message):
        if message["type"] == "http.response.start":
            os.write(book, f'1 write(0, "HTTP/1.1 {{message["status"]}}\\n'.encode())
        await send(message)
    await guard(self, scope, receive, told)
os.fsync, guards.Guards.__call__ = fsync, call
"""
NO_SYNC_OF_FOLDERS = """
from app.kit import blobs
blobs.Blobs._sync_folders = lambda *_: None
"""
NO_SYNC_OF_FILES = """
from app.kit import blobs
sync = blobs._sync
blobs._sync = lambda path: sync(path) if path.is_dir() else None
"""
NO_SYNC_OF_THE_DATABASE = """
from sqlalchemy import event
from app.kit import db
configure = db._configure_sqlite
def relaxed(engine):
    configure(engine)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
db._configure_sqlite = relaxed
"""


@contextmanager
def witnessed(house: House, *, patch: str) -> Iterator[Path]:
    """The web process, and a book of what it syncs and answers, complete when the block ends."""
    book = house.folder / "witness.txt"
    if TRACER is None:
        web = house.web(patch=IS_ITS_OWN_WITNESS.format(book=str(book)) + patch)
        yield book
        web.stop()
        return
    web = house.web(patch=MAY_BE_TRACED + patch)
    with tracing(web, book):
        yield book


@contextmanager
def tracing(web: Process, book: Path) -> Iterator[None]:
    said = book.with_suffix(".err")
    command = [str(TRACER), "-f", "-y", "-s", "20", "-e", CALLS, "-o", str(book), "-p", str(web.pid)]
    with said.open("wb") as errors, subprocess.Popen(command, stderr=errors) as tracer:
        eventually(lambda: b"attached" in said.read_bytes(), "the tracer is attached")
        yield
        tracer.send_signal(signal.SIGINT)


def lines_of(book: Path) -> list[Line]:
    """Syncs as they ended and answers as they began, in order."""
    under_way: dict[str, str] = {}
    found: list[Line] = []
    for line in book.read_text(errors="replace").splitlines():
        thread = line.split(" ", 1)[0]
        if sync := SYNCED.search(line):
            if "unfinished" in line:
                under_way[thread] = sync[1]
            else:
                found.append(("sync", sync[1]))
        elif "sync resumed" in line and thread in under_way:
            found.append(("sync", under_way.pop(thread)))
        elif answer := ANSWERED.search(line):
            found.append(("answer", answer[1]))
    return found


def synced_before_each(lines: list[Line], status: str) -> list[list[str]]:
    """For every such answer, what was synced since the one before it."""
    found: list[list[str]] = []
    synced: list[str] = []
    for what, told in lines:
        if what == "sync":
            synced.append(told)
            continue
        if told == status:
            found.append(synced)
        synced = []
    return found


def assert_durable(house: House, phone: Callable[..., Phone], *, patch: str = "") -> None:
    with witnessed(house, patch=patch) as book:
        sender = phone()
        sound = b"OggS" + os.urandom(100_000)
        told = sender.tell(sound)
        (recording_id,) = told.sounds
        sender.create(recording_id, sound)
        assert sender.append(recording_id, 0, sound[:50_000])
    lines = lines_of(book)
    (synced,) = synced_before_each(lines, "204")
    folder = str(house.folder / "objects" / str(house.project_id) / "seg" / str(recording_id))
    segments = [path for path in synced if path.startswith(f"{folder}/0-")]
    assert segments, "the sound was not synced before it was acknowledged"
    assert folder in synced[synced.index(segments[0]) :], "its folder was not"
    if TRACER is not None:
        assert synced[-1].startswith(str(house.folder / "heardwell.db")), "the database was not, last of all"
        created = synced_before_each(lines, "201")
        assert len(created) == len(("join", "story", "upload"))
        assert all(any("heardwell.db" in path for path in each) for each in created)


def test_a_piece_of_sound_is_on_the_disk_before_it_is_acknowledged(grounds: House, phone: Callable[..., Phone]) -> None:
    assert_durable(grounds, phone)


@pytest.mark.parametrize(
    ("guard_off", "missed"),
    [
        pytest.param(NO_SYNC_OF_FILES, "the sound was not", id="no sync of files"),
        pytest.param(NO_SYNC_OF_FOLDERS, "its folder was not", id="no sync of folders"),
        pytest.param(
            NO_SYNC_OF_THE_DATABASE,
            "the database was not",
            id="no sync of the database",
            marks=pytest.mark.skipif(TRACER is None, reason="only a tracer sees the database's own syncs"),
        ),
    ],
)
def test_a_server_that_does_not_sync_is_caught(
    grounds: House, phone: Callable[..., Phone], guard_off: str, missed: str
) -> None:
    with pytest.raises(AssertionError, match=missed):
        assert_durable(grounds, phone, patch=guard_off)
