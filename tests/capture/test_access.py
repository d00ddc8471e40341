# SPDX-License-Identifier: Apache-2.0
"""Everybody can walk the whole road: by screen reader, by keyboard, with large letters, in the dark, right to left."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.capture.hands import Phones, chromium, invite, new_phone
from tests.capture.looks import looking_for_faults
from tests.capture.phones import LOOK, playwright, town
from tests.capture.road import Road, by_keyboard
from tests.journeys.served import Served

__all__ = ["chromium", "invite", "new_phone", "playwright", "town"]

Begin = Callable[[], Road]
DRAFTS = (
    {"state": "waiting", "why": "network"},
    {"state": "waiting", "why": "portal"},
    {"state": "sending", "sent": 40, "bytes": 100},
    {"state": "needs_you", "slug": "auth-invalid", "detail": ""},
    {"state": "taken_back"},
)
FAULTY = {
    "button-name": "document.querySelector('main').append(document.createElement('button'))",
    "color-contrast": "document.querySelector('h1').style.color = 'color-mix(in srgb, currentColor 30%, Canvas)'",
    "too small": "document.querySelector('button').style.cssText = 'min-block-size: 0; block-size: 20px'",
    "beyond the screen": "document.querySelector('h1').style.minWidth = '400px'",
    "wider than its place": "document.querySelector('h1').style.cssText = 'white-space: nowrap; max-inline-size: 2rem'",
    "is covered": """document.body.append(Object.assign(document.createElement('p'), {
      style: 'position: fixed; inset: 0; background: inherit', textContent: 'One moment' }))""",
}


@pytest.fixture(params=["en", "ar"])
def begin(request: pytest.FixtureRequest, new_phone: Phones, invite: str) -> Iterator[Begin]:
    """A phone that is joined and shared; each screen is looked at from here on."""
    found = list[str]()

    def joined() -> Road:
        phone = new_phone(LOOK)
        road = Road(phone, request.param)
        road.join(invite)
        road.look = looking_for_faults(phone, found)
        return road

    yield joined
    _none(found)


def _none(found: list[str]) -> None:
    assert not found, "\n".join(found)


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

    _none(found)


def test_two_people_are_asked_in_turn_on_screens_that_shut_nobody_out(begin: Begin) -> None:
    road = begin()
    look, road.look = road.look, lambda _screen: None
    road.choose("dialogue")
    road.look = look
    road.gather(("Rosa", "storyteller"), ("Omar", "interviewer"))
    road.hand_over("talk-hand-over")
    road.consent(helper="helper-interpreter")
    road.look = lambda _screen: None
    road.hand_over("talk-hand-over")
    road.consent()
    road.write("Two of us remember the flood.")
    road.look = look
    road.hand_over("receipt-hand-over")
    road.stands("receipt-title", "receipt-of-two")
    road.press("lock-pin", "radio")
    road.look("receipt-pin")


def test_a_young_person_and_their_guardian_are_asked_on_screens_that_shut_nobody_out(begin: Begin) -> None:
    road = begin()
    look, road.look = road.look, lambda _screen: None
    road.choose("monologue")
    road.look = look
    road.guardian()
    road.answers(yes_to=1)
    road.look("write-empty")


def test_people_who_share_a_phone_find_no_screen_that_shuts_them_out(begin: Begin) -> None:
    road = begin()
    road.phone.clock.install(time=datetime.now(UTC))
    road.add_person("Bashir", pin="4711")
    road.press("pass-on", begins=True)
    road.phone.get_by_role("button", name="Amina").click()
    road.enter_pin("Bashir", wrong="0000", pin="4711")
    road.help()
    road.workshop()


def test_a_sound_from_elsewhere_is_taken_on_screens_that_shut_nobody_out(begin: Begin, speech: Path) -> None:
    road = begin()
    road.press("use-a-sound")
    road.stands("own-sound-title", "own-sound")
    road.phone.locator("input[type=file]").set_input_files(speech)
    road.says("voice-question", "received")
    road.press("voice-absent")
    road.says("voice-absent-means", "received-absent")
    road.open("received/gone")
    road.says("file-gone", "received-gone")


def test_whatever_becomes_of_a_story_is_told_on_screens_that_shut_nobody_out(begin: Begin) -> None:
    road = begin()
    road.phone.context.set_offline(True)
    story_id = road.phone.evaluate("() => phone.beginStory()")
    for draft in DRAFTS:
        road.phone.evaluate("([id, draft]) => phone.draft(id, draft)", [story_id, draft])
        road.open("")
        road.phone.reload()
        road.phone.get_by_role("button", name="Amina").click()
        for route, key in {f"story/{story_id}/send": "send-title", "mine": "mine-title"}.items():
            road.open(route)
            road.stands(key, f"{route} {draft}")
    road.phone.evaluate("([id, draft]) => phone.draft(id, draft)", [story_id, DRAFTS[0]])
    road.phone.reload()
    road.phone.get_by_role("button", name="Amina").click()
    road.open("mine")
    road.press("more", begins=True)
    road.stands("rename", "mine, more", "button")


def test_the_desk_where_words_are_spoken_shuts_nobody_out(new_phone: Phones, town: Served) -> None:
    steward = town.command("people", "add", "sam@riverside.test", "--role", "steward")
    desk, found = new_phone(), list[str]()
    look = looking_for_faults(desk, found)
    desk.goto(steward["sign_in_url"])
    desk.get_by_role("link", name="Spoken words").click()
    lines = desk.get_by_role("main").get_by_role("listitem")
    expect(lines.first).to_be_visible()
    look("spoken words")
    lines.first.get_by_role("button").first.click()
    look("spoken words, one to be recorded")
    desk.evaluate("() => localStorage.setItem('heardwell.language', 'ar')")
    desk.reload()
    expect(lines.first).to_be_visible()
    look("spoken words in Arabic")
    _none(found)


@pytest.mark.parametrize("fault", FAULTY)
def test_a_screen_that_shuts_somebody_out_is_found(new_phone: Phones, invite: str, fault: str) -> None:
    phone, found = new_phone(), list[str]()
    phone.goto(invite)
    expect(phone.get_by_role("heading").first).to_be_visible()
    look = looking_for_faults(phone, found)
    look("as it is")
    _none(found)

    phone.evaluate(FAULTY[fault])
    look("made worse")

    assert any(fault in one for one in found), found


def test_the_whole_road_can_be_walked_by_keyboard(new_phone: Phones, invite: str) -> None:
    road = Road(new_phone(), hand=by_keyboard)

    road.join(invite)
    road.choose("monologue")
    road.consent()
    road.write("I came out of hospital and the last bus had gone.")
    road.receipt()
    road.the_rest()
