# SPDX-License-Identifier: Apache-2.0
"""Amina has no PIN. Sam knows her, sits beside her, and opens half an hour in which her code alone opens her story."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.consent import service as consent_service
from app.kit import audit, clock, moments
from app.kit.db import reading, writing
from app.people.access import Staff
from app.receipts import sound
from tests.rooms.receipts.at_the_desk import Desk, sign_in
from tests.rooms.receipts.conftest import YES, Teller, tell

Decide = Callable[[Teller, str], None]


@pytest.fixture
def sam(front_door: FastAPI, facilitator: Staff) -> Desk:
    """Sam's browser."""
    return Desk(sign_in(front_door, facilitator.person_id))


@pytest.fixture
def without_pin(client: TestClient, project_id: UUID) -> Teller:
    teller = tell(client, project_id, receipt={})
    teller.opens()
    return teller


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """So many minutes from the beginning of the test."""
    begun = clock.now()

    def pass_minutes(minutes: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: begun + timedelta(minutes=minutes))

    return pass_minutes


def test_without_it_the_bare_code_reads_nothing(without_pin: Teller, sam: Desk) -> None:
    assert not sam.sees(without_pin)[0]["has_own_step"]
    without_pin.looks("story", status=403)


def test_with_it_the_bare_code_reads_and_signs(client: TestClient, project_id: UUID, sam: Desk, decide: Decide) -> None:
    amina = tell(client, project_id, receipt={}, wants_sign_off=True)
    decide(amina, "ask_sign_off")
    shown = amina.opens()
    proof = shown["sign_off"]["proof_sha256"]
    amina.asks("sign-off", status=403, proof_sha256=proof, decision="yes")
    sam.opens_window(amina)
    assert amina.opens()["second_step"]["open"]
    assert amina.looks("story")["said"]["text"]
    assert amina.asks("sign-off", proof_sha256=proof, decision="yes")["story"]["status"] == "approved"


def test_it_shuts_by_the_clock_with_no_job(without_pin: Teller, sam: Desk, later: Callable[[int], None]) -> None:
    sam.opens_window(without_pin)
    assert sam.sees(without_pin)[0]["lent_until"]
    later(29)
    without_pin.opens()
    without_pin.looks("story")
    assert sam.sees(without_pin)[0]["lent_until"]
    later(31)
    assert not without_pin.opens()["second_step"]["open"]
    without_pin.looks("story", status=403)
    assert sam.sees(without_pin)[0]["lent_until"] is None


def test_a_session_begun_inside_it_does_not_outlast_it(
    without_pin: Teller, sam: Desk, later: Callable[[int], None]
) -> None:
    sam.opens_window(without_pin)
    later(25)
    without_pin.opens()
    without_pin.looks("story")
    later(31)
    without_pin.looks("story", status=403)


def test_sound_that_runs_stops_with_it(
    without_pin: Teller, sam: Desk, later: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever else would let it go on."""
    sam.opens_window(without_pin)
    holder = consent_service.receipt_session(without_pin.session, clock.now())
    monkeypatch.setattr(sound, "_find", lambda *_told, **_more: ("a sound", 1, "audio/ogg"))
    assert sound._is_still_there(holder, "original", "opus", "a sound")
    later(31)
    assert not sound._is_still_there(holder, "original", "opus", "a sound")


def test_a_clock_set_back_does_not_open_it_again(
    without_pin: Teller, sam: Desk, project_id: UUID, later: Callable[[int], None]
) -> None:
    sam.opens_window(without_pin)
    with writing(project_id) as session:
        moments.note(session, clock.now() + timedelta(minutes=31))
    later(1)
    assert not without_pin.opens()["second_step"]["open"]


def test_it_is_for_one_voice_alone(client: TestClient, project_id: UUID, sam: Desk) -> None:
    amina = tell(client, project_id, receipt={}, others=[{"choices": YES, "receipt": {"pin": None}}])
    ben = amina.others[0]
    stranger = tell(client, project_id, receipt={})
    sam.opens_window(amina, place=sam.place_of(amina, project_id))
    assert amina.opens()["second_step"]["open"]
    assert not ben.opens()["second_step"]["open"]
    ben.looks("story", status=403)
    assert not stranger.opens()["second_step"]["open"]


def test_sam_shuts_it_when_they_part(without_pin: Teller, sam: Desk) -> None:
    sam.opens_window(without_pin)
    without_pin.looks("story")
    sam.closes_window(without_pin)
    without_pin.looks("story", status=403)


def test_sam_must_say_that_they_are_together(without_pin: Teller, sam: Desk) -> None:
    assert sam.tries(without_pin, "window") == 422
    assert sam.tries(without_pin, "window", in_person=False) == 422
    without_pin.looks("story", status=403)


def test_it_is_written_down_and_her_page_says_so(
    without_pin: Teller, sam: Desk, facilitator: Staff, project_id: UUID
) -> None:
    sam.opens_window(without_pin)
    sam.closes_window(without_pin)
    with reading(project_id) as session:
        done = [(one.action, one.actor) for one in audit.entries_about(session, without_pin.story_id)]
    sam_did = str(facilitator.person_id)
    assert ("window_opened", sam_did) in done
    assert ("window_closed", sam_did) in done
    assert "window" in [entry["what"] for entry in without_pin.opens()["history"]]
    page = without_pin.browser.post("/s/", data={"session": without_pin.session, "lang": "en"}).text
    assert "Somebody from the team was with you." in page


def test_it_goes_with_the_story(without_pin: Teller, sam: Desk, project_id: UUID) -> None:
    sam.opens_window(without_pin)
    with writing(project_id) as session:
        consent_service.erase(session, without_pin.story_id)
    assert sam.sees(without_pin) == []
