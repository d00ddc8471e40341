# SPDX-License-Identifier: Apache-2.0
"""Webhooks by a real worker: killed in the middle of a call, beside a server that never answers (G27)."""

import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.kit import clock, outbound
from app.kit.db import reading, writing
from app.partners import queries, webhooks
from app.publishing import queries as publishing
from tests.rooms.publishing import desk_work
from tests.stand_ins.outside import Line, Outside, Target, an_outside, fine
from tests.trust.nursery import say
from tests.trust.processes import House, eventually

STORIES = 30
HEALTHY = 3
LONGEST_S = 240
SEED = 20_261_123
SLOT = "one-1"


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    with an_outside(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def desk(project_id: UUID) -> desk_work.House:
    return desk_work.House(project_id)


def listen(desk: desk_work.House, reader: desk_work.Reader, target: Target) -> UUID:
    with writing(desk.project_id) as session:
        made, secret = webhooks.create(
            session,
            reader.principal.principal_id,
            url=target.url,
            types=["story.withdrawn"],
            active=True,
            idempotency_key=str(uuid4()),
            at=clock.now(),
        )
    assert secret is not None
    target.secret = secret
    return made.webhook_id


def states(desk: desk_work.House, webhook_id: UUID) -> list[str]:
    with reading(desk.project_id) as session:
        return [row.state for row in queries.deliveries_page(session, webhook_id, before=None, limit=200)]


@pytest.mark.parametrize("next_slot", [SLOT, "other-1"])
def test_a_worker_killed_in_mid_call_tells_it_again_under_the_same_id(
    next_slot: str, grounds: House, desk: desk_work.House, outside: Outside
) -> None:
    target, has_died = outside.target(), threading.Event()
    webhook_id = listen(desk, desk.partner("public", "Library"), target)

    def answer(line: Line) -> None:
        if not has_died.is_set():
            has_died.wait(60)
            return
        fine(line)

    target.answers(answer)
    worker = grounds.worker(SLOT, patch=outside.patch())
    desk.withdraw(desk.released())
    eventually(lambda: bool(target.calls), "the target is called")
    worker.kill()
    has_died.set()
    assert states(desk, webhook_id) == ["pending"]
    if next_slot != SLOT:
        grounds.lapse_leases()
    grounds.worker(next_slot, patch=outside.patch())
    eventually(lambda: states(desk, webhook_id) == ["delivered"], "it is delivered")
    assert len(target.calls) == 2
    assert {call.message_id for call in target.calls} == {target.calls[0].message_id}
    assert {call.body for call in target.calls} == {target.calls[0].body}
    assert [told["type"] for told in target.opened()] == ["story.withdrawn"] * 2


def test_healthy_targets_hear_of_every_withdrawal_beside_a_dead_one(
    grounds: House, desk: desk_work.House, outside: Outside
) -> None:
    chance, over = random.Random(SEED), threading.Event()
    healthy = [outside.target(f"healthy{number}") for number in range(HEALTHY)]
    readers = [desk.partner("public", f"Healthy {number}") for number in range(HEALTHY)]
    for reader, target in zip(readers, healthy, strict=True):
        listen(desk, reader, target)
    silent = outside.target("silent")
    silent.answers(lambda _line: over.wait(LONGEST_S))
    listen(desk, desk.partner("public", "Silent"), silent)
    told = [desk.released() for _ in range(STORIES)]
    ids = known_as(desk, told)
    worker = grounds.worker(SLOT, patch=outside.patch())
    taken_back: dict[UUID, float] = {}
    for story_id in chance.sample(told, STORIES):
        desk.withdraw(story_id)
        taken_back[story_id] = time.monotonic()
    eventually(lambda: all(len(one.calls) >= STORIES for one in healthy), "the healthy heard it all", seconds=LONGEST_S)
    took = time.monotonic() - min(taken_back.values())
    kept_waiting_by = len(silent.calls)
    over.set()
    worker.stop()
    late = []
    for target, reader in zip(healthy, readers, strict=True):
        heard = {call.told["id"]: call.at for call in target.calls}
        late += [heard[str(ids[reader.principal.principal_id, one])] - taken_back[one] for one in told]
        assert all(told["type"] == "story.withdrawn" for told in target.opened())
    late.sort()
    say(f"webhooks: {len(late)} tombstones, p50 {late[len(late) // 2]:.1f} s, p99 {late[int(len(late) * 0.99)]:.1f} s")
    assert 1 <= kept_waiting_by <= 1 + took / outbound.LONGEST_SECONDS, "the silent one had more than one place"


def known_as(desk: desk_work.House, told: list[UUID]) -> dict[tuple[UUID, UUID], UUID]:
    """Each story's id as each partner knows it."""
    with reading(desk.project_id) as session:
        return {
            (one.principal_id, story_id): one.public_id
            for story_id in told
            for one in publishing.recipients(session, story_id)
        }
