# SPDX-License-Identifier: Apache-2.0
"""Sam reads along while the machine still writes down what Amina told."""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app.kit import clock
from app.kit.db import writing
from app.kit.ids import new_id
from app.settings import settings
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.stories.schemas import StoryIn
from app.transcription import service
from app.transcription.engine import Heard, HeardSegment, HeardWord, Window
from app.transcription.models import Run
from tests.capture.looks import looking_for_faults
from tests.journeys.conftest import Watch
from tests.journeys.served import Served
from tests.journeys.tellers import codes, desk, nursery, served
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone
from tests.rooms.publishing.desk_work import OPEN, House

__all__ = ["codes", "desk", "nursery", "served"]

LAPTOP: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 360, "height": 740}
MINUTES = 20
FIRST, SECOND, THIRD = "We left Karachi by night.", "Two bags were all we had.", "The train stood for three days."
URDU = "ہم رات کو کراچی سے نکلے"
Comes = Callable[..., Page]


@pytest.fixture
def story_id(desk: House) -> UUID:
    """Of twenty minutes, in a house that hears ten minutes of sound in one; nobody has heard it yet."""
    run_id = begin(desk.project_id, arrive(desk))
    with writing(desk.project_id) as session:
        run = session.get(Run, run_id)
        assert run is not None
        run.status, run.percent, run.ended_at = "done", 100, clock.now()
        run.started_at = run.ended_at - timedelta(minutes=MINUTES / 10)
        story_verbs.send_to_review(session, run.story_id)
    return arrive(desk)


def arrive(desk: House) -> UUID:
    with writing(desk.project_id) as session:
        voice = make_participant(form_of(session, desk.project_id), choices=dict(OPEN))
    told = StoryIn.model_validate(make_declaration([voice], sounds=1, title="A night"))
    sender, _ = make_phone(desk.project_id)
    with writing(desk.project_id) as session:
        story, _ = story_verbs.declare(session, sender, new_id(), told, clock.now())
        [recording] = stories.recordings(session, story.story_id)
        recording.key, recording.media_state, recording.duration_ms = "x", "kept", MINUTES * 60_000
        story_verbs.receive(session, story.story_id, at=clock.now())
    return story.story_id


def begin(project_id: UUID, story_id: UUID, language: str = "en") -> UUID:
    """What the worker does first."""
    with writing(project_id) as session:
        run_id = UUID(service.open_run(session, str(story_id)))
        model, whole_ms = settings().whisper_model, MINUTES * 60_000
        service.begin(session, run_id, engine="scripted", model=model, duration_ms=whole_ms)
        service.find_language(session, run_id, language, 0.9)
    return run_id


def window(start_s: int, text: str) -> Window:
    start_ms, end_ms = start_s * 1000, start_s * 1000 + 30_000
    words = [HeardWord(word, start_ms + 300 * n, start_ms + 300 * n + 250, 0.9) for n, word in enumerate(text.split())]
    segment = HeardSegment(start_ms, words[-1].end_ms, text, -0.2, 0.01, words)
    return Window(start_ms, end_ms, [(start_ms, end_ms)], [segment])


def hear(project_id: UUID, run_id: UUID, start_s: int, text: str, percent: int) -> None:
    """What the worker does with each window."""
    with writing(project_id) as session:
        service.keep_window(session, run_id, window(start_s, text), percent)


def end(project_id: UUID, run_id: UUID, *texts: str) -> None:
    windows = [window(30 * place, text) for place, text in enumerate(texts)]
    heard = Heard("en", 0.9, windows, "scripted", settings().whisper_model, MINUTES * 60_000)
    with writing(project_id) as session:
        service.write_down(session, run_id, heard)
    with writing(project_id) as session:
        service.close_run(session, str(run_id))


@pytest.fixture
def sam_opens(served: Served, browser: Browser, watch: Watch) -> Comes:
    def come(place: str, size: ViewportSize = LAPTOP, locale: str = "en-GB") -> Page:
        sam = served.command("people", "add", f"sam-{locale}@riverside.test", "--role", "facilitator")
        page = watch.over(browser.new_context(viewport=size, locale=locale))
        page.goto(served.origin + urlsplit(sam["sign_in_url"])._replace(scheme="", netloc="").geturl())
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        page.goto(f"{served.origin}/desk/#/{place}")
        return page

    return come


def test_sam_sees_the_text_grow_while_the_machine_still_listens(
    served: Served, story_id: UUID, sam_opens: Comes
) -> None:
    page = sam_opens(f"story/{story_id}")
    main = page.get_by_role("main")
    expect(main).to_contain_text("It waits for its turn.")
    run_id = begin(served.project_id, story_id)
    expect(main).to_contain_text("The machine is listening.")
    expect(main).to_contain_text(re.compile("Ready in about .?2.? minutes"))
    hear(served.project_id, run_id, 0, FIRST, 25)
    so_far = page.get_by_role("region", name="Written down so far")
    expect(so_far).to_contain_text(FIRST)
    expect(main).to_contain_text(re.compile("25.?%"))
    expect(main.get_by_role("progressbar", name="How far the machine is")).to_have_attribute("value", "25")
    hear(served.project_id, run_id, 60, THIRD, 60)
    expect(so_far).to_contain_text(THIRD)
    expect(so_far).to_contain_text(re.compile("From .?0:30.? to .?1:00.?: not heard yet"))
    expect(main).to_contain_text("Ready in about a minute")
    expect(so_far.get_by_role("option")).to_have_count(0)
    hear(served.project_id, run_id, 30, SECOND, 90)
    expect(so_far).to_contain_text(re.compile(f"{FIRST}.*{SECOND}.*{THIRD}"))
    expect(so_far).not_to_contain_text("not heard yet")
    expect(main).to_contain_text("Ready in less than a minute")
    end(served.project_id, run_id, FIRST, SECOND, THIRD)
    expect(page.get_by_role("group", name="Words").get_by_role("option", name="Karachi")).to_be_visible()
    expect(so_far).to_have_count(0)
    expect(main.get_by_role("progressbar")).to_have_count(0)


def test_the_queue_says_when_a_story_will_be_ready(served: Served, story_id: UUID, sam_opens: Comes) -> None:
    page = sam_opens("queue")
    row = page.get_by_role("listitem").filter(has_text="A night").filter(has_text="Ready in")
    run_id = begin(served.project_id, story_id)
    expect(row).to_contain_text(re.compile("Ready in about .?2.? minutes"))
    hear(served.project_id, run_id, 0, FIRST, 60)
    expect(row).to_contain_text(re.compile("60.?%"))
    expect(row).to_contain_text("Ready in about a minute")


@pytest.mark.parametrize("locale", ["en-GB", "ar", "ur"])
def test_nobody_is_shut_out_of_reading_along(served: Served, story_id: UUID, sam_opens: Comes, locale: str) -> None:
    run_id = begin(served.project_id, story_id, "ur")
    hear(served.project_id, run_id, 0, URDU, 25)
    hear(served.project_id, run_id, 60, URDU, 50)
    page = sam_opens(f"story/{story_id}", PHONE, locale)
    expect(page.get_by_text(URDU).first).to_be_visible()
    expect(page.get_by_role("progressbar")).to_be_visible()
    found: list[str] = []
    looking_for_faults(page, found)(f"reading along, {locale}")
    assert found == []
