# SPDX-License-Identifier: Apache-2.0
"""The reporter's whole road, screen by screen, in any language, by finger or by keyboard."""

from collections.abc import Callable
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from tests.capture.words import word

Role = Literal["button", "link", "radio", "textbox", "heading"]
OWN_NAMES = {"en": "English", "es": "Español", "ar": "العربية", "ur": "اردو"}
LONGEST_TAB_ROAD = 60


def by_finger(_phone: Page, target: Locator) -> None:
    target.click()


def by_keyboard(phone: Page, target: Locator) -> None:
    """Tab until the focus stands there, then press; within a group of radios the arrows lead on."""
    expect(target).to_be_visible()
    wanted = target.element_handle()
    for _ in range(LONGEST_TAB_ROAD):
        if phone.evaluate("wanted => document.activeElement === wanted", wanted):
            break
        radio = phone.evaluate(
            "wanted => wanted.type === 'radio' && document.activeElement.name === wanted.name", wanted
        )
        phone.keyboard.press("ArrowDown" if radio else "Tab")
    else:
        raise AssertionError(f"the keyboard never reaches {target}")
    phone.keyboard.press("Space" if target.get_attribute("type") == "radio" else "Enter")


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

    def named(self, key: str, role: Role = "button", *, begins: bool = False) -> Locator:
        return self.phone.get_by_role(role, name=word(self.language, key), exact=not begins).first

    def press(self, key: str, role: Role = "button", *, begins: bool = False) -> None:
        self.hand(self.phone, self.named(key, role, begins=begins))

    def stands(self, key: str, screen: str, role: Role = "heading") -> None:
        expect(self.named(key, role, begins=True)).to_be_visible()
        self.look(screen)

    def join(self, invite_url: str, name: str = "Amina") -> None:
        """As one of several who share the phone."""
        self.phone.goto(invite_url)
        own = self.phone.get_by_role("button", name=OWN_NAMES[self.language], exact=True)
        expect(own).to_be_visible()
        self.look("join-language")
        self.hand(self.phone, own)
        self.stands("join-title", "join")
        self.press("join")
        self.stands("who-uses", "join-who-uses")
        self.press("we-share", begins=True)
        self.stands("profile-name", "join-profile", "textbox")
        self.phone.get_by_label(word(self.language, "profile-name")).fill(name)
        self.press("go-on")
        self.stands("skip", "join-practice", "button")
        self.press("skip")
        self.stands("record", "tell", "button")

    def choose(self, kind: str, *, medium: str = "write-instead") -> None:
        self.press(medium)
        self.stands("who-speaks", "choose-kind")
        self.press(f"kind-{kind}", begins=True)
        self.stands("this-question", "choose-question", "button")
        self.press("this-question")

    def consent(self, yes_to: int = 4) -> None:
        """Every card: old enough, no helper, understood, Yes to the first purposes and No to the rest."""
        self.stands("consent-title", "consent-age")
        self.press("yes")
        expect(self.phone.get_by_text(word(self.language, "helper-question"))).to_be_visible()
        self.look("consent-helper")
        self.press("no")
        self.stands("understood", "consent-card", "button")
        done = self.named("agree")
        asked = 0
        while not done.is_visible():
            if self.named("understood").is_visible():
                self.press("understood")
            elif self.named("go-on").is_visible():
                self.look("consent-facets")
                self.press("go-on")
            elif self.named("yes").is_visible():
                if asked in {0, yes_to}:
                    self.look(f"consent-question-{asked}")
                self.press("yes" if asked < yes_to else "no")
                asked += 1
            self.phone.wait_for_timeout(50)
        self.look("consent-answers")
        self.press("agree")

    def write(self, told: str) -> None:
        self.stands("write-label", "write", "textbox")
        self.phone.get_by_role("textbox").fill(told)
        self.press("go-on")
        self.listen_back()

    def record(self, told_ms: int) -> None:
        """Through our own question about the microphone, and a pause."""
        self.stands("record", "record-ready", "button")
        self.press("record")
        self.phone.wait_for_timeout(told_ms)
        self.stands("pause", "record-running", "button")
        self.press("pause")
        self.stands("go-on-recording", "record-paused", "button")
        self.press("stop")
        self.listen_back()

    def listen_back(self) -> None:
        self.stands("listen-title", "listen-back")
        self.press("go-on")
        self.stands("details-title", "details")
        self.press("skip")

    def receipt(self) -> None:
        self.stands("receipt-title", "receipt")
        self.press("lock-neither", "radio", begins=True)
        self.press("receipt-kept")
        self.stands("send-title", "send")

    def the_rest(self) -> None:
        """My stories, Help, and giving the phone on."""
        self.press("to-my-stories")
        self.stands("mine-title", "my-stories")
        self.press("tab-help", "link")
        self.stands("help-title", "help")
        self.press("tab-tell", "link")
        self.press("pass-on", begins=True)
        self.stands("who-add", "who-has-the-phone", "button")
