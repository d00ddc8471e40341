# SPDX-License-Identifier: Apache-2.0
"""The steward finds a consent, saves the register, hands somebody what is theirs, and sees who stays silent and who
did what."""

import csv
import io
import json
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, ViewportSize, expect

from app.kit import clock
from app.kit.db import writing
from app.register import service
from tests.capture.hands import chromium
from tests.capture.looks import looking_for_faults
from tests.capture.phones import playwright
from tests.journeys.steward import LAPTOP, PHONE, Comes, stella_comes
from tests.journeys.tellers import Partner, codes, desk, nursery, partner, served
from tests.rooms.publishing.desk_work import KEPT
from tests.rooms.publishing.desk_work import House as Desk

__all__ = ["chromium", "codes", "desk", "nursery", "partner", "playwright", "served", "stella_comes"]

SHARED = {**KEPT, "research": "given"}
TAKEN_BACK = "Taken back, can be undone"
STORYTELLER = re.compile("Storyteller")
EXPORT = re.compile("Export this person")
OVERDUE = re.compile("no answer after .?7.? days")


@pytest.fixture
def known(desk: Desk, partner: Partner) -> None:
    """One story that is shared, one that two told and nobody may have, and one that was taken back ten days ago."""
    del partner
    desk.released(choices=SHARED)
    desk.told(choices=KEPT, tellers=2)
    desk.withdraw(desk.released(choices=SHARED))
    with writing(desk.project_id) as session:
        service.chase(session, desk.project_id, clock.now() + timedelta(days=8))


def to_the_register(page: Page) -> None:
    page.get_by_role("navigation", name="Places").get_by_role("link", name="Register").click()
    expect(page.get_by_role("heading", name="Register of consents")).to_be_visible()


def part(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Parts of the register").get_by_role("link", name=name).click()


def rows(page: Page, count: int) -> None:
    """So many consents are shown."""
    expect(page.get_by_role("rowheader")).to_have_count(count)


def saved(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def test_a_steward_finds_a_consent_and_takes_the_sheet_along(known: None, stella_comes: Comes) -> None:
    page = stella_comes()
    to_the_register(page)
    rows(page, 4)
    shared = page.get_by_role("row").filter(has_text="River Research")
    expect(shared).to_have_count(1)

    page.get_by_label("How it stands").select_option(TAKEN_BACK)
    rows(page, 1)
    assert "state=undo" in page.url
    page.reload()
    rows(page, 1)
    with page.expect_download() as told:
        page.get_by_role("link", name="Save as a sheet (CSV)").click()
    sheet = list(csv.DictReader(io.StringIO(saved(told.value).decode("utf-8-sig"))))
    assert [(row["state"], row["had_by"]) for row in sheet] == [("undo", "River Research")]
    page.get_by_role("link", name="Show all").click()
    rows(page, 4)
    page.get_by_role("textbox", name="Number on a receipt").fill("Amina")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("alert")).to_contain_text("no number from a receipt")


def test_a_steward_hands_somebody_what_is_theirs(known: None, stella_comes: Comes) -> None:
    page = stella_comes()
    to_the_register(page)
    page.get_by_label("Allows").select_option("Researchers")
    rows(page, 1)
    page.get_by_role("link", name=STORYTELLER).click()
    expect(page.get_by_role("heading", name=STORYTELLER, level=1)).to_be_visible()
    expect(page.get_by_text("Each word follows from the one before.")).to_be_visible()
    page.get_by_role("button", name=EXPORT).click()
    page.get_by_role("checkbox", name=re.compile("I am sure that it is them")).check()
    with page.expect_download() as told:
        page.get_by_role("link", name="Save the archive").click()
    with zipfile.ZipFile(io.BytesIO(saved(told.value))) as archive:
        assert "We left Karachi at night." in archive.read("words.txt").decode()
        assert [one["name"] for one in json.loads(archive.read("recipients.json"))] == ["River Research"]
    expect(page.get_by_text("It is written down that you took it.")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    page.get_by_role("link", name="Back to the register").click()
    rows(page, 1)


def test_a_steward_sees_who_stays_silent_and_who_did_what(known: None, stella_comes: Comes) -> None:
    page = stella_comes()
    to_the_register(page)
    rows(page, 4)
    part(page, "Not confirmed")
    silent = page.get_by_role("main").get_by_role("listitem")
    expect(silent).to_have_count(1)
    expect(silent).to_contain_text("River Research")
    expect(silent).to_contain_text(OVERDUE)
    silent.get_by_role("link", name="The consent it stood on").click()
    expect(page.get_by_text("Has not confirmed that it was removed.")).to_be_visible()

    page.get_by_role("link", name="Who did what with it").click()
    expect(page.get_by_role("row").filter(has_text="A partner was told to remove it")).to_have_count(1)
    page.get_by_role("link", name="Show all stories").click()
    page.get_by_label("What was done").select_option("One consent was read")
    expect(page.get_by_role("row").filter(has_text="Stella")).to_have_count(1)
    page.get_by_role("button", name="Check that nothing was changed").click()
    expect(page.get_by_role("status").filter(has_text="stand as they were written")).to_be_visible()


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_nobody_is_shut_out_of_the_register(known: None, stella_comes: Comes, size: ViewportSize) -> None:
    found: list[str] = []
    page = stella_comes(size)
    look = looking_for_faults(page, found)
    to_the_register(page)
    rows(page, 4)
    look("consents")
    part(page, "Not confirmed")
    expect(page.get_by_text(OVERDUE)).to_be_visible()
    look("silent")
    part(page, "Who did what")
    expect(page.get_by_role("row").filter(has_text="The register was read")).to_have_count(1)
    look("audit")
    part(page, "Consents")
    page.get_by_role("link", name=STORYTELLER).first.click()
    expect(page.get_by_role("heading", name="What was answered")).to_be_visible()
    look("one consent")
    page.get_by_role("button", name=EXPORT).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found.extend(look_at_dialog(page))
    assert not found, "\n".join(found)


def look_at_dialog(page: Page) -> list[str]:
    wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    return [f"{wide} px beyond the screen"] if wide > 0 else []
