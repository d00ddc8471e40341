# SPDX-License-Identifier: Apache-2.0
"""Two workers on one database: what one leaves behind, dead or asleep, the other takes up."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.kit import jobs, reaper
from app.kit.db import is_sqlite
from app.kit.lanes import Lane
from tests.trust import register
from tests.trust.nursery import say
from tests.trust.phones import Phone, Told
from tests.trust.processes import House, Process, eventually

PROMISED_S = 15
SLOW_MACHINE_S = 5
LEFT, RIGHT = "left-1", "right-1"

NEVER_LOOKS_AFTER_OTHERS = """
from app.kit import reaper
reaper.reap = lambda *, besides: 0
"""


def listener() -> str | None:
    """The slot of the worker that listens at present."""
    found = jobs.client().list_workflows(
        status="PENDING", queue_name=[Lane.BRIEF, Lane.WHISPER], load_input=False, load_output=False
    )
    return found[0].executor_id if found else None


def begin(house: House, phone: Callable[..., Phone], sound: bytes, *, patch: str = "") -> tuple[Told, Process, str]:
    """A story that one of two workers listens to; answers it, that worker and the name of the other."""
    house.web()
    workers = {slot: house.worker(slot, patch=patch) for slot in (LEFT, RIGHT)}
    sender = phone()
    told = sender.tell(sound)
    sender.send(told)
    eventually(lambda: is_listened_to(house, told), "one of them listens")
    slot = listener()
    assert slot is not None
    return told, workers[slot], RIGHT if slot == LEFT else LEFT


def is_listened_to(house: House, story: Told) -> bool:
    return [run.status for run in register.runs_of(house.project_id, story.story_id)] == ["running"]


def is_at_the_desk(house: House, story: Told) -> bool:
    return register.statuses(house.project_id)[story.story_id] == "in_review"


def stop_between_two_transactions(house: House, worker: Process) -> None:
    """SQLite has one writer: one that sleeps while it writes stops everybody, and that is another story."""
    while True:
        os.killpg(worker.pid, signal.SIGSTOP)
        eventually(lambda: _stands_still(worker.pid), "every thread has stopped")
        if not is_sqlite() or _may_write(house):
            return
        os.killpg(worker.pid, signal.SIGCONT)
        time.sleep(0.02)


def _stands_still(pid: int) -> bool:
    """The signal is only asked for when `killpg` returns: a thread may still be on its way into a write."""
    states = [task.read_text().rpartition(")")[2].split()[0] for task in Path(f"/proc/{pid}/task").glob("*/stat")]
    return set(states) <= {"T", "t"}


def _may_write(house: House) -> bool:
    with closing(sqlite3.connect(house.folder / "heardwell.db", timeout=0.3, isolation_level=None)) as line:
        try:
            line.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        line.execute("ROLLBACK")
        return True


def assert_heard_once(house: House, story: Told) -> None:
    eventually(lambda: is_at_the_desk(house, story), "the story is at the desk", seconds=120)
    eventually(jobs.is_idle, "no job waits")
    assert [run.status for run in register.runs_of(house.project_id, story.story_id)] == ["done"]
    heard = register.transcript(house.project_id, story.story_id)
    assert heard
    assert len(heard) == len(set(heard))
    assert register.failed_jobs() == []


def test_the_other_worker_takes_over(
    grounds: House, phone: Callable[..., Phone], speech: Callable[[str], bytes]
) -> None:
    story, first, other = begin(grounds, phone, speech("bus"))
    first.kill()
    killed_at = time.monotonic()
    eventually(lambda: listener() == other, "the other takes over")
    say(f"taken over {time.monotonic() - killed_at:.1f} s after the kill")
    assert_heard_once(grounds, story)


def test_a_sign_of_life_lapses_and_is_missed_within_the_fifteen_seconds_that_are_promised() -> None:
    assert reaper.LEASE_SECONDS + reaper.RENEW_SECONDS + SLOW_MACHINE_S <= PROMISED_S


def test_a_worker_that_never_looks_after_others_is_caught(
    grounds: House, phone: Callable[..., Phone], speech: Callable[[str], bytes]
) -> None:
    story, first, other = begin(grounds, phone, speech("bus"), patch=NEVER_LOOKS_AFTER_OTHERS)
    first.kill()
    with pytest.raises(AssertionError, match="never happened"):
        eventually(lambda: listener() == other, "the other takes over", seconds=PROMISED_S)
    assert not is_at_the_desk(grounds, story)


def test_a_worker_that_comes_back_and_the_one_that_took_over_do_not_both_do_it(
    grounds: House, phone: Callable[..., Phone], speech: Callable[[str], bytes]
) -> None:
    story, first, _ = begin(grounds, phone, speech("bus"))
    first.kill()
    grounds.worker(first.name, waits=False)
    assert_heard_once(grounds, story)


def test_a_worker_that_slept_and_woke_too_late_writes_nothing_more(
    grounds: House, phone: Callable[..., Phone], speech: Callable[[str], bytes]
) -> None:
    story, first, other = begin(grounds, phone, speech("bus"))
    stop_between_two_transactions(grounds, first)
    eventually(lambda: listener() == other, "the other takes over")
    os.killpg(first.pid, signal.SIGCONT)
    assert_heard_once(grounds, story)
