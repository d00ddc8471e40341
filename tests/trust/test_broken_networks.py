# SPDX-License-Identifier: Apache-2.0
"""Lines that stall, end, break, swallow an answer or say a thing twice: every recording arrives whole and once."""

import os
from collections.abc import Callable
from uuid import UUID

from tests.trust import register
from tests.trust.phones import Phone
from tests.trust.processes import House, eventually
from tests.trust.relay import Break, Deal, relay

SEED = 20_261_122
PHONES = 4
UPLOADS_EACH = 5
PATIENCE_S = 1.5
MIB = 1024 * 1024

APPENDS_WHEREVER_IT_STANDS = """
from app.uploads import service
def take_over_at(session, upload_id, device_id, *, offset, at):
    return service.take_over(session, upload_id, device_id, at=at)
service.take_over_at = take_over_at
"""


def begin(phone: Phone, sound: bytes) -> UUID:
    (recording_id,) = phone.tell(sound).sounds
    phone.create(recording_id, sound)
    return recording_id


def test_a_line_that_stalls_is_overtaken_at_once(grounds: House, phone: Callable[..., Phone]) -> None:
    grounds.web()
    sender = phone()
    sound = b"OggS" + os.urandom(3_000_000)
    recording_id = begin(sender, sound)
    with relay(grounds.port, lambda: Deal(Break.STALL, 1_000_000)) as stalling:
        sender.port, sender.patience_s = stalling.port, 0.5
        assert not sender.append(recording_id, 0, sound)
        sender.port, sender.patience_s = grounds.port, 30
        at = sender.look(recording_id)
        assert sender.append(recording_id, at, sound[at:])
        assert not stalling.is_quiet, "it waited until the first line was given up"
    assert sender.look(recording_id) == len(sound)


def offset_after_saying_it_twice(house: House, sender: Phone) -> int:
    sound = b"OggS" + os.urandom(3_000_000)
    recording_id = begin(sender, sound)
    with relay(house.port, lambda: Deal(Break.DUPLICATE)) as echoing:
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
    with relay(grounds.port, lambda: next(deals, Deal())) as forgetful:
        sender.port, sender.patience_s = forgetful.port, 30
        told = sender.tell()
    assert list(register.statuses(grounds.project_id)) == [told.story_id]
