# SPDX-License-Identifier: Apache-2.0
"""The council answers Amina. Sam reads it first, and decides whether it reaches her."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.kit import audit, clock
from app.kit.db import reading, writing
from app.partners import service
from app.people import service as people
from app.people.access import Staff
from app.projects import service as projects
from app.publishing import queries as publishing
from tests.rooms.receipts.at_the_desk import sign_in
from tests.rooms.receipts.conftest import Teller

WORDS = "We opened an evening desk."


@pytest.fixture
def sam(front_door: FastAPI, facilitator: Staff) -> TestClient:
    return sign_in(front_door, facilitator.person_id)


@pytest.fixture
def answered(amina: Teller, council: UUID, decide: Callable[[Teller, str], None], project_id: UUID) -> UUID:
    """The story is out, and the council has said what it does."""
    decide(amina, "approve")
    with writing(project_id) as session:
        public_id = publishing.recipients(session, amina.story_id)[0].public_id
        said = service.respond(
            session,
            council,
            project_id,
            public_id,
            idempotency_key="1",
            kind="acting",
            text=WORDS,
            at=clock.now(),
        )
        return said.response_id


def waiting(sam: TestClient, state: str = "new") -> list[dict[str, Any]]:
    answer = sam.get("/api/desk/responses", params={"state": state})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def decides(sam: TestClient, response_id: UUID, what: str, etag: str) -> tuple[int, str]:
    answer = sam.post(f"/api/desk/responses/{response_id}/{what}", headers={"If-Match": etag})
    return answer.status_code, "" if answer.status_code == 204 else answer.json()["code"]


def read_by(amina: Teller) -> list[str]:
    return [one["text"] for one in amina.opens()["responses"]]


def test_sam_finds_it_with_its_story_and_amina_reads_nothing_yet(
    answered: UUID, amina: Teller, sam: TestClient
) -> None:
    (one,) = waiting(sam)
    assert (one["response_id"], one["story_id"]) == (str(answered), str(amina.story_id))
    assert (one["partner"], one["kind"], one["text"]) == ("City Council", "acting", WORDS)
    assert read_by(amina) == []
    page = amina.browser.post("/s/", data={"session": amina.session, "lang": "en"}).text
    assert WORDS not in page


def test_shown_it_stands_on_her_page(answered: UUID, amina: Teller, sam: TestClient) -> None:
    assert decides(sam, answered, "show", waiting(sam)[0]["etag"]) == (204, "")
    assert read_by(amina) == [WORDS]
    page = amina.browser.post("/s/", data={"session": amina.session, "lang": "en"}).text
    assert "City Council is doing something." in page.replace("\u2068", "").replace("\u2069", "")
    assert WORDS in page
    assert waiting(sam) == []
    assert [one["response_id"] for one in waiting(sam, "shown")] == [str(answered)]


def test_kept_back_she_never_sees_it_until_a_colleague_thinks_otherwise(
    answered: UUID, amina: Teller, sam: TestClient
) -> None:
    assert decides(sam, answered, "keep-back", waiting(sam)[0]["etag"]) == (204, "")
    assert waiting(sam) == []
    assert read_by(amina) == []
    (kept,) = waiting(sam, "kept_back")
    assert decides(sam, answered, "show", kept["etag"]) == (204, "")
    assert read_by(amina) == [WORDS]
    assert waiting(sam, "kept_back") == []


def test_what_she_may_have_read_is_not_kept_from_her(answered: UUID, amina: Teller, sam: TestClient) -> None:
    decides(sam, answered, "show", waiting(sam)[0]["etag"])
    etag = waiting(sam, "shown")[0]["etag"]
    assert decides(sam, answered, "keep-back", etag) == (409, "already-shown")
    assert read_by(amina) == [WORDS]


def test_two_colleagues_do_not_decide_over_each_other(answered: UUID, sam: TestClient) -> None:
    seen = waiting(sam)[0]["etag"]
    assert decides(sam, answered, "keep-back", seen) == (204, "")
    assert decides(sam, answered, "show", seen) == (412, "precondition-failed")
    assert sam.post(f"/api/desk/responses/{answered}/show").status_code == 428


def test_who_let_it_through_is_written_down(
    answered: UUID, sam: TestClient, facilitator: Staff, project_id: UUID
) -> None:
    decides(sam, answered, "keep-back", waiting(sam)[0]["etag"])
    decides(sam, answered, "show", waiting(sam, "kept_back")[0]["etag"])
    with reading(project_id) as session:
        done = [(one.action, one.actor) for one in audit.entries_about(session, answered)]
    mine = str(facilitator.person_id)
    assert done[1:] == [("response_kept_back", mine), ("response_shown", mine)]


def test_a_steward_and_a_stranger_decide_nothing(
    answered: UUID, amina: Teller, sam: TestClient, front_door: FastAPI, project_id: UUID
) -> None:
    with writing(project_id) as session:
        ada = people.add_person(session, project_id, "ada@river.test", "steward", name="Ada", at=clock.now())
    steward = sign_in(front_door, ada.person_id)
    assert steward.get("/api/desk/responses").status_code == 403
    etag = waiting(sam)[0]["etag"]
    assert decides(steward, answered, "show", etag) == (403, "forbidden")
    sam.cookies.clear()
    assert decides(sam, answered, "show", etag) == (401, "auth-required")
    assert read_by(amina) == []


def test_after_the_erasure_there_is_nothing_to_decide(
    answered: UUID, amina: Teller, sam: TestClient, project_id: UUID
) -> None:
    etag = waiting(sam)[0]["etag"]
    with writing(project_id) as session:
        public_id = publishing.recipients(session, amina.story_id)[0].public_id
        service.forget_answers(session, public_id)
    assert waiting(sam) == []
    assert decides(sam, answered, "show", etag) == (404, "not-found")


def test_the_facilitators_of_another_project_see_none_of_it(answered: UUID, front_door: FastAPI) -> None:
    with writing() as session:
        other = projects.create_project(session, "Hill Voices", ["en"], "", "", "GB", clock.now()).project_id
    with writing(other) as session:
        eve = people.add_person(session, other, "eve@hill.test", "facilitator", name="Eve", at=clock.now())
    stranger = sign_in(front_door, eve.person_id)
    assert waiting(stranger) == []
    assert decides(stranger, answered, "show", "*") == (404, "not-found")
