# SPDX-License-Identifier: Apache-2.0
"""After one visit every screen opens without a network, by its own address. The screens are read from the router, so
that a new one is tried without being named here."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.capture.hands import Phones, chromium, invite, new_phone
from tests.capture.phones import LOOK, playwright, town
from tests.capture.road import Road
from tests.capture.words import word
from tests.journeys.served import Served

__all__ = ["chromium", "invite", "new_phone", "playwright", "town"]

REPORTER = Path("frontend/src/reporter")
SCREENS = (REPORTER / "Screens.svelte").read_text()
BRANCH = re.compile(r"\{(#if|:else if) ([^}]+)\}|\{(:else|/if)\}|<([A-Z]\w+)")
PLACE = re.compile(r"\b(first|second|third) === '([\w-]+)'")
ANY_STORY = "second !== ''"
TITLE = re.compile(r"<Frame\s+title=\{t\(([^)]*(?:\([^)]*\))?[^)]*)\)\}")
BEFORE_ANY_ADDRESS = {"JoinedScreen"}
BEFORE_CONSENT = {"tell/record", "tell/write", "tell/microphone"}  # nobody has agreed to anything: they lead to Tell


@dataclass(frozen=True)
class Screen:
    route: str
    component: str


def screens() -> list[Screen]:
    """Each branch of the router with the screen it shows, as far as an address leads there."""
    found, stack = list[Screen](), [dict[str, str]()]
    for said, condition, otherwise, component in BRANCH.findall(SCREENS.split("</script>")[-1]):
        if said == "#if":
            stack.append({})
        if condition:
            stack[-1] = dict(PLACE.findall(condition)) | ({"second": "STORY"} if ANY_STORY in condition else {})
        elif otherwise == ":else":
            stack[-1] = {"first": "tell"} if len(stack) == 2 else {}
        elif otherwise == "/if":
            stack.pop()
        elif component.endswith("Screen") and component not in BEFORE_ANY_ADDRESS:
            at = {name: part for branch in stack for name, part in branch.items()}
            found.append(Screen("/".join(at[name] for name in ("first", "second", "third") if name in at), component))
    return found


def titles(component: str) -> set[str]:
    """The keys of what its frame may be headed by."""
    [imported] = re.findall(rf"import {component} from '\./([^']+)'", SCREENS)
    told = TITLE.findall((REPORTER / imported).read_text())
    assert told, f"{component} has no heading"
    return {key for one in told for key in re.findall(r"'([a-z]+(?:-[\w-]+)+)'", one)}


def headings(screen: Screen) -> set[str]:
    keys = {"tell-title"} if screen.route in BEFORE_CONSENT else titles(screen.component)
    return {word("en", key) for key in keys}


def one_of(words: set[str]) -> re.Pattern[str]:
    return re.compile(f"^\\s*({'|'.join(map(re.escape, sorted(words)))})\\s*$")


def test_every_part_of_an_address_that_the_router_knows_is_tried() -> None:
    known = {part for _, condition, *_ in BRANCH.findall(SCREENS) for _, part in PLACE.findall(condition)}
    tried = {part for screen in screens() for part in screen.route.split("/")}
    assert known <= tried
    shown = set(re.findall(r"<(\w+Screen)\b", SCREENS))
    assert shown - BEFORE_ANY_ADDRESS == {screen.component for screen in screens()}


def cut_off(phone: Page) -> None:
    phone.context.set_offline(True)
    assert phone.evaluate("() => fetch('/healthz', {cache: 'no-store'}).then(() => false, () => true)")


def open_afresh(phone: Page, town: Served, route: str) -> None:
    """The address itself, in a page that shows nothing of ours yet."""
    phone.goto("about:blank")
    phone.goto(f"{town.origin}/r/#/{route}")


def test_each_screen_opens_by_its_address_without_a_network(new_phone: Phones, invite: str, town: Served) -> None:
    phone = new_phone(LOOK)
    alone_on(phone, invite)
    cut_off(phone)
    for screen in [Screen("", ""), *screens()]:
        story_id = phone.evaluate("() => phone.beginStory()")
        open_afresh(phone, town, screen.route.replace("STORY", story_id))
        expected = headings(screen) if screen.component else {word("en", "tell-title")}
        heading = phone.get_by_role("heading", level=1)
        expect(heading, screen.route).to_have_text(one_of(expected))
        expect(phone.get_by_role("main"), screen.route).not_to_be_empty()
        if screen.component != "ReceivedScreen":  # no sound has been received, and it says so
            expect(phone.get_by_role("alert").filter(has_text=re.compile(r"\S"))).to_have_count(0)


@pytest.mark.parametrize("language", ["es", "ar", "ur"])
def test_every_language_and_its_consent_is_there_without_a_network(
    new_phone: Phones, invite: str, language: str
) -> None:
    phone = new_phone(LOOK)
    alone_on(phone, invite)
    cut_off(phone)
    phone.evaluate("language => phone.put('settings', language, 'language')", language)
    phone.reload()
    road = Road(phone, language)
    road.press("tab-tell", "link")
    road.choose("monologue")
    road.consent()


def alone_on(phone: Page, invite: str) -> None:
    """One visit, and no more: joined, and the worker has taken its files."""
    phone.goto(invite)
    phone.get_by_role("button", name="English").click()
    phone.get_by_role("button", name="Join").click()
    phone.get_by_role("button", name=re.compile("^Only me")).click()
    phone.get_by_role("button", name="Skip").click()
    expect(phone.get_by_role("button", name="Record")).to_be_visible()
    phone.evaluate("() => navigator.serviceWorker.ready")
