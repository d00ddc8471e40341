# SPDX-License-Identifier: Apache-2.0
"""Everything at once: lines that stall, break, swallow and repeat, and a server that loses its power again and again.

Every recording arrives whole and once, and a phone deletes only what the server has. `HEARDWELL_TEST_UPLOADS` says
how many recordings are sent; those that tus-js-client and curl send are a fraction of it.
"""

import os
import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait

import pytest

from tests.trust import register
from tests.trust.nursery import say
from tests.trust.other_clients import CurlPhone, TusJsPhone
from tests.trust.phones import Ledger, Phone
from tests.trust.power import Power
from tests.trust.processes import House, Process, eventually
from tests.trust.relay import Break, Weather, relay
from tests.trust.test_broken_networks import APPENDS_WHEREVER_IT_STANDS
from tests.trust.test_durable import NO_SYNC_OF_FILES, NO_SYNC_OF_FOLDERS

UPLOADS = int(os.environ.get("HEARDWELL_TEST_UPLOADS", "25"))
BY_OTHERS = max(12, UPLOADS // 20)
PHONES = 5 if UPLOADS < 100 else 16
SEED = 20_261_123
PATIENCE_S = 3 if UPLOADS < 100 else 5
BETWEEN_KILLS_S = (0.5, 4.0) if UPLOADS < 100 else (1.0, 12.0)
LONGEST_S = 120 + 2 * UPLOADS
LARGEST_PIECE = 400_000
KB = 1000

HASHES_CHEAPLY = """
from app.people import slow_hash
slow_hash.MEMORY_KIB, slow_hash.PASSES, slow_hash.LANES = 8, 1, 1
"""
MAKES_NO_COPIES = """
from app.stories import jobs
def _audible(session, story_id):
    return []
jobs._audible = _audible
"""
"""What comes is no sound, and what a decoder says to that is no matter here."""
OVERTAKES_NOBODY = """
from app.uploads import service
from app.uploads.models import Upload
def advance(session, line, segment, *, at):
    upload = session.get(Upload, line.upload_id)
    segment.offset = upload.offset
    upload.offset += segment.bytes
    session.add(segment)
service.advance = advance
"""

pytestmark = pytest.mark.timeout(2 * LONGEST_S)
on_a_disk_of_its_own = pytest.mark.skipif(
    os.environ.get("TEST_STACK") == "postgresql", reason="PostgreSQL and the object store sync their own disks"
)


def send_in_turn(phone: Phone, count: int) -> None:
    for _ in range(count):
        phone.send(phone.tell(b"OggS" + phone.random.randbytes(phone.random.randrange(100 * KB, 1000 * KB))))


def kill_until_all_is_sent(
    house: House, web: Process, power: Power, ledger: Ledger, lives: Sequence[Future[None]]
) -> int:
    """Answers how often; never before something was acknowledged since the last time, and not once a phone failed."""
    chance, kills, acknowledged = random.Random(SEED), 0, ledger.entries
    while True:
        done, running = wait(lives, timeout=chance.uniform(*BETWEEN_KILLS_S), return_when=FIRST_EXCEPTION)
        for life in done:
            life.result()
        if not running:
            return kills
        if ledger.entries == acknowledged:
            continue
        web.kill()
        power.cut()
        acknowledged = ledger.entries
        house.open(web)
        kills += 1


def send_through_it_all(
    house: House, join: Callable[..., Phone], kind: type[Phone], count: int, *, patch: str = ""
) -> None:
    """Some phones send so many recordings between them while everything breaks."""
    power = Power(house)
    web = house.web(patch=HASHES_CHEAPLY + power.patch + patch)
    house.worker("one-1", lanes="prompt,media", patch=MAKES_NO_COPIES)
    began = time.monotonic()
    with relay(house.port, Weather(SEED, LARGEST_PIECE).deal) as bad, ThreadPoolExecutor(PHONES) as hands:
        phones = [join(seed=SEED + number, kind=kind) for number in range(PHONES)]
        for sender in phones:
            sender.port, sender.patience_s, sender.largest_piece = bad.port, PATIENCE_S, LARGEST_PIECE
        shares = [count // PHONES + (number < count % PHONES) for number in range(PHONES)]
        lives = [hands.submit(send_in_turn, *pair) for pair in zip(phones, shares, strict=True)]
        kills = kill_until_all_is_sent(house, web, power, phones[0].ledger, lives)
        dealt = {how.value: bad.dealt.count(how) for how in Break}
    spent = time.monotonic() - began
    say(
        f"{kind.__name__}, seed {SEED}: {count} recordings in {spent:.0f} s, {kills} kills, {power.lost} segments lost "
        f"with the power, {len(bad.dealt)} lines, {dealt}"
    )
    assert kills > 0
    assert all(dealt.values())


@pytest.mark.parametrize(("kind", "count"), [(Phone, UPLOADS), (TusJsPhone, BY_OTHERS), (CurlPhone, BY_OTHERS)])
def test_every_recording_comes_whole_and_once_through_it_all(
    grounds: House,
    phone: Callable[..., Phone],
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[Phone],
    count: int,
) -> None:
    send_through_it_all(grounds, phone, kind, count)
    assert len(ledger.declared) >= count
    waiting = {"awaiting_recording"}
    sent = {story_id for story_id, told in ledger.declared.items() if not told.sounds}
    assert sent == ledger.kept == set(ledger.declared)
    eventually(
        lambda: waiting.isdisjoint(register.statuses(grounds.project_id).values()),
        "every recording is kept",
        seconds=LONGEST_S,
    )
    assert set(register.statuses(grounds.project_id)) == set(ledger.declared)
    eventually(register.media_is_idle, "the last bytes are in their place", seconds=LONGEST_S)
    register.assert_every_story_is_there_once(grounds.project_id, ledger)
    register.assert_nothing_is_left_over(grounds.project_id, monkeypatch)
    assert register.failed_jobs() == []


def test_a_server_that_appends_whatever_comes_does_not_come_through(
    grounds: House, phone: Callable[..., Phone]
) -> None:
    """Without the guard of the offset; that of the newest connection would hide most of it."""
    with pytest.raises(AssertionError, match=r"upload-(checksum|length)-mismatch|are left|never said that it keeps"):
        send_through_it_all(grounds, phone, Phone, 25, patch=APPENDS_WHEREVER_IT_STANDS + OVERTAKES_NOBODY)


def send_across_a_power_cut(house: House, join: Callable[..., Phone], *, patch: str = "") -> None:
    power = Power(house)
    web = house.web(patch=power.patch + patch)
    sender = join(seed=SEED)
    story = sender.tell(b"OggS" + sender.random.randbytes(1500 * KB))
    ((recording_id, sound),) = story.sounds.items()
    sender.create(recording_id, sound)
    assert sender.append(recording_id, 0, sound[: 700 * KB])
    web.kill()
    power.cut()
    house.open(web)
    sender.upload(recording_id, sound)
    assert sender.is_kept(story)


@on_a_disk_of_its_own
def test_what_was_acknowledged_outlives_a_power_cut(grounds: House, phone: Callable[..., Phone]) -> None:
    send_across_a_power_cut(grounds, phone)


@on_a_disk_of_its_own
@pytest.mark.parametrize("guard_off", [NO_SYNC_OF_FILES, NO_SYNC_OF_FOLDERS], ids=["files", "folders"])
def test_a_server_that_does_not_sync_loses_it_with_the_power(
    grounds: House, phone: Callable[..., Phone], guard_off: str
) -> None:
    with pytest.raises(AssertionError, match="500"):
        send_across_a_power_cut(grounds, phone, patch=guard_off)
