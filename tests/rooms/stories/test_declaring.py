# SPDX-License-Identifier: Apache-2.0
import base64
import copy
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx2
import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.cli.caretaker import found_project
from app.consent.models import ReceiptCode
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.people.access import Device
from app.stories import declaring, queries
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone

Put = Callable[..., httpx2.Response]


@pytest.fixture
def form(project_id: UUID) -> dict[str, Any]:
    with reading(project_id) as session:
        return form_of(session, project_id)


@pytest.fixture
def phone(project_id: UUID) -> tuple[Device, str]:
    return make_phone(project_id)


@pytest.fixture
def put(client: TestClient, phone: tuple[Device, str]) -> Put:
    def send(declaration: Any, story_id: Any = None, token: str | None = None) -> httpx2.Response:
        headers = {"Authorization": f"Bearer {token or phone[1]}", "Content-Type": "application/json"}
        body = declaration if isinstance(declaration, bytes) else json.dumps(declaration).encode()
        answer: httpx2.Response = client.put(f"/api/stories/{story_id or new_id()}", content=body, headers=headers)
        return answer

    return send


def test_a_story_told_twice_is_one_story(put: Put, form: dict[str, Any]) -> None:
    declaration, story_id = make_declaration([make_participant(form)], sounds=2), new_id()
    first, second = put(declaration, story_id), put(declaration, story_id)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    told = first.json()
    assert (told["story_id"], told["status"]) == (str(story_id), "awaiting_recording")
    assert [part["recording_id"] for part in told["recordings"]] == [
        part["recording_id"] for part in declaration["recordings"]
    ]
    part = told["recordings"][0]
    assert (part["state"], part["offset"]) == ("missing", 0)
    assert part["upload_url"] == f"/api/uploads/{part['recording_id']}"
    assert told["consent_receipts"][0]["@type"] == "dpv:ConsentReceipt"


def test_saying_a_default_aloud_is_the_same_declaration(put: Put, form: dict[str, Any]) -> None:
    declaration, story_id = make_declaration([make_participant(form)]), new_id()
    assert put(declaration, story_id).status_code == 201
    assert put({**declaration, "place": "", "title": ""}, story_id).status_code == 200


@pytest.mark.parametrize("changed", [{"title": "Another"}, {"wants_sign_off": True}, {"language": "ur"}])
def test_other_content_under_the_same_id_is_refused(put: Put, form: dict[str, Any], changed: dict[str, Any]) -> None:
    declaration, story_id = make_declaration([make_participant(form)]), new_id()
    put(declaration, story_id)
    answer = put({**declaration, **changed}, story_id)
    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency-mismatch")


def test_another_code_under_the_same_id_is_other_content(put: Put, form: dict[str, Any]) -> None:
    declaration, story_id = make_declaration([make_participant(form)]), new_id()
    put(declaration, story_id)
    other = copy.deepcopy(declaration)
    other["participants"][0]["receipt"]["verifier"] = "0000000000"
    assert put(other, story_id).status_code == 409


def test_a_recording_of_one_story_is_not_declared_in_another(put: Put, form: dict[str, Any]) -> None:
    first = make_declaration([make_participant(form)], sounds=1)
    put(first)
    second = make_declaration([make_participant(form)], sounds=1)
    second["recordings"][0]["recording_id"] = first["recordings"][0]["recording_id"]
    assert put(second).json()["code"] == "idempotency-mismatch"


def test_a_written_story_stands_on_the_desk_at_once(put: Put, form: dict[str, Any]) -> None:
    told = put(make_declaration([make_participant(form)])).json()
    assert (told["status"], told["recordings"]) == ("in_review", [])


def test_without_a_yes_to_keep_it_nothing_is_kept(put: Put, form: dict[str, Any], project_id: UUID) -> None:
    refusing = make_participant(form, choices={"hold_and_transcribe": "refused"})
    story_id = new_id()
    answer = put(make_declaration([make_participant(form), refusing]), story_id)
    assert (answer.status_code, answer.json()["code"]) == (409, "consent-missing")
    with reading(project_id) as session:
        assert queries.find_story(session, story_id) is None


def _with(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(told: dict[str, Any]) -> None:
        *parents, last = [int(part) if part.isdigit() else part for part in path.split("/")]
        place: Any = told
        for part in parents:
            place = place[part]
        place[last] = value

    return change


BAD = {
    "unknown field": _with("role", "x"),
    "owned by the server": _with("consent_epoch", 7),
    "unknown inside": _with("participants/0/consent/project_id", "x"),
    "no kind": _with("kind", "sermon"),
    "NUL in the title": _with("title", "a\x00b"),
    "NUL in a name": _with("participants/0/display_name", "a\x00b"),
    "lone surrogate": _with("title", "\ud800"),
    "long title": _with("title", "a" * 201),
    "language": _with("language", "xx-YYYY"),
    "text for a number": _with("recordings/0/bytes", "1000"),
    "huge number": _with("recordings/0/bytes", 2**63),
    "negative": _with("recordings/0/bytes", -1),
    "fraction": _with("recordings/0/duration_ms", 1.5),
    "hash": _with("recordings/0/sha256", "abc"),
    "number for truth": _with("wants_sign_off", 1),
    "no time": _with("recorded_at", "yesterday"),
    "no zone": _with("recorded_at", "2026-11-22T10:00:00"),
    "Mars": _with("recorded_at", "2026-11-22T10:00:00 Mars/Base"),
    "year one": _with("recorded_at", "0001-01-01T00:00:00+14:00"),
    "time as number": _with("recorded_at", 1_700_000_000),
    "nobody": _with("participants", []),
    "array for object": _with("participants/0/consent", []),
    "choice": _with("participants/0/consent/choices/research", "perhaps"),
    "purpose": _with("participants/0/consent/choices/sell_it", "given"),
    "selector": _with("participants/0/receipt/selector", "UUUUUU"),
    "short verifier": _with("participants/0/receipt/verifier", "000"),
    "pin": _with("participants/0/receipt/pin", "12"),
    "method": _with("participants/0/consent/method", "shouted"),
    "day": _with("participants/0/consent/signed_on", "2026-02-31"),
    "prompt": _with("prompt_id", "0192f3c4-0000-7000-8000-000000000000"),
    "media type": _with("recordings/0/media_type", "text/html"),
    "no recording": _with("recordings", []),
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD.keys())
def test_what_is_not_a_story_is_refused_without_echo(
    put: Put, form: dict[str, Any], change: Callable[[dict[str, Any]], None]
) -> None:
    declaration = make_declaration([make_participant(form)], sounds=1)
    change(declaration)
    answer = put(declaration)
    assert (answer.status_code, answer.json()["code"]) == (422, "validation")
    assert "input" not in answer.text
    assert "Mars" not in answer.text


@pytest.mark.parametrize(
    "told", ["<script>alert(1)</script>", "Z̷̧̛a̴l̶g̵o̶", "\u202eright to left", "=HYPERLINK(1)", "👩‍👩‍👧"]
)
def test_any_words_are_taken_as_words(put: Put, form: dict[str, Any], told: str, project_id: UUID) -> None:
    story_id = new_id()
    assert put(make_declaration([make_participant(form)], title=told), story_id).status_code == 201


def test_words_are_kept_composed(put: Put, form: dict[str, Any], project_id: UUID) -> None:
    story_id = new_id()
    put(make_declaration([make_participant(form)], title="cafe\u0301"), story_id)
    with reading(project_id) as session:
        assert queries.get_story(session, story_id).title == "caf\u00e9"


@pytest.mark.parametrize("when", ["1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z"])
def test_a_wrong_clock_stops_no_story(put: Put, form: dict[str, Any], when: str) -> None:
    voice = make_participant(form, given_at=when)
    assert put(make_declaration([voice], recorded_at=when)).status_code == 201


@pytest.mark.parametrize("story_id", ["1", "0192F3C4-0000-7000-8000-00000000000A", "%00", "..%2f", "a" * 1000])
def test_an_odd_id_names_nothing(put: Put, form: dict[str, Any], story_id: str) -> None:
    answer = put(make_declaration([make_participant(form)]), story_id)
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_a_phone_sees_its_own_stories_and_no_others(
    client: TestClient, put: Put, form: dict[str, Any], phone: tuple[Device, str], project_id: UUID
) -> None:
    ids = [new_id() for _ in range(3)]
    declaration = make_declaration([make_participant(form)])
    for story_id in ids:
        put(make_declaration([make_participant(form)]), story_id)
    stranger = {"Authorization": f"Bearer {make_phone(project_id)[1]}"}
    assert client.get("/api/stories", headers=stranger).json() == {"items": [], "next_cursor": None}
    assert client.get(f"/api/stories/{ids[0]}", headers=stranger).status_code == 404
    assert put(declaration, ids[0], token=stranger["Authorization"][7:]).status_code == 404
    own = {"Authorization": f"Bearer {phone[1]}"}
    first = client.get("/api/stories?limit=2", headers=own).json()
    rest = client.get("/api/stories", params={"cursor": first["next_cursor"]}, headers=own).json()
    listed = [item["story_id"] for item in first["items"] + rest["items"]]
    assert listed == [str(story_id) for story_id in reversed(ids)]
    assert rest["next_cursor"] is None
    assert first["items"][0].keys() == {"story_id", "kind", "status", "received_at"}
    for query, code in (("limit=-1", "validation"), ("limit=999999999", "validation"), ("cursor=x", "cursor-invalid")):
        assert client.get(f"/api/stories?{query}", headers=own).json()["code"] == code
    theirs = client.get("/api/stories", params={"cursor": first["next_cursor"]}, headers=stranger)
    assert theirs.json()["code"] == "cursor-invalid"


def test_a_phone_of_another_project_finds_nothing(put: Put, form: dict[str, Any], client: TestClient) -> None:
    story_id = new_id()
    put(make_declaration([make_participant(form)]), story_id)
    other = found_project("Hillside", ["en"], organisation="H", contact="c", country="GB")
    _, token = make_phone(other)
    with reading(other) as session:
        theirs = make_declaration([make_participant(form_of(session, other))])
    assert client.get(f"/api/stories/{story_id}", headers={"Authorization": f"Bearer {token}"}).status_code == 404
    assert put(theirs, story_id, token=token).status_code == 404


def test_too_many_new_stories_wait_on_the_phone(
    put: Put, form: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(declaring, "PER_HOUR_OF_INVITE", 2)
    declaration, story_id = make_declaration([make_participant(form)]), new_id()
    assert put(declaration, story_id).status_code == 201
    assert put(make_declaration([make_participant(form)])).status_code == 201
    refused = put(make_declaration([make_participant(form)]))
    assert (refused.status_code, refused.json()["code"]) == (429, "quota-exceeded")
    assert int(refused.headers["Retry-After"]) > 0
    assert put(declaration, story_id).status_code == 200


def test_two_voices_bring_two_receipts(put: Put, form: dict[str, Any]) -> None:
    voices = [make_participant(form), make_participant(form, role="interviewer")]
    told = put(make_declaration(voices, kind="dialogue")).json()
    assert len({receipt["dct:identifier"] for receipt in told["consent_receipts"]}) == 2


def test_no_secret_of_the_code_is_kept(put: Put, form: dict[str, Any], project_id: UUID) -> None:
    voice = make_participant(form, receipt={"pin": "482913"})
    put(make_declaration([voice]))
    with writing(project_id) as session:
        (code,) = session.execute(select(ReceiptCode)).scalars()
        assert voice["receipt"]["verifier"] not in str(code.model_dump())
        assert "482913" not in str(code.model_dump())


def test_a_phone_that_joined_again_takes_its_half_sent_story_with_it(
    client: TestClient, put: Put, form: dict[str, Any], phone: tuple[Device, str], project_id: UUID
) -> None:
    declaration, story_id = make_declaration([make_participant(form)], sounds=1), new_id()
    put(declaration, story_id)
    _, again = make_phone(project_id)
    answer = put(declaration, story_id, again)
    assert answer.status_code == 200

    part = declaration["recordings"][0]
    tus = {"Tus-Resumable": "1.0.0", "Upload-Length": str(part["bytes"])}
    named = base64.b64encode(part["recording_id"].encode()).decode()
    headers = {**tus, "Upload-Metadata": f"recording_id {named}"}
    old, new = (
        client.post("/api/uploads", headers={**headers, "Authorization": f"Bearer {token}"})
        for token in (phone[1], again)
    )
    assert (old.status_code, new.status_code) == (404, 201)
    assert put(declaration, story_id).status_code == 200, "and back, should it be the same phone after all"


def test_another_phone_that_knows_only_the_id_gets_nothing(put: Put, form: dict[str, Any], project_id: UUID) -> None:
    story_id = new_id()
    put(make_declaration([make_participant(form)]), story_id)
    _, other = make_phone(project_id)
    assert put(make_declaration([make_participant(form)]), story_id, other).status_code == 404
