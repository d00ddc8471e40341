# SPDX-License-Identifier: Apache-2.0
"""A phone with stories to send, on a line that does as it is told."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, Playwright, expect
from playwright.sync_api import TimeoutError as GaveUp
from sqlmodel import col, select

from app.kit.db import across_projects, reading
from app.stories.models import Recording, Story
from tests.capture.drafts import Seeded
from tests.capture.line import Line, line
from tests.capture.phones import Phone, join_at_once, playwright, town

__all__ = ["line", "playwright", "town"]

EXPECTED_OF_A_LINE = re.compile(r"Failed to load resource: .*(/api/|/favicon.ico)|net::ERR_|The FetchEvent for")


@pytest.fixture(scope="module")
def phone(
    playwright: Playwright, line: Line, tmp_path_factory: pytest.TempPathFactory, speech: Path
) -> Iterator[Phone]:
    made = Phone(playwright, line, tmp_path_factory.mktemp("phone") / "profile", speech)
    opened = made.switch_on(("microphone", "background-sync"))
    join_at_once(opened, line)
    opened.evaluate("() => navigator.serviceWorker.ready")
    opened.close()
    yield made
    made.switch_off()


@pytest.fixture
def app(phone: Phone, line: Line) -> Iterator[Page]:
    """One window of the app, on a phone without stories; nothing but the line's own trouble may be complained of."""
    line.clear()
    phone.watch.seen.clear()
    opened = phone.open()
    expect(opened.get_by_role("button", name="Record")).to_be_visible()
    yield opened
    line.clear()
    for window in phone.context.pages:
        if window is not opened and window.url != "about:blank":
            window.close()
    opened.evaluate(
        """async () => {
          for (const shelf of ['stories', 'parts', 'chunks', 'codes']) await phone.clear(shelf);
        }"""
    )
    opened.close()
    unexpected = [seen for seen in phone.watch.seen if not EXPECTED_OF_A_LINE.search(seen)]
    assert not unexpected, "\n".join(unexpected)


def look_at(app: Page, story: Seeded) -> Page:
    app.evaluate("id => { location.hash = `#/story/${id}/send`; }", story.story_id)
    app.reload()
    expect(app.get_by_role("heading", name="Send", exact=True)).to_be_visible()
    return app


def send_now(app: Page) -> None:
    """Unless it has gone by itself meanwhile, and the button with it."""
    with suppress(GaveUp):
        app.get_by_role("button", name="Send now").click(timeout=5_000)


def arrives(app: Page, *, seconds: float = 30) -> None:
    expect(app.get_by_text("Arrived, thank you").first).to_be_visible(timeout=seconds * 1000)


def chunks_on(app: Page) -> int:
    return int(app.evaluate("() => phone.chunks()"))


def held_by_server(story_id: str) -> tuple[Story, list[Recording]]:
    with reading() as session, across_projects(session):
        story = session.execute(select(Story).where(col(Story.story_id) == UUID(story_id))).scalar_one()
        parts = session.execute(select(Recording).where(col(Recording.story_id) == UUID(story_id))).scalars().all()
        session.expunge_all()
    return story, list(parts)
