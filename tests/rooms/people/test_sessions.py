# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pyotp
import pytest
from fastapi.testclient import TestClient

from app.cli.caretaker import found_project
from app.kit import clock
from app.kit.db import across_projects, writing
from app.kit.errors import AuthInvalid, RateLimited
from app.people import queries, service, slow_hash
from app.people.models import Device, Person
from tests.makers.stories import make_phone

PASSWORD = "correct horse battery"


@pytest.fixture
def facilitator(project_id: UUID) -> UUID:
    with writing(project_id) as session:
        person = service.add_person(
            session, project_id, "Sam@Example.org", "facilitator", password=PASSWORD, name="Sam", at=clock.now()
        )
        return person.person_id


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Move the server's clock on."""
    moved = [timedelta()]
    real = clock.now

    def move(by: timedelta) -> None:
        moved[0] += by

    def moved_clock() -> datetime:
        return real() + moved[0]

    monkeypatch.setattr(clock, "now", moved_clock)
    return move


def sign_in(client: TestClient, **changed: str) -> int:
    entry = {"email": "sam@example.org", "password": PASSWORD, **changed}
    return client.post("/api/desk/session", json=entry).status_code


def test_a_facilitator_signs_in_and_out(client: TestClient, facilitator: UUID, project_id: UUID) -> None:
    assert client.get("/api/desk/session").json()["code"] == "auth-required"
    assert sign_in(client) == 204
    me = client.get("/api/desk/session").json()
    assert (me["person_id"], me["name"]) == (str(facilitator), "Sam")
    assert me["projects"] == [{"project_id": str(project_id), "name": "Riverside", "roles": ["facilitator"]}]
    token = client.cookies["__Host-heardwell"]
    assert client.delete("/api/desk/session").status_code == 204
    client.cookies.set("__Host-heardwell", token)
    assert client.get("/api/desk/session").status_code == 401


def test_the_cookie_stays_with_this_host_and_out_of_scripts(client: TestClient, facilitator: UUID) -> None:
    answer = client.post("/api/desk/session", json={"email": "sam@example.org", "password": PASSWORD})
    told = answer.headers["set-cookie"].lower()
    for word in ("__host-heardwell=", "secure", "httponly", "samesite=strict", "path=/"):
        assert word in told
    assert "domain" not in told


@pytest.mark.parametrize("changed", [{"email": "nobody@example.org"}, {"password": "wrong horse battery"}])
def test_wrong_combinations_are_all_alike(client: TestClient, facilitator: UUID, changed: dict[str, str]) -> None:
    entry = {"email": "sam@example.org", "password": PASSWORD, **changed}
    answer = client.post("/api/desk/session", json=entry)
    assert (answer.status_code, answer.json()["code"]) == (401, "auth-invalid")


def test_somebody_unknown_costs_the_same_work(facilitator: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[str] = []
    real = slow_hash.slow_hash

    def counting(secret: bytes, salt: bytes) -> bytes:
        worked.append("once")
        return real(secret, salt)

    monkeypatch.setattr(slow_hash, "slow_hash", counting)
    with pytest.raises(AuthInvalid):
        service.sign_in("nobody@example.org", PASSWORD, None, clock.now())
    assert worked


def test_the_sixth_try_in_a_minute_waits_even_with_the_right_password(client: TestClient, facilitator: UUID) -> None:
    for _ in range(5):
        assert sign_in(client, password="wrong horse battery") == 401
    assert sign_in(client) == 429
    with pytest.raises(RateLimited):
        service.sign_in("sam@example.org", PASSWORD, None, clock.now())
    assert service.sign_in("sam@example.org", PASSWORD, None, clock.now() + timedelta(minutes=1))


def test_a_session_ends_after_half_an_hour_of_silence(
    client: TestClient, facilitator: UUID, later: Callable[[timedelta], None]
) -> None:
    sign_in(client)
    later(timedelta(minutes=29))
    assert client.get("/api/desk/session").status_code == 200
    later(timedelta(minutes=29))
    assert client.get("/api/desk/session").status_code == 200
    later(timedelta(minutes=31))
    assert client.get("/api/desk/session").status_code == 401


def test_a_session_ends_after_twelve_hours_however_busy(
    client: TestClient, facilitator: UUID, later: Callable[[timedelta], None]
) -> None:
    sign_in(client)
    for _ in range(28):
        later(timedelta(minutes=25))
        assert client.get("/api/desk/session").status_code == 200
    later(timedelta(minutes=25))
    assert client.get("/api/desk/session").status_code == 401


def test_a_second_factor_opens_once(facilitator: UUID) -> None:
    secret = pyotp.random_base32()
    with writing() as session:
        person = session.get(Person, facilitator)
        assert person is not None
        person.totp_secret = secret
    at = clock.now()
    code = pyotp.TOTP(secret).at(at)
    with pytest.raises(AuthInvalid):
        service.sign_in("sam@example.org", PASSWORD, None, at)
    assert service.sign_in("sam@example.org", PASSWORD, code, at)
    with pytest.raises(AuthInvalid):
        service.sign_in("sam@example.org", PASSWORD, code, at)


def test_a_link_opens_the_desk_once(client: TestClient, facilitator: UUID) -> None:
    with writing() as session:
        token = service.make_sign_in_link(session, facilitator, clock.now(), timedelta(days=1))
        stale = service.make_sign_in_link(session, facilitator, clock.now() - timedelta(days=2), timedelta(days=1))
    assert client.post("/api/desk/session/link", json={"token": stale}).status_code == 401
    assert client.post("/api/desk/session/link", json={"token": token}).status_code == 204
    assert client.get("/api/desk/session").status_code == 200
    assert client.post("/api/desk/session/link", json={"token": token}).status_code == 401


def test_a_facilitator_of_one_project_does_not_see_another(client: TestClient, facilitator: UUID) -> None:
    other = found_project("Hillside", ["en"], organisation="H", contact="c", country="GB")
    sign_in(client)
    answer = client.post("/api/desk/invites", json={"project_id": str(other)})
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_a_steward_makes_no_invites(client: TestClient, project_id: UUID) -> None:
    with writing(project_id) as session:
        service.add_person(session, project_id, "sam@example.org", "steward", password=PASSWORD, at=clock.now())
    sign_in(client)
    answer = client.post("/api/desk/invites", json={"project_id": str(project_id)})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_another_sites_page_cannot_use_the_session(client: TestClient, facilitator: UUID, project_id: UUID) -> None:
    sign_in(client)
    wish = {"project_id": str(project_id)}
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.post("/api/desk/invites", json=wish, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "csrf")


def test_a_revoked_phone_is_shut_out(client: TestClient, project_id: UUID) -> None:
    device, token = make_phone(project_id)
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/stories", headers=headers).status_code == 200
    with writing() as session, across_projects(session):
        row = session.get(Device, device.device_id)
        assert row is not None
        row.revoked_at = clock.now()
    assert client.get("/api/stories", headers=headers).json()["code"] == "auth-invalid"
    assert client.get("/api/stories").json()["code"] == "auth-required"


def test_two_roles_are_two_memberships_and_repeating_one_changes_nothing(facilitator: UUID, project_id: UUID) -> None:
    with writing(project_id) as session:
        for role in ("facilitator", "admin", "admin"):
            service.add_person(session, project_id, "sam@example.org", role, at=clock.now())
        assert sorted(held.role for held in queries.memberships(session, facilitator)) == ["admin", "facilitator"]
