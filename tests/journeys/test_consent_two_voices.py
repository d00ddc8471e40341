# SPDX-License-Identifier: Apache-2.0
"""Amina and Ben told it together, each with a code of their own. Ben takes his part back, on a phone without script."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.capture.hands import chromium
from tests.capture.phones import playwright
from tests.journeys.tellers import PIN, Partner, Teller, codes, comes_back, desk, nursery, partner, served
from tests.rooms.publishing.desk_work import KEPT
from tests.rooms.publishing.desk_work import House as Desk

__all__ = ["chromium", "codes", "comes_back", "desk", "nursery", "partner", "playwright", "served"]

Comes = Callable[..., Teller]


def test_when_one_of_two_takes_their_part_back_it_stops_for_all_and_the_other_is_told(
    desk: Desk, partner: Partner, codes: list[str], comes_back: Comes
) -> None:
    story_id = desk.released(tellers=2, choices={**KEPT, "research": "given"})
    assert partner.gets(story_id)[0] == 200
    amina, ben = comes_back(), comes_back(script=False)

    ben.opens(codes[1])
    ben.presses("receipt-withdraw")
    ben.reads("receipt-touches", names=partner.name)
    ben.presses("receipt-withdraw-do")
    for part in ("", "/transcript.vtt", "/transcript.txt"):
        assert partner.gets(story_id, part) == (410, "story-withdrawn")
    assert partner.hears_of() == ["story.released", "story.withdrawn"]
    ben.reads("receipt-voice-withdrawn")

    amina.opens(codes[0])
    amina.reads("receipt-shut")
    amina.reads("receipt-who-told-waiting")
    expect(amina.page.get_by_label(amina.says("receipt-pin"))).to_have_count(0)
    expect(amina.page.get_by_role("button", name=amina.says("receipt-undo"), exact=True)).to_have_count(0)

    ben.presses("receipt-undo")
    ben.reads("receipt-done-undone")
    assert partner.gets(story_id) == (410, "story-withdrawn")
    amina.opens(codes[0])
    amina.locks_open(PIN)
    amina.presses("receipt-read")
    expect(amina.page.get_by_text("We left Karachi at night.").first).to_be_visible()
