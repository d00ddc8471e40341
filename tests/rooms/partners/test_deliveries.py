# SPDX-License-Identifier: Apache-2.0
"""What waits to be told to a partner's server: written with the change itself, sent by the worker, tombstones first."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from app.kit import clock, jobs
from app.kit.db import across_projects, reading, writing
from app.kit.lanes import Lane
from app.partners import deliveries, queries, rules, service, webhooks
from app.partners import jobs as room_jobs
from app.partners.lifecycle import TRANSITIONS, DeliveryState
from app.partners.models import Delivery, Webhook
from app.publishing import queries as published
from app.publishing import service as publishing
from app.settings import settings
from tests.rooms.publishing.desk_work import House, Reader
from tests.stand_ins.outside import Outside, Target, an_outside, saying

KINDS = ("story.released", "story.updated", "story.withdrawn")
Drain = Callable[[], None]


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    with an_outside(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def desk(project_id: UUID) -> House:
    return House(project_id)


@pytest.fixture
def library(desk: House) -> Reader:
    return desk.partner("public", "Library")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """The clock goes on."""
    real, gone = clock.now, [timedelta()]
    monkeypatch.setattr(clock, "now", lambda: real() + gone[0])

    def pass_by(how_long: timedelta) -> None:
        gone[0] += how_long

    return pass_by


class Ears:
    """One partner's target, as the partner has it."""

    def __init__(self, desk: House, reader: Reader, url: str, target: Target | None = None) -> None:
        self.desk, self.reader = desk, reader
        with writing(desk.project_id) as session:
            made, secret = webhooks.create(
                session,
                reader.principal.principal_id,
                url=url,
                types=KINDS,
                active=True,
                idempotency_key=str(uuid4()),
                at=clock.now(),
            )
        self.webhook_id = made.webhook_id
        if target is not None and secret is not None:
            target.secret = secret

    def rows(self) -> list[Delivery]:
        """Oldest first."""
        with reading(self.desk.project_id) as session:
            found = queries.deliveries_page(session, self.webhook_id, before=None, limit=200)
        return sorted(found, key=lambda row: (row.at, row.seq or 0))

    def states(self) -> list[str]:
        return [row.state for row in self.rows()]

    def webhook(self) -> Webhook:
        with reading(self.desk.project_id) as session:
            return webhooks.find(session, self.reader.principal.principal_id, self.webhook_id)

    def change(self, **told: Any) -> None:
        with writing(self.desk.project_id) as session:
            wish = {"url": None, "types": None, "active": None, **told}
            webhooks.change(session, self.reader.principal.principal_id, self.webhook_id, **wish, at=clock.now())


@pytest.fixture
def target(outside: Outside) -> Target:
    return outside.target()


@pytest.fixture
def ears(desk: House, library: Reader, target: Target) -> Ears:
    return Ears(desk, library, target.url, target)


def kinds(target: Target) -> list[str]:
    return [told["type"] for told in target.opened()]


def try_again(drain: Drain) -> None:
    """What the worker does every quarter of a minute."""
    room_jobs.call_again()
    drain()


def half_withdraw(desk: House, story_id: UUID) -> None:
    with writing(desk.project_id) as session:
        publishing.retract(session, story_id, clock.now())
        assert session.execute(select(Delivery).where(Delivery.type == "story.withdrawn")).scalar_one()
        raise RuntimeError("the disk is gone")


def test_it_is_written_with_the_change_or_not_at_all(desk: House, ears: Ears) -> None:
    story_id = desk.released()
    assert ears.states() == ["pending"]
    with pytest.raises(RuntimeError, match="disk"):
        half_withdraw(desk, story_id)
    assert ears.states() == ["pending"]
    waiting = jobs.client().list_workflows(queue_name=Lane.WEBHOOKS.value)
    assert len(waiting) == 1
    desk.withdraw(story_id)
    assert ears.states() == ["pending", "pending"]
    assert len(jobs.client().list_workflows(queue_name=Lane.WEBHOOKS.value)) == 2


@pytest.mark.parametrize("door", ["app.main", "app.worker", "app.cli.caretaker", "app.partners.service"])
def test_whoever_may_write_a_feed_has_deliveries_listen(door: str, house: Path) -> None:
    asks = f"import {door}; from app.kit.outbox import HEARERS as h; print([f.__module__ for k in h for f in h[k]])"
    done = subprocess.run([sys.executable, "-c", asks], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "['app.partners.deliveries']"


def test_with_no_target_set_nobody_is_looked_up_or_called(
    desk: House, outside: Outside, library: Reader, drain: Drain
) -> None:
    desk.withdraw(desk.released())
    try_again(drain)
    assert (outside.looked_up, outside.reached) == ([], [])


def test_a_dead_target_delays_neither_the_withdrawal_nor_anybody_else(
    desk: House, outside: Outside, library: Reader, ears: Ears, target: Target, drain: Drain
) -> None:
    """The council's server takes the call and says nothing; the library hears at once."""
    silent, goes_on = outside.target("silent"), threading.Event()
    silent.answers(lambda _line: goes_on.wait(8))
    deaf = Ears(desk, desk.partner("public", "Council"), silent.url, silent)
    told = [desk.released() for _ in range(3)]
    for story_id in told:
        desk.withdraw(story_id)
    with reading(desk.project_id) as session:
        assert len(published.changes(session, library.principal.principal_id, after=0, limit=9)) == 6
    worker = threading.Thread(target=drain)
    worker.start()
    try:
        for _ in range(200):
            if len(target.calls) == 3:
                break
            threading.Event().wait(0.05)
        assert len(target.calls) == 3
        assert len(silent.calls) == 1
        assert deaf.states().count("delivered") == 0
    finally:
        goes_on.set()
        worker.join(60)
    assert kinds(target) == ["story.withdrawn"] * 3


def test_tombstones_go_first_and_what_they_overtake_is_not_told(
    desk: House, ears: Ears, target: Target, drain: Drain
) -> None:
    ears.change(active=False)
    stays, goes = desk.released(), desk.released()
    desk.withdraw(goes)
    drain()
    assert target.calls == []
    assert ears.states() == ["pending"] * 3
    ears.change(active=True)
    drain()
    assert kinds(target) == ["story.withdrawn", "story.released"]
    assert ears.states() == ["delivered", "overtaken", "delivered"]
    with reading(desk.project_id) as session:
        [kept] = published.recipients(session, stays)
    assert target.opened()[1]["id"] == str(kept.public_id)


def test_with_the_agreement_ended_only_tombstones_are_told(
    desk: House, library: Reader, ears: Ears, target: Target, drain: Drain
) -> None:
    """They had it, so they hear that they may keep it no longer; of nothing else."""
    ears.change(active=False)
    desk.released()
    with writing(desk.project_id) as session:
        service.end_agreement(session, library.principal.principal_id, clock.now())
    ears.change(active=True)
    with writing(desk.project_id) as session:
        deliveries.ping(session, ears.webhook(), clock.now())
    drain()
    assert kinds(target) == ["story.withdrawn"]
    assert sorted(ears.states()) == ["delivered", "overtaken", "overtaken"]


def test_with_no_key_alive_only_tombstones_are_told(
    desk: House, library: Reader, ears: Ears, target: Target, drain: Drain
) -> None:
    gone = desk.released()
    drain()
    with writing(desk.project_id) as session:
        service.revoke_key(session, library.key_id, clock.now())
    desk.released()
    desk.withdraw(gone)
    drain()
    assert kinds(target) == ["story.released", "story.withdrawn"]
    assert ears.states() == ["delivered", "overtaken", "delivered"]


def test_a_target_that_fails_is_tried_again_later_and_later_then_given_up(
    desk: House, ears: Ears, target: Target, drain: Drain, later: Callable[[timedelta], None]
) -> None:
    target.answers(saying(500))
    desk.withdraw(desk.released())
    drain()
    waited = []
    for _ in range(20):
        tombstone = ears.rows()[1]
        if tombstone.next_try_at is None:
            break
        assert (tombstone.state, tombstone.http_status) == ("failed", 500)
        assert tombstone.last_try_at is not None
        waited.append(tombstone.next_try_at - tombstone.last_try_at)
        try_again(drain)
        assert ears.rows()[1].tries == tombstone.tries, "not before its time"
        later(waited[-1] + timedelta(seconds=1))
        try_again(drain)
    assert len(waited) == len(rules.BACKOFF)
    assert all(abs(told - wanted) < timedelta(seconds=2) for told, wanted in zip(waited, rules.BACKOFF, strict=True))
    assert len({call.message_id for call in target.calls}) == 1
    assert ears.states() == ["pending", "given_up"]
    assert (ears.webhook().active, ears.webhook().paused_because) == (False, "target-failing")


def test_once_it_answers_again_everything_that_waits_is_told(
    desk: House, ears: Ears, target: Target, drain: Drain, later: Callable[[timedelta], None]
) -> None:
    target.answers(saying(503))
    first, second, third = desk.released(), desk.released(), desk.released()
    drain()
    for _ in range(4):
        later(timedelta(minutes=40))
        try_again(drain)
    assert len(target.calls) == 5, "a target that is down is not hammered"
    waits = ears.rows()[0].next_try_at
    assert waits is not None
    assert waits > clock.now() + timedelta(hours=1)
    target.answers(saying(200))
    desk.withdraw(second)
    later(timedelta(minutes=2))
    drain()
    assert ears.states() == ["delivered", "overtaken", "delivered", "delivered"]
    assert ears.webhook().failing_since is None
    assert {first, third}


def test_410_pauses_the_target_and_keeps_what_waits(desk: House, ears: Ears, target: Target, drain: Drain) -> None:
    target.answers(saying(410))
    desk.withdraw(desk.released())
    drain()
    assert (ears.webhook().active, ears.webhook().paused_because) == (False, "target-gone")
    assert len(target.calls) == 1
    target.answers(saying(204))
    try_again(drain)
    assert len(target.calls) == 1
    with writing(desk.project_id) as session:
        deliveries.send_again(session, ears.webhook(), ears.rows()[1].delivery_id, clock.now())
    ears.change(active=True)
    drain()
    assert ears.states() == ["overtaken", "delivered"]
    assert target.calls[0].message_id == target.calls[1].message_id


def test_one_message_that_is_refused_holds_up_no_other(desk: House, ears: Ears, target: Target, drain: Drain) -> None:
    def choosy(line: Any) -> None:
        line.say(400 if target.calls[-1].told["type"] == "story.released" else 204)

    target.answers(choosy)
    for _ in range(3):
        desk.released()
    desk.withdraw(desk.released())
    drain()
    rows = ears.rows()
    assert [row.state for row in rows] == ["failed", "failed", "failed", "overtaken", "delivered"]
    assert {row.failure for row in rows[:3]} == {"target-refused"}


def test_a_name_that_now_leads_inside_is_not_called(
    desk: House, outside: Outside, ears: Ears, target: Target, drain: Drain
) -> None:
    outside.names[target.host] = [["169.254.169.254"]]
    desk.released()
    drain()
    assert (target.calls, outside.reached) == ([], [])
    [row] = ears.rows()
    assert (row.state, row.failure, row.http_status) == ("failed", "target-not-allowed", None)


def test_a_target_that_redirects_is_not_followed(
    desk: House, outside: Outside, ears: Ears, target: Target, drain: Drain
) -> None:
    elsewhere = outside.target("elsewhere")
    target.answers(saying(302, location=elsewhere.url))
    desk.released()
    drain()
    [row] = ears.rows()
    assert (row.state, row.failure, row.http_status, elsewhere.calls) == ("failed", "target-misbehaved", 302, [])


def test_nothing_of_what_a_target_says_and_no_secret_is_kept(
    desk: House, ears: Ears, target: Target, drain: Drain
) -> None:
    target.answers(saying(500, b"whispered words", x_told="whispered header"))
    desk.released()
    drain()
    if not settings().database.startswith("sqlite"):
        return
    kept = b"".join(path.read_bytes() for path in settings().data_dir.glob("heardwell.db*"))
    assert target.host.encode() in kept
    for secret in (b"whispered", target.secret.encode(), target.secret.removeprefix("whsec_").encode()):
        assert secret not in kept


def test_a_story_of_another_project_is_told_in_the_same_way(
    desk: House, library: Reader, ears: Ears, target: Target, drain: Drain
) -> None:
    from app.cli.caretaker import found_project

    second = House(found_project("Hillside", ["en"], organisation="Hillside", contact="h@y.z", country="GB"))
    with writing(second.project_id) as session:
        publishing.open_reader(
            session, second.project_id, library.principal.principal_id, "Library", "public", at=clock.now()
        )
    second.withdraw(second.released())
    drain()
    assert kinds(target)[-1] == "story.withdrawn"
    assert ears.states()[-1] == "delivered"


def test_what_is_over_for_a_month_is_forgotten_and_what_waits_is_not(
    desk: House, ears: Ears, target: Target, drain: Drain, later: Callable[[timedelta], None]
) -> None:
    desk.released()
    drain()
    ears.change(active=False)
    desk.released()
    later(timedelta(days=31))
    with writing() as session, across_projects(session):
        deliveries.forget_old(session, clock.now())
    assert ears.states() == ["pending"]


def test_a_job_on_that_lane_names_its_partner(desk: House) -> None:
    """Without one it would wait for ever, and nobody would hear of it."""
    with writing(desk.project_id) as session, pytest.raises(ValueError, match="partition"):
        jobs.enqueue(session, deliveries.CALL, lane=Lane.WEBHOOKS, job_id="one", arguments=[])
    with writing(desk.project_id) as session, pytest.raises(ValueError, match="partition"):
        jobs.enqueue(session, "any", lane=Lane.PROMPT, job_id="two", arguments=[], partition=uuid4())
    with pytest.raises(ValueError, match="partition"):
        jobs.on(Webhook, lane=Lane.WEBHOOKS)


def test_every_state_can_be_left_or_sent_again() -> None:
    assert {state for state, _ in TRANSITIONS} == set(DeliveryState)
    assert set(TRANSITIONS.values()) == set(DeliveryState)
