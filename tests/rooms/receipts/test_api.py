# SPDX-License-Identifier: Apache-2.0
import json
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.curation import queries as curation
from app.kit import clock
from app.kit.db import reading
from app.publishing import queries as publishing
from app.stories import queries as stories
from tests.makers.stories import make_code
from tests.rooms.receipts.conftest import PIN, Teller, tell

Decide = Callable[[Teller, str], None]


def test_amina_opens_her_story_with_nothing_but_its_code(amina: Teller) -> None:
    shown = amina.opens()
    assert shown["story"]["status"] == "in_review"
    assert shown["story"]["kind"] == "monologue"
    assert shown["second_step"] == {"pin": True, "code_alone": False, "open": False}
    assert shown["consent"]["choices"]["share_partner:services"] == "given"
    assert shown["recipients"] == []
    assert [entry["what"] for entry in shown["history"]] == ["arrived", "looking"]


def test_what_the_code_alone_opens_holds_no_word_of_the_story(amina: Teller, project_id: UUID) -> None:
    with reading(project_id) as session:
        text = stories.get_story(session, amina.story_id).text
    answer = amina.browser.post("/api/receipts/open", json={"code": amina.code})
    assert text not in answer.text
    assert "Amina" not in answer.text


def test_a_wrong_an_unknown_and_a_garbled_code_get_the_same_answer(amina: Teller) -> None:
    wrong = amina.code[:6] + make_code()[6:]
    told = []
    for code in (wrong, make_code(), "not a code at all", "", "x" * 5_000, "\x00", "\ud800", f"{amina.code}\x00x"):
        sent = json.dumps({"code": code})
        answer = amina.browser.post("/api/receipts/open", content=sent, headers={"Content-Type": "application/json"})
        body = answer.json()
        del body["request_id"]
        told.append((answer.status_code, body))
    assert told[0][0] == 404
    assert told[0][1]["code"] == "receipt-invalid"
    assert all(one == told[0] for one in told)


def test_nobody_comes_in_without_the_session(amina: Teller) -> None:
    assert amina.browser.post("/api/receipts/undo").status_code == 401
    amina.session = "guessed"
    amina.asks("withdraw", status=401)


def test_taking_it_back_tells_the_partner_in_the_same_breath(
    amina: Teller, council: UUID, decide: Decide, project_id: UUID
) -> None:
    decide(amina, "approve")
    shown = amina.opens()
    assert [one["name"] for one in shown["recipients"]] == ["City Council"]
    assert "until" not in shown["recipients"][0]

    shown = amina.asks("withdraw")
    assert shown["story"]["status"] == "withdrawn"
    assert shown["story"]["undo_until"]
    assert shown["recipients"][0]["until"]
    assert "acknowledged_at" not in shown["recipients"][0]
    with reading(project_id) as session:
        told = publishing.changes(session, council, after=0, limit=10)
    assert [one.type for one in told] == ["story.released", "story.withdrawn"]


def test_taking_it_back_twice_answers_the_same(amina: Teller) -> None:
    amina.opens()
    assert amina.asks("withdraw") == amina.asks("withdraw")


def test_undo_brings_the_choices_back_but_shares_nothing(amina: Teller, council: UUID, decide: Decide) -> None:
    decide(amina, "approve")
    amina.opens()
    amina.asks("withdraw")
    shown = amina.asks("undo")
    assert shown["story"]["status"] == "in_review"
    assert shown["consent"]["choices"]["share_partner:services"] == "given"
    assert shown["recipients"][0]["until"]
    assert amina.asks("undo", status=409)["code"] == "nothing-to-undo"


def test_after_the_window_nothing_is_undone(amina: Teller, monkeypatch: pytest.MonkeyPatch) -> None:
    amina.opens()
    amina.asks("withdraw")
    later = clock.now() + timedelta(days=15)
    monkeypatch.setattr(clock, "now", lambda: later)
    amina.opens()
    assert amina.asks("undo", status=409)


def test_a_found_code_destroys_nothing_at_once(amina: Teller) -> None:
    amina.opens()
    assert amina.asks("withdraw", status=403, urgent=True)["code"] == "second-step-required"
    assert amina.opens()["story"]["status"] == "in_review"


def test_amina_reads_her_words_only_after_the_second_step(amina: Teller, project_id: UUID) -> None:
    with reading(project_id) as session:
        text = stories.get_story(session, amina.story_id).text
    amina.opens()
    assert amina.looks("story", status=403)["code"] == "second-step-required"
    assert amina.looks("audio?rendition=original", status=403)["code"] == "second-step-required"
    assert amina.asks("second-step", status=401, pin="0000")["code"] == "auth-invalid"
    assert amina.asks("second-step", pin=PIN)["second_step"]["open"]
    assert amina.looks("story")["said"]["text"] == text


def test_after_it_was_taken_back_not_even_the_teller_is_shown_the_words(amina: Teller) -> None:
    amina.opens()
    amina.asks("second-step", pin=PIN)
    amina.asks("withdraw")
    amina.looks("story", status=404)
    amina.looks("audio?rendition=original", status=404)


def test_a_code_that_alone_may_open_needs_no_pin(client: TestClient, project_id: UUID) -> None:
    teller = tell(client, project_id, receipt={"code_alone": True})
    assert teller.opens()["second_step"] == {"pin": False, "code_alone": True, "open": True}
    assert teller.looks("story")["said"]["text"]


def test_allowing_less_is_free_and_allowing_more_is_not(amina: Teller) -> None:
    amina.opens()
    shown = amina.asks("narrow", choices={"share_partner:services": "refused"})
    assert shown["consent"]["choices"]["share_partner:services"] == "refused"
    refused = amina.asks("narrow", status=403, choices={"share_partner:services": "given"})
    assert refused["code"] == "second-step-required"
    amina.asks("second-step", pin=PIN)
    shown = amina.asks("narrow", choices={"share_partner:services": "given"})
    assert shown["consent"]["choices"]["share_partner:services"] == "given"


def test_hiding_stops_it_today_and_showing_again_needs_more_than_the_code(
    amina: Teller, council: UUID, decide: Decide
) -> None:
    decide(amina, "approve")
    amina.opens()
    shown = amina.asks("embargo", until=None)
    assert shown["consent"]["hidden"]
    assert shown["recipients"][0]["until"]
    soon = (clock.now() + timedelta(seconds=1)).isoformat()
    assert amina.asks("embargo", status=403, until=soon)["code"] == "second-step-required"


def test_only_a_no_at_sign_off_is_free(client: TestClient, project_id: UUID, council: UUID, decide: Decide) -> None:
    amina = tell(client, project_id, wants_sign_off=True)
    decide(amina, "ask_sign_off")
    shown = amina.opens()
    assert shown["story"]["status"] == "awaiting_sign_off"
    proof = shown["sign_off"]["proof_sha256"]
    for decision in ("yes", "change"):
        refused = amina.asks("sign-off", status=403, proof_sha256=proof, decision=decision)
        assert refused["code"] == "second-step-required"
    amina.asks("second-step", pin=PIN)
    beside = amina.looks("story")["shared"]
    assert beside["sha256"] == proof
    assert beside["credit"]
    assert beside["recipients"] == ["City Council"]
    shown = amina.asks("sign-off", proof_sha256=proof, decision="yes")
    assert shown["story"]["status"] == "approved"
    assert "sign_off" not in shown


def test_no_at_sign_off_shares_nothing(client: TestClient, project_id: UUID, council: UUID, decide: Decide) -> None:
    amina = tell(client, project_id, wants_sign_off=True)
    decide(amina, "ask_sign_off")
    proof = amina.opens()["sign_off"]["proof_sha256"]
    shown = amina.asks("sign-off", proof_sha256=proof, decision="leave_out")
    assert shown["story"]["status"] == "declined"
    assert shown["recipients"] == []


def test_a_yes_to_another_proof_is_no_yes(client: TestClient, project_id: UUID, decide: Decide) -> None:
    amina = tell(client, project_id, wants_sign_off=True)
    decide(amina, "ask_sign_off")
    amina.opens()
    amina.asks("second-step", pin=PIN)
    assert amina.asks("sign-off", status=409, proof_sha256="0" * 64, decision="yes")["code"] == "proof-changed"


def test_a_message_sent_twice_arrives_once(amina: Teller, project_id: UUID) -> None:
    amina.opens()
    assert amina.asks("message", status=428, kind="message", text="Call me")
    for _ in range(2):
        amina.asks("message", headers={"Idempotency-Key": "a"}, kind="message", text="Please use my middle name")
    amina.asks("message", status=422, headers={"Idempotency-Key": "a"}, kind="message", text="Something else")
    with reading(project_id) as session:
        assert [one.text for one in curation.messages(session, amina.story_id)] == ["Please use my middle name"]


def test_reporting_harm_holds_the_story_back_at_once(amina: Teller, council: UUID, decide: Decide) -> None:
    decide(amina, "approve")
    amina.opens()
    shown = amina.asks("message", headers={"Idempotency-Key": "h"}, kind="harm", text="My landlord saw it")
    assert shown["recipients"][0]["until"]


def test_the_signed_consent_receipt_follows_what_amina_decided(amina: Teller) -> None:
    amina.opens()
    before = amina.looks("consent")
    amina.asks("narrow", choices={"recontact": "refused"})
    after = amina.looks("consent")
    assert after["dct:replaces"] == before["dct:identifier"]
    assert after["signature"]["alg"] == "Ed25519"
