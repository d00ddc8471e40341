# SPDX-License-Identifier: Apache-2.0
"""While the machine listens, the desk sees how far it is, what it wrote so far, and when it will be ready."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from app.curation import live
from app.kit import clock
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.projects import service as projects
from app.settings import settings
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.stories.models import Story
from app.stories.schemas import StoryIn
from app.transcription import progress, service
from app.transcription.engine import HeardSegment, Window
from app.transcription.models import Run
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone
from tests.rooms.curation.test_service import NOT_LET_IN, acts, path
from tests.rooms.publishing.desk_work import OPEN, House

MINUTE_MS = 60_000
Arrive = Callable[..., UUID]


@pytest.fixture
def arrives(desk: House) -> Arrive:
    """A recording of so many minutes that nobody has heard yet."""

    def come(minutes: int, choices: dict[str, str] = OPEN) -> UUID:
        with writing(desk.project_id) as session:
            voice = make_participant(form_of(session, desk.project_id), choices=dict(choices))
        told = StoryIn.model_validate(make_declaration([voice], sounds=1))
        sender, _ = make_phone(desk.project_id)
        with writing(desk.project_id) as session:
            story, _ = story_verbs.declare(session, sender, new_id(), told, clock.now())
            [recording] = stories.recordings(session, story.story_id)
            recording.key, recording.media_state = "x", "kept"
            recording.duration_ms = minutes * MINUTE_MS
            story_verbs.receive(session, story.story_id, at=clock.now())
        return story.story_id

    return come


def begin(desk: House, story_id: UUID, minutes: int) -> UUID:
    with writing(desk.project_id) as session:
        run_id = UUID(service.open_run(session, str(story_id)))
        service.begin(
            session, run_id, engine="scripted", model=settings().whisper_model, duration_ms=minutes * MINUTE_MS
        )
        service.find_language(session, run_id, "ur", 0.9)
    return run_id


def hear(desk: House, run_id: UUID, start_s: int, text: str, percent: int) -> None:
    span = start_s * 1000, start_s * 1000 + 30_000
    with writing(desk.project_id) as session:
        service.keep_window(session, run_id, Window(*span, [span], [HeardSegment(*span, text, -0.2, 0.0, [])]), percent)


def measured(desk: House, arrives: Arrive, minutes: int, takes: timedelta) -> None:
    """The house heard so many minutes in that time."""
    run_id = begin(desk, arrives(minutes), minutes)
    with writing(desk.project_id) as session:
        run = session.get(Run, run_id)
        assert run is not None
        run.status, run.percent, run.ended_at = "done", 100, clock.now()
        run.started_at = run.ended_at - takes


def look(client: TestClient, story_id: UUID) -> dict[str, Any]:
    answer = client.get(path(story_id, "/listening"))
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def test_the_text_grows_and_gaps_stay_open(desk: House, fay: TestClient, arrives: Arrive) -> None:
    story_id = arrives(2)
    run_id = begin(desk, story_id, 2)
    assert look(fay, story_id)["passages"] == []
    hear(desk, run_id, 0, "We left Karachi by night.", 25)
    hear(desk, run_id, 60, "Two bags were all we had.", 50)
    told = look(fay, story_id)
    assert (told["status"], told["percent"], told["language"]) == ("running", 50, "ur")
    assert [(one["start_ms"], one["end_ms"], one["text"]) for one in told["passages"]] == [
        (0, 30_000, "We left Karachi by night."),
        (30_000, 60_000, ""),
        (60_000, 90_000, "Two bags were all we had."),
    ]
    assert acts(desk, story_id).count("read_story") == 1, "written down once, however often the page looks"


def test_who_was_not_let_in_sees_how_far_it_is_and_no_word(desk: House, fay: TestClient, arrives: Arrive) -> None:
    story_id = arrives(2, NOT_LET_IN)
    hear(desk, begin(desk, story_id, 2), 0, "We left Karachi by night.", 25)
    told = look(fay, story_id)
    assert (told["percent"], told["passages"], told["language"]) == (25, [], None)
    assert "read_story" not in acts(desk, story_id)


def test_a_story_taken_back_tells_nothing_more(desk: House, fay: TestClient, arrives: Arrive) -> None:
    story_id = arrives(2)
    hear(desk, begin(desk, story_id, 2), 0, "We left Karachi by night.", 25)
    desk.withdraw(story_id)
    assert look(fay, story_id) == {
        "status": None,
        "task": "transcribe",
        "percent": 0,
        "minutes_left": None,
        "language": None,
        "passages": [],
    }


def test_a_house_that_has_measured_nothing_promises_nothing(desk: House, fay: TestClient, arrives: Arrive) -> None:
    story_id = arrives(30)
    assert look(fay, story_id) | {"status": "waiting", "minutes_left": None} == look(fay, story_id)


def test_an_estimate_is_made_of_what_was_measured_and_of_what_is_left(
    desk: House, fay: TestClient, arrives: Arrive
) -> None:
    measured(desk, arrives, 10, timedelta(minutes=2))
    story_id = arrives(50)
    assert look(fay, story_id)["minutes_left"] == 10, "five times as fast as it was told"
    hear(desk, begin(desk, story_id, 50), 0, "We left.", 60)
    assert look(fay, story_id)["minutes_left"] == 4
    arrives(5)
    assert look(fay, story_id)["minutes_left"] == 5, "a shorter story goes first"


def test_what_another_project_waits_for_counts_and_is_not_told(desk: House, fay: TestClient, arrives: Arrive) -> None:
    measured(desk, arrives, 10, timedelta(minutes=2))
    mine = arrives(15)
    alone = look(fay, mine)["minutes_left"]
    theirs = elsewhere(15)
    assert (alone, look(fay, mine)["minutes_left"]) == (3, 6)
    assert fay.get(path(theirs, "/listening")).status_code == 404


def elsewhere(minutes: int) -> UUID:
    """A story of another project, which the machine has just begun."""
    story_id, at = new_id(), clock.now()
    with writing() as session:
        other = projects.create_project(session, "Hillside", ["en"], "", "", "GB", at).project_id
        told: dict[str, Any] = {
            "kind": "monologue",
            "medium": "audio",
            "declaration_sha256": "",
            "recorded_at": at,
            "declared_at": at,
        }
        session.add(Story(project_id=other, story_id=story_id, status="transcribing", **told))
        session.flush()
        run: dict[str, Any] = {
            "status": "running",
            "consent_epoch": 1,
            "model": settings().whisper_model,
            "started_at": at,
        }
        whole_ms = minutes * MINUTE_MS
        session.add(Run(project_id=other, run_id=new_id(), story_id=story_id, duration_ms=whole_ms, **run))
    return story_id


def test_the_queue_and_its_news_say_when_a_story_will_be_ready(desk: House, fay: TestClient, arrives: Arrive) -> None:
    measured(desk, arrives, 10, timedelta(minutes=2))
    story_id = arrives(50)
    ear = live.Ear([desk.project_id])
    ear.begin()
    hear(desk, begin(desk, story_id, 50), 0, "We left.", 50)
    [row] = [one for one in fay.get("/api/desk/queue").json()["items"] if one["story_id"] == str(story_id)]
    assert (row["percent"], row["minutes_left"]) == (50, 5)
    assert live.Told("progressed", str(story_id), "transcribing", 50, 5) in ear.news()


def test_a_story_that_waits_for_an_engine_is_given_no_time(desk: House, fay: TestClient, arrives: Arrive) -> None:
    measured(desk, arrives, 10, timedelta(minutes=2))
    story_id = arrives(50)
    run_id = begin(desk, story_id, 50)
    with writing(desk.project_id) as session:
        service.wait(session, run_id, "There is no model here yet.")
    assert look(fay, story_id)["minutes_left"] is None
    with reading(desk.project_id) as session:
        assert progress.minutes_left(session, [story_id]) == {}
