# SPDX-License-Identifier: Apache-2.0
"""Somebody comes back with their code and allows less: what partners can still get, and from when on."""

from collections.abc import Callable
from datetime import timedelta

from tests.capture.hands import chromium
from tests.capture.phones import playwright
from tests.journeys.tellers import (
    Partner,
    Still,
    Teller,
    codes,
    comes_back,
    desk,
    nursery,
    partner,
    served,
    share_voice,
)
from tests.rooms.publishing.desk_work import KEPT
from tests.rooms.publishing.desk_work import House as Desk

__all__ = ["chromium", "codes", "comes_back", "desk", "nursery", "partner", "playwright", "served"]

Comes = Callable[..., Teller]
RESEARCH = {**KEPT, "research": "given"}
VOICE = {"research": {"form": "voice"}}


def test_words_only_takes_the_voice_from_the_partner_and_leaves_the_text(
    desk: Desk, partner: Partner, codes: list[str], comes_back: Comes
) -> None:
    story_id = share_voice(desk, choices=RESEARCH, facets=VOICE)
    text = partner.gets(story_id)[1]["text"]
    assert partner.gets(story_id, "/audio")[0] == 200

    amina = comes_back()
    amina.opens(codes[0])
    amina.reads("receipt-form-voice")
    amina.presses("receipt-narrow")
    amina.picks(amina.says("receipt-purpose-research"), "receipt-narrow-words")
    amina.presses("receipt-narrow-do")
    amina.reads("receipt-done-narrowed")
    amina.reads("receipt-form-words")

    assert partner.gets(story_id, "/audio") == (410, "story-withdrawn")
    assert partner.gets(story_id)[1]["text"] == text
    assert partner.gets(story_id)[1]["audio"] is None


def test_an_embargo_ends_by_the_clock_though_no_worker_runs(
    served: Still, desk: Desk, partner: Partner, codes: list[str], comes_back: Comes
) -> None:
    story_id = desk.told(choices=RESEARCH)
    amina = comes_back()
    amina.opens(codes[0])
    amina.presses("receipt-hide")
    amina.picks(amina.says("receipt-hide-how-long"), "receipt-hide-month")
    amina.presses("receipt-hide-do")
    amina.reads("receipt-done-until")
    desk.decide(story_id, "approve")
    assert not desk.release(story_id)

    served.pass_time(timedelta(days=29, hours=23))
    assert partner.hears_of() == []
    assert partner.asks("/partner/v1/stories")[1]["items"] == []
    served.pass_time(timedelta(days=30, minutes=1))
    assert partner.hears_of() == ["story.released"]
    assert partner.gets(story_id)[0] == 200
