# SPDX-License-Identifier: Apache-2.0
"""Each fence around the media child: it stops alone what it is there for, and without it the same attempt succeeds."""

import ast
import contextlib
import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.media import service

STOPS = [
    ("memory", "take_memory"),
    ("processor", "work_for_ever"),
    ("file size", "fill_the_disk"),
    ("open files", "open_many"),
    ("no_new_privs", "may_gain_rights"),
    ("network namespace", "call_a_neighbour"),
    ("landlock", "read_a_foreign_file"),
    ("landlock", "list_a_foreign_folder"),
    ("landlock", "write_a_foreign_file"),
    ("landlock", "write_its_input"),
    ("landlock", "cut_a_foreign_file"),
    ("landlock", "remove_a_foreign_file"),
    ("seccomp", "make_a_socket"),
    ("seccomp", "become_a_program"),
    ("seccomp", "have_a_child"),
    ("seccomp", "trace"),
    ("seccomp", "signal_its_parent"),
    ("seccomp", "mount"),
    ("seccomp", "leave_the_house"),
]


@pytest.fixture
def neighbour() -> Iterator[int]:
    """The port of somebody who listens on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def tried(fence: str, deed: str, folder: Path, port: int) -> str:
    """`done` or `stopped`; skipped by name where this kernel cannot say."""
    (folder / "work").mkdir(exist_ok=True)
    for name in ("foreign", "input"):
        (folder / name).write_bytes(b"not yours")
    command = [sys.executable, "-m", "tests.rooms.media.deeds", fence, deed, str(folder), str(port)]
    ended = subprocess.run(command, cwd=service._HOME, capture_output=True, text=True, check=False, timeout=60)
    if ended.returncode < 0:
        return "stopped"
    assert ended.returncode == 0, ended.stderr
    if ended.stdout == "missing":
        pytest.skip(f"this kernel cannot tell of {fence} and {deed}")
    return ended.stdout.strip()


@pytest.mark.parametrize(("fence", "deed"), STOPS)
def test_a_fence_stops_alone_what_succeeds_without_it(fence: str, deed: str, tmp_path: Path, neighbour: int) -> None:
    assert tried(fence, deed, tmp_path, neighbour) == "stopped"
    assert tried("none", deed, tmp_path, neighbour) == "done"


@pytest.mark.parametrize("deed", [deed for _, deed in STOPS])
def test_behind_all_fences_nothing_succeeds(deed: str, tmp_path: Path, neighbour: int) -> None:
    if service.sandbox_report().missing:
        pytest.skip("this kernel lacks a wall")
    assert tried("all", deed, tmp_path, neighbour) == "stopped"


def test_every_call_on_the_list_is_refused() -> None:
    if "seccomp" in service.sandbox_report().missing:
        pytest.skip("this kernel lacks seccomp")
    command = [sys.executable, "-m", "tests.rooms.media.deeds", "calls"]
    ended = subprocess.run(command, cwd=service._HOME, capture_output=True, text=True, check=True, timeout=60)
    said = ast.literal_eval(ended.stdout)
    assert len(said) > 40
    assert set(said.values()) == {errno.EPERM}


STARTS_A_CHILD = """
import subprocess, sys
lingers = [sys.executable, "-m", "tests.rooms.media.deeds", "linger", sys.argv[1]]
child = subprocess.Popen(lingers, start_new_session=True)
child.wait()
"""


@pytest.mark.parametrize(("fence", "outlives"), [("fenced", False), ("unfenced", True)])
def test_a_child_ends_with_the_worker_that_was_killed(fence: str, outlives: bool) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", STARTS_A_CHILD, fence], cwd=service._HOME, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    pid = int(worker.stdout.readline())
    try:
        worker.kill()
        worker.wait()
        patience = time.monotonic() + (1 if outlives else 20)
        while lives(pid) and time.monotonic() < patience:
            time.sleep(0.05)
        assert lives(pid) is outlives
    finally:
        worker.stdout.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
