# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.cli.caretaker import found_project
from app.kit import clock
from app.kit.db import writing
from app.people import service as people
from app.people import slow_hash
from app.people.access import COOKIE
from tests.conftest import ORIGIN
from tests.rooms.publishing.desk_work import House

SignIn = Callable[..., TestClient]


@pytest.fixture
def desk(project_id: UUID, monkeypatch: pytest.MonkeyPatch) -> House:
    """Argon2id at its cheapest: these tests are not about its cost."""
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)
    return House(project_id)


@pytest.fixture
def sign_in(front_door: FastAPI) -> SignIn:
    """A browser of its own for each person."""

    def begin(project_id: UUID, email: str, *roles: str) -> TestClient:
        browser = TestClient(front_door, base_url=ORIGIN, raise_server_exceptions=False, headers={"Origin": ORIGIN})
        for role in roles:
            with writing(project_id) as session:
                person = people.add_person(
                    session, project_id, email, role, name=email.partition("@")[0], at=clock.now()
                )
        with writing() as session:
            link = people.make_sign_in_link(session, person.person_id, clock.now(), timedelta(hours=1))
            browser.cookies.set(COOKIE, people.use_link(session, link, clock.now()))
        return browser

    return begin


@pytest.fixture
def stella(desk: House, sign_in: SignIn) -> TestClient:
    """The steward of the project."""
    return sign_in(desk.project_id, "stella@river.test", "steward")


@pytest.fixture
def neighbours(desk: House) -> House:
    """Another project on the same server."""
    return House(found_project("Hillside", ["en"], organisation="Hill", contact="hill@example.org", country="GB"))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], datetime]:
    """Turn the house's clock on."""

    def turn(by: timedelta) -> datetime:
        moment = clock.now() + by
        monkeypatch.setattr(clock, "now", lambda: moment)
        return moment

    return turn
