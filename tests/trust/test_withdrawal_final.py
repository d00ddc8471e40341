# SPDX-License-Identifier: Apache-2.0
"""From the moment a storyteller hears that their story was taken back, nobody outside gets one more byte of it."""

import http.client
import json
import os
import random
import statistics
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import pytest

from app.kit.blobs import store
from app.kit.db import reading, writing
from app.people import slow_hash
from app.publishing import queries
from tests.makers import stories as makers
from tests.rooms.publishing.desk_work import OPEN
from tests.rooms.publishing.desk_work import House as Desk
from tests.trust.nursery import Nursery, say
from tests.trust.processes import House
from tests.trust.takers import WAIT, Book, Got, Key, Taker
from tests.trust.test_hostile import HASHES_CHEAPLY

WITHDRAWALS = int(os.environ.get("HEARDWELL_TEST_WITHDRAWALS", "12"))
TAKERS, LISTENERS = 20, 4
AUDIENCES = ("public", "research", "services", "public", "research")
SOUND_BYTES = 900_000
"""Long enough that a slow listener is in the middle of it when it is taken back."""
CUT_WITHIN_S = 2.0
OWN_BUFFER_S = 0.5
"""A slow listener still drinks up what had reached their own side by then."""
DWELL_S = 0.5
VOICE = {**OPEN, "public_voice": "given"}
FACETS = {"research": {"form": "voice"}, "share_partner:services": {"form": "voice"}}
REMEMBERS_EVERY_YES = """
from app.publishing import gate
real, kept = gate.release_page, {}
def remembered(session, story_ids, outlet, principal, *, at):
    answers = list(real(session, story_ids, outlet, principal, at=at))
    for place, story_id in enumerate(story_ids):
        name = story_id, principal.principal_id
        if isinstance(answers[place], gate.Released):
            kept[name] = answers[place]
        answers[place] = kept.get(name, answers[place])
    return answers
gate.release_page = remembered
"""
"""The gate with the one thing it must never have: a memory."""


class Outcome(NamedTuple):
    after: list[Got]
    """Asked for after the storyteller was told, and something came."""
    asked_after: int
    untold: int
    """Partners whose first poll after the answer did not name the story."""
    late_bytes: int
    cut: int


@pytest.fixture
def two_doors(grounds: House, house: Path, project_id: UUID, nursery: Nursery) -> Iterator[tuple[House, House]]:
    """Two web processes over one house."""
    second = House(house, project_id, nursery)
    yield grounds, second
    second.close()


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes that the phones made, in order."""
    made: list[str] = []
    real = makers.make_code

    def remember() -> str:
        made.append(real())
        return made[-1]

    monkeypatch.setattr(makers, "make_code", remember)
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)
    return made


def share(desk: Desk) -> UUID:
    """A spoken story that everybody has, words and voice; its sound goes on for a while."""
    story_id = desk.spoken(choices=VOICE, facets=FACETS)
    desk.decide(story_id, "approve")
    proof = desk.render(story_id)
    desk.listen(story_id, 0, 2_000)
    assert proof.opus_key is not None
    with writing(desk.project_id) as session:
        row = queries.newest_proof(session, story_id)
        assert row is not None
        assert row.opus_key is not None
        sound = store().read(row.opus_key, 0, row.opus_bytes or 0)
        row.opus_key, row.opus_bytes = f"{row.opus_key}.long", SOUND_BYTES
        store().put(row.opus_key, sound + os.urandom(SOUND_BYTES - len(sound)))
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    return story_id


def partners(desk: Desk) -> list[tuple[UUID, str]]:
    made = [desk.partner(audience, f"Partner {number}") for number, audience in enumerate(AUDIENCES * 2)]
    return [(one.principal.principal_id, one.key) for one in made]


def keys(desk: Desk, had: list[tuple[UUID, str]], shared: list[UUID]) -> list[Key]:
    with reading(desk.project_id) as session:
        ids: dict[UUID, dict[UUID, str]] = {partner_id: {} for partner_id, _ in had}
        for story_id in shared:
            for one in queries.recipients(session, story_id):
                assert one.form == "voice"
                ids[one.principal_id][story_id] = str(one.public_id)
    return [Key(partner_id, secret, ids[partner_id]) for partner_id, secret in had]


def post(port: int, path: str, body: Mapping[str, Any], session: str = "") -> dict[str, Any]:
    """As a browser does; a busy house asks for patience."""
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {session}"} if session else {})}
    while True:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            line.request("POST", path, json.dumps(body), headers)
            answer = line.getresponse()
            told = answer.read()
        finally:
            line.close()
        if answer.status in WAIT:
            time.sleep(0.2)
            continue
        assert answer.status == 200, told
        shown: dict[str, Any] = json.loads(told)
        return shown


class Victim:
    """The story that everybody is after now."""

    def __init__(self, story_id: UUID) -> None:
        self.story_id = story_id

    def __call__(self) -> UUID:
        return self.story_id


def is_told(taker: Taker, public_id: str, seen: dict[UUID, str]) -> bool:
    """Whether this partner's next poll names the story as taken back."""
    while True:
        cursor = seen.get(taker.key.partner_id, "")
        status, _, body = taker.call(f"/changes?limit=200{cursor and f'&cursor={cursor}'}", {})
        if status in WAIT:
            time.sleep(0.1)
            continue
        assert status == 200
        told = json.loads(body)
        seen[taker.key.partner_id] = told["next_cursor"]
        if any(one["id"] == public_id and one["type"] == "story.withdrawn" for one in told["items"]):
            return True
        if not told["has_more"]:
            return False


def trial(doors: tuple[House, House], project_id: UUID, codes: list[str], wanted: int, patch: str = "") -> Outcome:
    desk = Desk(project_id)
    had, shared, mine = partners(desk), [], []
    for _ in range(wanted):
        del codes[:]
        shared.append(share(desk))
        mine.append(codes[0])
    known = keys(desk, had, shared)
    for door in doors:
        door.web(patch=HASHES_CHEAPLY + patch)
    book, victim = Book(), Victim(shared[0])
    takers = [
        Taker(
            doors[number % 2].port, known[number // 2], book, victim, seed=number, slowly=number >= TAKERS - LISTENERS
        )
        for number in range(TAKERS)
    ]
    asking = [
        Taker(doors[number % 2].port, key, book, victim, seed=0, slowly=False) for number, key in enumerate(known)
    ]
    seen: dict[UUID, str] = {}
    for one in asking:
        is_told(one, "", seen)
    for taker in takers:
        taker.start()
    answered, took, untold, chance = {}, [], 0, random.Random(7)
    for story_id, code in zip(shared, mine, strict=True):
        victim.story_id = story_id
        time.sleep(DWELL_S)
        port = chance.choice(doors).port
        opened = post(port, "/api/receipts/open", {"code": code})
        begun = time.monotonic()
        assert post(port, "/api/receipts/withdraw", {}, opened["session"])["story"]["status"] == "withdrawn"
        answered[story_id] = time.monotonic()
        took.append(answered[story_id] - begun)
        untold += sum(not is_told(one, one.key.ids[story_id], seen) for one in asking)
    time.sleep(CUT_WITHIN_S + 1)
    for taker in takers:
        taker.over.set()
    for taker in takers:
        taker.join(60)
    return judge(book, known, answered, took, untold)


def judge(book: Book, known: list[Key], answered: dict[UUID, float], took: list[float], untold: int) -> Outcome:
    when = {public_id: answered[story_id] for key in known for story_id, public_id in key.ids.items()}
    late = [one for one in book.got if one.begun > when[one.public_id]]
    sips = sum(size for public_id, at, size in book.sips if at > when[public_id] + CUT_WITHIN_S + OWN_BUFFER_S)
    outcome = Outcome([one for one in late if one.content_bytes], len(late), untold, sips, book.cut)
    say(
        f"{len(answered)} withdrawals, answered in {statistics.median(took):.2f} s (worst {max(took):.2f} s) under "
        f"{len(book.got)} answers; {len(late)} asked for what had gone: "
        f"{sum(one.content_bytes for one in outcome.after)} content bytes in {len(outcome.after)} of them; "
        f"{len(book.sips)} sips by slow listeners, {book.cut} cut off, {sips} bytes too late; "
        f"{untold} first polls without the tombstone; {len(book.faults)} broken lines {book.faults[:3]}"
    )
    return outcome


@pytest.mark.timeout(3_600)
def test_after_the_answer_nobody_gets_one_more_byte(
    two_doors: tuple[House, House], project_id: UUID, codes: list[str]
) -> None:
    outcome = trial(two_doors, project_id, codes, WITHDRAWALS)
    assert outcome.after == []
    assert outcome.asked_after > WITHDRAWALS
    assert outcome.untold == 0
    assert outcome.late_bytes == 0
    assert outcome.cut


@pytest.mark.timeout(600)
def test_a_gate_that_remembers_is_found_out(two_doors: tuple[House, House], project_id: UUID, codes: list[str]) -> None:
    """The control: the very same trial against a gate with a memory."""
    outcome = trial(two_doors, project_id, codes, 2, REMEMBERS_EVERY_YES)
    assert sum(one.content_bytes for one in outcome.after) > 0
    assert {"one", "audio", "text"} & {one.outlet for one in outcome.after}
