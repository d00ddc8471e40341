# SPDX-License-Identifier: Apache-2.0
"""Who looks after consent sees every one of it, in one word each, and never a word of a story."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.consent import service as consent
from app.kit import clock
from app.kit.db import writing
from app.kit.shapes import told_instant
from app.register import queries
from tests.rooms.publishing.desk_work import KEPT, OPEN, House
from tests.rooms.register.conftest import SignIn
from tests.rooms.register.told import acts, participants, register, talk

Later = Callable[[timedelta], datetime]


def test_a_steward_sees_every_voice_of_every_story_with_what_it_said(desk: House, stella: TestClient) -> None:
    story_id = talk(desk)
    rows = register(stella)
    assert {row["participant_id"] for row in rows} == {str(one) for one in participants(desk, story_id)}
    [row, _] = rows
    assert (row["state"], row["method"], row["language"], row["form"]["version"]) == ("given", "tick", "en", 1)
    answers = {one["purpose"]: one["choice"] for one in row["purposes"]}
    assert answers["research"] == "given"
    assert answers["public_voice"] == "refused"
    assert row["last_event"] == "given"
    assert not row["is_released"]


def test_no_word_and_no_name_is_in_it(desk: House, stella: TestClient) -> None:
    credit = {"research": {"name": "real", "credit": "Amina of the river"}}
    desk.released(facets=credit)
    told = stella.get("/api/desk/register").text + stella.get("/api/desk/register.csv").text
    [row] = register(stella)
    told += stella.get(f"/api/desk/register/records/{row['record_id']}").text
    assert "research" in told
    assert [word for word in ("Amina", "river", "Karachi", "A night") if word in told] == []


def test_another_projects_consents_are_not_there(desk: House, neighbours: House, stella: TestClient) -> None:
    mine, theirs = desk.told(), neighbours.told()
    assert [row["story_id"] for row in register(stella)] == [str(mine)]
    assert register(stella, project=str(neighbours.project_id)) == []
    [record_id] = neighbours.records(theirs)
    assert stella.get(f"/api/desk/register/records/{record_id}").status_code == 404
    [person] = participants(neighbours, theirs)
    assert stella.get(f"/api/desk/participants/{person}/bundle").status_code == 404
    assert str(theirs) not in stella.get("/api/desk/audit").text


@pytest.mark.parametrize("roles", [["facilitator"], ["admin"], ["facilitator", "admin"]])
@pytest.mark.parametrize(
    "door", ["register", "register.csv", "register/unconfirmed", "audit", "audit/verify", "register/records/{record}",
             "participants/{person}/bundle"]
)  # fmt: skip
def test_nobody_else_at_the_desk_may(desk: House, sign_in: SignIn, roles: list[str], door: str) -> None:
    story_id = desk.told()
    gus = sign_in(desk.project_id, "gus@river.test", *roles)
    [record_id], [person] = desk.records(story_id), participants(desk, story_id)
    answer = gus.get(f"/api/desk/{door.format(record=record_id, person=person)}")
    assert answer.status_code == 403
    assert answer.json()["code"] == "forbidden"


def test_a_role_in_one_project_opens_nothing_in_another(desk: House, neighbours: House, sign_in: SignIn) -> None:
    mine, _ = desk.told(), neighbours.told()
    sign_in(neighbours.project_id, "rosa@river.test", "facilitator")
    rosa = sign_in(desk.project_id, "rosa@river.test", "steward")
    assert [row["story_id"] for row in register(rosa)] == [str(mine)]


def test_only_who_also_works_at_the_desk_may_open_the_story(desk: House, sign_in: SignIn, stella: TestClient) -> None:
    desk.told()
    desk.told(choices={"hold_and_transcribe": "given"})
    both = sign_in(desk.project_id, "both@river.test", "steward", "facilitator")
    assert [row["may_open"] for row in register(stella)] == [False, False]
    assert [row["may_open"] for row in register(both)] == [False, True]


def test_it_says_who_has_the_story_and_who_had(desk: House, stella: TestClient) -> None:
    desk.partner("public", "Library")
    story_id = desk.released()
    [row] = register(stella)
    assert row["is_released"]
    assert [(one["name"], one["until"]) for one in row["holders"]] == [("Library", None)]
    desk.withdraw(story_id)
    [row] = register(stella)
    assert not row["is_released"]
    assert row["holders"][0]["until"] is not None
    assert row["holders"][0]["confirmed_at"] is None


def narrowed(desk: House, _: Later) -> None:
    desk.narrow(desk.told(), {"research": "refused"})


def hidden(desk: House, _: Later) -> None:
    story_id = desk.told()
    with writing(desk.project_id) as session:
        consent.embargo(session, desk.records(story_id)[0], None, at=clock.now())


def embargoed(desk: House, _: Later) -> None:
    story_id = desk.told()
    with writing(desk.project_id) as session:
        consent.embargo(session, desk.records(story_id)[0], clock.now() + timedelta(days=3), at=clock.now())


def expired(desk: House, later: Later) -> None:
    soon = told_instant(clock.now() + timedelta(days=1))
    desk.told(choices={**KEPT, "research": "given"}, facets={"research": {"expires_at": soon}})
    later(timedelta(days=2))


def invalid(desk: House, _: Later) -> None:
    desk.told()
    desk.retire_form(grace_until=clock.now() - timedelta(minutes=1))


def undo(desk: House, _: Later) -> None:
    desk.withdraw(desk.told())


def withdrawn(desk: House, later: Later) -> None:
    desk.withdraw(desk.told())
    later(timedelta(days=15))


STATES = {
    "narrowed": narrowed,
    "hidden": hidden,
    "embargoed": embargoed,
    "expired": expired,
    "invalid": invalid,
    "undo": undo,
    "withdrawn": withdrawn,
}


@pytest.mark.parametrize("state", STATES)
def test_each_consent_is_in_one_state_and_found_by_it(desk: House, sign_in: SignIn, later: Later, state: str) -> None:
    STATES[state](desk, later)
    stella = sign_in(desk.project_id, "stella@river.test", "steward")
    assert [row["state"] for row in register(stella)] == [state]
    assert len(register(stella, state=state)) == 1
    assert [register(stella, state=other) for other in {*STATES, "given"} - {state}] == [[]] * len(STATES)


def test_a_purpose_is_found_where_it_is_allowed_now(desk: House, stella: TestClient) -> None:
    desk.told(choices={**KEPT, "recontact": "given"})
    kept = desk.told()
    desk.narrow(desk.told(), {"research": "refused"})
    assert [row["story_id"] for row in register(stella, purpose="research")] == [str(kept)]


def test_what_ends_soon_is_found(desk: House, stella: TestClient) -> None:
    ends = clock.now() + timedelta(days=10)
    soon = desk.told(facets={"research": {"expires_at": told_instant(ends)}})
    desk.told()
    gone = desk.told(facets={"research": {"expires_at": told_instant(ends)}})
    desk.withdraw(gone)
    found = register(stella, expires_before=told_instant(ends + timedelta(days=1)))
    assert [row["story_id"] for row in found] == [str(soon)]
    assert found[0]["ends_at"] == told_instant(ends)
    assert register(stella, expires_before=told_instant(ends - timedelta(days=1))) == []


def test_somebody_who_asks_is_found_by_the_number_on_their_receipt(desk: House, stella: TestClient) -> None:
    story_id = desk.told()
    desk.told()
    [record_id] = desk.records(story_id)
    detail = stella.get(f"/api/desk/register/records/{record_id}").json()
    numbers = [str(record_id), str(story_id), detail["receipts"][0]["receipt_id"], detail["record"]["participant_id"]]
    assert [[row["story_id"] for row in register(stella, find=number)] for number in numbers] == [[str(story_id)]] * 4


def test_pages_hold_every_record_once(desk: House, stella: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "AT_ONCE", 2)
    monkeypatch.setattr(queries, "LOOKED_AT", 3)
    told = [desk.told(choices=dict(OPEN if place % 2 else KEPT)) for place in range(7)]
    assert walked(stella) == [str(one) for one in reversed(told)]
    assert walked(stella, purpose="research") == [str(one) for one in reversed(told) if one in told[1::2]]


def walked(browser: TestClient, **wanted: str) -> list[str]:
    found: list[str] = []
    cursor: dict[str, Any] = {}
    while True:
        page = browser.get("/api/desk/register", params={**wanted, **cursor, "limit": 2}).json()
        found += [row["story_id"] for row in page["items"]]
        if page["next_cursor"] is None:
            return found
        cursor = {"cursor": page["next_cursor"]}


def test_a_cursor_is_of_use_to_nobody_else(desk: House, sign_in: SignIn, stella: TestClient) -> None:
    desk.told()
    desk.told()
    cursor = stella.get("/api/desk/register", params={"limit": 1}).json()["next_cursor"]
    other = sign_in(desk.project_id, "other@river.test", "steward")
    assert other.get("/api/desk/register", params={"cursor": cursor}).json()["code"] == "cursor-invalid"


def test_one_record_tells_every_word_about_it_in_order(desk: House, stella: TestClient) -> None:
    story_id = desk.told()
    desk.narrow(story_id, {"research": "refused"})
    desk.withdraw(story_id)
    [record_id] = desk.records(story_id)
    detail = stella.get(f"/api/desk/register/records/{record_id}").json()
    assert [event["type"] for event in detail["events"]] == ["given", "narrowed", "withdrawn"]
    assert len(detail["receipts"]) == 3
    assert detail["is_unbroken"]


def test_looking_is_written_down_once_in_a_while(desk: House, stella: TestClient) -> None:
    register(stella)
    register(stella)
    assert [(one["action"], one["actor"]["name"]) for one in acts(stella)] == [("read_register", "stella")]
