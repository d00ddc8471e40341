# SPDX-License-Identifier: Apache-2.0
"""The worker dies again and again while it decodes and listens: every story comes to the desk, and once."""

import random
import time
from collections.abc import Callable
from uuid import UUID

import pytest

from app.kit import jobs
from tests.trust import register
from tests.trust.nursery import say
from tests.trust.phones import Ledger, Phone, Told
from tests.trust.processes import House, eventually

KILLS = 20
SEED = 20_261_122
SLOT = "one-1"
NO_PATIENCE_S = 8

FORGETS_WHAT_IT_WAS_DOING = """
from dbos import _dbos
_dbos.startup_recovery_thread = lambda *_: None
"""
LINGERS_AFTER_IT_WROTE = """
import time
from app.transcription import listening
heard = listening.listen
def listen(project_id, run_id):
    how = heard(project_id, run_id)
    time.sleep(120)
    return how
listening.listen = listen
"""
HEARS_WHAT_WAS_HEARD = """
from types import SimpleNamespace
from app.transcription import lifecycle, queries, service
queries.RunStatus = service.RunStatus = SimpleNamespace(RUNNING="done", WAITING="waiting", DONE="done")
finish = lifecycle.RunAction.FINISH
lifecycle.TRANSITIONS[finish] = (frozenset(lifecycle.RunStatus), lifecycle.RunStatus.DONE)
"""


def is_listened_to(house: House) -> bool:
    return "transcribing" in register.statuses(house.project_id).values()


def are_at_the_desk(house: House) -> bool:
    return set(register.statuses(house.project_id).values()) == {"in_review"}


def words_of_a_quiet_day(house: House, phone: Phone, sounds: list[bytes]) -> list[list[str]]:
    """What the machine hears where nobody disturbs it; the worker works on."""
    told = [phone.tell(sound) for sound in sounds]
    for story in told:
        phone.send(story)
    eventually(lambda: are_at_the_desk(house), "every story is at the desk", seconds=120)
    return [register.transcript(house.project_id, story.story_id) for story in told]


def test_the_worker_is_killed_twenty_times_while_it_listens(
    grounds: House,
    phone: Callable[..., Phone],
    ledger: Ledger,
    speech: Callable[[str], bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grounds.web()
    worker = grounds.worker(SLOT)
    sender, sounds = phone(), [speech("forms"), speech("garden")]
    undisturbed = words_of_a_quiet_day(grounds, sender, sounds)
    told = [(place, sender.tell(sounds[place])) for place in (0, 1) * 3]
    for _, story in told:
        sender.send(story)
    chance, at_work = random.Random(SEED), 0
    for number in range(KILLS):
        if number % 4:
            eventually(lambda: is_listened_to(grounds) or are_at_the_desk(grounds), "somebody is listened to")
        if are_at_the_desk(grounds):
            told.append((number % 2, sender.tell(sounds[number % 2])))
            sender.send(told[-1][1])
        time.sleep(chance.uniform(0.0, 3.0))
        at_work += not jobs.is_idle()
        worker.kill()
        grounds.lapse_leases()
        worker = grounds.worker(SLOT)
    eventually(lambda: are_at_the_desk(grounds), "every story is at the desk", seconds=180)
    eventually(jobs.is_idle, "no job waits")
    say(f"seed {SEED}: {KILLS} kills, {at_work} of them at work, {len(told)} stories")
    assert at_work >= KILLS // 2
    assert register.failed_jobs() == []
    for place, story in told:
        assert [run.status for run in register.runs_of(grounds.project_id, story.story_id)] == ["done"]
        assert register.transcript(grounds.project_id, story.story_id) == undisturbed[place]
    register.assert_every_story_is_there_once(grounds.project_id, ledger)
    register.assert_nothing_is_left_over(grounds.project_id, monkeypatch)


def send_one(sender: Phone, sound: bytes) -> Told:
    told = sender.tell(sound)
    sender.send(told)
    return told


def test_a_worker_that_forgets_what_it_was_doing_is_caught(
    grounds: House, phone: Callable[..., Phone], speech: Callable[[str], bytes]
) -> None:
    grounds.web()
    worker = grounds.worker(SLOT)
    send_one(phone(), speech("garden"))
    eventually(lambda: is_listened_to(grounds), "somebody is listened to")
    worker.kill()
    grounds.lapse_leases()
    grounds.worker(SLOT, patch=FORGETS_WHAT_IT_WAS_DOING)
    time.sleep(NO_PATIENCE_S)
    assert is_listened_to(grounds)


def is_written_down(house: House, story: Told) -> bool:
    return [run.status for run in register.runs_of(house.project_id, story.story_id)] == ["done"]


def segments_around_a_kill(house: House, story: Told, *, next_worker: str) -> tuple[list[UUID], list[UUID]]:
    """The ids of what was written down, at the kill just after it was written and when all is over."""
    worker = house.worker(SLOT, patch=LINGERS_AFTER_IT_WROTE)
    eventually(lambda: is_written_down(house, story), "it is written down")
    assert is_listened_to(house)
    before = register.segment_ids(house.project_id, story.story_id)
    worker.kill()
    house.lapse_leases()
    house.worker(SLOT, patch=next_worker)
    eventually(lambda: are_at_the_desk(house), "the story is at the desk")
    return before, register.segment_ids(house.project_id, story.story_id)


def test_a_worker_killed_between_writing_down_and_saying_so_writes_nothing_twice(
    grounds: House, phone: Callable[..., Phone], speech: Callable[[str], bytes]
) -> None:
    grounds.web()
    before, after = segments_around_a_kill(grounds, send_one(phone(), speech("forms")), next_worker="")
    assert before
    assert before == after


def test_a_worker_that_hears_again_what_was_heard_is_caught(
    grounds: House, phone: Callable[..., Phone], speech: Callable[[str], bytes]
) -> None:
    grounds.web()
    story = send_one(phone(), speech("forms"))
    before, after = segments_around_a_kill(grounds, story, next_worker=HEARS_WHAT_WAS_HEARD)
    assert before != after
