# SPDX-License-Identifier: Apache-2.0
"""Lines that stall, end, break, swallow an answer or say a thing twice: every recording arrives whole and once."""

import os
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from uuid import UUID

import pytest

from tests.trust import register
from tests.trust.nursery import say
from tests.trust.phones import Ledger, Phone
from tests.trust.processes import House, eventually
from tests.trust.relay import Break, Deal, Relay

SEED = 20_261_122
PHONES = 4
UPLOADS_EACH = 5
PATIENCE_S = 1.5
SUPERSEDED_WITHIN_S = 5
MIB = 1024 * 1024

APPENDS_WHEREVER_IT_STANDS = """
from app.uploads import service
def take_over_at(session, upload_id, device_id, *, offset, at):
    return service.take_over(session, upload_id, device_id, at=at)
service.take_over_at = take_over_at
"""


class Weather:
    """Every second line is broken in one way or another."""

    def __init__(self, seed: int) -> None:
        self._chance, self._turn = random.Random(seed), threading.Lock()

    def deal(self) -> Deal:
        with self._turn:
            how = self._chance.choice([*Break, *[Break.NONE] * 3])
            return Deal(how, self._chance.randrange(100, 1_500_000))


@contextmanager
def relay(house: House, deal: Callable[[], Deal]) -> Iterator[Relay]:
    line = Relay(house.port, deal)
    yield line
    line.close()


def send_in_turn(phone: Phone, sounds: Sequence[bytes]) -> None:
    for sound in sounds:
        phone.send(phone.tell(sound))


def begin(phone: Phone, sound: bytes) -> UUID:
    (recording_id,) = phone.tell(sound).sounds
    phone.create(recording_id, sound)
    return recording_id


def test_twenty_recordings_come_whole_and_once_over_lines_that_break(
    grounds: House, phone: Callable[..., Phone], ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    grounds.web()
    grounds.worker("one-1", lanes="prompt,media")
    chance = random.Random(SEED)
    with relay(grounds, Weather(SEED).deal) as bad, ThreadPoolExecutor(PHONES) as hands:
        phones = [phone(seed=SEED + number) for number in range(PHONES)]
        for sender in phones:
            sender.port, sender.patience_s = bad.port, PATIENCE_S
        loads = [
            [b"OggS" + chance.randbytes(chance.randrange(MIB, 3 * MIB)) for _ in range(UPLOADS_EACH)] for _ in phones
        ]
        for life in [hands.submit(send_in_turn, *pair) for pair in zip(phones, loads, strict=True)]:
            life.result()
        dealt = {how.value: bad.dealt.count(how) for how in Break}
    say(f"seed {SEED}: {len(bad.dealt)} lines, {dealt}")
    assert all(dealt.values())
    waiting = {"awaiting_recording"}
    eventually(lambda: waiting.isdisjoint(register.statuses(grounds.project_id).values()), "every recording is kept")
    assert set(register.statuses(grounds.project_id)) == set(ledger.declared) == ledger.kept
    eventually(register.media_is_idle, "the last bytes are in their place")
    register.assert_every_story_is_there_once(grounds.project_id, ledger)
    register.assert_nothing_is_left_over(grounds.project_id, monkeypatch)


def test_a_line_that_stalls_is_overtaken_at_once(grounds: House, phone: Callable[..., Phone]) -> None:
    grounds.web()
    sender = phone()
    sound = b"OggS" + os.urandom(3_000_000)
    recording_id = begin(sender, sound)
    with relay(grounds, lambda: Deal(Break.STALL, 1_000_000)) as stalling:
        sender.port, sender.patience_s = stalling.port, 0.5
        assert not sender.append(recording_id, 0, sound)
        sender.port, sender.patience_s = grounds.port, 30
        began = time.monotonic()
        at = sender.look(recording_id)
        assert sender.append(recording_id, at, sound[at:])
        assert time.monotonic() - began < SUPERSEDED_WITHIN_S
        assert not stalling.is_quiet
    assert sender.look(recording_id) == len(sound)


def offset_after_saying_it_twice(house: House, sender: Phone) -> int:
    sound = b"OggS" + os.urandom(3_000_000)
    recording_id = begin(sender, sound)
    with relay(house, lambda: Deal(Break.DUPLICATE)) as echoing:
        sender.port = echoing.port
        assert sender.append(recording_id, 0, sound[:MIB])
        eventually(lambda: echoing.is_quiet, "both were answered")
        sender.port = house.port
    return sender.look(recording_id)


def test_a_piece_that_arrives_twice_counts_once(grounds: House, phone: Callable[..., Phone]) -> None:
    grounds.web()
    assert offset_after_saying_it_twice(grounds, phone()) == MIB


def test_a_server_that_appends_wherever_it_stands_is_caught(grounds: House, phone: Callable[..., Phone]) -> None:
    grounds.web(patch=APPENDS_WHEREVER_IT_STANDS)
    assert offset_after_saying_it_twice(grounds, phone()) == 2 * MIB


def test_an_answer_that_never_came_makes_no_second_story(grounds: House, phone: Callable[..., Phone]) -> None:
    grounds.web()
    sender = phone()
    deals = iter([Deal(Break.SWALLOW), Deal(Break.SWALLOW)])
    with relay(grounds, lambda: next(deals, Deal())) as forgetful:
        sender.port, sender.patience_s = forgetful.port, 30
        told = sender.tell()
    assert list(register.statuses(grounds.project_id)) == [told.story_id]
