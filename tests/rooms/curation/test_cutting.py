# SPDX-License-Identifier: Apache-2.0
"""Ben took back what he said in a talk with Amina. The desk cuts him out; what she said stays hers."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import delete
from sqlmodel import select

from app.curation import queries
from app.curation.jobs import go_on_cutting
from app.curation.models import Cutting, Message
from app.kit import audit, clock
from app.kit.blobs import store
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.media import service as media
from app.people import service as people
from app.stories import cutting as stories_cutting
from app.stories import queries as stories
from app.stories.models import Playback
from tests.rooms.curation.conftest import SignIn
from tests.rooms.curation.two_voices import (
    AMINA_SAID,
    AMINAS_HZ,
    BENS_HZ,
    BENS_TURN,
    LIE,
    TURN_MS,
    Calendar,
    Desk,
    Talk,
    hire,
)
from tests.rooms.media.sounds import heard, level_at
from tests.rooms.publishing.desk_work import House
from tests.trust import register

Drain = Callable[[], None]
MS = 48


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    return Calendar(monkeypatch)


@pytest.fixture
def talk(client: TestClient, desk: House, drain: Drain, monkeypatch: pytest.MonkeyPatch) -> Talk:
    hire(monkeypatch)
    return Talk(client, desk, drain).arrive().label()


@pytest.fixture
def gone(talk: Talk, calendar: Calendar) -> Talk:
    """Ben took his part back, and his days to undo are over."""
    talk.take_back()
    calendar.add(15)
    return talk


@pytest.fixture
def fays(gone: Talk, desk: House, sign_in: SignIn) -> Desk:
    return Desk(sign_in(desk.facilitator.person_id), gone.story_id).claim()


@pytest.fixture
def letter(client: TestClient, desk: House, drain: Drain) -> Talk:
    """The same talk in writing."""
    return Talk(client, desk, drain, is_written=True).label()


@pytest.fixture
def read_by_fay(letter: Talk, desk: House, sign_in: SignIn) -> Callable[[], Desk]:
    return lambda: Desk(sign_in(desk.facilitator.person_id), letter.story_id).claim()


def asked(fays: Desk, **told: Any) -> None:
    assert fays.mark(**(told or {"spans": [BENS_TURN]})).status_code == 200
    if "word_spans" not in told:
        assert fays.hear().json()["left"] == []
    answer = fays.finish()
    assert answer.status_code == 202, answer.text


def cut(talk: Talk, fays: Desk, **told: Any) -> None:
    asked(fays, **told)
    talk.drain()
    assert register.failed_jobs() == []


def his_words(fays: Desk) -> dict[str, Any]:
    """Ben's part of the letter, as marks."""
    his = [word["id"] for word in fays.look().json()["words"] if word["speaker"] == "Ben"]
    return {"word_spans": [{"from_word": his[0], "to_word": his[-1]}]}


def everything(fays: Desk) -> list[Response]:
    return [fays.look(), fays.listen(), fays.hear(), fays.mark(spans=[BENS_TURN]), fays.finish()]


def assert_hers_alone(talk: Talk) -> None:
    """Her words and her sound, and silence where he spoke."""
    assert " ".join(word["text"] for word in talk.words()) == AMINA_SAID
    with reading(talk.project_id) as session:
        [part] = stories.recordings(session, talk.story_id)
        playback = stories.playback(session, talk.story_id)
    assert part.key is not None
    sound = heard(store().get(part.key))
    assert sound.size == 2 * TURN_MS * MS
    assert level_at(sound[: 1_650 * MS], AMINAS_HZ) > 0.2
    assert not sound[TURN_MS * MS :].any()
    assert playback is not None
    assert level_at(heard(store().get(playback.opus_key)), BENS_HZ) < 0.001


def test_the_one_who_cuts_is_shown_who_went_what_was_said_and_what_is_left_to_do(gone: Talk, fays: Desk) -> None:
    shown = fays.look().json()
    assert [(one["display_name"], one["is_gone"]) for one in shown["people"]] == [("Amina", False), ("Ben", True)]
    assert [(one["label"], one["is_gone"]) for one in shown["speakers"]] == [("Amina", False), ("Ben", True)]
    assert (shown["state"], shown["sound"]) == ("marking", "ready")
    assert LIE in [word["text"] for word in shown["words"]]
    assert [one["slug"] for one in shown["left"]] == ["cut-not-marked", "cut-unheard", "cut-words-outside"]
    assert fays.listen().status_code == 200
    peaks = json.loads(fays.browser.get(f"{fays.path}/cutting/peaks").content)
    assert np.abs(np.array(peaks["data"])).max() > 10
    with reading(gone.project_id) as session:
        done = [entry.action for entry in audit.entries_about(session, gone.story_id)]
    assert {"read_to_cut", "heard_to_cut"} <= set(done)
    with writing(gone.project_id) as session:
        session.execute(delete(Playback))
    shown = fays.look().json()
    assert (shown["sound"], shown["left"][0]["slug"]) == ("making", "cut-no-sound")
    gone.drain()
    assert fays.look().json()["sound"] == "ready", "it is joined for the one who cuts"


def test_after_the_cut_aminas_sound_and_words_are_all_there_and_bens_are_not(gone: Talk, fays: Desk) -> None:
    cut(gone, fays)
    assert_hers_alone(gone)
    assert gone.status() == "in_review"
    for answer, code in (
        (gone.declare(), "story-erased"),
        (gone.begin_upload(), "upload-of-erased-story"),
        (gone.send(), "upload-of-erased-story"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (410, code)
    assert gone.held().json()["status"] == "in_review"


def test_his_code_then_opens_nothing_and_hers_opens_what_is_hers(
    gone: Talk, fays: Desk, desk: House, sign_in: SignIn
) -> None:
    cut(gone, fays)
    unknown = gone.client.post("/api/receipts/open", json={"code": "0" * 16}).json()
    assert {**gone.open(1).json(), "request_id": ""} == {**unknown, "request_id": ""}
    shown = gone.open(0).json()
    assert not shown["story"]["is_shut"]
    assert "voice-out" in [entry["what"] for entry in shown["history"]]
    page = gone.client.post("/s/", data={"session": shown["session"], "lang": "en"}).text
    assert "A voice was taken out of this story for good." in page
    with writing(gone.project_id) as session:
        person = people.add_person(session, gone.project_id, "s@example.org", "steward", at=clock.now())
    stella = sign_in(person.person_id)
    answer = stella.get(f"/api/desk/participants/{gone.amina}/bundle")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as bundle:
        told = {name: bundle.read(name) for name in bundle.namelist()}
    assert AMINA_SAID in told["words.txt"].decode()
    assert level_at(heard(told.pop("sound.ogg")), BENS_HZ) < 0.001
    assert all(LIE.encode() not in data and b"Ben" not in data for data in told.values())
    assert stella.get(f"/api/desk/participants/{gone.ben}/bundle").status_code == 404


def test_it_needs_a_new_proof_that_somebody_hears_and_then_ben_is_not_asked(gone: Talk, fays: Desk) -> None:
    reader = gone.house.partner()
    cut(gone, fays)
    story = fays.browser.get(fays.path).json()
    assert [one["display_name"] for one in story["participants"]] == ["Amina"]
    assert "proof-missing" in [one["slug"] for one in story["obstacles"]]
    gone.house.decide(gone.story_id, "approve")
    gone.drain()
    gone.house.listen(gone.story_id, 0, 2 * TURN_MS)
    gone.house.decide(gone.story_id, "approve")
    gone.drain()
    released = str(gone.house.ask(gone.story_id, reader))
    assert "mother" in released
    assert LIE not in released


def test_nothing_is_cut_while_some_of_it_was_not_heard_or_a_word_of_his_is_outside_or_one_of_hers_inside(
    gone: Talk, fays: Desk
) -> None:
    fays.mark(spans=[BENS_TURN])
    fays.hear(TURN_MS, 2 * TURN_MS)
    answer = fays.finish()
    assert (answer.status_code, answer.json()["code"]) == (409, "cut-unheard")
    assert fays.look().json()["unheard"] == [{"start_ms": 0, "end_ms": TURN_MS}]
    fays.hear(0, TURN_MS)
    assert fays.mark(spans=[{"start_ms": TURN_MS, "end_ms": 3_000}]).json()["outside"]
    assert fays.finish().json()["code"] == "cut-words-outside"
    wide = {"start_ms": TURN_MS - 300, "end_ms": 2 * TURN_MS}
    [both] = fays.mark(spans=[wide]).json()["overlaps"]
    assert fays.finish().json()["code"] == "cut-overlap"
    assert fays.mark(spans=[{**wide, "with_others": True}]).json()["left"] == []
    assert fays.finish().status_code == 202
    assert fays.mark(spans=[]).json()["code"] == "cut-begun"
    gone.drain()
    assert len(gone.words()) == len(AMINA_SAID.split()) - len(both["words"])


def test_nobody_looks_while_ben_may_still_come_back(letter: Talk, read_by_fay: Callable[[], Desk]) -> None:
    letter.take_back()
    for answer in everything(read_by_fay()):
        assert (answer.status_code, answer.json()["code"]) == (409, "undo-still-open")


def test_a_story_that_nobody_left_has_nothing_to_cut(letter: Talk, read_by_fay: Callable[[], Desk]) -> None:
    for answer in everything(read_by_fay()):
        assert (answer.status_code, answer.json()["code"]) == (409, "nothing-to-cut")


def test_nobody_looks_past_amina_when_she_does_not_let_the_team_in(
    client: TestClient, desk: House, drain: Drain, calendar: Calendar, sign_in: SignIn
) -> None:
    shut = {"hold_and_transcribe": "given", "project_team": "refused"}
    talk = Talk(client, desk, drain, is_written=True, choices=shut).take_back()
    calendar.add(15)
    for answer in everything(Desk(sign_in(desk.facilitator.person_id), talk.story_id).claim()):
        assert (answer.status_code, answer.json()["code"]) == (403, "team-may-not-read")


def test_only_the_one_who_holds_the_story_opens_it_and_no_other_door_opens_with_it(
    letter: Talk, read_by_fay: Callable[[], Desk], calendar: Calendar, desk: House, sign_in: SignIn
) -> None:
    letter.take_back()
    calendar.add(15)
    fays = read_by_fay()
    with writing(letter.project_id) as session:
        gus = people.add_person(session, letter.project_id, "g@example.org", "facilitator", name="Gus", at=clock.now())
    his = Desk(sign_in(gus.person_id), letter.story_id)
    for answer in everything(his):
        assert (answer.status_code, answer.json()["code"]) == (409, "claimed-by-other")
    assert fays.look().status_code == 200
    for door in ("audio", "peaks"):
        assert fays.browser.get(f"{fays.path}/{door}").json()["code"] == "team-may-not-read"
    shown = fays.browser.get(fays.path).json()
    assert (shown["transcript"], shown["text"], shown["title"]) == (None, None, "")
    fays.browser.post(f"{fays.path}/leave", headers={"If-Match": fays.etag()})
    assert his.look().json()["code"] == "not-claimed"


def test_when_amina_takes_hers_back_too_nothing_is_cut(
    letter: Talk, read_by_fay: Callable[[], Desk], calendar: Calendar
) -> None:
    letter.take_back()
    calendar.add(15)
    fays = read_by_fay()
    assert fays.look().status_code == 200
    letter.take_back(0)
    assert letter.status() == "withdrawn"
    for answer in everything(fays):
        assert answer.json()["code"] == "story-not-open"


def test_while_somebody_may_be_in_danger_nothing_is_destroyed(
    letter: Talk, read_by_fay: Callable[[], Desk], calendar: Calendar
) -> None:
    letter.take_back()
    calendar.add(15)
    fays = read_by_fay()
    concern = {"urgency": "now", "note": "Somebody may look for her."}
    fays.browser.post(f"{fays.path}/concerns", json=concern, headers={"If-Match": fays.etag()})
    for answer in everything(fays):
        assert answer.json()["code"] == "on-hold"


def test_a_talk_in_writing_loses_his_words_and_what_was_marked_in_them_and_keeps_hers(
    letter: Talk, read_by_fay: Callable[[], Desk], calendar: Calendar
) -> None:
    words = [word["id"] for word in letter.words()]
    hers, his = words[: len(AMINA_SAID.split())], words[len(AMINA_SAID.split()) :]
    kept = letter.house.quote(letter.story_id, hers[0], hers[3])
    letter.house.quote(letter.story_id, his[0], his[3])
    letter.house.quote(letter.story_id, hers[-1], his[0])
    letter.house.redact(letter.story_id, hers[5], replacement="her mother")
    letter.house.redact(letter.story_id, his[2], replacement="the place")
    letter.house.redact(letter.story_id, hers[-1], his[1])
    for who in (0, 1):
        opened = letter.open(who).json()["session"]
        sent = {"Authorization": f"Bearer {opened}", "Idempotency-Key": str(new_id())}
        letter.client.post("/api/receipts/message", json={"kind": "message", "text": f"From {who}."}, headers=sent)
    letter.take_back()
    calendar.add(15)
    fays = read_by_fay()
    cut(letter, fays, **his_words(fays))
    assert " ".join(word["text"] for word in letter.words()) == AMINA_SAID
    with reading(letter.project_id) as session:
        assert stories.get_story(session, letter.story_id).text == AMINA_SAID
        assert [one.quote_id for one in queries.quotes(session, letter.story_id)] == [kept]
        held = [(one.from_word, one.to_word, one.replacement) for one in queries.redactions(session, letter.story_id)]
        messages = session.execute(select(Message.text)).scalars().all()
    assert held == [(hers[5], hers[5], "her mother"), (hers[-1], hers[-1], "")]
    assert messages == ["From 0."]
    assert letter.declare().status_code == 410
    assert fays.look().json()["state"] == "done"


def test_what_was_written_about_the_whole_is_read_again_before_it_is_approved(
    letter: Talk, read_by_fay: Callable[[], Desk], calendar: Calendar
) -> None:
    told: dict[str, Any] = {"title": "A crossing", "summary": "Two people cross.", "place": {}, "content_warnings": []}
    told |= {"themes": [], "tags": [], "place_precision": "area", "date_precision": "month"}
    before = read_by_fay()
    before.browser.put(f"{before.path}/details", json=told, headers={"If-Match": before.etag()})
    letter.take_back()
    calendar.add(15)
    fays = read_by_fay()
    fays.mark(**his_words(fays))
    assert fays.finish().json()["look_at"] == ["title", "summary"]
    letter.drain()
    shown = fays.browser.get(fays.path).json()
    assert shown["title"] == "A crossing"
    assert "details-unconfirmed" in [one["slug"] for one in shown["obstacles"]]
    fays.browser.put(f"{fays.path}/details", json=told, headers={"If-Match": fays.etag()})
    obstacles = fays.browser.get(fays.path).json()["obstacles"]
    assert "details-unconfirmed" not in [one["slug"] for one in obstacles]


def test_where_consent_changes_while_it_is_rendered_it_begins_anew(
    gone: Talk, fays: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Amina allows less in the middle of it."""
    real = media.mute
    tries: list[str] = []

    def mute(*told: Any, **more: Any) -> Any:
        made = real(*told, **more)
        if not tries:
            assert gone.ask(0, "narrow", choices={"research": "refused"}).status_code == 200
        tries.append(made.copy.key)
        return made

    monkeypatch.setattr(media, "mute", mute)
    cut(gone, fays)
    assert_hers_alone(gone)
    assert len(tries) == 2
    assert not store().exists(tries[0])


def test_where_amina_goes_while_it_is_rendered_nothing_is_destroyed(
    gone: Talk, fays: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = media.mute
    with reading(gone.project_id) as session:
        [part] = stories.recordings(session, gone.story_id)

    def mute(*told: Any, **more: Any) -> Any:
        made = real(*told, **more)
        assert gone.ask(0, "withdraw").status_code == 200
        return made

    monkeypatch.setattr(media, "mute", mute)
    cut(gone, fays)
    assert gone.status() == "withdrawn"
    assert part.key is not None
    assert store().exists(part.key)
    assert gone.ask(0, "undo").status_code == 200
    with reading(gone.project_id) as session:
        assert session.execute(select(Cutting.state)).scalar_one() == "marking"


def test_what_a_worker_that_died_left_half_done_is_finished_and_meanwhile_nothing_brings_him_back(
    gone: Talk, fays: Desk, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It died after the ledger was written and the original was gone, and before the rows were."""
    real = stories_cutting.replace

    def dies(*_told: Any, **_more: Any) -> int:
        raise RuntimeError("the worker died")

    monkeypatch.setattr(stories_cutting, "replace", dies)
    assert gone.ask(1, "undo").json()["code"] == "nothing-to-undo"
    asked(fays)
    gone.drain()
    monkeypatch.setattr(stories_cutting, "replace", real)
    assert fays.look().json()["state"] == "making"
    assert gone.declare().status_code == 410
    calendar.add(3)
    assert gone.ask(1, "undo").json()["code"] == "nothing-to-undo", "whatever the clock is set back to"
    calendar.add(16)
    go_on_cutting()
    gone.drain()
    assert_hers_alone(gone)
