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
    for _ in range(LONGEST_TAB_ROAD):
        if target.evaluate("wanted => document.activeElement === wanted"):
            break
        radio = target.evaluate("wanted => wanted.type === 'radio' && document.activeElement.name === wanted.name")
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

    def says(self, key: str, screen: str) -> None:
        expect(self.phone.get_by_text(word(self.language, key)).first).to_be_visible()
        self.look(screen)

    def open(self, route: str) -> None:
        """As a link within the app would."""
        self.phone.evaluate("route => { location.hash = `#/${route}`; }", route)

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

    def consent(self, yes_to: int = 4, helper: str = "") -> None:
        """Every card: old enough, understood, Yes to the first purposes and No to the rest."""
        self.stands("consent-title", "consent-age")
        self.press("yes")
        self.answers(yes_to, helper)

    def answers(self, yes_to: int = 4, helper: str = "") -> None:
        """`helper` is the key of whoever helps to answer."""
        self.says("helper-question", "consent-helper")
        self.press("yes" if helper else "no")
        if helper:
            self.says("helper-who", "consent-helper-who")
            self.press(helper, "radio")
            self.press("go-on")
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

    def guardian(self) -> None:
        """From the question about the age to the young person, who has the phone again."""
        self.stands("consent-title", "consent-age")
        self.press("no")
        self.phone.wait_for_timeout(100)
        self.press("no")
        self.stands("give-phone-to-guardian", "guardian-hand-over")
        self.press("i-have-the-phone")
        self.says("relation-question", "guardian-relation")
        self.press("relation-mother", "radio")
        self.press("go-on")
        self.stands("understood", "guardian-card", "button")
        agreed, yes, asked = self.named("guardian-agree"), self.named("yes"), False
        while not agreed.is_visible():
            if yes.is_visible() and not asked:
                self.says("guardian-answers", "guardian-question")
                asked = True
            self.press("yes" if yes.is_visible() else "understood")
            self.phone.wait_for_timeout(50)
        self.look("guardian-answers")
        self.press("guardian-agree")
        self.stands("give-phone-to-young", "guardian-hands-back")
        self.press("i-have-the-phone")

    def gather(self, *people: tuple[str, str]) -> None:
        """Who takes part in a talk, each as name and role, until the phone goes to the first."""
        self.says("speakers-question", "talk-nobody")
        for place, (name, role) in enumerate(people):
            self.press("others-add" if place else "speakers-first")
            self.says("person-who", f"talk-person-{place}")
            self.press(f"role-{role}", "radio")
            self.phone.get_by_label(word(self.language, "person-name")).fill(name)
            self.press("go-on")
        self.stands("others-done", "talk-people", "button")
        self.press("others-done")

    def hand_over(self, screen: str) -> None:
        self.stands("give-phone-to", screen)
        self.press("i-have-the-phone")

    def receipt(self) -> None:
        self.stands("receipt-title", "receipt")
        self.press("lock-neither", "radio", begins=True)
        self.press("receipt-kept")
        self.stands("send-title", "send")

    def add_person(self, name: str, pin: str) -> None:
        """From Tell; the new person has the phone afterwards."""
        self.press("pass-on", begins=True)
        self.stands("who-add", "who-has-the-phone", "button")
        self.press("who-add")
        self.phone.get_by_label(word(self.language, "profile-name")).fill(name)
        self.phone.get_by_label(word(self.language, "pin-if-wanted")).fill(pin)
        self.look("who-new")
        self.press("go-on")
        self.stands("record", "tell-as-another", "button")

    def enter_pin(self, name: str, wrong: str, pin: str) -> None:
        self.press("pass-on", begins=True)
        self.phone.get_by_role("button", name=name).click()
        digits = self.phone.get_by_label(word(self.language, "pin"), exact=True)
        expect(digits).to_be_visible()
        self.look("who-pin")
        for _ in range(3):
            digits.fill(wrong)
            self.press("go-on")
            expect(self.phone.get_by_text(word(self.language, "pin-wrong"))).to_be_visible()
            expect(digits).to_have_value("")
        self.look("who-pin-waits")
        self.phone.clock.fast_forward("00:40")
        digits.fill(pin)
        self.press("go-on")
        expect(self.named("record")).to_be_visible()

    def help(self) -> None:
        """Every page of Help, and its questions before something is lost; nothing is."""
        for route, key in {"help/guide": "help-guide", "help/me": "who-me"}.items():
            self.open(route)
            self.stands(key, route)
        self.open("home-screen")
        self.look("home-screen")
        self.open("help")
        for asks, stays in {"leave-project": "stay", "wipe": "keep"}.items():
            self.press(asks)
            self.stands(stays, f"help, {asks}", "button")
            self.press(stays)

    def workshop(self) -> None:
        self.press("workshop-begin")
        self.stands("workshop-next", "workshop-hand-over")
        self.press("i-have-the-phone")
        self.stands("workshop-pass-on", "workshop-tell", "button")
        self.phone.reload()
        self.stands("workshop-go-on", "workshop-stopped", "button")

    def the_rest(self) -> None:
        """My stories, Help, and giving the phone on."""
        self.press("to-my-stories")
        self.stands("mine-title", "my-stories")
        self.press("tab-help", "link")
        self.stands("help-title", "help")
        self.press("tab-tell", "link")
        self.press("pass-on", begins=True)
        self.stands("who-add", "who-has-the-phone", "button")
