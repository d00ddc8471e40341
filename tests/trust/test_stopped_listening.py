# SPDX-License-Identifier: Apache-2.0
"""A worker that is told to stop amid a long story, or whose story is taken back: no window is begun any more, what
was heard is kept or thrown away as it should be, and nothing is left lying about."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import select

from app.kit import clock
from app.kit.db import reading, writing
from app.stories import service
from app.stories.models import Story
from app.transcription.models import HeardWindow, Segment
from tests.trust import register
from tests.trust.long_stories import (
    LANES,
    MOST,
    TWO_AT_A_TIME,
    Watch,
    nobody_waits,
    read_aloud,
    receive,
    windows_of,
    words_of,
)
from tests.trust.nursery import say
from tests.trust.processes import House, eventually

WITHDRAWALS = int(os.environ.get("HEARDWELL_TEST_WITHDRAWALS", "2"))
MINUTES = 5
AT_WORK = 2 * MOST
"""A turn that ends between our look and the worker's, and the next, which was begun before anybody could ask."""
SLOT = "one-1"
ENDS_WITHIN_S = 60
PATIENCE_S = 300

ON_ONE_CORE = """
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
"""
SAYS_WHAT_IT_BEGINS = """
from app.transcription.engines.faster import FasterWhisper
hear = FasterWhisper.hear
def aloud(self, pieces):
    print(*["window_begun"] * len(pieces), flush=True)
    heard = hear(self, pieces)
    print("batch_ended", flush=True)
    return heard
FasterWhisper.hear = aloud
"""
LISTENS_ON = """
from app import worker
worker.listening.stop = lambda: None
worker.DRAIN_SECONDS = 120
"""
NEVER_ASKS = """
from app.transcription import queries, service
from app.transcription.models import Run
queries.is_wanted = lambda *_: True
service._wanted = lambda session, run_id: session.get(Run, run_id)
"""


@pytest.fixture(scope="module")
def sound() -> bytes:
    return read_aloud(MINUTES)


@contextmanager
def worker_on_one_core(house: House, patch: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """A process as `serve` starts it, ended as an interpreter ends; on one core `MOST` windows are at work."""
    words = ["worker", "--name", SLOT, "--queues", LANES]
    begin = f"import os, runpy, sys\nsys.argv = {['heardwell', *words]!r}\n{ON_ONE_CORE}{TWO_AT_A_TIME}{patch}\n"
    with (house.folder / "stopped.log").open("ab") as log:
        worker = subprocess.Popen(
            [sys.executable, "-c", begin + "runpy.run_module('app.cli', run_name='__main__')"],
            env=house.environment,
            stdout=log,
            stderr=log,
        )
        try:
            yield worker
        finally:
            worker.kill()
            worker.wait()


def heard_after_the_word(house: House, watch: Watch, patch: str = "") -> tuple[int, int]:
    """How many windows were kept when the worker was told to stop, and how many when it had ended."""
    with worker_on_one_core(house, patch) as worker:
        eventually(lambda: watch.heard() > 0, "a window is heard", seconds=PATIENCE_S)
        before = watch.heard()
        worker.send_signal(signal.SIGTERM)
        told = time.monotonic()
        assert worker.wait(ENDS_WITHIN_S * (3 if patch else 1)) == 0
        say(f"ended {time.monotonic() - told:.1f} s after the word")
    watch.look()
    return before, watch.heard()


@pytest.mark.timeout(900)
def test_a_worker_told_to_stop_begins_no_window_and_the_next_one_goes_on(grounds: House, sound: bytes) -> None:
    watch = Watch([receive(grounds.project_id, sound)])
    before, after = heard_after_the_word(grounds, watch)
    assert after - before <= AT_WORK
    assert not watch.are_all_done()
    grounds.worker(SLOT, lanes=LANES, patch=TWO_AT_A_TIME)
    eventually(watch.are_all_done, "the next worker hears the rest", seconds=PATIENCE_S)
    eventually(nobody_waits, "no job waits")
    [story] = watch.watched
    assert [run.status for run in register.runs_of(grounds.project_id, story.story_id)] == ["done"]
    starts = [start or 0 for start, _, _ in words_of(story)]
    assert starts == sorted(set(starts))
    assert folders_left(grounds) == []
    assert register.failed_jobs() == []


@pytest.mark.timeout(900)
def test_a_worker_that_hears_all_that_waits_before_it_stops_is_caught(grounds: House, sound: bytes) -> None:
    watch = Watch([receive(grounds.project_id, sound)])
    before, after = heard_after_the_word(grounds, watch, LISTENS_ON)
    assert after - before > AT_WORK or watch.are_all_done()


def folders_left(house: House) -> list[Path]:
    """Where somebody works on sound."""
    return [path for path in (house.folder / "tmp").glob("*") if path.is_dir()]


def rows_left(story: Story) -> int:
    with reading(story.project_id) as session:
        return sum(
            session.execute(select(func.count()).select_from(table)).scalar_one() for table in (HeardWindow, Segment)
        )


def withdraw(story: Story) -> None:
    with writing(story.project_id) as session:
        service.withdraw(session, story.story_id, actor="storyteller", at=clock.now())


def withdraw_amid(house: House, sound: bytes, said: Path) -> tuple[int, float, float]:
    """How many windows were begun after the answer, how long until the story's job had ended and its files were gone,
    and until the engine was at rest."""
    story = receive(house.project_id, sound)
    eventually(lambda: bool(windows_of(story)), "a window is heard", seconds=PATIENCE_S)
    withdraw(story)
    answered, begun = time.monotonic(), said.read_text().count("window_begun")
    eventually(lambda: nobody_waits() and not folders_left(house), "the listening ends")
    ended = time.monotonic() - answered
    eventually(lambda: is_at_rest(said.read_text()), "the engine is at rest")
    assert (rows_left(story), folders_left(house)) == (0, [])
    assert [run.status for run in register.runs_of(house.project_id, story.story_id)] == ["waiting"]
    return said.read_text().count("window_begun") - begun, ended, time.monotonic() - answered


def is_at_rest(said: str) -> bool:
    """Every batch that was begun has ended; a line of `window_begun` is one."""
    lines = said.splitlines()
    return sum(line.startswith("window_begun") for line in lines) == lines.count("batch_ended")


@pytest.mark.timeout(300 + 60 * WITHDRAWALS)
def test_a_story_taken_back_while_it_is_heard_is_heard_no_further_and_leaves_nothing(
    grounds: House, sound: bytes
) -> None:
    with worker_on_one_core(grounds, SAYS_WHAT_IT_BEGINS):
        figures = [withdraw_amid(grounds, sound, grounds.folder / "stopped.log") for _ in range(WITHDRAWALS)]
    begun, ended, rested = zip(*figures, strict=True)
    say(
        f"{WITHDRAWALS} withdrawals: over after {sorted(ended)[len(ended) // 2]:.1f} s, at most {max(ended):.1f} s; "
        f"engine at rest after at most {max(rested):.1f} s; at most {max(begun)} windows begun after the answer"
    )
    assert max(begun) <= AT_WORK
    assert register.failed_jobs() == []


@pytest.mark.timeout(600)
def test_a_worker_that_never_asks_whether_it_still_may_is_caught(grounds: House, sound: bytes) -> None:
    with (
        worker_on_one_core(grounds, SAYS_WHAT_IT_BEGINS + NEVER_ASKS),
        pytest.raises(AssertionError),
    ):
        withdraw_amid(grounds, sound, grounds.folder / "stopped.log")
