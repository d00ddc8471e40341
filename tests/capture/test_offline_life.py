# SPDX-License-Identifier: Apache-2.0
"""A month without a network: many stories told, the app renewed in between, and every one of them arrives once.

`HEARDWELL_OFFLINE_STORIES` says how many (12 unless it does; 100 is what was measured).
"""

import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect
from sqlmodel import col, select

from app.kit.db import across_projects, reading
from app.kit.keys import sha256_hex
from app.stories.models import Recording, Story
from app.uploads.models import Upload
from tests.capture.drafts import Seeded, seed, short_sound
from tests.capture.phones import Phone, begin_story, join_at_once, playwright, record_for, stop, stories_on
from tests.capture.test_updates import LOOK_FOR_UPDATE, WAITS, Site, go_to, open_the_new_version, site
from tests.journeys.reporter import keep_receipt
from tests.trust.processes import eventually

__all__ = ["playwright", "site"]

STORIES = int(os.environ.get("HEARDWELL_OFFLINE_STORIES", "12"))
DAYS = 30
TOLD_BY_HAND = 2
CUT_OFF = re.compile(r"Failed to load resource|net::ERR_|ServiceWorker script fetch|The FetchEvent for")


@pytest.fixture
def phone(playwright: Playwright, site: Site, tmp_path: Path, speech: Path) -> Iterator[Phone]:
    site.put("first")
    made = Phone(playwright, site.served, tmp_path / "profile", speech)
    yield made
    made.switch_off()
    unexpected = [seen for seen in made.watch.seen if not CUT_OFF.search(seen)]
    assert not unexpected, "\n".join(unexpected)


@pytest.mark.timeout(300 + 12 * STORIES)
def test_a_month_of_stories_told_without_a_network_arrives_exactly_once(
    phone: Phone, site: Site, record_testsuite_property: Callable[[str, object], None]
) -> None:
    page = install(phone, site)
    site.served.kill()
    began = datetime.now(UTC)
    told: list[Seeded] = []
    for half in range(TOLD_BY_HAND):
        tell_by_hand(page)
        told += tell_some(page, began, half)
    page = open_the_new_version(phone, page)
    page.clock.set_fixed_time(began + timedelta(days=DAYS))
    page.reload()
    expect(page.get_by_role("button", name="Send now")).to_be_visible()
    mine = {kept["story_id"] for kept in stories_on(page)}
    assert len(mine) == STORIES

    kills = bring_back(page, site)
    assert page.evaluate("() => phone.chunks()") == 0
    arrived, sounds = what_arrived()
    assert arrived == dict.fromkeys(mine, 1)
    for seeded in told:
        assert [sounds[part] for part in seeded.part_ids] == [sha256_hex(sound) for sound in seeded.sounds]
    record_testsuite_property("stories", len(mine))
    record_testsuite_property("kills of the server while they went out", kills)


def install(phone: Phone, site: Site) -> Page:
    """Joined and offline from now on, with a new version lying ready."""
    page = phone.switch_on()
    join_at_once(page, site.served)
    page.evaluate("() => navigator.serviceWorker.ready")
    page.reload()
    site.put("next")
    page.evaluate(LOOK_FOR_UPDATE)
    eventually(lambda: bool(page.evaluate(WAITS)), "the new version lies ready")
    return page


def tell_by_hand(page: Page) -> None:
    """Recorded, heard, named or not, and the code kept, on the screens themselves."""
    go_to(page, f"story/{begin_story(page)}/record")
    record_for(page, 2)
    stop(page)
    keep_receipt(page)
    expect(page.get_by_text("Waiting for network").first).to_be_visible()


def tell_some(page: Page, began: datetime, half: int) -> list[Seeded]:
    """Every third in writing, over half a month, in the app's own shapes."""
    count = (STORIES - TOLD_BY_HAND + half) // TOLD_BY_HAND
    told = []
    for number in range(count):
        day = began + timedelta(days=DAYS * (half + number / count) / TOLD_BY_HAND)
        sounds = [] if number % 3 == 0 else [short_sound(600 + 100 * (number % 4)) for _ in range(1 + number % 2)]
        told.append(seed(page, *sounds, recorded_at=day.isoformat(timespec="milliseconds").replace("+00:00", "Z")))
    return told


def bring_back(page: Page, site: Site) -> int:
    """The network is there again, and breaks three times while the stories go out; answers how often."""
    kills = 0
    until = time.monotonic() + 120 + 5 * STORIES
    for left in (STORIES * 3 // 4, STORIES // 2, STORIES // 4, 0):
        site.served.start()
        page.get_by_role("button", name="Send now").click()
        while len(stories_on(page)) > left:
            assert time.monotonic() < until, "the stories never went out"
            page.wait_for_timeout(100)
        if left:
            site.served.kill()
            kills += 1
            page.wait_for_timeout(500)
    return kills


def what_arrived() -> tuple[Counter[str], dict[str, str]]:
    """How often each story is there, and the hash of each recording that is kept whole."""
    with reading() as session, across_projects(session):
        stories = session.execute(select(Story)).scalars().all()
        whole = select(Upload.upload_id).where(col(Upload.status).not_in(["declared", "open", "expired"]))
        parts = session.execute(select(Recording).where(col(Recording.recording_id).in_(whole))).scalars().all()
        return Counter(str(story.story_id) for story in stories), {
            str(part.recording_id): part.sha256 for part in parts
        }
