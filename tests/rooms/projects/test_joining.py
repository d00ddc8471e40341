# SPDX-License-Identifier: Apache-2.0
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.kit import clock
from app.kit.db import writing
from app.people.service import add_person
from app.projects import service
from app.projects.errors import ProjectInvalid
from app.projects.languages import is_language, written
from app.projects.queries import get_project


def make_invite(project_id: UUID, *, expires_in: timedelta | None = None, at: timedelta = timedelta()) -> str:
    with writing(project_id) as session:
        return service.create_invite(session, project_id, expires_in, clock.now() - at)[1]


def test_one_invite_lets_many_phones_join(client: TestClient, project_id: UUID) -> None:
    invite = make_invite(project_id)
    answers = [client.post("/api/join", json={"invite": invite}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 201, 201]
    assert len({answer.json()["device_token"] for answer in answers}) == 3


def test_who_joins_gets_all_that_works_without_a_network(client: TestClient, project_id: UUID) -> None:
    told = client.post("/api/join", json={"invite": make_invite(project_id)}).json()["project"]
    assert told["project_id"] == str(project_id)
    assert told["languages"] == ["en", "es", "ar", "ur"]
    assert told["limits"] == {"recording_ms": 7_200_000, "recording_bytes": 536_870_912, "text_characters": 100_000}
    assert len(told["prompts"]) == 4
    form = told["consent_form"]
    assert form["purposes"][0] == {"key": "hold_and_transcribe", "required": True, "recipients": [], "facets": []}
    keys = {purpose["key"] for purpose in form["purposes"]}
    assert {"share_partner:services", "research", "public_words", "public_voice"} <= keys
    for language in told["languages"]:
        text = form["texts"][language]
        assert len(text["cards"]) == 5
        assert text["questions"].keys() == keys
        assert "{" not in str([card["text"] for card in text["cards"]])
        assert {language} <= told["practice_guide"].keys() & told["help"].keys() & told["partner_note"].keys()


def test_an_unknown_invite_is_told_from_one_that_is_over(client: TestClient, project_id: UUID) -> None:
    over = make_invite(project_id, at=timedelta(days=31))
    unknown = client.post("/api/join", json={"invite": "made-up"})
    expired = client.post("/api/join", json={"invite": over})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "invite-invalid")
    assert (expired.status_code, expired.json()["code"]) == (410, "invite-expired")


def test_the_bundle_is_sent_again_only_when_it_changed(client: TestClient, project_id: UUID) -> None:
    token = client.post("/api/join", json={"invite": make_invite(project_id)}).json()["device_token"]
    headers = {"Authorization": f"Bearer {token}"}
    first = client.get("/api/project", headers=headers)
    again = client.get("/api/project", headers={**headers, "If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    with writing(project_id) as session:
        get_project(session, project_id).name = "Hillside"
    changed = client.get("/api/project", headers={**headers, "If-None-Match": first.headers["etag"]})
    assert changed.json()["name"] == "Hillside"


def test_a_facilitator_hands_out_an_invite_with_a_picture_of_it(client: TestClient, project_id: UUID) -> None:
    with writing(project_id) as session:
        add_person(session, project_id, "a@b.org", "facilitator", password="correct horse", at=clock.now())
    client.post("/api/desk/session", json={"email": "a@b.org", "password": "correct horse"})
    made = client.post("/api/desk/invites", json={"project_id": str(project_id)})
    assert made.status_code == 201
    told = made.json()
    assert told["url"] == f"https://heardwell.test/r/#/join/{told['invite']}"
    assert told["qr_svg"].startswith("<svg")
    assert client.post("/api/join", json={"invite": told["invite"]}).status_code == 201


def test_a_new_project_needs_a_name_and_languages_that_exist(house: Path) -> None:
    for name, languages in (("", ["en"]), ("Riverside", []), ("Riverside", ["xx-YYYY"])):
        with pytest.raises(ProjectInvalid), writing() as session:
            service.create_project(session, name, languages, "", "", "GB", clock.now())


@pytest.mark.parametrize(
    "tag", ["en", "en-GB", "sr-Latn-RS", "ur", "kmr", "zh-Hant", "es-419", "sl-rozaj", "de-x-haus"]
)
def test_languages_that_exist(tag: str) -> None:
    assert is_language(tag)
    assert written(tag.upper()) == tag


@pytest.mark.parametrize("tag", ["", "xx-YYYY", "xx", "english", "en_GB", "en-", "e", "qq-Latn", "en-" + "a" * 90])
def test_languages_that_do_not(tag: str) -> None:
    assert not is_language(tag)
