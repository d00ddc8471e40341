# SPDX-License-Identifier: Apache-2.0
"""Amina wanted to check what would be shared. She says no, asks for a change, or says yes; silence is no."""

from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import expect

from tests.capture.hands import chromium
from tests.capture.phones import playwright
from tests.journeys.tellers import Partner, Teller, codes, comes_back, desk, nursery, partner, served
from tests.rooms.publishing.desk_work import KEPT
from tests.rooms.publishing.desk_work import House as Desk

__all__ = ["chromium", "codes", "comes_back", "desk", "nursery", "partner", "playwright", "served"]

Comes = Callable[..., Teller]
SAID = "We left Karachi at night."
REMOVED = "Karachi"
QUOTE = "Two bags were all we had."


@pytest.fixture
def asked(desk: Desk) -> UUID:
    """The proof leaves one word out, and holds one quote."""
    story_id = desk.told(
        choices={**KEPT, "research": "given"}, facets={"research": {"reuse": "quote"}}, wants_sign_off=True
    )
    said = desk.words(story_id)
    desk.redact(story_id, said[REMOVED])
    desk.quote(story_id, said["Two"], said["had."])
    desk.decide(story_id, "ask_sign_off")
    return story_id


def nothing_leaves(desk: Desk, partner: Partner, story_id: UUID) -> None:
    assert not desk.release(story_id)
    assert partner.hears_of() == []
    assert partner.asks("/partner/v1/stories")[1]["items"] == []


def test_no_by_the_code_alone(desk: Desk, asked: UUID, partner: Partner, codes: list[str], comes_back: Comes) -> None:
    amina = comes_back(script=False)
    amina.opens(codes[0])
    amina.reads("receipt-waiting-why")
    expect(amina.page.get_by_text(SAID)).to_have_count(0)
    amina.presses("receipt-refuse")
    amina.reads("receipt-done-leave_out")
    amina.reads("receipt-status-declined")
    assert desk.status(asked) == "declined"
    nothing_leaves(desk, partner, asked)


def test_a_change_is_asked_for(desk: Desk, asked: UUID, partner: Partner, codes: list[str], comes_back: Comes) -> None:
    amina = comes_back()
    amina.opens(codes[0])
    amina.locks_open()
    amina.presses("receipt-look")
    amina.page.get_by_label(amina.says("receipt-change-what")).fill("Please leave out the two bags.")
    amina.presses("receipt-change")
    amina.reads("receipt-done-change")
    assert desk.status(asked) == "in_review"
    nothing_leaves(desk, partner, asked)


def test_yes_to_what_was_seen_beside_what_was_said(
    desk: Desk, asked: UUID, partner: Partner, codes: list[str], comes_back: Comes
) -> None:
    amina = comes_back()
    amina.opens(codes[0])
    nothing_leaves(desk, partner, asked)
    amina.locks_open()
    amina.presses("receipt-look")
    expect(amina.page.get_by_text(SAID)).to_be_visible()
    expect(amina.page.get_by_role("img", name=amina.says("receipt-removed"), exact=True)).to_be_visible()
    expect(amina.page.get_by_text(partner.name)).to_be_visible()
    assert not amina.page.get_by_role("radio", checked=True).all()
    nothing_leaves(desk, partner, asked)

    amina.picks(amina.says("receipt-quotes"), "receipt-quote-leave_out")
    amina.presses("receipt-yes")
    amina.reads("receipt-done-yes")
    assert desk.release(asked)
    status, story = partner.gets(asked)
    assert status == 200
    assert REMOVED not in str(story)
    assert story["quotes"] == []
    assert QUOTE in story["text"]
