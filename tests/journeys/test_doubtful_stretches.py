# SPDX-License-Identifier: Apache-2.0
"""The machine put words into Amina's pauses. Sam is shown where, hears for themself, and only then lets a quote go."""

import re
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from app.kit.lanes import Lane
from tests.capture.hands import chromium
from tests.capture.looks import looking_for_faults
from tests.capture.phones import playwright
from tests.journeys import talks
from tests.journeys.facilitator import PHONE, Opens, sam_opens
from tests.journeys.hearings import arrive, begin, end, said, window
from tests.journeys.tellers import Still, codes, desk, nursery, served
from tests.rooms.media.sounds import tone
from tests.rooms.publishing.desk_work import KEPT, House
from tests.trust.processes import eventually

__all__ = ["chromium", "codes", "desk", "nursery", "playwright", "sam_opens", "served"]

RENDERS_MS = 90_000
HEARS_MS = 60_000
WORDS_ALONE = {**KEPT, "public_words": "given"}
HEARD = window(
    said(0, "We left Karachi at night."),
    said(3_000, "Thank you for watching."),
    said(5_000, "Two bags were all we had."),
    said(7_000, "the bus the bus the bus the bus"),
    said(10_000, "The train stood for three days."),
    said(12_500, "Subscribe now.", no_speech=0.8),
    speech=[(0, 1_500), (5_000, 6_800), (7_000, 9_400), (10_000, 11_800), (12_400, 13_200)],
)
WHY = {
    "Thank": "The machine may have made this up: nobody seems to speak here.",
    "the": "The machine may have got stuck: the same words come again and again.",
    "Subscribe": "The machine may have made this up: it heard hardly any voice here.",
}


@pytest.fixture
def story_id(served: Still, desk: House) -> UUID:
    """At the desk, ready to be listened to."""
    served.work(Lane.PROMPT, Lane.MEDIA)
    arrived = arrive(desk.project_id, tone(300, 13_500), title="A night", choices=WORDS_ALONE)
    end(desk.project_id, begin(desk.project_id, arrived, "en"), HEARD, language="en")
    eventually(lambda: talks.sound_is_ready(desk.project_id, arrived), "the sound is ready")
    return arrived


def word(page: Page, text: str) -> Locator:
    return page.get_by_role("option", name=text, exact=True).first


def player(page: Page) -> Locator:
    return page.get_by_role("region", name="Player")


def quote(page: Page, first: str, last: str) -> None:
    word(page, first).click()
    word(page, last).click(modifiers=["Shift"])
    page.get_by_role("button", name="Quote", exact=True).click()
    expect(page.get_by_role("button", name="No longer a quote")).to_be_visible()


def make_proof(page: Page) -> None:
    page.get_by_role("link", name="Release", exact=True).click()
    page.get_by_role("button", name="Make the proof").click()
    expect(page.get_by_text(re.compile("heard.$"))).to_be_visible(timeout=RENDERS_MS)


def heard(page: Page, how_many: int) -> None:
    expect(page.get_by_text(re.compile(f"^.?{how_many}.? of .?3.? heard.$"))).to_be_visible(timeout=HEARS_MS)


def hear(page: Page, at: str) -> None:
    """All of it, really played."""
    page.get_by_role("button", name=re.compile(f"^Listen at .?{at}")).click()
    expect(player(page).get_by_role("button", name="Pause")).to_be_visible()
    expect(player(page).get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=HEARS_MS)


def test_sam_sees_where_the_machine_should_not_be_believed_and_why(story_id: UUID, sam_opens: Opens) -> None:
    page = sam_opens(story_id)
    expect(page.get_by_text(re.compile("The machine may be wrong in .?3.? stretches."))).to_be_visible()
    notes = page.get_by_role("list", name="Notes in the margin")
    expect(notes.get_by_role("listitem")).to_have_text([re.compile(re.escape(why)) for why in WHY.values()])
    for first, why in WHY.items():
        expect(word(page, first)).to_have_accessible_description(why)
        expect(word(page, first)).to_have_css("text-decoration-style", "wavy")
    expect(word(page, "Karachi")).to_have_css("text-decoration-line", "none")
    expect(word(page, "Karachi")).to_have_accessible_description("")


def test_sam_goes_from_doubt_to_doubt_and_quotes_without_a_mouse(story_id: UUID, sam_opens: Opens) -> None:
    page = sam_opens(story_id)
    expect(word(page, "Thank")).to_be_visible()
    for first in (*WHY, "Thank"):
        page.keyboard.press("Alt+ArrowDown")
        expect(word(page, first)).to_be_focused()
    page.keyboard.press("Enter")
    expect(player(page).get_by_role("button", name="Pause")).to_be_visible()
    expect(player(page).get_by_text(re.compile("^.?0:03"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(player(page).get_by_role("button", name="Play", exact=True)).to_be_visible()

    tab_to(page, page.get_by_role("button", name="Listen to this").nth(2))
    page.keyboard.press("Enter")
    expect(player(page).get_by_role("button", name="Pause")).to_be_visible()
    expect(player(page).get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=HEARS_MS)

    for first in (*list(WHY)[1:], "Thank"):
        page.keyboard.press("Alt+ArrowDown")
        expect(word(page, first)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    tab_to(page, page.get_by_role("button", name="Quote", exact=True))
    page.keyboard.press("Enter")
    notes = page.get_by_role("list", name="Notes in the margin")
    expect(notes.get_by_text("Thank you for watching.")).to_be_visible()


def tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(60):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never came to {wanted}")


def test_no_quote_over_invented_words_leaves_before_sam_has_heard_them(
    story_id: UUID, desk: House, sam_opens: Opens
) -> None:
    page = sam_opens(story_id)
    quote(page, "at", "Thank")
    expect(player(page).get_by_text(re.compile("^.?0:05.? / "))).to_be_visible()  # of the original, and of that alone
    make_proof(page)
    player(page).get_by_role("combobox", name="Speed").select_option("1.5")
    heard(page, 0)
    share = page.get_by_role("button", name=re.compile("^Approve"))
    expect(page.get_by_text("A quote stands on words the machine may have made up", exact=True)).to_be_visible()
    hear(page, "0:07")
    hear(page, "0:13")
    heard(page, 2)
    expect(share).to_be_disabled()
    expect(share).to_have_accessible_description(re.compile("made up"))
    hear(page, "0:03")
    heard(page, 3)
    share.click()
    expect(page.get_by_text("This story is shared as shown here.")).to_be_visible()
    assert desk.status(story_id) == "approved"


@pytest.mark.parametrize(
    ("locale", "make"), [("en-GB", "Make the proof"), ("ar", "اصنع النسخة التجريبية"), ("ur", "پروف بنائیں")]
)
def test_nobody_is_shut_out_of_the_doubts(
    story_id: UUID, desk: House, sam_opens: Opens, locale: str, make: str
) -> None:
    found: list[str] = []
    desk.quote(story_id, "w000006", "w000009")
    page = sam_opens(story_id, PHONE, locale)
    look = looking_for_faults(page, found)
    expect(page.locator(".doubts")).to_be_visible()
    look(f"the words, {locale}")
    page.goto(f"{page.url}/release")
    page.get_by_role("button", name=make).click()
    expect(page.get_by_role("listitem").filter(has=page.locator("button")).first).to_be_visible(timeout=RENDERS_MS)
    look(f"before it leaves, {locale}")
    assert not found, "\n".join(found)
