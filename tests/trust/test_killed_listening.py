# SPDX-License-Identifier: Apache-2.0
"""Long stories, heard by the real engine in workers that are killed at any moment: each ends once, with every window
heard and none twice, and nobody sees its progress go back."""

import os
import random
import time

import pytest

from tests.trust import register
from tests.trust.long_stories import (
    LANES,
    TWO_AT_A_TIME,
    Heard,
    Watch,
    how_often_at_the_desk,
    is_at_work,
    nobody_waits,
    read_aloud,
    receive,
    windows_of,
    words_of,
)
from tests.trust.nursery import say
from tests.trust.processes import House, eventually

KILLS = int(os.environ.get("HEARDWELL_TEST_KILLS", "6"))
RUNS = max(2, KILLS // 3)
MINUTES = 6 if KILLS > 6 else 4
SEED = 20_261_123
SLOT, OTHER_SLOT = "one-1", "other-1"
"""Half of the workers come back under the name of the dead; the others take over from it."""
PATIENCE_S = 600

FORGETS_WHAT_WAS_HEARD = """
from app.transcription import queries
queries.windows_of = lambda *_: []
"""


@pytest.fixture(scope="module")
def sound() -> bytes:
    return read_aloud(MINUTES)


def as_heard_in_peace(house: House, sound: bytes) -> tuple[Heard, float]:
    """What the engine hears where nobody disturbs it, and how long that takes."""
    worker = house.worker(SLOT, lanes=LANES, patch=TWO_AT_A_TIME)
    watch, began = Watch([receive(house.project_id, sound)]), time.monotonic()
    eventually(watch.are_all_done, "a story is heard in peace", seconds=PATIENCE_S)
    took = time.monotonic() - began
    eventually(nobody_waits, "no job waits")
    worker.kill()
    return words_of(watch.watched[0]), took


def wait(watch: Watch, seconds: float) -> None:
    """Until that moment, or until nobody has anything left to do."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not watch.are_all_done():
        time.sleep(0.05)


@pytest.mark.timeout(900 + 60 * KILLS)
def test_a_worker_killed_at_any_moment_hears_every_long_story_once_and_whole(grounds: House, sound: bytes) -> None:
    in_peace, latest_s = as_heard_in_peace(grounds, sound)
    assert len(in_peace) > MINUTES
    watch = Watch([receive(grounds.project_id, sound) for _ in range(RUNS)])
    chance, kept_at_kill = random.Random(SEED), list[int]()
    worker = grounds.worker(SLOT, lanes=LANES, patch=TWO_AT_A_TIME)
    for number in range(KILLS):
        eventually(is_at_work, "a story is taken up")
        wait(watch, chance.uniform(0, latest_s))
        if watch.are_all_done():
            watch.watched += [receive(grounds.project_id, sound) for _ in range(2)]
            continue
        worker.kill()
        watch.look()
        kept_at_kill.append(watch.heard())
        grounds.lapse_leases()
        worker = grounds.worker((SLOT, OTHER_SLOT)[number // 2 % 2], lanes=LANES, patch=TWO_AT_A_TIME)
    eventually(watch.are_all_done, "every story is heard", seconds=PATIENCE_S)
    eventually(nobody_waits, "no job waits")
    amid = sum(kept > 0 for kept in kept_at_kill)
    say(f"{len(kept_at_kill)} kills, {amid} amid a story, {len(watch.watched)} stories, {watch.looks} looks")
    assert amid >= len(kept_at_kill) // 2
    assert set(register.statuses(grounds.project_id).values()) == {"in_review"}
    assert register.failed_jobs() == []
    for story in watch.watched:
        assert [run.status for run in register.runs_of(grounds.project_id, story.story_id)] == ["done"]
        assert words_of(story) == in_peace
        assert (how_often_at_the_desk(story), windows_of(story)) == (1, set())


def test_a_worker_that_forgets_what_was_heard_is_caught(grounds: House, sound: bytes) -> None:
    watch = Watch([receive(grounds.project_id, sound)])
    worker = grounds.worker(SLOT, lanes=LANES, patch=TWO_AT_A_TIME)
    eventually(lambda: watch.heard() > 0, "a window is heard", seconds=PATIENCE_S)
    worker.kill()
    watch.look()
    grounds.lapse_leases()
    grounds.worker(SLOT, lanes=LANES, patch=TWO_AT_A_TIME + FORGETS_WHAT_WAS_HEARD)
    with pytest.raises(AssertionError, match="went back"):
        eventually(watch.are_all_done, "the story is heard", seconds=PATIENCE_S)
