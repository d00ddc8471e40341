# SPDX-License-Identifier: Apache-2.0
"""A phone that leaves and a person who leaves a phone: what goes, what stays, and who is told."""

import re
import time

from playwright.sync_api import Page, expect

from tests.capture.hands import (
    Phones,
    add_person,
    arrived,
    chromium,
    heading,
    invite,
    join,
    new_phone,
    pass_to,
    press,
    tell,
)
from tests.capture.phones import playwright, town
from tests.journeys.served import Served

__all__ = ["chromium", "invite", "new_phone", "playwright", "town"]

TOKEN = """() => new Promise((told) => {
    const opening = indexedDB.open("notes");
    opening.onsuccess = () => {
        const asking = opening.result.transaction("settings").objectStore("settings").get("membership");
        asking.onsuccess = () => { opening.result.close(); told(asking.result?.device_token); };
    };
})"""


def is_known(town: Served, token: str) -> bool:
    return town.ask("/api/project", Authorization=f"Bearer {token}")[0] == 200


def wipe(phone: Page) -> None:
    phone.get_by_role("link", name="Help", exact=True).click()
    press(phone, "Wipe this phone")
    press(phone, "Yes, wipe everything")
    expect(phone.get_by_role("button", name="English", exact=True)).to_be_visible()
    assert phone.evaluate(TOKEN) is None


def test_a_wiped_phone_is_no_longer_known_to_the_server_and_its_story_stays(
    new_phone: Phones, invite: str, town: Served
) -> None:
    phone = new_phone()
    join(phone, invite)
    tell(phone, "Told before the phone was wiped.")
    arrived(phone)
    token = phone.evaluate(TOKEN)
    assert is_known(town, token)
    press(phone, "To my stories")
    wipe(phone)
    assert not is_known(town, token)
    phone.goto(f"{town.origin}/s/")
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


def test_a_phone_that_leaves_the_project_is_no_longer_known_and_can_join_again(
    new_phone: Phones, invite: str, town: Served
) -> None:
    phone = new_phone()
    join(phone, invite)
    token = phone.evaluate(TOKEN)
    phone.get_by_role("link", name="Help", exact=True).click()
    press(phone, "Leave the project")
    press(phone, "Yes, leave the project")
    heading(phone, "Join")
    assert not is_known(town, token)
    phone.goto(invite)
    press(phone, "Join")
    expect(phone.get_by_role("button", name="Record")).to_be_visible()
    assert is_known(town, phone.evaluate(TOKEN))


def test_a_phone_is_wiped_without_a_network_and_with_a_server_that_says_nothing(new_phone: Phones, invite: str) -> None:
    phone = new_phone()
    join(phone, invite)
    phone.context.set_offline(True)
    wipe(phone)
    phone.context.set_offline(False)
    join(phone, invite)
    phone.route(re.compile("/api/device"), lambda _route: None)
    began = time.monotonic()
    wipe(phone)
    assert time.monotonic() - began < 8


def leave_the_phone(phone: Page) -> None:
    phone.get_by_role("link", name="Help", exact=True).click()
    phone.get_by_role("link", name="My picture, name and PIN").click()
    press(phone, "Take me off this phone")


def test_one_of_several_takes_themselves_off_the_phone_and_the_others_stay(new_phone: Phones, invite: str) -> None:
    phone = new_phone()
    join(phone, invite, shared=True)
    phone.context.set_offline(True)
    tell(phone, "Amina tells this.")
    press(phone, "To my stories")
    phone.get_by_role("link", name="Tell", exact=True).click()
    add_person(phone, "Bashir", "Boat")
    tell(phone, "Bashir tells that.")
    press(phone, "To my stories")
    pass_to(phone, "Amina")
    leave_the_phone(phone)
    expect(phone.get_by_text("One of your stories has not been sent. It would be lost.")).to_be_visible()
    press(phone, "Stay")
    press(phone, "Take me off this phone")
    press(phone, "Yes, take me off")
    heading(phone, "Who has the phone?")
    expect(phone.get_by_role("button", name=re.compile("Amina"))).to_have_count(0)
    phone.reload()
    heading(phone, "Who has the phone?")
    expect(phone.get_by_role("button", name=re.compile("Amina"))).to_have_count(0)
    press(phone, re.compile("Bashir"))
    phone.get_by_role("link", name="My stories", exact=True).click()
    expect(phone.get_by_text("Waiting for network", exact=True)).to_have_count(1)
    leave_the_phone(phone)
    press(phone, "Yes, take me off")
    heading(phone, "Your own picture")


def test_a_forgotten_pin_is_lifted_with_somebody_of_the_project_and_nothing_is_lost(
    new_phone: Phones, invite: str, town: Served
) -> None:
    phone = new_phone()
    join(phone, invite, shared=True)
    add_person(phone, "Bashir", "Boat", pin="4711")
    phone.context.set_offline(True)
    tell(phone, "Behind a PIN.")
    press(phone, "To my stories")
    pass_to(phone, "Amina")
    pass_to(phone, "Bashir")
    press(phone, "I forgot my PIN")
    expect(phone.get_by_text("Nothing is lost.")).to_be_visible()
    box = phone.get_by_label("Your invitation")
    fresh = town.command("invite", "create")["url"]
    for pasted, told in (
        (invite, "This phone knows that invitation already."),
        (fresh, "There is no network. Nothing has changed."),
    ):
        box.fill(pasted)
        press(phone, "Open without the PIN")
        expect(phone.get_by_role("alert").get_by_text(told)).to_be_visible()
    phone.context.set_offline(False)
    press(phone, "Open without the PIN")
    expect(phone.get_by_role("button", name="Record")).to_be_visible()
    token = phone.evaluate(TOKEN)
    assert is_known(town, token)
    pass_to(phone, "Amina")
    pass_to(phone, "Bashir")
    expect(phone.get_by_role("button", name="Record")).to_be_visible()
