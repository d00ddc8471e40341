# SPDX-License-Identifier: Apache-2.0
"""Sam takes a story in hand while the machine still works on it, and hands it back."""

from uuid import UUID

from playwright.sync_api import Browser, Page, expect

from app.kit.db import writing
from app.stories import queries as stories
from tests.journeys.conftest import Watch
from tests.journeys.served import Served
from tests.makers.stories import declare_story


def the_machine_goes_on(project_id: UUID, story_id: UUID) -> None:
    """As it does when it has made the sound ready: a new version, and nobody at the desk is told."""
    with writing(project_id) as session:
        stories.story_for_update(session, story_id).version += 1


def at_desk(served: Served, page: Page, story_id: UUID) -> None:
    sam = served.command("people", "add", "sam@riverside.test", "--role", "facilitator")
    page.goto(sam["sign_in_url"])
    expect(page.get_by_role("heading", name="Stories that wait")).to_be_visible()
    page.goto(f"{served.origin}/desk/#/story/{story_id}")


def test_what_the_machine_does_meanwhile_is_in_nobodys_way(served: Served, browser: Browser, watch: Watch) -> None:
    story_id = declare_story(served.project_id).story_id
    page = watch.over(browser.new_context(locale="en-GB"))
    at_desk(served, page, story_id)
    take = page.get_by_role("button", name="Take this story")
    expect(take).to_be_visible()

    the_machine_goes_on(served.project_id, story_id)
    take.click()
    hand_back = page.get_by_role("button", name="Hand it back")
    expect(hand_back).to_be_visible()

    the_machine_goes_on(served.project_id, story_id)
    hand_back.click()
    expect(take).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    watch.seen[:] = [seen for seen in watch.seen if "412" not in seen]
