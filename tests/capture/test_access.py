# SPDX-License-Identifier: Apache-2.0
"""Everybody can walk the whole road: by screen reader, by keyboard, with large letters, in the dark, right to left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.capture.hands import Phones, chromium, invite, new_phone
from tests.capture.phones import playwright, town
from tests.capture.road import Road, by_keyboard

__all__ = ["chromium", "invite", "new_phone", "playwright", "town"]

AXE = Path("frontend/node_modules/axe-core/axe.min.js").read_text()
FAULTS = """() => axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations.flatMap(
  ({id, nodes}) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`)))"""
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
NARROWEST, USUAL = 320, 360


def faults_on(phone: Page) -> list[str]:
    phone.evaluate(f"{AXE};0")
    found: list[str] = phone.evaluate(FAULTS)
    return found


def looking_for_faults(phone: Page, found: list[str]) -> Callable[[str], None]:
    """In light and dark with axe; at 320 px, with the letters as large as they get, nothing may stand out sideways."""

    def look(screen: str) -> None:
        for scheme in ("light", "dark"):
            phone.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            phone.wait_for_timeout(200)  # a colour fades in
            found.extend(f"{screen}, {scheme}: {fault}" for fault in faults_on(phone))
        phone.set_viewport_size({"width": NARROWEST, "height": 640})
        usual = phone.evaluate("() => document.documentElement.style.fontSize")
        phone.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        if (beyond := phone.evaluate(TOO_WIDE)) > 0:
            found.append(f"{screen}: {beyond} px beyond the screen")
        phone.evaluate("size => { document.documentElement.style.fontSize = size; }", usual)
        phone.set_viewport_size({"width": USUAL, "height": 740})

    return look


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_screen_shuts_anybody_out(new_phone: Phones, invite: str, language: str) -> None:
    phone, found = new_phone(), list[str]()
    road = Road(phone, language, looking_for_faults(phone, found))

    road.join(invite)
    road.choose("monologue", medium="record")
    road.consent()
    road.record(2500)
    road.receipt()
    road.the_rest()

    assert not found, "\n".join(found)


def test_the_whole_road_can_be_walked_by_keyboard(new_phone: Phones, invite: str) -> None:
    road = Road(new_phone(), hand=by_keyboard)

    road.join(invite)
    road.choose("monologue")
    road.consent()
    road.write("I came out of hospital and the last bus had gone.")
    road.receipt()
    road.the_rest()
