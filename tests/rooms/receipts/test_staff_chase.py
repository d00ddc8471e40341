# SPDX-License-Identifier: Apache-2.0
"""Amina and Ben told it together, and Ben has gone for good. The desk is reminded until his words are out of it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.kit import clock
from app.kit.db import writing
from app.people import service as people
from app.people.access import Staff
from app.projects import service as projects
from tests.rooms.receipts.at_the_desk import Desk, sign_in
from tests.rooms.receipts.conftest import YES, Teller, tell


@pytest.fixture
def both(client: TestClient, project_id: UUID) -> tuple[Teller, Teller]:
    amina = tell(client, project_id, others=[{"choices": YES}])
    for teller in (amina, amina.others[0]):
        teller.opens()
    return amina, amina.others[0]


@pytest.fixture
def sam_on(front_door: FastAPI, facilitator: Staff, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Desk]:
    """Sam's browser, so many days from today."""
    today = clock.now()

    def come(days: int) -> Desk:
        monkeypatch.setattr(clock, "now", lambda: today + timedelta(days=days))
        return Desk(sign_in(front_door, facilitator.person_id))

    return come


def reminded(desk: Desk) -> list[dict[str, Any]]:
    answer = desk.browser.get("/api/desk/gone-voices")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def test_while_ben_may_still_come_back_nobody_is_reminded(
    both: tuple[Teller, Teller], sam_on: Callable[[int], Desk]
) -> None:
    both[1].asks("withdraw")
    assert reminded(sam_on(13)) == []


def test_when_his_days_are_over_the_desk_is_reminded_on_every_day(
    both: tuple[Teller, Teller], sam_on: Callable[[int], Desk]
) -> None:
    amina, ben = both
    until = ben.asks("withdraw")["story"]["undo_until"]
    for days in (15, 16, 60):
        desk = sam_on(days)
        (one,) = reminded(desk)
        assert one["story_id"] == str(amina.story_id)
        assert datetime.fromisoformat(one["since"]) == datetime.fromisoformat(until)
        voice = desk.sees(amina)[one["place"] - 1]
        assert (voice["withdrawn"], voice["is_overdue"]) == (True, True)


def test_nothing_reminds_of_a_story_that_everybody_took_back(
    both: tuple[Teller, Teller], sam_on: Callable[[int], Desk]
) -> None:
    for teller in both:
        teller.asks("withdraw")
    assert reminded(sam_on(15)) == []


def test_a_story_told_alone_and_taken_back_is_erased_and_not_cut(amina: Teller, sam_on: Callable[[int], Desk]) -> None:
    amina.opens()
    amina.asks("withdraw")
    assert reminded(sam_on(15)) == []


def test_another_project_is_not_told(
    both: tuple[Teller, Teller], sam_on: Callable[[int], Desk], front_door: FastAPI
) -> None:
    both[1].asks("withdraw")
    sam_on(15)
    with writing() as session:
        other = projects.create_project(session, "Hill Voices", ["en"], "", "", "GB", clock.now()).project_id
    with writing(other) as session:
        eve = people.add_person(session, other, "eve@hill.test", "facilitator", name="Eve", at=clock.now())
    assert reminded(Desk(sign_in(front_door, eve.person_id))) == []
