# SPDX-License-Identifier: Apache-2.0
"""The eight words in the person's own language, made and shown without a network, each with its number."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from app.consent import codes
from tests.capture.hands import Phones, chromium, invite, new_phone
from tests.capture.phones import LOOK, playwright, town
from tests.capture.road import Road
from tests.capture.test_opens_offline import alone_on, cut_off
from tests.capture.words import word

__all__ = ["chromium", "invite", "new_phone", "playwright", "town"]

DIRECTIONS = {"es": "ltr", "ar": "rtl", "ur": "rtl"}
NUMBERED = re.compile(r"^(\d)\s+(\S+)$")


def told_without_a_network(phone: Page, invite: str, language: str) -> Locator:
    """A story in writing on a phone in that language; answers the list of words on its slip."""
    alone_on(phone, invite)
    cut_off(phone)
    phone.evaluate("language => phone.put('settings', language, 'language')", language)
    phone.reload()
    road = Road(phone, language)
    road.press("tab-tell", "link")
    road.choose("monologue")
    road.consent()
    road.write("Told far from any mast.")
    road.stands("receipt-title", "receipt")
    return phone.get_by_role("list", name=word(language, "receipt-words"))


def place_of(item: Locator) -> FloatRect:
    found = item.bounding_box()
    assert found is not None
    return found


@pytest.mark.parametrize(("language", "direction"), DIRECTIONS.items())
def test_the_slip_has_eight_numbered_words_of_ones_own(
    new_phone: Phones, invite: str, language: str, direction: str, tmp_path: Path
) -> None:
    phone = new_phone(LOOK)
    slip = told_without_a_network(phone, invite, language)
    expect(slip).to_have_attribute("lang", language)
    expect(slip).to_have_attribute("dir", direction)
    items = slip.get_by_role("listitem")
    expect(items).to_have_count(8)
    shown = [NUMBERED.match(item.strip()) for item in items.all_inner_texts()]
    assert [one.group(1) for one in shown if one] == [str(place) for place in range(1, 9)]
    words = [one.group(2) for one in shown if one]
    assert set(words) <= set(codes.word_lists()[language])
    digits = phone.get_by_role("group", name=word(language, "receipt-digits")).inner_text()
    assert codes.normalise(" ".join(words)) == codes.normalise(digits) is not None
    first, second, fifth = (place_of(items.nth(place)) for place in (0, 1, 4))
    assert second["y"] > first["y"]
    assert (fifth["x"] > first["x"]) == (direction == "ltr")
    assert phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    with phone.expect_download() as saved:
        phone.get_by_role("button", name=word(language, "receipt-save"), exact=True).click()
    saved.value.save_as(tmp_path / "note.png")
    assert (tmp_path / "note.png").read_bytes().startswith(b"\x89PNG")
    phone.emulate_media(media="print")
    expect(slip).to_be_visible()
    expect(phone.get_by_role("button", name=word(language, "receipt-kept"))).to_have_count(0)
