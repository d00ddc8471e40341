# SPDX-License-Identifier: Apache-2.0
"""The reporter's whole road, screen by screen, in any language, by finger or by keyboard."""

from collections.abc import Callable
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from tests.capture.words import word

Role = Literal["button", "link", "radio", "textbox", "heading"]
LONGEST_TAB_ROAD = 60


def by_finger(_phone: Page, target: Locator) -> None:
    target.click()


def by_keyboard(phone: Page, target: Locator) -> None:
    """Tab until the focus stands there, then press; a radio is chosen by Space."""
    expect(target).to_be_visible()
    wanted = target.element_handle()
    for _ in range(LONGEST_TAB_ROAD):
        if phone.evaluate("wanted => document.activeElement === wanted", wanted):
            break
        phone.keyboard.press("Tab")
    else:
        raise AssertionError(f"the keyboard never reaches {target}")
    phone.keyboard.press("Space" if target.get_attribute("type") in {"radio", "checkbox"} else "Enter")


class Road:
    """`look` is called with each screen's name once that screen stands."""

    def __init__(
        self,
        phone: Page,
        language: str = "en",
        look: Callable[[str], None] = lambda _screen: None,
        hand: Callable[[Page, Locator], None] = by_finger,
    ) -> None:
        self.phone, self.language, self.look, self.hand = phone, language, look, hand

    def named(self, key: str, role: Role = "button", **variables: str | int) -> Locator:
        return self.phone.get_by_role(role, name=word(self.language, key, **variables), exact=role != "radio").first

    def press(self, key: str, role: Role = "button", **variables: str | int) -> None:
        self.hand(self.phone, self.named(key, role, **variables))

    def stands(self, key: str, screen: str, role: Role = "heading") -> None:
        expect(self.named(key, role)).to_be_visible()
        self.look(screen)

    def join(self, invite_url: str, own_name: str) -> None:
        """`own_name` is what the language calls itself."""
        self.phone.goto(invite_url)
        choice = self.phone.get_by_role("button", name=own_name)
        expect(choice).to_be_visible()
        self.look("join-language")
        self.hand(self.phone, choice)
        self.stands("join-title", "join")
        self.press("join")
        self.stands("who-uses", "join-who-uses")
