# SPDX-License-Identifier: Apache-2.0
"""Whoever guesses a code learns nothing by it: neither from the answer, nor from its time, nor by asking two doors."""

import http.client
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest

from app.consent.doors import TRIES
from app.people import slow_hash
from tests.makers.stories import make_code
from tests.trust.guessing import ANSWERS_BEFORE_HASHING, LIMIT, NOBODY_IS_REFUSED, codes_of_every_kind, guess, worst
from tests.trust.nursery import Nursery, say
from tests.trust.processes import House
from tests.trust.test_hostile import HASHES_CHEAPLY

ROUNDS = 60
HASHES_FOR_A_MOMENT = """
from app.people import slow_hash
slow_hash.MEMORY_KIB, slow_hash.PASSES, slow_hash.LANES = 16 * 1024, 1, 1
"""
"""Some ten milliseconds: less than the product takes, and enough to be seen over a busy machine."""
EACH_DOOR_COUNTS_FOR_ITSELF = """
from app.consent import doors
from app.kit.errors import RateLimited
tries = []
def counted(names, at):
    if len(tries) >= doors.TRIES:
        raise RateLimited(60)
    tries.append(at)
doors._count = counted
"""


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)


@pytest.mark.parametrize("page", [False, True], ids=["api", "page"])
def test_every_code_that_opens_nothing_gets_the_very_same_bytes(grounds: House, page: bool) -> None:
    kinds = codes_of_every_kind(grounds.project_id, 2)
    grounds.web(patch=HASHES_CHEAPLY + NOBODY_IS_REFUSED)
    others = {"no code": lambda: "no code at all", "far too long": lambda: "9" * 500}
    watched = guess(grounds.port, {**kinds, **others}, 4, page=page)
    assert watched.is_one_answer
    [answer] = watched.answers["wrong"]
    assert answer.status == 404


@pytest.mark.parametrize(("patch", "is_caught"), [("", False), (ANSWERS_BEFORE_HASHING, True)], ids=["ours", "hasty"])
def test_the_time_of_the_answer_tells_nothing(grounds: House, patch: str, is_caught: bool) -> None:
    kinds = codes_of_every_kind(grounds.project_id, 5)
    grounds.web(patch=HASHES_FOR_A_MOMENT + NOBODY_IS_REFUSED + patch)
    guess(grounds.port, kinds, 3)
    found = worst(guess(grounds.port, kinds, ROUNDS).seconds)
    say(f"largest |t| of {ROUNDS} tries of each kind: {found:.2f}")
    assert (found > LIMIT) is is_caught


@pytest.fixture
def two_doors(grounds: House, house: Path, project_id: UUID, nursery: Nursery) -> Iterator[tuple[House, House]]:
    """Two web processes over one house."""
    second = House(house, project_id, nursery)
    yield grounds, second
    second.close()


@pytest.mark.parametrize(
    ("patch", "let_through"), [("", TRIES), (EACH_DOOR_COUNTS_FOR_ITSELF, 2 * TRIES)], ids=["ours", "forgetful"]
)
def test_ten_tries_are_ten_at_however_many_doors_and_all_at_once(
    two_doors: tuple[House, House], patch: str, let_through: int
) -> None:
    for door in two_doors:
        door.web(patch=HASHES_CHEAPLY + patch)
    ports = [two_doors[number % 2].port for number in range(4 * TRIES)]
    with ThreadPoolExecutor(8) as hands:
        statuses = list(hands.map(try_once, ports))
    assert (statuses.count(404), statuses.count(429)) == (let_through, len(ports) - let_through)
    for door in two_doors:
        assert try_once(door.port) == 429


def try_once(port: int) -> int:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        line.request(
            "POST", "/api/receipts/open", json.dumps({"code": make_code()}), {"Content-Type": "application/json"}
        )
        return line.getresponse().status
    finally:
        line.close()
