# SPDX-License-Identifier: Apache-2.0
"""Before the first story and after the last: the home screen, the questions, the slip on paper, leaving quickly."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.capture.hands import (
    Phones,
    answer,
    begin,
    chromium,
    heading,
    invite,
    join,
    keep_code,
    new_phone,
    press,
    tell,
    write,
)
from tests.capture.phones import playwright, town

__all__ = ["chromium", "invite", "new_phone", "playwright", "town"]


def test_leaving_quickly_keeps_the_sound_and_no_way_leads_back(new_phone: Phones, invite: str) -> None:
    phone = new_phone()
    join(phone, invite)
    press(phone, "Record")
    press(phone, re.compile("^Monologue"))
    press(phone, "Answer this question")
    answer(phone)
    allow = phone.get_by_role("button", name="Allow the microphone")
    expect(allow.or_(phone.get_by_role("button", name="Record"))).to_be_visible()
    if allow.is_visible():
        allow.click()
    press(phone, "Record")
    phone.wait_for_timeout(5000)
    press(phone, "Leave quickly")
    phone.wait_for_url("about:blank")
    for _ in range(3):
        phone.go_back()
        phone.wait_for_timeout(300)
        assert phone.url == "about:blank"
        assert phone.locator("body").inner_text() == ""
    phone.goto(invite.split("#", maxsplit=1)[0])
    expect(phone.get_by_text(re.compile("^You have a story from"))).to_be_visible()


APPLE = """
Object.defineProperty(Navigator.prototype, 'standalone', { get: () => false });
delete window.onbeforeinstallprompt;
"""


def test_a_phone_that_forgets_tabs_is_shown_the_home_screen_and_reminded_on_day_five(
    new_phone: Phones, invite: str
) -> None:
    phone = new_phone(APPLE, has_touch=True)
    phone.goto(invite)
    press(phone, "English")
    press(phone, "Join")
    press(phone, re.compile("^Only me"))
    press(phone, "Skip")
    expect(phone.get_by_text("Tap the share sign of your browser.")).to_be_visible()
    expect(phone.get_by_role("button", name="Copy my invitation")).to_be_visible()
    press(phone, "Go on")
    expect(phone.get_by_role("button", name="Record")).to_be_visible()
    phone.wait_for_function("() => navigator.serviceWorker.controller !== null || location.reload()", timeout=15_000)
    phone.context.set_offline(True)
    press(phone, "Write instead")
    expect(phone.get_by_text("must be sent within 7 days")).to_be_visible()
    press(phone, "Go on")
    press(phone, re.compile("^Monologue"))
    press(phone, "Answer this question")
    answer(phone)
    write(phone, "Told in a tab.")
    press(phone, "Skip")
    keep_code(phone)
    phone.get_by_role("button", name="To my stories").click()
    for days, reminded in ((4, False), (5, True)):
        phone.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=days, minutes=1))
        phone.reload()
        phone.get_by_role("link", name="Tell", exact=True).click()
        heading(phone, "Tell")
        expect(phone.get_by_text("A story has been on this phone for five days.")).to_have_count(int(reminded))


def test_an_android_is_offered_to_install_after_the_first_saved_story_and_not_before(
    new_phone: Phones, invite: str
) -> None:
    phone = new_phone()
    join(phone, invite)
    offers = "() => dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: async () => undefined }))"
    phone.evaluate(offers)
    expect(phone.get_by_role("button", name="Put it there")).to_have_count(0)
    phone.context.set_offline(True)
    tell(phone, "Told before installing.")
    phone.get_by_role("button", name="To my stories").click()
    phone.get_by_role("link", name="Tell", exact=True).click()
    press(phone, "Put it there")
    expect(phone.get_by_role("button", name="Put it there")).to_have_count(0)


def shown(phone: Page, number: int) -> Locator:
    return phone.get_by_text(re.compile(rf"^\W*{number}\W* of \W*4"))


def test_questions_are_paged_by_button_and_by_swipe(new_phone: Phones, invite: str) -> None:
    phone = new_phone(has_touch=True)
    join(phone, invite)
    press(phone, "Write instead")
    press(phone, re.compile("^Snapshot"))
    expect(shown(phone, 1)).to_be_visible()
    press(phone, re.compile("^Next"))
    expect(shown(phone, 2)).to_be_visible()
    card = phone.get_by_role("region", name="Questions").bounding_box()
    assert card is not None
    middle = card["y"] + card["height"] / 2
    for start, end, seen in ((280, 80, 3), (80, 280, 2)):
        phone.mouse.move(start, middle)
        phone.mouse.down()
        phone.mouse.move(end, middle, steps=5)
        phone.mouse.up()
        expect(shown(phone, seen)).to_be_visible()


def test_on_paper_stands_the_slip_and_nothing_else(new_phone: Phones, invite: str) -> None:
    phone = new_phone()
    join(phone, invite)
    begin(phone)
    answer(phone)
    write(phone, "Printed.")
    press(phone, "Skip")
    heading(phone, "Your receipt code")
    phone.emulate_media(media="print")
    expect(phone.get_by_role("list", name="The code in eight words")).to_be_visible()
    expect(phone.get_by_role("button", name="I have kept it")).to_have_count(0)
    expect(phone.get_by_role("heading", name="Your receipt code")).to_have_count(0)


def test_a_finger_that_taps_twice_answers_one_question(new_phone: Phones, invite: str) -> None:
    phone = new_phone()
    join(phone, invite)
    begin(phone)
    place = phone.get_by_role("progressbar", name="How far you are")
    before = place.evaluate("bar => bar.value")
    phone.get_by_role("button", name="Yes", exact=True).dblclick()
    expect(place).to_have_js_property("value", before + 1)
    phone.get_by_role("button", name="No", exact=True).click(trial=True)
    expect(place).to_have_js_property("value", before + 1)
