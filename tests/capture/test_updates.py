# SPDX-License-Identifier: Apache-2.0
"""A new version of the app meets phones that record, hold drafts and have not been online for a year."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from setup.frontend import packaged_node, system_node
from tests.capture.drafts import consent_on, draw_up, seed, short_sound
from tests.capture.phones import (
    LOOK,
    Phone,
    ask,
    begin_story,
    found_house,
    join_at_once,
    parts_of,
    playwright,
    record_for,
    sound_on,
    stop,
    stories_on,
)
from tests.house.source import ROOT
from tests.journeys.conftest import ARGS
from tests.journeys.served import Served
from tests.stacks import Stack
from tests.trust.processes import eventually

__all__ = ["playwright"]

NOT_COPIED = shutil.ignore_patterns("node_modules", "static", "__pycache__")
OLD_WORD, NEW_WORD = "Help", "Help and more"
LOOK_FOR_UPDATE = "async () => { await (await navigator.serviceWorker.getRegistration('/r/')).update(); }"
FIRST_DATABASE = (ROOT / "tests" / "capture" / "first_database.js").read_text()
WAITS = "async () => Boolean((await navigator.serviceWorker.getRegistration('/r/')).waiting)"


class Site:
    """A house whose front end is exchanged while it serves, as a package update does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.static = folder / "app" / "static"
        self.served: Served
        shutil.copytree(ROOT / "app", folder / "app", ignore=NOT_COPIED)
        shutil.copytree(ROOT / "migrations", folder / "migrations", ignore=NOT_COPIED)
        shutil.copytree(ROOT / "app" / "static", self.static)

    def build_next(self) -> None:
        """The same app with one word changed, really built."""
        frontend = self.folder / "next" / "frontend"
        shutil.copytree(ROOT / "app", self.folder / "next" / "app", ignore=NOT_COPIED)
        shutil.copytree(ROOT / "frontend", frontend, ignore=NOT_COPIED)
        (frontend / "node_modules").symlink_to((ROOT / "frontend" / "node_modules").resolve())
        words = frontend / "messages" / "en" / "reporter.ftl"
        words.write_text(words.read_text().replace(f"tab-help = {OLD_WORD}", f"tab-help = {NEW_WORD}"))
        node = system_node() or packaged_node(sys.executable)
        vite = frontend / "node_modules" / "vite" / "bin" / "vite.js"
        command = [str(node / "node"), str(vite), "build", "--config", "vite.reporter.ts", "--logLevel", "error"]
        subprocess.run(command, cwd=frontend, check=True, env={**os.environ, "CI": "1"})

    def put(self, which: str) -> None:
        """`next` or `first` in the place of what is served."""
        source = {"first": ROOT / "app" / "static", "next": self.folder / "next" / "app" / "static"}[which]
        coming, going = self.static / "coming", self.static / "going"
        shutil.copytree(source / "reporter", coming)
        (self.static / "reporter").rename(going)
        coming.rename(self.static / "reporter")
        shutil.rmtree(going)


@pytest.fixture(scope="module")
def site(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    made = Site(tmp_path_factory.mktemp("site"))
    made.build_next()
    with found_house(stack, made.folder / "data") as made.served, pytest.MonkeyPatch.context() as place:
        place.chdir(made.folder)
        made.served.start()
        yield made
        made.served.stop()


@pytest.fixture
def phone(playwright: Playwright, site: Site, tmp_path: Path, speech: Path) -> Iterator[Phone]:
    site.put("first")
    made = Phone(playwright, site.served, tmp_path / "profile", speech)
    yield made
    made.switch_off()
    unexpected = [
        seen for seen in made.watch.seen if not re.search(r"Failed to load resource: .*(webmanifest|ico)$", seen)
    ]
    assert not unexpected, "\n".join(unexpected)


@pytest.fixture
def page(phone: Phone, site: Site) -> Page:
    """Joined, installed, and opened from the phone's own copy."""
    opened = phone.switch_on()
    join_at_once(opened, site.served)
    opened.evaluate("() => navigator.serviceWorker.ready")
    opened.reload()
    expect(tab(opened, OLD_WORD)).to_be_visible()
    return opened


def tab(page: Page, word: str) -> Locator:
    return page.get_by_role("link", name=word, exact=True)


def offer_next(page: Page, site: Site) -> None:
    site.put("next")
    page.evaluate(LOOK_FOR_UPDATE)
    eventually(lambda: bool(page.evaluate(WAITS)), "the new version lies ready")


def go_to(page: Page, route: str) -> None:
    page.evaluate("route => { location.hash = `#/${route}`; }", route)


def open_the_new_version(phone: Phone, page: Page) -> Page:
    """A cold start, at which it takes over."""
    page.close()
    for _ in range(3):
        opened = phone.open("mine")
        expect(opened.get_by_role("navigation", name="Main places")).to_be_visible()
        if tab(opened, NEW_WORD).is_visible():
            return opened
        opened.close()
    raise AssertionError("the new version never took over")


def test_a_new_version_waits_for_whoever_records_and_reloads_nobody(phone: Phone, page: Page, site: Site) -> None:
    told = begin_story(page)
    go_to(page, f"story/{told}/record")
    record_for(page, 2)
    page.evaluate("() => { window.stillHere = true; }")
    offer_next(page, site)

    other = phone.open("help")
    other.get_by_role("button", name="Use the new version").click()
    expect(other.get_by_text("Something is being recorded or sent.")).to_be_visible()
    page.wait_for_timeout(1500)
    stop(page)
    assert page.evaluate("() => window.stillHere === true")
    (part,) = parts_of(page, told)
    assert part["closed"]
    assert part["duration_ms"] > 3000
    assert sound_on(page, part["part_id"])

    other.get_by_role("button", name="Use the new version").click()
    expect(tab(other, NEW_WORD)).to_be_visible()
    assert page.evaluate("() => window.stillHere === true"), "no page is opened anew by another"
    go_to(page, "mine")
    expect(page.get_by_text("A newer version is in use in another window.")).to_be_visible()
    page.get_by_role("button", name="Open it here too").click()
    expect(tab(page, NEW_WORD)).to_be_visible()
    expect(page.get_by_role("region", name="Monologue")).to_be_visible()


def test_three_drafts_open_after_an_update_at_the_next_cold_start(phone: Phone, page: Page, site: Site) -> None:
    spoken = seed(page, short_sound(), draft={"state": "saved"}, title="Spoken")
    seed(page, draft={"state": "saved"}, title="Written", text="The bus never came.")
    seed(page, short_sound(), draft={"state": "saved"}, title="Rescued", rescued=True)
    offer_next(page, site)
    opened = open_the_new_version(phone, page)
    assert len(stories_on(opened)) == 3
    for name in ("Spoken", "Written", "Rescued"):
        go_to(opened, "mine")
        opened.get_by_role("region", name=name).get_by_role("link", name="Go on").click()
        expect(opened.get_by_role("button", name="Save a copy")).to_be_visible()
    assert sound_on(opened, spoken.part_ids[0]) == spoken.sounds[0]


def test_the_version_before_still_sends(page: Page, site: Site) -> None:
    offer_next(page, site)
    story = seed(page, short_sound())
    page.reload()
    expect(tab(page, OLD_WORD)).to_be_visible()
    go_to(page, f"story/{story.story_id}/send")
    expect(
        page.get_by_text("Arrived, thank you").or_(page.get_by_text("no longer on this phone")).first
    ).to_be_visible()
    assert stories_on(page) == []


def test_a_page_loaded_just_before_an_update_still_finds_its_parts(page: Page, site: Site) -> None:
    old = page.evaluate("() => document.querySelector('script[src]').getAttribute('src')")
    site.put("next")
    assert site.served.ask(old)[0] == 200
    assert re.sub(r".*/", "", old) not in {path.name for path in (site.static / "reporter" / "assets").iterdir()}


def test_three_unsent_stories_of_the_first_version_open_and_go_out(playwright: Playwright, site: Site) -> None:
    """IndexedDB as version 1 left it: no profiles, no places."""
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), headless=True, args=list(ARGS))
    page = browser.new_context(locale="en-GB").new_page()
    page.add_init_script(LOOK)
    page.goto(f"{site.served.origin}/healthz")
    invite = site.served.command("invite", "create")["url"].rsplit("/", 1)[1]
    joined = ask(site.served, "/api/join", {"invite": invite})
    consent = consent_on(joined["project"]["consent_form"])
    drafts = [draw_up(consent, short_sound(), short_sound()), draw_up(consent), draw_up(consent, short_sound())]
    drafts[2].story["draft"] = {"state": "saved"}
    rows = []
    for drawn in drafts:
        parts = [[{name: part[name] for name in part if name not in {"place", "source"}}, pieces]
                 for part, pieces in drawn.parts]  # fmt: skip
        rows.append({"story": drawn.story, "code": drawn.code, "parts": parts})
    page.evaluate(FIRST_DATABASE, [joined, rows])

    page.goto(f"{site.served.origin}/r/#/mine")
    expect(page.get_by_role("region", name="Monologue")).to_have_count(1)
    expect(page.get_by_role("region", name="Monologue").get_by_text("Saved on this phone")).to_be_visible()
    assert [kept["story_id"] for kept in stories_on(page)] == [drafts[2].seeded.story_id]
    assert sound_on(page, drafts[2].seeded.part_ids[0]) == drafts[2].seeded.sounds[0]
    assert page.evaluate("async () => (await indexedDB.databases())[0].version") >= 2
    browser.close()
