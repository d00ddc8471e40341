# SPDX-License-Identifier: Apache-2.0
"""A steward writes a new version of the consent form, looks at it as a phone shows it, publishes it, and retires the
one before."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.capture.hands import chromium
from tests.capture.looks import looking_for_faults
from tests.capture.phones import playwright
from tests.journeys.conftest import Watch
from tests.journeys.steward import PHONE, Comes, stella_comes
from tests.journeys.tellers import Still, codes, desk, nursery, served
from tests.makers.stories import make_phone
from tests.rooms.publishing.desk_work import KEPT
from tests.rooms.publishing.desk_work import House as Desk

__all__ = ["chromium", "codes", "desk", "nursery", "playwright", "served", "stella_comes"]

PLAIN = "May people who study life here read your story?"
OFFICIAL = "Notwithstanding institutional considerations, dissemination necessitates authorisation."


def called(words: str) -> re.Pattern[str]:
    """Whatever stands round what was put in, so that it keeps its direction."""
    return re.compile("^" + re.sub("([0-9]|Arabic|English)", ".?\\1.?", words))


def to_the_forms(page: Page) -> None:
    page.get_by_role("navigation", name="Places").get_by_role("link", name="Consent form").click()
    expect(page.get_by_role("heading", name="What people are asked")).to_be_visible()


def begins(page: Page) -> None:
    page.get_by_role("button", name="Begin a new version").click()
    expect(page.get_by_role("heading", name=called("Version 2"), level=1)).to_be_visible()


def question(page: Page, about: str, language: str) -> Locator:
    return page.get_by_role("group", name=about, exact=True).get_by_label(f"Question {language}", exact=True)


def is_saved(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text=re.compile("^Saved$"))).to_be_visible()


def asked_by_phones(served: Still, desk: Desk) -> dict[str, Any]:
    _, token = make_phone(desk.project_id)
    status, body, _ = served.ask("/api/project", Authorization=f"Bearer {token}")
    assert status == 200
    form: dict[str, Any] = json.loads(body)["consent_form"]
    return form


def retires_the_first(page: Page) -> None:
    expect(page.get_by_text("1 person has answered it.")).to_be_visible()
    page.get_by_role("button", name=called("Retire version 1…")).click()
    page.get_by_role("dialog").get_by_label("Days until then").fill("30")
    page.get_by_role("dialog").get_by_role("button", name=called("Retire version 1")).click()
    expect(page.get_by_text("Stories told on it can be shared until")).to_be_visible()


def test_a_steward_publishes_a_new_version_and_phones_ask_with_it(
    served: Still, desk: Desk, stella_comes: Comes
) -> None:
    desk.told(choices=KEPT)
    page = stella_comes()
    to_the_forms(page)
    begins(page)
    page.get_by_label(called("Language beside English")).select_option(label="Español")
    expect(page.get_by_text("own review")).to_be_visible()

    english = question(page, "Research", "English")
    english.fill(OFFICIAL)
    expect(page.get_by_role("group", name="Research").get_by_text("Shorter words")).to_be_visible()
    english.fill(PLAIN)
    expect(page.get_by_role("group", name="Research").get_by_text("Shorter words")).to_have_count(0)
    is_saved(page)
    expect(page.get_by_text(called("English has changed here."))).to_be_visible()
    question(page, "Research", "Español").fill("¿Puede leerla quien estudia la vida aquí?")
    is_saved(page)
    expect(page.get_by_text(called("English has changed here."))).to_have_count(0)
    page.reload()
    expect(question(page, "Research", "English")).to_have_value(PLAIN)
    assert asked_by_phones(served, desk)["version"] == 1

    page.get_by_role("button", name=called("Publish version 2…")).click()
    dialog = page.get_by_role("dialog", name=called("Publish version 2"))
    expect(dialog.get_by_text(called("Arabic may be behind: 1 text stands as it was."))).to_be_visible()
    dialog.get_by_role("button", name=called("Publish version 2")).click()
    expect(page.get_by_text("Phones ask with it")).to_be_visible()
    form = asked_by_phones(served, desk)
    assert form["version"] == 2
    assert form["texts"]["en"]["questions"]["research"]["text"] == PLAIN
    retires_the_first(page)


def test_a_steward_looks_at_it_as_a_phone_shows_it(desk: Desk, stella_comes: Comes) -> None:
    del desk
    page = stella_comes()
    to_the_forms(page)
    begins(page)
    page.get_by_role("link", name="As a phone shows it").click()
    page.get_by_role("main").get_by_role("combobox", name="Language").select_option(label="العربية")
    phone = page.get_by_role("region", name="As a phone shows it")
    expect(phone).to_have_attribute("dir", "rtl")
    expect(phone.get_by_text("الرخصة للجميع لا يمكن سحبها عن النسخ التي صُنعت من قبل.").first).to_be_visible()


def test_a_community_puts_its_review_on_record(desk: Desk, stella_comes: Comes) -> None:
    del desk
    page = stella_comes()
    to_the_forms(page)
    page.get_by_role("link", name="Look at it").click()
    page.get_by_role("button", name="A community has reviewed it").click()
    page.get_by_label("Who reviewed it").fill("Women of the river")
    page.get_by_role("button", name="Put it on record").click()
    expect(page.get_by_text(re.compile("Reviewed by .?Women of the river"))).to_be_visible()
    page.reload()
    expect(page.get_by_text(re.compile("Reviewed by .?Women of the river"))).to_be_visible()
    page.get_by_role("button", name="Take this off").click()
    expect(page.get_by_text("own review")).to_be_visible()


def test_two_stewards_at_one_draft_lose_neither_text(desk: Desk, stella_comes: Comes, watch: Watch) -> None:
    del desk
    first, second = stella_comes(), stella_comes()
    to_the_forms(first)
    begins(first)
    second.goto(first.url)
    question(second, "Research", "English").fill("Hers?")
    is_saved(second)
    question(first, "Research", "English").fill(PLAIN)
    expect(first.get_by_role("alert")).to_contain_text("Somebody changed it meanwhile")
    expect(question(first, "Research", "English")).to_have_value(PLAIN)
    first.get_by_role("button", name="Show me what they wrote").click()
    expect(question(first, "Research", "English")).to_have_value("Hers?")
    question(first, "Research", "English").fill(PLAIN)
    is_saved(first)
    watch.seen = [fault for fault in watch.seen if "412 (Precondition Failed)" not in fault]


@pytest.mark.parametrize("locale", ["en-GB", "ar"])
def test_the_screens_shut_nobody_out(desk: Desk, stella_comes: Comes, locale: str) -> None:
    del desk
    page = stella_comes(PHONE, locale)
    found: list[str] = []
    look = looking_for_faults(page, found)
    page.goto(re.sub("#.*", "#/forms", page.url))
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=2)).to_have_count(1)
    look("versions")
    main.get_by_role("button").first.click()
    expect(main.get_by_role("textbox").first).to_be_visible()
    look("write")
    main.get_by_role("navigation").get_by_role("link").last.click()
    expect(main.get_by_role("region")).to_be_visible()
    look("preview")
    main.get_by_role("button").first.click()
    expect(main.get_by_role("textbox").first).to_be_visible()
    look("review")
    assert found == []
