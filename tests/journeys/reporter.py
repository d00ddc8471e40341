# SPDX-License-Identifier: Apache-2.0
"""What a community reporter does with the phone, found by role and label as they would."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Slip:
    """What the storyteller keeps."""

    words: str
    digits: str


def join(phone: Page, invite_url: str) -> None:
    """By the invite's link, as the only one who uses this phone; the app is installed when this ends."""
    phone.goto(invite_url)
    phone.get_by_role("button", name="English").click()
    phone.get_by_role("button", name="Join").click()
    phone.get_by_role("button", name=re.compile("^Only me")).click()
    phone.get_by_role("button", name="Skip").click()
    expect(phone.get_by_role("button", name="Record")).to_be_visible()
    assert "join" not in phone.url
    phone.evaluate("() => navigator.serviceWorker.ready")
    phone.wait_for_function("() => navigator.serviceWorker.controller !== null || location.reload()", timeout=15_000)


def answer_consent(phone: Page, *, yes_to: Sequence[str], voice: bool) -> None:
    """From *Record* through every card; each purpose is No unless its question holds one of `yes_to`."""
    phone.get_by_role("button", name="Record").click()
    phone.get_by_role("button", name=re.compile("^Monologue")).click()
    phone.get_by_role("button", name="Answer this question").click()
    answer_cards(phone, yes_to=yes_to, voice=voice)


def answer_cards(phone: Page, *, yes_to: Sequence[str], voice: bool) -> None:
    """One person's consent, from the first card to the agreement."""
    main = phone.get_by_role("main")
    while not phone.get_by_role("button", name="This is what I want").is_visible():
        understood, go_on = (main.get_by_role("button", name=name) for name in ("I understand", "Go on"))
        if understood.is_visible():
            understood.click()
        elif go_on.is_visible():
            if voice:
                main.get_by_role("radio", name="Words and voice").check()
            go_on.click()
        elif main.get_by_role("button", name="Yes").is_visible():
            asked = main.inner_text()
            wanted = any(words in asked for words in [*yes_to, "years old"])
            main.get_by_role("button", name="Yes" if wanted else "No", exact=True).click()
        phone.wait_for_timeout(50)
    phone.get_by_role("button", name="This is what I want").click()


def record(phone: Page, *, seconds: int) -> None:
    """Speak, pause, go on for a moment, and listen back."""
    phone.get_by_role("button", name="Record").click()
    phone.wait_for_timeout(seconds * 1000)
    phone.get_by_role("button", name="Pause").click()
    expect(phone.get_by_text(re.compile("^Paused"))).to_be_visible()
    phone.get_by_role("button", name="Go on").click()
    phone.wait_for_timeout(1500)
    phone.get_by_role("button", name="Stop").click()
    expect(phone.get_by_role("heading", name="Listen back")).to_be_visible()


def keep_receipt(phone: Page) -> Slip:
    """Past the details, to the receipt; answers what is on it."""
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_role("button", name="Skip").click()
    expect(phone.get_by_role("heading", name="Your receipt code")).to_be_visible()
    listed = phone.get_by_role("list", name="The code in eight words").get_by_role("listitem")
    expect(listed).to_have_count(8)
    words = listed.all_inner_texts()
    digits = phone.get_by_role("group", name="The code in digits").inner_text()
    phone.get_by_role("radio", name=re.compile("^Neither")).check()
    phone.get_by_role("button", name="I have kept it").click()
    return Slip(" ".join(re.sub(r"[^a-z]", "", word.lower()) for word in words), re.sub(r"\D", "", digits))
