# SPDX-License-Identifier: Apache-2.0
"""Sam meets a story of which a part cannot be played, has it tried again, and is told how it went."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app.kit import clock
from app.kit.blobs import store
from app.kit.db import writing
from app.kit.ids import new_id
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.stories.schemas import StoryIn
from tests.capture.looks import looking_for_faults
from tests.journeys.conftest import Watch
from tests.journeys.served import Served
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone
from tests.rooms.media.sounds import live_webm, tone
from tests.rooms.publishing.desk_work import OPEN

LAPTOP: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 360, "height": 740}
SHORT_MS, LONG_MS = 15_000, 50_000
AGAIN = "Try the sound again"
LIMIT = "HEARDWELL_MAX_RECORDING_MINUTES"
NO_SOUND = b"OggS" + bytes(4_000)
TRIED = re.compile("Tried again .*It still cannot be played.")
LISTENS_MS = 120_000
Comes = Callable[..., Page]


def arrive(project_id: UUID, *sounds: bytes) -> UUID:
    with writing(project_id) as session:
        voice = make_participant(form_of(session, project_id), choices=dict(OPEN))
    told = StoryIn.model_validate(make_declaration([voice], sounds=len(sounds), title="A night"))
    sender, _ = make_phone(project_id)
    with writing(project_id) as session:
        story, _ = story_verbs.declare(session, sender, new_id(), told, clock.now())
        for part, sound in zip(stories.recordings(session, story.story_id), sounds, strict=True):
            part.key, part.media_state = f"{project_id}/recordings/{part.recording_id}/x", "kept"
            store().put(part.key, sound)
        story_verbs.receive(session, story.story_id, at=clock.now())
    return story.story_id


@pytest.fixture(autouse=True)
def a_minute_of_each_story(monkeypatch: pytest.MonkeyPatch) -> None:
    """The house takes no more."""
    monkeypatch.setenv(LIMIT, "1")


@pytest.fixture
def sam_opens(served: Served, browser: Browser, watch: Watch) -> Comes:
    def come(story_id: UUID, size: ViewportSize = LAPTOP, locale: str = "en-GB") -> Page:
        sam = served.command("people", "add", f"sam-{locale}@riverside.test", "--role", "facilitator")
        page = watch.over(browser.new_context(viewport=size, locale=locale))
        page.goto(served.origin + urlsplit(sam["sign_in_url"])._replace(scheme="", netloc="").geturl())
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        page.goto(f"{served.origin}/desk/#/story/{story_id}")
        return page

    return come


def test_sam_has_it_tried_again_in_vain_and_then_with_a_longer_limit(
    served: Served, sam_opens: Comes, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    story_id = arrive(served.project_id, live_webm(tone(300, SHORT_MS)), live_webm(tone(440, LONG_MS)))
    page = sam_opens(story_id)
    shut = page.get_by_role("region", name="The sound", exact=True)
    expect(shut).to_contain_text("It is kept just as it came.", timeout=LISTENS_MS)
    expect(shut).to_contain_text(
        re.compile("1 recording is left out, because the story is longer than this server takes")
    )
    again = shut.get_by_role("button", name=AGAIN)
    expect(again).to_be_enabled(timeout=LISTENS_MS)
    player = page.get_by_role("region", name="Player")
    expect(player).to_contain_text("0:15")

    again.click()
    expect(shut.get_by_role("status")).to_contain_text(TRIED, timeout=LISTENS_MS)
    expect(shut).to_contain_text("1 recording is left out")
    expect(again).to_be_enabled(timeout=LISTENS_MS)
    expect(player).to_contain_text("0:15")

    page.goto("about:blank")
    served.stop()
    monkeypatch.setenv(LIMIT, "10")
    served.start()
    page.goto(f"{served.origin}/desk/#/story/{story_id}")
    expect(shut.get_by_role("status")).to_contain_text(TRIED)
    again.click()
    expect(shut.get_by_role("status")).to_have_text("The sound can be played now.", timeout=LISTENS_MS)
    expect(again).to_have_count(0)
    expect(player).to_contain_text("1:05")
    watch.seen[:] = [seen for seen in watch.seen if "/peaks" not in seen]  # asked for while the copies were made anew


def test_what_nobody_can_open_is_not_promised_to_be_heard(served: Served, sam_opens: Comes) -> None:
    page = sam_opens(arrive(served.project_id, NO_SOUND))
    shut = page.get_by_role("region", name="The sound", exact=True)
    expect(shut).to_contain_text("1 recording could not be opened.", timeout=LISTENS_MS)
    main = page.get_by_role("main")
    expect(main).to_contain_text("No words could be written down.", timeout=LISTENS_MS)
    expect(main).not_to_contain_text("You can still listen")
    expect(page.get_by_role("region", name="Player")).to_have_count(0)


@pytest.mark.parametrize(
    ("locale", "again"), [("en-GB", AGAIN), ("ar", "تجربة الصوت مرة أخرى"), ("ur", "آواز دوبارہ آزمائیں")]
)
def test_nobody_is_shut_out_of_trying(served: Served, sam_opens: Comes, locale: str, again: str) -> None:
    page = sam_opens(arrive(served.project_id, NO_SOUND), PHONE, locale)
    expect(page.get_by_role("button", name=again)).to_be_enabled(timeout=LISTENS_MS)
    found: list[str] = []
    looking_for_faults(page, found)(f"sound that cannot be played, {locale}")
    assert found == []
