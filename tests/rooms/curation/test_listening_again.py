# SPDX-License-Identifier: Apache-2.0
"""A facilitator asks the machine to hear a story again, and nobody's work is lost by it."""

from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import col, select

from app.curation import live
from app.kit import audit
from app.kit.db import reading, writing
from app.publishing import queries as publishing
from app.publishing.editions import Released
from app.settings import settings
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.transcription import again, service, weights
from app.transcription.errors import NobodyWantsIt
from app.transcription.models import Run
from app.transcription.weights import ModelHere
from tests.rooms.curation.test_service import NOT_LET_IN, acts, look, path, raise_concern, send
from tests.rooms.publishing.desk_work import OPEN, House
from tests.stand_ins.engines import ScriptedEngine

HERE = [
    ModelHere("base", Path("whisper-base"), 145, "packages", english_only=False),
    ModelHere("tiny.en", Path("whisper-tiny.en"), 75, "packages", english_only=True),
]
HEARD = "Hum raat ko Karachi se nikle"
GIST = "By night away from Karachi we went"


@pytest.fixture(autouse=True)
def _two_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "list_models", lambda _folder: HERE)


def ask(client: TestClient, story_id: UUID, door: str = "/listen-again", **wish: Any) -> Response:
    etag = look(client, story_id)["etag"]
    told = wish if door == "/listen-again" else None
    return client.post(path(story_id, door), json=told, headers={"If-Match": etag})


def listen(desk: House, story_id: UUID, *sentences: str, language: str = "ur") -> None:
    """What the worker does with the wish."""
    with writing(desk.project_id) as session:
        run_id = UUID(service.open_run(session, str(story_id)))
    heard = ScriptedEngine(*sentences).listen(np.zeros(16_000, np.float32), language=language)
    with writing(desk.project_id) as session:
        service.begin(session, run_id, engine=heard.engine, model=heard.model, duration_ms=heard.duration_ms)
        service.find_language(session, run_id, language, 0.4)
        service.write_down(session, run_id, heard)


def text(shown: dict[str, Any]) -> str:
    return " ".join(word["text"] for word in shown["transcript"]["words"])


def test_the_desk_names_the_models_and_languages_there_are(desk: House, fay: TestClient) -> None:
    told = fay.get("/api/desk/listening").json()
    assert [one["name"] for one in told["models"]] == ["base", "tiny.en"]
    assert {"code": "ur", "name": "Urdu"} in told["languages"]
    assert str(desk.project_id) not in str(told)


def test_a_story_heard_as_hindi_is_heard_again_as_urdu(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    asked = ask(fay, story_id, language="ur")
    assert asked.status_code == 202, asked.text
    shown = look(fay, story_id)
    assert asked.headers["ETag"] == shown["etag"]
    assert (shown["status"], text(shown)) == ("in_review", "We left Karachi at night")
    assert shown["listening"]["asked"] | {"status": "waiting", "task": "transcribe"} == shown["listening"]["asked"]
    assert shown["listening"]["asked"]["asked"] == {"language": "ur", "model": ""}
    listen(desk, story_id, HEARD)
    shown = look(fay, story_id)
    assert (shown["status"], text(shown), shown["language"]) == ("in_review", HEARD, "ur")
    heard = shown["listening"]["heard"]
    assert (heard["language"], heard["language_probability"], heard["model"]) == ("ur", 0.4, "script")
    assert shown["listening"]["asked"] is None
    assert {"asked_again", "TranscriptionWanted", "HeardAgain"} <= set(acts(desk, story_id))


@pytest.mark.parametrize("work", ["redact", "quote", "correct"])
def test_words_that_somebody_worked_on_are_not_replaced(desk: House, fay: TestClient, work: str) -> None:
    story_id = desk.spoken()
    do(fay, story_id, work)
    refused = ask(fay, story_id, language="ur")
    assert (refused.status_code, refused.json()["code"]) == (409, "words-worked-on")
    assert "Take back" in refused.json()["detail"]
    assert look(fay, story_id)["listening"]["may_repeat"] is False


@pytest.mark.parametrize("work", ["redact", "quote", "correct"])
def test_work_that_begins_while_the_machine_listens_is_what_stays(desk: House, fay: TestClient, work: str) -> None:
    story_id = desk.spoken()
    ask(fay, story_id, language="ur")
    with writing(desk.project_id) as session:
        run_id = UUID(service.open_run(session, str(story_id)))
    do(fay, story_id, work)
    heard = ScriptedEngine(HEARD).listen(np.zeros(16_000, np.float32), language="ur")
    with pytest.raises(NobodyWantsIt), writing(desk.project_id) as session:
        service.write_down(session, run_id, heard)
    shown = look(fay, story_id)
    assert "Karachi" in text(shown)
    assert "raat" not in text(shown)
    assert (shown["listening"]["asked"]["status"], shown["listening"]["asked"]["message"]) == (
        "failed",
        again.PEOPLE_BEGAN,
    )


def do(client: TestClient, story_id: UUID, work: str) -> None:
    shown = look(client, story_id)
    span = {"from_word": "w2", "to_word": "w2"}
    words = [{"id": word["id"], "text": word["text"]} for word in shown["transcript"]["words"]]
    method, rest, told = {
        "redact": ("POST", "/redactions", {**span, "reason": "place"}),
        "quote": ("POST", "/quotes", span),
        "correct": ("PUT", "/transcript", {"base_revision": 0, "words": [*words, {"text": "long"}]}),
    }[work]
    done = client.request(method, path(story_id, rest), json=told, headers={"If-Match": shown["etag"]})
    assert done.status_code < 300, done.text


def test_marks_that_were_taken_back_stand_in_nobodys_way(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    do(fay, story_id, "quote")
    [quote] = look(fay, story_id)["quotes"]
    fay.delete(path(story_id, f"/quotes/{quote['quote_id']}"), headers={"If-Match": look(fay, story_id)["etag"]})
    assert ask(fay, story_id, language="ur").status_code == 202


@pytest.mark.parametrize("door", ["/listen-again", "/gist"])
def test_who_may_not_change_the_story_may_not_have_it_heard(
    desk: House, fay: TestClient, gus: TestClient, door: str
) -> None:
    story_id = desk.spoken()
    without = fay.post(path(story_id, door), json={})
    assert without.status_code == 428
    stale = fay.post(path(story_id, door), json={}, headers={"If-Match": '"old"'})
    assert stale.status_code == 412
    send(gus, story_id, "claim")
    assert ask(fay, story_id, door).json()["code"] == "claimed-by-other"
    closed = desk.spoken(choices=NOT_LET_IN)
    assert ask(gus, closed, door).json()["code"] == "team-may-not-read"
    written = desk.told()
    with writing(desk.project_id) as session:
        story_verbs.send_to_review(session, written)
    assert ask(gus, written, door).json()["code"] == "nothing-to-hear"


def test_a_language_or_model_nobody_has_is_refused_with_a_sentence(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    assert ask(fay, story_id, language="xx").json()["errors"] == [{"pointer": "/language", "rule": "unknown"}]
    for wish, code in (
        ({"model": "large-v3"}, "model-not-here"),
        ({"model": "tiny.en", "language": "ur"}, "model-english-only"),
    ):
        refused = ask(fay, story_id, **wish)
        assert (refused.status_code, refused.json()["code"]) == (409, code)
        assert refused.json()["detail"].endswith(".")


def test_a_gist_is_shown_to_the_team_and_leaves_with_nothing(desk: House, fay: TestClient) -> None:
    partner = desk.partner("services", "Council")
    story_id = desk.spoken(choices={**OPEN, "public_voice": "given"})
    assert look(fay, story_id)["listening"]["gist"] is None
    do(fay, story_id, "quote")
    assert ask(fay, story_id, "/gist").status_code == 202, "work on the words is no hindrance: it touches none"
    listen(desk, story_id, GIST)
    shown = look(fay, story_id)
    assert shown["listening"]["gist"]["paragraphs"] == [GIST]
    assert shown["listening"]["gist"]["language"] == "ur"
    assert text(shown) == "We left Karachi at night"
    assert len(shown["quotes"]) == 1
    with reading(desk.project_id) as session:
        assert GIST not in publishing.said(session, story_id).text
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 0, 2_000)
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    released = desk.ask(story_id, partner)
    assert isinstance(released, Released)
    assert "By night" not in str(released)
    assert "asked_gist" in acts(desk, story_id)


def test_a_gist_is_behind_the_transcripts_own_gate(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    ask(fay, story_id, "/gist")
    listen(desk, story_id, GIST)
    desk.narrow(story_id, {"project_team": "refused"})
    shown = look(fay, story_id)
    assert shown["listening"] is None
    assert "By night" not in str(shown)
    desk.withdraw(story_id)
    assert "By night" not in fay.get(path(story_id)).text


def test_the_queue_is_not_told_that_a_story_in_review_is_being_written_down(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    ask(fay, story_id, language="ur")
    ear = live.Ear([desk.project_id])
    ear.begin()
    with writing(desk.project_id) as session:
        run_id = UUID(service.open_run(session, str(story_id)))
        service.begin(session, run_id, engine="scripted", model="script", duration_ms=2_000)
    [told] = [one for one in ear.news() if one.kind == "progressed"]
    assert (told.story_id, told.status, told.percent) == (str(story_id), "in_review", 0)


def test_the_queue_goes_on_telling_of_the_words_that_stand(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    for door in ("/listen-again", "/gist"):
        ask(fay, story_id, door)
        with writing(desk.project_id) as session:
            run_id = UUID(service.open_run(session, str(story_id)))
        [row] = fay.get("/api/desk/queue").json()["items"]
        assert (row["percent"], row["excerpt"]) == (None, "We left Karachi at night")
        with writing(desk.project_id) as session:
            service.fail(session, run_id, "transcription-failed")
        [row] = fay.get("/api/desk/queue").json()["items"]
        assert "not_transcribed" not in row["flags"]


def test_the_queue_names_the_language_of_the_words_and_not_the_gists(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    ask(fay, story_id, language="hi")
    listen(desk, story_id, HEARD, language="hi")
    ask(fay, story_id, "/gist")
    listen(desk, story_id, GIST, language="ur")
    [row] = fay.get("/api/desk/queue").json()["items"]
    assert row["language"] == "hi"


def test_a_concern_does_not_stop_the_machine_from_listening(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    ask(fay, story_id, language="ur")
    raise_concern(fay, story_id)
    listen(desk, story_id, HEARD)
    assert text(look(fay, story_id)) == HEARD


def test_who_asked_is_written_down(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    ask(fay, story_id, language="ur")
    with reading(desk.project_id) as session:
        [entry] = [one for one in audit.entries_about(session, story_id) if one.action == "asked_again"]
    assert entry.actor == str(desk.facilitator.person_id)


def test_a_gist_is_made_from_the_language_that_the_words_were_last_heard_in(desk: House, fay: TestClient) -> None:
    story_id = desk.spoken()
    ask(fay, story_id, language="ur")
    listen(desk, story_id, HEARD)
    asked = ask(fay, story_id, "/gist")
    shown = look(fay, story_id)
    assert asked.headers["ETag"] == shown["etag"]
    assert shown["listening"]["asked"]["asked"] == {"language": "ur", "model": ""}


def test_where_the_houses_model_knows_english_only_another_makes_the_gist(
    desk: House, fay: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARDWELL_WHISPER_MODEL", "tiny.en")
    settings.cache_clear()
    story_id = desk.spoken()
    assert ask(fay, story_id, "/gist").status_code == 202
    assert look(fay, story_id)["listening"]["asked"]["asked"]["model"] == "base"


def test_a_story_that_nothing_has_heard_yet_can_be_given_another_machine_and_no_other_story_can(
    desk: House, fay: TestClient
) -> None:
    story_id = desk.spoken()
    at_status(desk, story_id, "transcribing", "waiting")
    assert look(fay, story_id)["listening"]["heard"] is None
    assert ask(fay, story_id, language="ur").status_code == 202
    at_status(desk, story_id, "transcribing", "done")
    assert ask(fay, story_id, language="ur").json()["code"] == "story-not-open"
    at_status(desk, story_id, "approved", "waiting")
    for door in ("/listen-again", "/gist"):
        assert ask(fay, story_id, door).json()["code"] == "story-not-open"
    closed = desk.spoken(choices=NOT_LET_IN)
    at_status(desk, closed, "transcribing", "waiting")
    assert ask(fay, closed, language="ur").json()["code"] == "team-may-not-read"


def at_status(desk: House, story_id: UUID, status: str, run_status: str) -> None:
    with writing(desk.project_id) as session:
        stories.story_for_update(session, story_id).status = status
        for run in session.execute(select(Run).where(col(Run.story_id) == story_id)).scalars():
            run.status = run_status


def test_a_story_in_writing_is_not_offered_to_be_heard_again(desk: House, fay: TestClient) -> None:
    written = desk.told()
    assert look(fay, written)["listening"]["may_repeat"] is False
    assert look(fay, desk.spoken())["listening"]["may_repeat"] is True
