# SPDX-License-Identifier: Apache-2.0
"""The web process dies again and again while phones send: nothing that was acknowledged is lost, nothing doubled."""

import os
import random
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from tests.trust import register
from tests.trust.nursery import say
from tests.trust.phones import AcknowledgedAndLost, Ledger, Phone
from tests.trust.processes import House, Process, eventually

KILLS = 20
PHONES = 5
SEED = 20_261_122
PAUSE_S = 0.04

ACKNOWLEDGES_BEFORE_IT_STORES = """
import threading
from dataclasses import replace
from app.uploads import intake
durably = intake.keep
def keep(line, data, checksum=None):
    threading.Timer(5, durably, (line, data, checksum)).start()
    return replace(line, offset=line.offset + len(data))
intake.keep = keep
"""


def tell_stories(phone: Phone, enough: threading.Event) -> int:
    """One after the other until somebody says enough; answers how many."""
    told = 0
    while not enough.is_set():
        sound = b"OggS" + phone.random.randbytes(phone.random.randrange(1_000_000, 6_000_000))
        phone.send(phone.tell(sound))
        phone.tell()
        told += 2
    return told


def kill_while_they_send(house: House, web: Process, phones: Sequence[Phone], *, kills: int) -> list[float]:
    """Kill the web process at random moments, most of them with sound on its way. Answers how long each return took."""
    chance, enough, returns = random.Random(SEED), threading.Event(), []
    with ThreadPoolExecutor(len(phones)) as hands:
        lives: list[Future[int]] = [hands.submit(tell_stories, phone, enough) for phone in phones]
        pairs = list(zip(phones, lives, strict=True))
        try:
            for number in range(kills):
                if number % 4:
                    eventually(lambda: any(phone.is_sending or life.done() for phone, life in pairs), "a phone sends")
                time.sleep(chance.uniform(0.0, 1.2))
                if any(life.done() for life in lives):
                    break
                web.kill()
                began = time.monotonic()
                house.open(web)
                returns.append(time.monotonic() - began)
        finally:
            enough.set()
        told = sum(life.result() for life in lives)
    say(
        f"seed {SEED}: {len(returns)} kills, {sum(phone.broken for phone in phones)} broken in mid-body, {told} stories"
    )
    return returns


def test_the_web_process_is_killed_twenty_times_while_five_phones_send(
    grounds: House, phone: Callable[..., Phone], ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = grounds.web()
    grounds.worker("one-1", lanes="prompt,media")
    phones = [phone(seed=SEED + number, pause_s=PAUSE_S) for number in range(PHONES)]
    returns = kill_while_they_send(grounds, web, phones, kills=KILLS)
    assert len(returns) == KILLS
    assert sum(phone.broken for phone in phones) >= KILLS // 2, "the kills hit nothing"
    waiting = {"awaiting_recording"}
    eventually(lambda: waiting.isdisjoint(register.statuses(grounds.project_id).values()), "every recording is kept")
    assert set(register.statuses(grounds.project_id)) == set(ledger.declared)
    assert ledger.kept == {told.story_id for told in ledger.declared.values() if told.hashes}
    eventually(register.media_is_idle, "the last bytes are in their place")
    register.assert_every_story_is_there_once(grounds.project_id, ledger)
    register.assert_nothing_is_left_over(grounds.project_id, monkeypatch)
    assert register.failed_jobs() == []


def test_a_server_that_acknowledges_before_it_stores_is_caught(grounds: House, phone: Callable[..., Phone]) -> None:
    web = grounds.web(patch=ACKNOWLEDGES_BEFORE_IT_STORES)
    sender = phone(seed=SEED)
    sound = b"OggS" + os.urandom(2_000_000)
    told = sender.tell(sound)
    (recording_id,) = told.sounds
    sender.create(recording_id, sound)
    assert sender.append(recording_id, 0, sound[:1_000_000])
    web.kill()
    grounds.open(web)
    with pytest.raises(AcknowledgedAndLost):
        sender.look(recording_id)
