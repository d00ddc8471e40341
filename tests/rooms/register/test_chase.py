# SPDX-License-Identifier: Apache-2.0
"""A partner who does not confirm that a story was taken back is marked after 1, 7 and 30 days, each time once."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.kit import clock
from app.kit.db import reading, writing
from app.partners import service as partners
from app.publishing import service as publishing
from app.register import jobs, rules, service
from app.register.models import Chase
from tests.rooms.publishing.desk_work import House, Reader
from tests.rooms.register.conftest import SignIn
from tests.rooms.register.told import acts

Later = Callable[[timedelta], datetime]
DAY = timedelta(days=1)


def stages(desk: House) -> list[int]:
    with reading(desk.project_id) as session:
        return sorted(session.execute(select(Chase.stage)).scalars())


@pytest.fixture
def library(desk: House) -> Reader:
    return desk.partner("public", "Library")


@pytest.fixture
def gone(desk: House, library: Reader) -> UUID:
    """A story that the library had and that was taken back."""
    story_id = desk.released()
    desk.withdraw(story_id)
    return story_id


def listed(browser: TestClient) -> list[dict[str, Any]]:
    answer = browser.get("/api/desk/register/unconfirmed")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def confirm(desk: House, library: Reader) -> None:
    last = desk.feed(library)[-1].seq
    with writing(desk.project_id) as session:
        publishing.acknowledge(session, library.principal.principal_id, last, clock.now())


def test_a_silent_partner_is_chased_once_at_each_stage(desk: House, gone: UUID, later: Later) -> None:
    jobs.chase_the_silent()
    assert stages(desk) == []
    for passed, expected in [
        (1, [1]),
        (0, [1]),
        (5, [1]),
        (1, [1, 7]),
        (1, [1, 7]),
        (22, [1, 7, 30]),
        (60, [1, 7, 30]),
    ]:
        later(passed * DAY)
        jobs.chase_the_silent()
        jobs.chase_the_silent()
        assert stages(desk) == expected


def test_days_that_nobody_was_awake_for_are_not_made_up_for(desk: House, gone: UUID, later: Later) -> None:
    later(8 * DAY)
    jobs.chase_the_silent()
    assert stages(desk) == [7]


def test_two_workers_at_once_chase_once(desk: House, gone: UUID, later: Later) -> None:
    at = later(DAY)
    with writing(desk.project_id) as session:
        assert service.chase(session, desk.project_id, at) == 1
    with writing(desk.project_id) as session:
        assert service.chase(session, desk.project_id, at) == 0


def test_who_confirmed_is_left_in_peace(
    desk: House, library: Reader, gone: UUID, later: Later, sign_in: SignIn
) -> None:
    confirm(desk, library)
    later(8 * DAY)
    jobs.chase_the_silent()
    assert stages(desk) == []
    assert listed(sign_in(desk.project_id, "stella@river.test", "steward")) == []


def test_what_still_stands_is_nothing_to_confirm(desk: House, library: Reader, later: Later) -> None:
    desk.released()
    later(8 * DAY)
    jobs.chase_the_silent()
    assert stages(desk) == []


def test_who_was_given_it_back_is_not_asked_to_remove_it(desk: House, library: Reader, later: Later) -> None:
    story_id = desk.released()
    desk.decide(story_id, "unpublish")
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    later(8 * DAY)
    jobs.chase_the_silent()
    assert [change.type for change in desk.feed(library)] == ["story.released", "story.withdrawn", "story.released"]
    assert stages(desk) == []


def test_the_steward_sees_who_is_silent_since_when(
    desk: House, gone: UUID, later: Later, sign_in: SignIn, neighbours: House
) -> None:
    neighbours.partner("public", "Other library")
    neighbours.withdraw(neighbours.released())
    later(8 * DAY)
    jobs.chase_the_silent()
    stella = sign_in(desk.project_id, "stella@river.test", "steward")
    [row] = listed(stella)
    assert (row["partner"], row["days"], row["stage"], row["agreement_ended"]) == ("Library", 8, 7, False)
    assert row["record_ids"] == [str(one) for one in desk.records(gone)]
    assert [one["subject"] for one in acts(stella, action="TombstoneChased")] == [row["entry_id"]]


def test_a_partner_whose_agreement_ended_is_chased_as_well(
    desk: House, library: Reader, later: Later, sign_in: SignIn
) -> None:
    desk.released()
    with writing(desk.project_id) as session:
        partners.end_agreement(session, library.principal.principal_id, clock.now())
    later(DAY)
    jobs.chase_the_silent()
    [row] = listed(sign_in(desk.project_id, "stella@river.test", "steward"))
    assert (row["stage"], row["agreement_ended"]) == (1, True)


def test_the_chase_repeats_nothing_in_the_feed(desk: House, library: Reader, gone: UUID, later: Later) -> None:
    before = desk.feed(library)
    later(40 * DAY)
    jobs.chase_the_silent()
    assert desk.feed(library) == before


def test_pages_of_the_silent_hold_each_once(desk: House, library: Reader, stella: TestClient) -> None:
    for _ in range(3):
        desk.withdraw(desk.released())
    first = stella.get("/api/desk/register/unconfirmed", params={"limit": 2}).json()
    rest = stella.get("/api/desk/register/unconfirmed", params={"cursor": first["next_cursor"]}).json()
    assert rest["next_cursor"] is None
    assert len({one["entry_id"] for one in [*first["items"], *rest["items"]]}) == 3


@pytest.mark.parametrize(
    ("days", "done", "stage"),
    [(0.9, [], None), (1, [], 1), (1, [1], None), (6.9, [1], None), (7, [1], 7), (30, [1, 7], 30), (99, [30], None)],
)
def test_a_stage_is_due_on_its_day(days: float, done: list[int], stage: int | None) -> None:
    told_at = clock.now()
    assert rules.stage_due(told_at, told_at + timedelta(days=days), done) == stage
