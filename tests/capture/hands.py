# SPDX-License-Identifier: Apache-2.0
"""What people do with a phone that goes from hand to hand, found by role and label as they would."""

import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.capture.phones import MAY, PHONE
from tests.journeys.conftest import ARGS, Watch
from tests.journeys.served import Served

KEEP = "keep your story"
TEAM = "listen to your story and read it"
SERVICES = "local services"
RESEARCH = "researchers"
ARRIVES_MS = 60_000


Phones = Callable[..., Page]


@pytest.fixture(scope="module")
def invite(town: Served) -> str:
    return str(town.command("invite", "create")["url"])


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), headless=True, args=[*ARGS])
    yield opened
    opened.close()


@pytest.fixture
def new_phone(chromium: Browser, town: Served) -> Iterator[Phones]:
    """A fresh phone; `script` runs before anything of ours."""
    watch, contexts = Watch(town.origin), list[BrowserContext]()

    def made(script: str = "", **told: Any) -> Page:
        context = chromium.new_context(viewport=PHONE, permissions=list(MAY), locale="en-GB", **told)
        if script:
            context.add_init_script(script)
        contexts.append(context)
        return watch.over(context)

    yield made
    for context in contexts:
        context.close()
    assert not watch.seen, "\n".join(watch.seen)


def press(phone: Page, name: str | re.Pattern[str], *, exact: bool = True) -> None:
    phone.get_by_role("button", name=name, exact=exact).first.click()


def heading(phone: Page, name: str) -> None:
    expect(phone.get_by_role("heading", name=name, exact=True)).to_be_visible()


def join(phone: Page, invite: str, *, shared: bool = False) -> None:
    phone.goto(invite)
    press(phone, "English")
    press(phone, "Join")
    press(phone, re.compile("^We share it" if shared else "^Only me"))
    if shared:
        phone.get_by_role("radio", name="Bird").check()
        phone.get_by_label("A name, if you want one").fill("Amina")
        press(phone, "Go on")
    press(phone, "Skip")
    expect(phone.get_by_role("button", name="Record")).to_be_visible()
    phone.wait_for_function("() => navigator.serviceWorker.controller !== null || location.reload()", timeout=15_000)
    asked = phone.get_by_role("heading", name="Who has the phone?")
    expect(asked.or_(phone.get_by_role("button", name="Record")).first).to_be_visible()
    if asked.is_visible():
        press(phone, re.compile("Amina"))
        expect(phone.get_by_role("button", name="Record")).to_be_visible()


def pass_to(phone: Page, name: str) -> None:
    """From Tell to one of those who have a picture here."""
    phone.get_by_role("link", name="Tell", exact=True).click()
    press(phone, re.compile("Give the phone on"))
    heading(phone, "Who has the phone?")
    press(phone, re.compile(name))


def add_person(phone: Page, name: str, picture: str, pin: str = "") -> None:
    press(phone, re.compile("Give the phone on"))
    press(phone, "Somebody new")
    phone.get_by_role("radio", name=picture).check()
    phone.get_by_label("A name, if you want one").fill(name)
    phone.get_by_label(re.compile("^A PIN")).fill(pin)
    press(phone, "Go on")
    expect(phone.get_by_role("button", name="Record")).to_be_visible()


def choose(phone: Page, ways: tuple[str, ...]) -> None:
    """How a purpose may be used, where the card asks for it."""
    more = phone.get_by_text("More choices")
    if not ways or not more.is_visible():
        return
    more.click()
    for way in ways:
        phone.get_by_role("radio", name=way).check()
    if (name := phone.get_by_label("The name to show")).is_visible():
        name.fill("River girl")


def answer(
    phone: Page, *, yes: tuple[str, ...] = (KEEP, TEAM), age: int = 30, helped: bool = False, ways: tuple[str, ...] = ()
) -> None:
    """Through one person's cards to the answers, and agree; what is not in `yes` is No."""
    main, done = phone.get_by_role("main"), phone.get_by_role("button", name="This is what I want")
    mine = phone.get_by_role("button", name="These are my answers")
    for _ in range(60):
        if done.is_visible() or mine.is_visible():
            break
        for name in ("I understand", "Go on"):
            button = main.get_by_role("button", name=name, exact=True)
            if button.is_visible():
                choose(phone, ways)
                button.click()
        if main.get_by_role("button", name="Yes", exact=True).is_visible():
            asked = main.inner_text()
            years = re.search(r"Are you \W*(\d+)", asked)
            wanted = int(years[1]) <= age if years else any(words in asked for words in yes)
            if "helping you" in asked and helped:
                press(phone, "Yes")
                phone.get_by_role("radio", name="An interpreter").check()
                press(phone, "Go on")
            else:
                press(phone, "Yes" if wanted else "No")
        phone.wait_for_timeout(30)
    (mine if mine.is_visible() else done).click()


def begin(phone: Page, kind: str = "Monologue") -> None:
    press(phone, "Write instead")
    press(phone, re.compile(f"^{kind}"))
    press(phone, "Answer this question")


def write(phone: Page, words: str) -> None:
    """From the answers to the receipt."""
    phone.get_by_role("textbox", name="Your story").fill(words)
    press(phone, "Go on")
    heading(phone, "Listen back")
    press(phone, "Go on")
    heading(phone, "A few details")


def keep_code(phone: Page) -> str:
    """The code on the screen, kept; answers its words."""
    heading(phone, "Your receipt code")
    words = phone.get_by_role("list", name="The code in eight words").inner_text()
    phone.get_by_role("radio", name=re.compile("^Neither")).check()
    press(phone, "I have kept it")
    return words


def tell(phone: Page, words: str) -> None:
    begin(phone)
    answer(phone)
    write(phone, words)
    press(phone, "Skip")
    keep_code(phone)


def arrived(phone: Page) -> None:
    expect(phone.get_by_text("Arrived, thank you").first).to_be_visible(timeout=ARRIVES_MS)
