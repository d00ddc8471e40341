# SPDX-License-Identifier: Apache-2.0
"""One phone and two windows of the app: what one of them does, the other knows."""

import re

from playwright.sync_api import Page, Route, expect

from tests.capture.hands import (
    Phones,
    add_person,
    answer,
    begin,
    chromium,
    heading,
    invite,
    join,
    new_phone,
    pass_to,
    press,
)
from tests.capture.phones import playwright, town

__all__ = ["chromium", "invite", "new_phone", "playwright", "town"]

OLD_TOKEN = """token => new Promise((done) => {
    const opening = indexedDB.open("notes");
    opening.onsuccess = () => {
        const shelf = opening.result.transaction("settings", "readwrite").objectStore("settings");
        const asking = shelf.get("membership");
        asking.onsuccess = () => {
            const told = asking.result.device_token;
            if (token) shelf.put({ ...asking.result, device_token: token }, "membership");
            opening.result.close();
            done(told);
        };
    };
})"""


def second_window(phone: Page, invite: str) -> Page:
    other = phone.context.new_page()
    other.goto(invite.split("#", maxsplit=1)[0])
    return other


def test_when_the_phone_is_handed_on_in_one_window_the_other_shows_nothing_of_the_person_before(
    new_phone: Phones, invite: str
) -> None:
    phone = new_phone()
    join(phone, invite, shared=True)
    add_person(phone, "Bashir", "Boat")
    pass_to(phone, "Amina")
    begin(phone)
    answer(phone)
    phone.get_by_role("textbox", name="Your story").fill("Amina writes this.")
    expect(phone.get_by_text("Saved on this phone")).to_be_visible()
    other = second_window(phone, invite)
    press(other, re.compile("Amina"))
    expect(phone.get_by_role("textbox", name="Your story")).to_have_value("Amina writes this.")
    press(other, re.compile("Give the phone on"))
    heading(phone, "Who has the phone?")
    expect(phone.get_by_text("Amina writes this.")).to_have_count(0)
    press(other, re.compile("Bashir"))
    expect(other.get_by_role("button", name="Record")).to_be_visible()
    heading(phone, "Who has the phone?")
    press(phone, re.compile("Amina"))
    heading(other, "Who has the phone?")
    phone.get_by_role("link", name="My stories", exact=True).click()
    expect(phone.get_by_text("Saved on this phone")).to_have_count(1)


def test_a_window_opened_before_the_phone_joined_anew_or_was_wiped_does_not_bring_the_old_back(
    new_phone: Phones, invite: str
) -> None:
    phone = new_phone()
    join(phone, invite)
    other = second_window(phone, invite)
    expect(other.get_by_role("button", name="Record")).to_be_visible()
    held = other.evaluate(OLD_TOKEN, None)
    asked: list[str] = []

    def joins_meanwhile(route: Route) -> None:
        asked.append(route.request.headers["authorization"])
        phone.evaluate(OLD_TOKEN, "newer")
        route.continue_()

    third = phone.context.new_page()
    third.route(re.compile("/api/project$"), joins_meanwhile)
    third.goto(invite.split("#", maxsplit=1)[0])
    expect(third.get_by_role("button", name="Record")).to_be_visible()
    third.wait_for_timeout(1000)
    assert asked == [f"Bearer {held}"]
    assert phone.evaluate(OLD_TOKEN, held) == "newer"

    phone.get_by_role("link", name="Help", exact=True).click()
    press(phone, "Wipe this phone")
    press(phone, "Yes, wipe everything")
    for window in (phone, other, third):
        expect(window.get_by_role("button", name="Record")).to_have_count(0)


def test_a_text_is_written_in_one_window_at_a_time(new_phone: Phones, invite: str) -> None:
    phone = new_phone()
    join(phone, invite)
    begin(phone)
    answer(phone)
    box = phone.get_by_role("textbox", name="Your story")
    box.fill("The first words.")
    expect(phone.get_by_text("Saved on this phone")).to_be_visible()
    other = second_window(phone, invite)
    other.get_by_role("link", name="My stories", exact=True).click()
    other.get_by_role("link", name="Go on", exact=True).click()
    press(other, "Go on writing")
    expect(other.get_by_text("This story is being written in another window.")).to_be_visible()
    expect(other.get_by_role("textbox")).to_have_count(0)
    box.fill("The first words, and more.")
    phone.wait_for_timeout(1000)
    press(other, "Try again")
    expect(other.get_by_role("textbox")).to_have_count(0)
    press(phone, "Back")
    heading(phone, "My stories")
    press(other, "Try again")
    expect(other.get_by_role("textbox", name="Your story")).to_have_value("The first words, and more.")
