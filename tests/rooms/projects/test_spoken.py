# SPDX-License-Identifier: Apache-2.0
"""What a steward says into the desk is heard on the phones of that project, and on no others."""

import base64
import hashlib
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy.orm import Session

from app.cli.caretaker import found_project
from app.consent import spoken as form_sounds
from app.consent import spoken_routes
from app.kit import audit, clock
from app.kit.blobs import store
from app.kit.db import across_projects, reading, writing
from app.people import service as people
from app.people.access import COOKIE
from app.projects import service, spoken
from app.projects.models import SpokenSound
from app.projects.rules import SPOKEN_BYTES, SPOKEN_WORDS
from tests.conftest import ORIGIN
from tests.house.source import ROOT
from tests.rooms.media.sounds import heard, live_webm, tone

Drain = Callable[[], None]
SAID = live_webm(tone(440, 1500))


def sign_in(front_door: FastAPI, project_id: UUID, role: str) -> TestClient:
    browser = TestClient(front_door, base_url=ORIGIN, raise_server_exceptions=False, headers={"Origin": ORIGIN})
    with writing(project_id) as session:
        person = people.add_person(session, project_id, f"{role}-{project_id}@b.org", role, at=clock.now())
        link = people.make_sign_in_link(session, person.person_id, clock.now(), timedelta(hours=1))
        browser.cookies.set(COOKIE, people.use_link(session, link, clock.now()))
    return browser


@pytest.fixture
def steward(front_door: FastAPI, project_id: UUID) -> TestClient:
    return sign_in(front_door, project_id, "steward")


class Phone:
    def __init__(self, front_door: FastAPI, project_id: UUID) -> None:
        self.client = TestClient(front_door, base_url=ORIGIN, raise_server_exceptions=False)
        with writing(project_id) as session:
            invite = service.create_invite(session, project_id, None, clock.now())[1]
        token = self.client.post("/api/join", json={"invite": invite}).json()["device_token"]
        self.client.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, **headers: str) -> Response:
        return self.client.get(path, headers=headers)

    def project(self) -> dict[str, Any]:
        told: dict[str, Any] = self.get("/api/project").json()
        return told


@pytest.fixture
def phone(front_door: FastAPI, project_id: UUID) -> Phone:
    return Phone(front_door, project_id)


def subjects(steward: TestClient, project_id: UUID, kind: str) -> list[dict[str, Any]]:
    listed = steward.get("/api/desk/spoken", params={"project_id": str(project_id)})
    assert listed.status_code == 200, listed.text
    return [one for one in listed.json()["subjects"] if one["kind"] == kind]


def say(
    steward: TestClient, project_id: UUID, kind: str, subject: str, sound: bytes = SAID, language: str = "en"
) -> Response:
    told = {"kind": kind, "subject": subject, "language": language, "sound": base64.b64encode(sound).decode()}
    return steward.post("/api/desk/spoken", json={"project_id": str(project_id), **told})


def test_a_question_a_steward_records_is_heard_on_the_phones_of_that_project(
    steward: TestClient, phone: Phone, project_id: UUID, drain: Drain
) -> None:
    asked = subjects(steward, project_id, "question")[0]
    assert say(steward, project_id, "question", asked["subject"]).status_code == 201
    drain()

    question = phone.project()["consent_form"]["texts"]["en"]["questions"]["hold_and_transcribe"]
    sound = phone.get(question["audio_url"])
    assert (sound.status_code, sound.headers["content-type"]) == (200, "audio/mp4")
    assert hashlib.sha256(sound.content).hexdigest() == question["sha256"]
    assert sound.content[4:8] == b"ftyp"
    assert 60_000 < heard(sound.content).size < 90_000
    assert "immutable" in sound.headers["cache-control"]
    again = phone.get(question["audio_url"], **{"If-None-Match": sound.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_prompts_cards_and_words_have_their_own_sounds(
    steward: TestClient, phone: Phone, project_id: UUID, drain: Drain
) -> None:
    prompt, card = (subjects(steward, project_id, kind)[0] for kind in ("prompt", "card"))
    say(steward, project_id, "prompt", prompt["subject"], live_webm(tone(300, 900)), "ar")
    say(steward, project_id, "card", card["subject"], live_webm(tone(400, 900)))
    say(steward, project_id, "word", "who-speaks", live_webm(tone(500, 900)), "ur")
    drain()
    told = phone.project()
    named = [
        told["prompts"][0]["texts"]["ar"],
        told["consent_form"]["texts"]["en"]["cards"][0],
        told["spoken"]["ur"]["who-speaks"],
    ]
    assert len({one["sha256"] for one in named}) == 3
    assert [phone.get(one["audio_url"]).status_code for one in named] == [200, 200, 200]
    assert "audio_url" not in told["prompts"][0]["texts"]["en"]


def hear_in_another_project(stranger: Phone, address: str) -> None:
    assert stranger.get(address).status_code == 404, "a stranger heard it"
    assert stranger.project()["spoken"] == {}


def test_a_phone_of_another_project_does_not_hear_it(
    steward: TestClient,
    phone: Phone,
    project_id: UUID,
    front_door: FastAPI,
    drain: Drain,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    say(steward, project_id, "word", "tell-title")
    drain()
    address = phone.project()["spoken"]["en"]["tell-title"]["audio_url"]
    elsewhere = found_project("Hillside", ["en"], organisation="H", contact="h@h.org", country="GB")
    stranger = Phone(front_door, elsewhere)
    assert phone.get(address).status_code == 200
    assert TestClient(front_door, base_url=ORIGIN).get(address).status_code == 401
    hear_in_another_project(stranger, address)

    monkeypatch.setattr(spoken, "find_playable", anybodys(spoken.find_playable, elsewhere))
    with pytest.raises(AssertionError, match="a stranger heard it"):
        hear_in_another_project(stranger, address)


def anybodys(find: Callable[..., Any], project_id: UUID) -> Callable[..., Any]:
    """As if rows were of no project, or of the one that asks."""

    def found(session: Session, sha256: str) -> SpokenSound | None:
        with across_projects(session):
            row = find(session, sha256)
        return None if row is None else SpokenSound(**{**row.model_dump(), "project_id": project_id})

    return found


def test_phones_ask_again_when_something_new_can_be_heard(
    steward: TestClient, phone: Phone, project_id: UUID, drain: Drain
) -> None:
    before = phone.get("/api/project").headers["etag"]
    say(steward, project_id, "word", "tell-title")
    assert phone.get("/api/project", **{"If-None-Match": before}).status_code == 304
    drain()
    assert phone.get("/api/project", **{"If-None-Match": before}).status_code == 200


def test_what_is_too_large_or_no_sound_is_refused(steward: TestClient, project_id: UUID, house: object) -> None:
    too_large = say(steward, project_id, "word", "tell-title", SAID + bytes(SPOKEN_BYTES))
    picture = say(steward, project_id, "word", "tell-title", b"\x89PNG\r\n\x1a\n" + bytes(100))
    letter = say(steward, project_id, "word", "tell-title", b"good morning")
    assert (too_large.status_code, too_large.json()["code"]) == (413, "media-too-large")
    assert (picture.status_code, picture.json()["code"]) == (415, "media-forbidden-container")
    assert (letter.status_code, letter.json()["code"]) == (415, "media-type-mismatch")
    assert list(store().list(f"{project_id}/spoken")) == []


def test_sound_that_cannot_be_played_says_so_and_reaches_no_phone(
    steward: TestClient, phone: Phone, project_id: UUID, drain: Drain
) -> None:
    say(steward, project_id, "word", "tell-title", SAID[:60])
    drain()
    word = next(one for one in subjects(steward, project_id, "word") if one["subject"] == "tell-title")
    assert word["sounds"]["en"]["state"] == "refused"
    assert phone.project()["spoken"] == {}


def say_what_nobody_says(steward: TestClient, project_id: UUID) -> None:
    question = subjects(steward, project_id, "question")[0]["subject"]
    refused = [
        say(steward, project_id, "word", "made-up"),
        say(steward, project_id, "prompt", "made-up"),
        say(steward, project_id, "question", question, language="de"),
    ]
    assert [answer.status_code for answer in refused] == [404, 404, 404]
    assert list(store().list(f"{project_id}/spoken")) == []


def test_nobody_says_what_the_project_does_not(
    steward: TestClient, project_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_what_nobody_says(steward, project_id)

    monkeypatch.setattr(form_sounds, "_require", lambda *_: None)
    with pytest.raises(AssertionError, match="201"):
        say_what_nobody_says(steward, project_id)


def knock(who: TestClient, project_id: UUID, made: str) -> set[int]:
    """At every door to spoken sounds."""
    return {
        who.get("/api/desk/spoken", params={"project_id": str(project_id)}).status_code,
        who.get(f"/api/desk/spoken/{made}/sound").status_code,
        say(who, project_id, "word", "who-speaks").status_code,
        who.delete(f"/api/desk/spoken/{made}").status_code,
    }


@pytest.fixture
def made(steward: TestClient, project_id: UUID, drain: Drain) -> str:
    """A word that can be heard."""
    spoken_id: str = say(steward, project_id, "word", "tell-title").json()["spoken_id"]
    drain()
    return spoken_id


def test_only_a_steward_or_an_admin_of_the_project_may(
    front_door: FastAPI, project_id: UUID, made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    facilitator = sign_in(front_door, project_id, "facilitator")
    assert knock(facilitator, project_id, made) == {403}

    monkeypatch.setattr(spoken_routes, "_steward", lambda staff: staff)
    with pytest.raises(AssertionError, match="200"):
        assert knock(facilitator, project_id, made) == {403}


def test_a_steward_of_another_project_finds_nothing(front_door: FastAPI, project_id: UUID, made: str) -> None:
    elsewhere = found_project("Hillside", ["en"], organisation="H", contact="h@h.org", country="GB")
    assert knock(sign_in(front_door, elsewhere, "steward"), project_id, made) == {404}
    admin = sign_in(front_door, project_id, "admin")
    assert knock(admin, project_id, made) == {200, 201, 204}


def test_a_prompt_can_be_said_anew_and_not_at_all(
    steward: TestClient, phone: Phone, project_id: UUID, drain: Drain
) -> None:
    prompt = subjects(steward, project_id, "prompt")[0]["subject"]
    say(steward, project_id, "prompt", prompt)
    drain()
    first = phone.project()["prompts"][0]["texts"]["en"]["sha256"]
    made = say(steward, project_id, "prompt", prompt, live_webm(tone(700, 1000))).json()["spoken_id"]
    drain()
    assert phone.project()["prompts"][0]["texts"]["en"]["sha256"] != first
    assert phone.get(f"/api/spoken/{first}").status_code == 404
    assert all(made in key for key in store().list(f"{project_id}/spoken"))

    assert steward.get(f"/api/desk/spoken/{made}/sound", headers={"Range": "bytes=0-9"}).status_code == 206
    assert steward.delete(f"/api/desk/spoken/{made}").status_code == 204
    drain()
    assert "audio_url" not in phone.project()["prompts"][0]["texts"]["en"]
    assert list(store().list(f"{project_id}/spoken")) == []
    with reading(project_id) as session:
        done = [entry.action for entry in audit.entries_about(session, made)]
    assert done == ["SpokenKept", "SpokenTakenOff"]


def test_the_sound_of_a_form_in_use_is_added_but_never_replaced(
    steward: TestClient, phone: Phone, project_id: UUID, drain: Drain
) -> None:
    replace_what_people_heard(steward, phone, project_id, drain)


def test_a_form_whose_sound_can_be_replaced_is_caught(
    steward: TestClient, phone: Phone, project_id: UUID, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_sounds, "_is_in_use", lambda *_: False)
    with pytest.raises(AssertionError, match="stands in its place"):
        replace_what_people_heard(steward, phone, project_id, drain)


def replace_what_people_heard(steward: TestClient, phone: Phone, project_id: UUID, drain: Drain) -> None:
    asked = subjects(steward, project_id, "question")[1]["subject"]
    spoilt = say(steward, project_id, "question", asked, SAID[:60])
    drain()
    made = say(steward, project_id, "question", asked)
    assert (spoilt.status_code, made.status_code) == (201, 201)
    drain()
    other = say(steward, project_id, "question", asked, live_webm(tone(700, 1000)))
    assert other.status_code == 409, "another sound stands in its place"
    assert other.json()["code"] == "sound-stands"

    address = phone.project()["consent_form"]["texts"]["en"]["questions"]["project_team"]["audio_url"]
    assert phone.get(address).status_code == 200
    assert steward.delete(f"/api/desk/spoken/{made.json()['spoken_id']}").status_code == 204
    drain()
    assert phone.get(address).status_code == 404
    assert "audio_url" not in phone.project()["consent_form"]["texts"]["en"]["questions"]["project_team"]
    assert say(steward, project_id, "question", asked).status_code == 409
    assert steward.get(f"/api/desk/spoken/{made.json()['spoken_id']}/sound").status_code == 200


def test_every_word_that_may_be_spoken_stands_in_the_catalogue_and_says_one_thing() -> None:
    folder = ROOT / "frontend" / "messages" / "en"
    catalogue = "".join((folder / f"{name}.ftl").read_text(encoding="utf-8") for name in ("reporter", "shared"))
    said = dict(re.findall(r"^([\w-]+) = (.+)$", catalogue, re.MULTILINE))
    assert [key for key in SPOKEN_WORDS if "{" in said.get(key, "{")] == []
    assert len(set(SPOKEN_WORDS)) == len(SPOKEN_WORDS)
