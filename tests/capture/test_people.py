# SPDX-License-Identifier: Apache-2.0
"""Several people and one phone: whose is what, who answers, and what the next person sees."""

import re
from datetime import UTC, datetime

from playwright.sync_api import Page, expect
from sqlmodel import col, select

from app.consent.models import ConsentRecord
from app.consent.queries import terms_of
from app.consent.rules import ParticipantTerms
from app.kit.db import reading
from app.stories.models import Participant, Story
from tests.capture.hands import (
    KEEP,
    RESEARCH,
    SERVICES,
    TEAM,
    Phones,
    add_person,
    answer,
    arrived,
    begin,
    chromium,
    heading,
    invite,
    join,
    keep_code,
    new_phone,
    pass_to,
    press,
    tell,
    write,
)
from tests.capture.phones import playwright, town
from tests.journeys.served import Served

__all__ = ["chromium", "invite", "new_phone", "playwright", "town"]

STORIES_LEFT = """left => new Promise(resolve => {
    const opening = indexedDB.open("notes");
    opening.onsuccess = () => {
        const counting = opening.result.transaction("stories").objectStore("stories").count();
        counting.onsuccess = () => { opening.result.close(); resolve(counting.result === left); };
    };
})"""


def story_with(town: Served, words: str) -> Story | None:
    with reading(town.project_id) as session:
        return session.execute(select(Story).where(Story.text == words)).scalar_one_or_none()


def sent(town: Served, phone: Page, words: str) -> tuple[Story, list[ConsentRecord], list[ParticipantTerms]]:
    """The story as the server has it, the consent of each, and what it comes to now."""
    for _ in range(300):
        if story := story_with(town, words):
            break
        phone.wait_for_timeout(100)
    assert story is not None, "it never came"
    with reading(town.project_id) as session:
        sought = select(ConsentRecord).where(ConsentRecord.story_id == story.story_id)
        return story, list(session.execute(sought).scalars()), terms_of(session, story.story_id)


def test_the_second_person_sees_nothing_of_the_first_and_nothing_is_lost(
    new_phone: Phones, invite: str, town: Served
) -> None:
    phone = new_phone()
    join(phone, invite, shared=True)
    phone.context.set_offline(True)
    tell(phone, "The well was dry.")
    expect(phone.get_by_text("Waiting for network").first).to_be_visible()
    address = phone.url
    phone.get_by_role("button", name="To my stories").click()
    phone.get_by_role("link", name="Tell", exact=True).click()
    expect(phone.get_by_text("One story on this phone.")).to_be_visible()

    add_person(phone, "Bashir", "Boat")
    sees_nothing(phone, address)
    phone.context.set_offline(False)
    story, _, _ = sent(town, phone, "The well was dry.")
    phone.wait_for_function(STORIES_LEFT, arg=0)
    sees_nothing(phone, address)
    phone.reload()
    heading(phone, "Who has the phone?")
    press(phone, re.compile("Bashir"))
    sees_nothing(phone, address)

    phone.get_by_role("link", name="Tell", exact=True).click()
    phone.context.set_offline(True)
    tell(phone, "My boat is old.")
    address = phone.url
    phone.get_by_role("button", name="To my stories").click()
    pass_to(phone, "Amina")
    sees_nothing(phone, address)
    phone.context.set_offline(False)
    assert sent(town, phone, "My boat is old.")[0].device_id == story.device_id


def sees_nothing(phone: Page, address: str) -> None:
    """No count, no card, no story by its address, none in the question before wiping."""
    phone.get_by_role("link", name="Tell", exact=True).click()
    heading(phone, "Tell")
    expect(phone.get_by_text(re.compile("on this phone\\."))).to_have_count(0)
    phone.get_by_role("link", name="My stories", exact=True).click()
    expect(phone.get_by_text("Nothing is waiting here.")).to_be_visible()
    expect(phone.get_by_text("Nothing has arrived yet.")).to_be_visible()
    phone.get_by_role("link", name="Help", exact=True).click()
    press(phone, "Wipe this phone")
    expect(phone.get_by_text("You have nothing unsent on this phone.")).to_be_visible()
    expect(phone.get_by_text("Whatever others on this phone have not sent")).to_be_visible()
    press(phone, "Keep")
    for screen in ("", "/receipt", "/send", "/details"):
        phone.goto(address.replace("/send", screen))
        expect(phone.get_by_text("This story is no longer on this phone.")).to_be_visible()
    press(phone, "Back")


def test_a_phone_that_is_shared_later_keeps_its_stories_with_the_one_who_had_it_alone(
    new_phone: Phones, invite: str
) -> None:
    phone = new_phone()
    join(phone, invite)
    phone.context.set_offline(True)
    tell(phone, "Told when I was alone.")
    press(phone, "To my stories")
    phone.get_by_role("link", name="Help", exact=True).click()
    press(phone, "We share it from now on")
    phone.get_by_label("A name, if you want one").fill("Rosa")
    press(phone, "Go on")
    expect(phone.get_by_text("One story on this phone.")).to_be_visible()
    add_person(phone, "Omar", "Kite")
    expect(phone.get_by_text("One story on this phone.")).to_have_count(0)
    pass_to(phone, "Rosa")
    expect(phone.get_by_text("One story on this phone.")).to_be_visible()


def test_a_phone_of_one_person_opens_with_their_pin(new_phone: Phones, invite: str) -> None:
    phone = new_phone()
    join(phone, invite)
    phone.get_by_role("link", name="Help", exact=True).click()
    phone.get_by_role("link", name="Lock the app with a PIN").click()
    phone.get_by_label(re.compile("^A PIN")).fill("2580")
    press(phone, "Go on")
    heading(phone, "Help")
    phone.reload()
    heading(phone, "Who has the phone?")
    expect(phone.get_by_role("button", name="Somebody new")).to_have_count(0)
    press(phone, re.compile("Bird"))
    phone.get_by_label("PIN", exact=True).fill("2580")
    press(phone, "Go on")
    expect(phone.get_by_role("button", name="Record")).to_be_visible()


def test_a_pin_is_asked_for_and_wrong_tries_wait_longer(new_phone: Phones, invite: str) -> None:
    phone = new_phone()
    join(phone, invite, shared=True)
    phone.clock.install(time=datetime.now(UTC))
    add_person(phone, "Bashir", "Boat", pin="4711")
    pass_to(phone, "Amina")
    pass_to(phone, "Bashir")
    expect(phone.get_by_text("A PIN is a curtain, not a lock.")).to_be_visible()
    pin, go_on = phone.get_by_label("PIN", exact=True), phone.get_by_role("button", name="Go on")
    for _ in range(3):
        pin.fill("0000")
        go_on.click()
        expect(phone.get_by_text("That is not the PIN.")).to_be_visible()
        expect(pin).to_have_value("")
    expect(phone.get_by_text(re.compile("^Wait .*then try again"))).to_be_visible()
    expect(go_on).to_be_disabled()
    phone.reload()
    press(phone, re.compile("Bashir"))
    expect(go_on).to_be_disabled()
    phone.clock.fast_forward("00:40")
    pin.fill("4711")
    go_on.click()
    expect(phone.get_by_role("button", name="Record")).to_be_visible()


def add_speaker(phone: Page, name: str, picture: str, role: str) -> None:
    press(phone, re.compile("^Add "))
    phone.get_by_role("radio", name=role).check()
    phone.get_by_label("A name, if they want one").fill(name)
    phone.get_by_role("radio", name=picture).check()
    press(phone, "Go on")


def people_in(town: Served, story: Story) -> list[tuple[str, str]]:
    with reading(town.project_id) as session:
        sought = select(Participant).where(Participant.story_id == story.story_id).order_by(col(Participant.position))
        return [(who.display_name, who.role) for who in session.execute(sought).scalars()]


def test_two_people_talk_and_each_answers_alone_and_holds_an_own_code(
    new_phone: Phones, invite: str, town: Served
) -> None:
    phone = new_phone()
    join(phone, invite)
    begin(phone, "Dialogue")
    add_speaker(phone, "Rosa", "Leaf", "Tells a story")
    add_speaker(phone, "Omar", "Kite", "Asks the questions")
    press(phone, "That is everybody")
    for name, helped in (("Rosa", False), ("Omar", True)):
        heading(phone, f"Give the phone to {name}")
        press(phone, "I have the phone")
        answer(phone, yes=(KEEP, TEAM, RESEARCH) if helped else (KEEP, TEAM), helped=helped)
    write(phone, "Two of us remember the flood.")
    phone.get_by_label(re.compile("^Where it happened")).fill("by the old bridge")
    press(phone, "Go on")
    codes = []
    for name in ("Rosa", "Omar"):
        heading(phone, f"Give the phone to {name}")
        expect(phone.get_by_role("list")).to_have_count(0)
        press(phone, "I have the phone")
        expect(phone.get_by_text("This is yours. Nobody else has it.")).to_be_visible()
        codes.append(keep_code(phone))
    assert codes[0] != codes[1]
    arrived(phone)

    story, records, terms = sent(town, phone, "Two of us remember the flood.")
    assert (story.kind, story.place) == ("dialogue", "by the old bridge")
    assert people_in(town, story) == [("Rosa", "storyteller"), ("Omar", "interviewer")]
    on_record = {record.role: (record.capacity_basis, record.explained_by) for record in records}
    assert on_record == {"storyteller": ("adult", None), "interviewer": ("supported", "interpreter")}
    assert {voice.role: voice.choices["research"] for voice in terms} == {
        "storyteller": "refused",
        "interviewer": "given",
    }


def says_no(phone: Page, name: str) -> None:
    """To keeping the recording, the first of the questions about it."""
    heading(phone, f"Give the phone to {name}")
    press(phone, "I have the phone")
    press(phone, "Yes")
    press(phone, "No")
    while phone.get_by_role("button", name="I understand").is_visible():
        press(phone, "I understand")
        phone.wait_for_timeout(50)
    press(phone, "No")
    expect(phone.get_by_role("heading", name=re.compile(f"^Then .?{name}.? does not take part"))).to_be_visible()


def test_who_says_no_takes_no_part_and_the_others_go_on_without_them(
    new_phone: Phones, invite: str, town: Served
) -> None:
    phone = new_phone()
    join(phone, invite)
    begin(phone, "Dialogue")
    for name, picture, role in (
        ("Rosa", "Leaf", "Asks the questions"),
        ("Omar", "Kite", "Tells a story"),
        ("Lina", "Cup", "Tells a story"),
    ):
        add_speaker(phone, name, picture, role)
    press(phone, "That is everybody")
    heading(phone, "Give the phone to Rosa")
    press(phone, "I have the phone")
    answer(phone)
    says_no(phone, "Omar")
    expect(phone.get_by_text("Nothing of them is kept")).to_be_visible()
    expect(phone.get_by_text("One person is left.")).to_have_count(0)
    press(phone, "Go on without them")
    says_no(phone, "Lina")
    expect(phone.get_by_text("One person is left. It becomes a monologue.")).to_be_visible()
    press(phone, "Go on without them")
    heading(phone, "Give the phone to Rosa")
    press(phone, "I have the phone")
    write(phone, "Then I tell it alone.")
    press(phone, "Skip")
    keep_code(phone)
    arrived(phone)
    story, _, _ = sent(town, phone, "Then I tell it alone.")
    assert story.kind == "monologue"
    assert people_in(town, story) == [("Rosa", "storyteller")]


def test_a_talk_of_which_nobody_is_left_who_tells_ends_and_so_does_one_that_somebody_stops(
    new_phone: Phones, invite: str
) -> None:
    phone = new_phone()
    join(phone, invite)
    for roles in (("Tells a story", "Asks the questions"), ("Tells a story", "Tells a story")):
        begin(phone, "Dialogue")
        for (name, picture), role in zip((("Rosa", "Leaf"), ("Omar", "Kite")), roles, strict=True):
            add_speaker(phone, name, picture, role)
        press(phone, "That is everybody")
        says_no(phone, "Rosa")
        press(phone, "Stop here")
        expect(phone.get_by_role("button", name="Record")).to_be_visible()
        phone.wait_for_function(STORIES_LEFT, arg=0)


def test_for_a_child_the_guardian_answers_first_and_the_narrower_of_both_holds(
    new_phone: Phones, invite: str, town: Served
) -> None:
    phone = new_phone()
    join(phone, invite)
    begin(phone)
    for _ in range(2):
        press(phone, "No")
    expect(phone.get_by_text("They answer first.")).to_be_visible()
    heading(phone, "Give the phone to your parent or guardian")
    press(phone, "I have the phone")
    phone.get_by_role("radio", name="Mother", exact=True).check()
    answer(phone, yes=(KEEP, TEAM, SERVICES))
    heading(phone, "Give the phone back to the young person")
    press(phone, "I have the phone")
    answer(
        phone, yes=(KEEP, TEAM, RESEARCH, SERVICES), ways=("For 1 year", "Another name", "Not before a month from now")
    )
    write(phone, "We play behind the school.")
    press(phone, "Skip")
    keep_code(phone)
    arrived(phone)

    _, (record,), (voice,) = sent(town, phone, "We play behind the school.")
    assert record.capacity_basis == "guardian"
    assert voice.guardian_ok
    given = {key for key, choice in voice.choices.items() if choice == "given"}
    assert given == {"hold_and_transcribe", "project_team", "share_partner:services"}
    facets = voice.facets["share_partner:services"]
    assert {name: facets.get(name) for name in ("form", "name", "credit", "place", "licence")} == {
        "form": "words",
        "name": "pseudonym",
        "credit": "River girl",
        "place": "none",
        "licence": None,
    }
    assert days_until(facets["embargo_until"]) in range(27, 32)
    assert days_until(facets["expires_at"]) in range(364, 367)


def days_until(told: str) -> int:
    return (datetime.fromisoformat(told) - datetime.now(UTC)).days


def test_a_childs_no_is_asked_for_after_the_guardians_yes_and_without_a_guardian_nothing_is_kept(
    new_phone: Phones, invite: str
) -> None:
    phone = new_phone()
    join(phone, invite)
    begin(phone)
    for _ in range(2):
        press(phone, "No")
    press(phone, "I have the phone")
    phone.get_by_role("radio", name="Father", exact=True).check()
    press(phone, "Go on")
    while phone.get_by_role("button", name="I understand").is_visible():
        press(phone, "I understand")
        phone.wait_for_timeout(50)
    press(phone, "No")
    heading(phone, "Then we do not record. Nothing is kept.")
    press(phone, "Back to the start")
    expect(phone.get_by_role("button", name="Record")).to_be_visible()


def test_at_a_workshop_the_phone_goes_on_and_shows_nothing_of_the_last_person(
    new_phone: Phones, invite: str, town: Served
) -> None:
    phone = new_phone()
    join(phone, invite)
    phone.get_by_role("link", name="Help", exact=True).click()
    press(phone, "Begin a workshop")
    heading(phone, "Give the phone to the next person")
    press(phone, "I have the phone")
    phone.context.set_offline(True)
    tell(phone, "First at the workshop.")
    heading(phone, "Give the phone to the next person")
    press(phone, "I have the phone")
    phone.get_by_role("link", name="My stories", exact=True).click()
    expect(phone.get_by_text("Nothing is waiting here.")).to_be_visible()
    phone.go_back()
    begin(phone)
    answer(phone)
    phone.get_by_role("textbox", name="Your story").fill("Second, and interrupted.")
    expect(phone.get_by_text("Saved on this phone")).to_be_visible()
    phone.reload()
    heading(phone, "Give the phone to the next person")
    press(phone, "Go on where we stopped")
    phone.get_by_role("link", name="My stories", exact=True).click()
    expect(phone.get_by_role("region")).to_have_count(3)

    phone.context.set_offline(False)
    sent(town, phone, "First at the workshop.")
    phone.get_by_role("link", name="Help", exact=True).click()
    press(phone, "End the workshop")
    phone.get_by_role("link", name="My stories", exact=True).click()
    expect(phone.get_by_text("Saved on this phone")).to_have_count(1)
