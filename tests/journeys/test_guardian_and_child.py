# SPDX-License-Identifier: Apache-2.0
"""Noor tells with her mother's yes beside hers. Her mother comes to the desk; Noor has the code."""

import re
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import Watch
from tests.journeys.served import Served
from tests.journeys.test_asked_at_the_desk import amina_opens, code, consent_of, desk
from tests.makers.stories import TOLD_AT, declare_story

__all__ = ["code", "desk"]

CHOICES = {"hold_and_transcribe": "given", "project_team": "given", "share_partner:services": "given"}
GUARDIAN = {"relation": "mother", "choices": CHOICES, "given_at": TOLD_AT}
TOLD_BY_THE_CHILD = "They told us with their code: their guardian may not have it changed."


@pytest.fixture
def story_id(served: Served, code: str) -> UUID:
    return declare_story(
        served.project_id, code=code, choices=CHOICES, capacity_basis="guardian", guardian=GUARDIAN
    ).story_id


def asks(dialog: Locator) -> None:
    dialog.get_by_role("radio", name="Their guardian").check()
    dialog.get_by_role("combobox", name=re.compile("^Why")).select_option("They changed their mind")


def noors_page(served: Served, browser: Browser, watch: Watch, code: str) -> Page:
    page = amina_opens(served, browser, watch, code)
    expect(page.get_by_role("heading", name="Your guardian")).to_be_visible()
    return page


def test_her_mother_takes_it_back_and_brings_it_back(
    served: Served, browser: Browser, watch: Watch, desk: Page, story_id: UUID, code: str
) -> None:
    consent_of(desk, served, story_id)
    desk.get_by_role("button", name="Take it back").click()
    dialog = desk.get_by_role("dialog", name="Take back all that this person gave")
    asks(dialog)
    dialog.get_by_role("button", name="Take it back for them").click()
    expect(dialog).to_be_hidden()
    expect(desk.get_by_text("There is nothing here to read or hear now.")).to_be_visible()
    desk.get_by_role("button", name="Bring it back for their guardian").click()
    dialog = desk.get_by_role("dialog", name="Bring back what their guardian took back")
    expect(dialog.get_by_role("radio")).to_have_count(1)
    asks(dialog)
    dialog.get_by_role("button", name="Bring it back now").click()
    expect(dialog).to_be_hidden()
    done = desk.get_by_role("region", name="Done because somebody asked").get_by_role("listitem")
    expect(done).to_contain_text(["Brought back", "Taken back"])
    page = noors_page(served, browser, watch, code)
    expect(page.get_by_text("We brought it back, because your guardian asked us to.")).to_be_visible()


def test_while_noor_says_no_her_mother_is_not_among_those_who_can_ask(
    served: Served, browser: Browser, watch: Watch, desk: Page, story_id: UUID, code: str
) -> None:
    page = noors_page(served, browser, watch, code)
    page.get_by_role("button", name="Do not change it for me").click()
    expect(page.get_by_text("Your guardian cannot have it changed or taken back.")).to_be_visible()
    consent_of(desk, served, story_id)
    expect(desk.get_by_text(TOLD_BY_THE_CHILD)).to_be_visible()
    desk.get_by_role("button", name="Hide it now").click()
    dialog = desk.get_by_role("dialog", name="Hide it at once")
    expect(dialog.get_by_role("radio", name="Their guardian")).to_be_disabled()
    expect(dialog.get_by_text("Talk with the child.", exact=False)).to_be_visible()
    expect(dialog.get_by_role("radio", name="The person themselves")).to_be_enabled()
    dialog.get_by_role("button", name="Leave it as it was").click()
    page.get_by_role("button", name="My guardian may ask again").click()
    expect(page.get_by_role("button", name="Do not change it for me")).to_be_visible()
    consent_of(desk, served, story_id)
    desk.reload()
    expect(desk.get_by_role("heading", name="When they ask you to")).to_be_visible()
    expect(desk.get_by_text(TOLD_BY_THE_CHILD)).to_have_count(0)


def test_a_desk_that_did_not_know_yet_is_told_so(
    served: Served, browser: Browser, watch: Watch, desk: Page, story_id: UUID, code: str
) -> None:
    consent_of(desk, served, story_id)
    desk.get_by_role("button", name="Take it back").click()
    dialog = desk.get_by_role("dialog", name="Take back all that this person gave")
    asks(dialog)
    page = noors_page(served, browser, watch, code)
    page.get_by_role("button", name="Do not change it for me").click()
    expect(page.get_by_text("Your guardian cannot have it changed or taken back.")).to_be_visible()
    dialog.get_by_role("button", name="Take it back for them").click()
    expect(dialog.get_by_text("The child does not want this done for them", exact=False)).to_be_visible()
    watch.seen[:] = [seen for seen in watch.seen if "status of 403" not in seen]
