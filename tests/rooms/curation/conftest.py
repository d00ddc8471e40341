# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.kit import clock
from app.kit.db import writing
from app.people import service as people
from app.people import slow_hash
from app.people.access import COOKIE
from tests.conftest import ORIGIN
from tests.rooms.publishing.desk_work import House

SignIn = Callable[[UUID], TestClient]


@pytest.fixture
def desk(project_id: UUID, monkeypatch: pytest.MonkeyPatch) -> House:
    """Argon2id at its cheapest: these tests are not about its cost."""
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)
    return House(project_id)


@pytest.fixture
def sign_in(front_door: FastAPI) -> SignIn:
    """A browser of its own for each person."""

    def begin(person_id: UUID) -> TestClient:
        browser = TestClient(front_door, base_url=ORIGIN, raise_server_exceptions=False, headers={"Origin": ORIGIN})
        with writing() as session:
            link = people.make_sign_in_link(session, person_id, clock.now(), timedelta(hours=1))
            browser.cookies.set(COOKIE, people.use_link(session, link, clock.now()))
        return browser

    return begin


@pytest.fixture
def fay(desk: House, sign_in: SignIn) -> TestClient:
    """The facilitator whom `desk` knows."""
    return sign_in(desk.facilitator.person_id)


@pytest.fixture
def gus(desk: House, sign_in: SignIn) -> TestClient:
    """Her colleague."""
    with writing(desk.project_id) as session:
        person = people.add_person(session, desk.project_id, "g@example.org", "facilitator", name="Gus", at=clock.now())
    return sign_in(person.person_id)
