# SPDX-License-Identifier: Apache-2.0
"""Amina and Ben told it together. Ben took his part back, his days are over, and Sam cuts his voice out."""

import json
import re
import time
from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.capture.looks import faults_on, looking_for_faults
from tests.journeys import talks
from tests.journeys.conftest import Watch
from tests.journeys.served import Served

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
JOINS_MS = 60_000
HEARS_MS = 60_000
RENDERS_MS = 120_000
MOST_STRETCHES = 8
BEN_SAID = re.compile("driver|never to stop", re.IGNORECASE)
PASSAGES = re.compile("^Mark .*passages under this name")
SAVED = "All marks are saved"
Comes = Callable[..., Page]


@pytest.fixture
def sam_comes(served: Served, browser: Browser, watch: Watch) -> Comes:
    """The facilitator, signed in."""
    sam = served.command("people", "add", "sam@riverside.test", "--role", "facilitator")

    def come(size: ViewportSize = LAPTOP) -> Page:
        page = watch.over(browser.new_context(viewport=size, locale="en-GB"))
        page.goto(sam["sign_in_url"])
        expect(page.get_by_role("heading", name="Stories that wait")).to_be_visible()
        return page

    return come


@pytest.fixture
def talk(served: Served) -> UUID:
    told = talks.tell(served.project_id)
    until = time.monotonic() + RENDERS_MS / 1000
    while not talks.sound_is_ready(served.project_id, told):
        assert time.monotonic() < until, "the sound was never made ready"
        time.sleep(0.2)
    return gone(served, told)


@pytest.fixture
def written(served: Served) -> UUID:
    return gone(served, talks.tell(served.project_id, in_writing=True))


def gone(served: Served, story_id: UUID) -> UUID:
    talks.ben_is_gone(served.project_id, story_id)
    return story_id


def begin(page: Page) -> None:
    """From the reminder at the queue to the table."""
    page.get_by_role("link", name=re.compile("^Cut voice .* out of its story")).first.click()
    expect(page.get_by_text("There is nothing here to read or hear now.")).to_be_visible()
    page.get_by_role("button", name="Cut this voice out").click()
    expect(page.get_by_role("heading", name="Cut a voice out")).to_be_visible()


def player(page: Page) -> Locator:
    return page.get_by_role("region", name="Player")


def listen_to_all(page: Page) -> None:
    """Really played, twice as fast, until nothing is left."""
    bar = player(page)
    bar.get_by_role("combobox", name="Speed").select_option("2")
    for _ in range(MOST_STRETCHES):
        bar.get_by_role("button", name="Next unheard stretch").click()
        expect(bar.get_by_role("button", name="Pause")).to_be_visible()
        expect(bar.get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=HEARS_MS)
        if bar.get_by_text("All of it is heard").is_visible():
            return
    raise AssertionError("something stayed unheard")


def left(page: Page) -> Locator:
    return page.get_by_role("region", name="Left to do")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="What goes").get_by_role("option")


def mark_by_name(page: Page, count: int = 2) -> None:
    page.get_by_role("button", name=PASSAGES).click(timeout=JOINS_MS)
    expect(options(page)).to_have_count(count)
    expect(page.get_by_text(SAVED)).to_be_visible()


def finish(page: Page) -> None:
    left(page).get_by_role("button", name="Cut the voice out").click()
    dialog = page.get_by_role("dialog", name="Cut this voice out for good")
    expect(dialog).to_contain_text("Nothing brings it back.")
    do = dialog.get_by_role("button", name="Cut it out for good")
    expect(do).to_be_disabled()
    dialog.get_by_role("checkbox").check()
    do.click()
    expect(dialog).to_be_hidden()


def partner_reads(served: Served, key: str) -> str:
    """Everything the partner can get at."""
    status, body, _ = served.ask("/partner/v1/stories", Authorization=f"Bearer {key}")
    assert status == 200
    items = json.loads(body)["items"]
    pages = [served.ask(f"/partner/v1/stories/{one['id']}", Authorization=f"Bearer {key}")[1] for one in items]
    return "".join(page.decode() for page in pages)


def test_sam_cuts_ben_out_and_what_amina_said_stays(served: Served, sam_comes: Comes, talk: UUID) -> None:
    key = served.command("partner", "create", "River Research", "--audience", "research")["key"]
    page = sam_comes()
    begin(page)
    cut = left(page).get_by_role("button", name="Cut the voice out")
    expect(cut).to_be_disabled()
    expect(left(page)).to_contain_text("Nothing is marked.")
    mark_by_name(page)

    expect(left(page)).to_contain_text("somebody speaks who stays")
    left(page).get_by_role("button", name=re.compile(r"^\W*0:\d\d\.\d\W*$")).click()
    expect(page.get_by_text("this would be lost")).to_contain_text(talks.INTERJECTED)
    page.get_by_role("checkbox", name="It goes as well").check()
    listen_to_all(page)
    expect(left(page)).to_contain_text("All of it is heard, and all that is theirs is marked.")
    expect(page.get_by_text(SAVED)).to_be_visible()
    assert partner_reads(served, key) == ""

    finish(page)
    expect(page.get_by_text("The voice is out")).to_be_visible(timeout=RENDERS_MS)
    page.get_by_role("link", name="Open the story").click()
    expect(page.get_by_text("How I would get home").or_(page.get_by_text("hospital,")).first).to_be_visible()
    expect(page.get_by_role("main").get_by_text("To look at")).to_be_visible()
    assert partner_reads(served, key) == ""
    for part in ("", "/details", "/consent", "/history"):
        page.goto(f"{served.origin}/desk/#/story/{talk}{part}")
        expect(page.get_by_role("navigation", name="Parts of this story")).to_be_visible()
        expect(page.get_by_role("main")).not_to_contain_text(BEN_SAID)
        expect(page.get_by_role("main").get_by_text(talks.BEN, exact=True)).to_have_count(0)

    page.goto(f"{served.origin}/desk/#/story/{talk}/release")
    page.get_by_role("button", name="Make the proof").click()
    page.get_by_role("button", name="Share with 1 partner").click(timeout=RENDERS_MS)
    expect(page.get_by_text("This story is shared as shown here.")).to_be_visible(timeout=RENDERS_MS)


def tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(120):
        if wanted.count() and wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never came to {wanted}")


def test_sam_cuts_a_story_in_writing_without_a_mouse(sam_comes: Comes, written: UUID) -> None:
    page = sam_comes()
    begin(page)
    words = page.get_by_role("listbox", name=re.compile("^Part")).last.get_by_role("option")
    tab_to(page, words.first)
    for _ in range(7):
        page.keyboard.press("Shift+ArrowRight")
    mark = page.get_by_role("button", name="They said this")
    tab_to(page, mark)
    page.keyboard.press("Enter")
    expect(options(page)).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(page.get_by_text("Nothing is marked yet.")).to_be_visible()
    tab_to(page, words.first)
    for _ in range(7):
        page.keyboard.press("Shift+ArrowRight")
    tab_to(page, mark)
    page.keyboard.press("Enter")
    expect(page.get_by_text("All that is theirs is marked.")).to_be_visible()
    expect(page.get_by_text(SAVED)).to_be_visible()

    tab_to(page, left(page).get_by_role("button", name="Cut the voice out"))
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Cut this voice out for good")
    tab_to(page, dialog.get_by_role("checkbox"))
    page.keyboard.press("Space")
    tab_to(page, dialog.get_by_role("button", name="Cut it out for good"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("The voice is out")).to_be_visible(timeout=RENDERS_MS)
    tab_to(page, page.get_by_role("link", name="Open the story"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("The last bus had gone.")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text(BEN_SAID)


def test_sam_marks_by_ear_with_keys_and_takes_it_back(sam_comes: Comes, talk: UUID) -> None:
    page = sam_comes()
    begin(page)
    expect(player(page).get_by_role("slider", name="Place in the sound")).to_be_visible(timeout=JOINS_MS)
    page.get_by_role("heading", name="Cut a voice out").click()
    page.keyboard.press("[")
    expect(page.get_by_text("Now press “They stop”")).to_be_visible()
    for at in ("0:03", "0:06"):
        page.keyboard.press("Alt+ArrowRight")
        expect(player(page).get_by_text(re.compile(f"^{at} / "))).to_be_visible()
    page.keyboard.press("]")
    expect(options(page)).to_have_count(1)
    expect(options(page)).to_contain_text(re.compile(r"0:00\.0 . 0:06\.0"))

    ends = page.get_by_role("textbox", name="Ends at")
    tab_to(page, ends)
    page.keyboard.press("ArrowUp")
    expect(ends).to_have_value("0:06.1")
    tab_to(page, page.get_by_role("slider", name="Move the end"))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(ends).to_have_value("0:05.9")
    ends.fill("0:04.5")
    ends.press("Enter")
    expect(options(page)).to_contain_text(re.compile(r"0:00\.0 . 0:04\.5"))
    expect(page.get_by_text(SAVED)).to_be_visible()

    page.reload()
    expect(options(page)).to_contain_text(re.compile(r"0:00\.0 . 0:04\.5"))
    options(page).first.click()
    page.get_by_role("button", name="Remove this mark").click()
    expect(page.get_by_text("Nothing is marked yet.")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(options(page)).to_contain_text(re.compile(r"0:00\.0 . 0:04\.5"))


def test_nothing_that_sam_marked_is_lost(sam_comes: Comes, talk: UUID, watch: Watch) -> None:
    page = sam_comes()
    begin(page)
    mark_by_name(page)
    beside = watch.over(page.context)
    beside.goto(page.url)
    expect(options(beside)).to_have_count(2)

    page.context.set_offline(True)
    options(page).first.click()
    page.get_by_role("button", name="Remove this mark").click()
    expect(page.get_by_text("Your marks stay on this page")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text(SAVED)).to_be_visible()
    expect(options(page)).to_have_count(1)

    options(beside).last.click()
    beside.get_by_role("button", name="Remove this mark").click()
    expect(beside.get_by_role("heading", name="Somebody else changed the marks")).to_be_visible()
    beside.get_by_role("button", name="Use both together").click()
    expect(options(beside)).to_have_count(2)
    expect(beside.get_by_text(SAVED)).to_be_visible()
    watch.seen[:] = [seen for seen in watch.seen if "412" not in seen]


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_nobody_is_shut_out_of_the_table(sam_comes: Comes, talk: UUID, size: ViewportSize) -> None:
    found: list[str] = []
    page = sam_comes(size)
    look = looking_for_faults(page, found)
    begin(page)
    expect(player(page)).to_be_visible(timeout=JOINS_MS)
    look("nothing marked")
    mark_by_name(page)
    options(page).last.click()
    expect(page.get_by_role("heading", name=re.compile("^Mark .* of"))).to_be_visible()
    look("a mark open")
    page.get_by_role("option", name="Nobody", exact=True).click()
    expect(page.get_by_role("toolbar")).to_be_visible()
    look("words chosen")
    page.get_by_role("checkbox", name="It goes as well").check()
    page.get_by_role("button", name="Choose nothing").click()
    listen_to_all(page)
    left(page).get_by_role("button", name="Cut the voice out").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found.extend(look_at_dialog(page))
    assert not found, "\n".join(found)


def look_at_dialog(page: Page) -> list[str]:
    found: list[str] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found.extend(f"the last question, {scheme}: {fault}" for fault in faults_on(page))
    wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    return [*found, f"{wide} px beyond the screen"] if wide > 0 else found
