# SPDX-License-Identifier: Apache-2.0
"""A hall in which everybody presses the button at the same moment."""

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from app.kit.ids import new_id
from tests.makers.stories import make_declaration, make_participant
from tests.trust.callers import JSON
from tests.trust.phones import BROKEN, Phone
from tests.trust.processes import House
from tests.trust.test_hostile import HASHES_CHEAPLY

STORIES = 60
STANDS_STILL_S = 8
SAYS_WHEN_IT_STANDS_STILL = f"""
import time
from app.kit import db
turn, ended_at = db._write_lock, [time.monotonic()]
class Turn:
    def acquire(self, timeout):
        while not turn.acquire(timeout={STANDS_STILL_S}):
            if time.monotonic() - ended_at[0] > {STANDS_STILL_S}:
                print("stands still", flush=True)
                return False
        return True
    def release(self):
        ended_at[0] = time.monotonic()
        turn.release()
db._write_lock = Turn()
"""
EVERYBODY_MAY_WAIT = """
import threading
from app.kit import guards
guards.THREADS, db._places = 40, threading.BoundedSemaphore(1000)
"""


def stands_still(house: House, join: Callable[..., Phone], *, patch: str = "") -> bool:
    """Whether no transaction ended for a while as many stories came at once; where not, all of them were taken."""
    web = house.web(patch=HASHES_CHEAPLY + SAYS_WHEN_IT_STANDS_STILL + patch)
    sender = join()

    def declare(_number: int) -> None:
        path = f"/api/stories/{new_id()}"
        told = json.dumps(make_declaration([make_participant(sender.form)])).encode()
        while not is_taken(sender, path, told) and not web.said("stands still"):
            time.sleep(0.2)

    with ThreadPoolExecutor(STORIES) as hall:
        list(hall.map(declare, range(STORIES)))
    return web.said("stands still") > 0


def is_taken(sender: Phone, path: str, told: bytes) -> bool:
    try:
        answer = sender.ask("PUT", path, told, JSON)
    except BROKEN:
        return False
    assert answer.status in {200, 201, 503}, answer
    return answer.status != 503


def test_sixty_stories_at_once_do_not_bring_the_house_to_a_standstill(
    grounds: House, phone: Callable[..., Phone]
) -> None:
    assert not stands_still(grounds, phone)


def test_a_house_in_which_all_threads_wait_for_one_turn_stands_still(
    grounds: House, phone: Callable[..., Phone]
) -> None:
    assert stands_still(grounds, phone, patch=EVERYBODY_MAY_WAIT)
