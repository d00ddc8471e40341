# SPDX-License-Identifier: Apache-2.0
"""Where sound is worked on: a dead worker's room is swept, a living one's never."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.kit import reaper, workrooms
from tests.house.source import ROOT
from tests.trust.processes import eventually

WORKS = """
import sys
from app.kit.workrooms import workroom
with workroom() as room:
    (room / "sound.pcm").write_bytes(b"somebody's voice")
    print(room, flush=True)
    sys.stdin.read()
"""


@contextmanager
def somebody_at_work() -> Iterator[tuple[subprocess.Popen[str], Path]]:
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKS], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    with worker:
        yield worker, Path(worker.stdout.readline().strip())


def sweep_while_somebody_works() -> None:
    with somebody_at_work() as (worker, room):
        workrooms.sweep()
        assert (room / "sound.pcm").exists(), "taken from under a living worker"
    assert worker.returncode == 0
    assert not room.exists()


def sweep_after_a_kill() -> None:
    with somebody_at_work() as (worker, room):
        assert (room / "sound.pcm").exists()
        worker.kill()
        worker.wait()
        workrooms.sweep()
        assert not room.exists(), "somebody's voice lies about"


def test_a_living_workers_room_is_left_alone(house: Path) -> None:
    sweep_while_somebody_works()


def test_what_a_killed_worker_left_is_swept(house: Path) -> None:
    sweep_after_a_kill()


def test_a_sweep_that_takes_everybody_for_dead_is_caught(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workrooms, "_is_held", lambda _folder: False)
    with pytest.raises(AssertionError, match="from under a living worker"):
        sweep_while_somebody_works()


def test_a_sweep_that_takes_everybody_for_alive_is_caught(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workrooms, "_is_held", lambda _folder: True)
    with pytest.raises(AssertionError, match="lies about"):
        sweep_after_a_kill()


def test_the_reapers_round_sweeps_while_others_work_on(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaper, "RENEW_SECONDS", 0.05)
    lease = reaper.Lease("tests-1")
    lease.hold()
    try:
        with somebody_at_work() as (worker, room):
            worker.kill()
            worker.wait()
            eventually(lambda: not room.exists(), "the dead worker's room is swept", seconds=10)
    finally:
        lease.release()


def test_a_room_that_was_made_and_never_locked_is_swept(house: Path) -> None:
    (house / "tmp" / "half-made").mkdir(parents=True)
    assert workrooms.sweep() == 1
    assert not (house / "tmp" / "half-made").exists()


def test_two_rooms_of_one_process_are_apart(house: Path) -> None:
    with workrooms.workroom() as first, workrooms.workroom() as second:
        assert first != second
        assert workrooms.sweep() == 0
        assert first.exists()
        assert second.exists()
    assert not first.exists()
    assert not second.exists()
