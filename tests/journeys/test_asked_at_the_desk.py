# SPDX-License-Identifier: Apache-2.0
"""Amina phones the desk, comes by without a PIN, and has an answer from the council. Sam does it with her."""

import re
import time
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app.kit import clock
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.partners import service as partners
from app.publishing import queries as publishing
from app.publishing.editions import Recipient
from tests.journeys.conftest import Watch
from tests.journeys.served import Served
from tests.makers.stories import declare_story, make_code

RENDERS_MS = 90_000
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
CHOICES = {
    "hold_and_transcribe": "given",
    "project_team": "given",
    "share_partner:services": "given",
    "research": "given",
    "recontact": "given",
}
FACETS = {"share_partner:services": {"name": "pseudonym", "credit": "A."}}


@pytest.fixture
def code() -> str:
    return make_code()


@pytest.fixture
def story_id(served: Served, code: str) -> UUID:
    """Told in writing, without a PIN; it waits at the desk."""
    return declare_story(served.project_id, code=code, choices=CHOICES, facets=FACETS).story_id


@pytest.fixture
def desk(served: Served, browser: Browser, watch: Watch) -> Page:
    sam = served.command("people", "add", "sam@riverside.test", "--role", "facilitator")
    page = watch.over(browser.new_context(viewport=LAPTOP, locale="en-GB"))
    page.goto(sam["sign_in_url"])
    expect(page.get_by_role("heading", name="Stories that wait")).to_be_visible()
    return page


def consent_of(desk: Page, served: Served, story_id: UUID) -> None:
    desk.goto(f"{served.origin}/desk/#/story/{story_id}/consent")
    expect(desk.get_by_role("heading", name="When they ask you to")).to_be_visible()


def share(desk: Page, served: Served, story_id: UUID) -> None:
    desk.goto(f"{served.origin}/desk/#/story/{story_id}/release")
    desk.get_by_role("button", name="Take this story").click()
    desk.get_by_role("button", name="Make the proof").click()
    desk.get_by_role("button", name="Share with 1 partner").click(timeout=RENDERS_MS)
    expect(desk.get_by_text("This story is shared as shown here.")).to_be_visible(timeout=RENDERS_MS)


def received(project_id: UUID, story_id: UUID) -> Recipient:
    """The one who got it, once the worker has let it out."""
    until = time.monotonic() + RENDERS_MS / 1000
    while time.monotonic() < until:
        with reading(project_id) as session:
            had = publishing.recipients(session, story_id)
        if had:
            return had[0]
        time.sleep(0.2)
    raise AssertionError("nobody ever got it")


def amina_opens(served: Served, browser: Browser, watch: Watch, code: str) -> Page:
    page = watch.over(browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB"))
    page.goto(f"{served.origin}/s/?lang=en")
    page.get_by_role("textbox").first.fill(code)
    page.get_by_role("button", name=re.compile("Open")).first.click()
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    return page


def test_sam_makes_less_of_it_because_amina_phoned(
    served: Served, browser: Browser, watch: Watch, desk: Page, story_id: UUID, code: str
) -> None:
    consent_of(desk, served, story_id)
    desk.get_by_role("button", name="Make less of it").click()
    dialog = desk.get_by_role("dialog", name="Make less of it, because they asked")
    send = dialog.get_by_role("button", name="Make it less now")
    expect(send).to_be_disabled()
    dialog.get_by_role("group", name="Researchers").get_by_role("checkbox", name="Stop this use").check()
    name = dialog.get_by_role("group", name=re.compile("^Partners")).get_by_role("combobox", name="Name", exact=True)
    expect(name.get_by_role("option")).to_have_text(["with another name", "without a name"])
    name.select_option("without a name")
    dialog.get_by_role("radio", name="The person themselves").check()
    dialog.get_by_role("combobox", name=re.compile("^Why")).select_option("They changed their mind")
    send.click()
    expect(dialog).to_be_hidden()
    done = desk.get_by_role("region", name="Done because somebody asked").get_by_role("listitem")
    expect(done).to_contain_text(["Made less"])
    page = amina_opens(served, browser, watch, code)
    expect(page.get_by_text("We made less of it for you, because you asked us to.")).to_be_visible()


def test_sam_opens_it_with_her_for_half_an_hour(
    served: Served, browser: Browser, watch: Watch, desk: Page, story_id: UUID, code: str
) -> None:
    page = amina_opens(served, browser, watch, code)
    expect(page.get_by_role("button", name="Read and hear my story")).to_have_count(0)
    consent_of(desk, served, story_id)
    desk.get_by_role("button", name="Open it with them for 30 minutes").click()
    dialog = desk.get_by_role("dialog", name="Open it with them for 30 minutes")
    dialog.get_by_role("checkbox", name="I am with this person, and I know who they are.").check()
    dialog.get_by_role("button", name="Open it for 30 minutes").click()
    expect(desk.get_by_role("status").filter(has_text="Their code alone opens their story until")).to_be_visible()
    page = amina_opens(served, browser, watch, code)
    page.get_by_role("button", name="Read and hear my story").click()
    expect(page.get_by_text("The bridge", exact=False).first).to_be_visible()
    desk.get_by_role("button", name="Close it now").click()
    expect(desk.get_by_role("button", name="Open it with them for 30 minutes")).to_be_visible()
    page = amina_opens(served, browser, watch, code)
    expect(page.get_by_role("button", name="Read and hear my story")).to_have_count(0)


def test_sam_takes_it_back_for_her_and_cannot_bring_it_back(
    served: Served, browser: Browser, watch: Watch, desk: Page, story_id: UUID, code: str
) -> None:
    consent_of(desk, served, story_id)
    desk.get_by_role("button", name="Take it back").click()
    dialog = desk.get_by_role("dialog", name="Take back all that this person gave")
    dialog.get_by_role("radio", name="The person themselves").check()
    dialog.get_by_role("combobox", name=re.compile("^Why")).select_option("They are afraid of what may follow")
    dialog.get_by_role("button", name="Take it back for them").click()
    expect(dialog).to_be_hidden()
    expect(desk.get_by_text("This person took their part back.")).to_be_visible()
    expect(desk.get_by_text("Their code can bring it back until")).to_be_visible()
    for name in ("Make less of it", "Hide it now", "Take it back", "Bring it back"):
        expect(desk.get_by_role("button", name=name)).to_have_count(0)
    page = amina_opens(served, browser, watch, code)
    expect(page.get_by_text("We took it back for you, because you asked us to.")).to_be_visible()
    expect(page.get_by_role("button", name="Bring my story back")).to_be_visible()


def test_what_the_council_answered_reaches_her_once_sam_has_read_it(
    served: Served, browser: Browser, watch: Watch, desk: Page, story_id: UUID, code: str
) -> None:
    served.command("partner", "create", "City Council", "--audience", "services")
    share(desk, served, story_id)
    had = received(served.project_id, story_id)
    with writing(served.project_id) as session:
        partners.respond(
            session,
            had.principal_id,
            served.project_id,
            had.public_id,
            idempotency_key=str(new_id()),
            kind="acting",
            text="We opened an evening desk.",
            at=clock.now(),
        )
    desk.get_by_role("navigation", name="Places").get_by_role("link", name="Answers").click()
    expect(desk.get_by_role("heading", name=re.compile("City Council.* is doing something"))).to_be_visible()
    desk.get_by_role("button", name="Show it to the storyteller").click()
    expect(desk.get_by_text("The storyteller can read it now.")).to_be_visible()
    expect(desk.get_by_text("No new answers.")).to_be_visible()
    page = amina_opens(served, browser, watch, code)
    expect(page.get_by_text("We opened an evening desk.")).to_be_visible()
