# SPDX-License-Identifier: Apache-2.0
"""A browser that is killed at random moments while it records, and what is on the phone afterwards."""

import random
import time
from dataclasses import dataclass, field
from statistics import median

import structlog
from playwright.sync_api import Page, expect

from tests.capture.phones import Phone, begin_story, join_at_once, parts_of, record_for, seconds_in, sound_on, stop

LONGEST_S = 4.0
log = structlog.get_logger()


@dataclass
class Found:
    """What `count` kills have cost. A tail is what had been said and was not there: seconds."""

    tails_s: list[float] = field(default_factory=list)
    recovered: int = 0
    lost: int = 0
    undecoded: int = 0

    def __str__(self) -> str:
        worst, middle = max(self.tails_s), median(self.tails_s)
        count = len(self.tails_s)
        return (
            f"{count} kills: {self.lost} recordings lost, tail worst {worst:.2f} s, median {middle:.2f} s, "
            f"{self.recovered - self.undecoded} of {self.recovered} recovered files decode, "
            f"{count - self.recovered} were killed before their first second was on the disk"
        )


def kill_while_recording(phone: Phone, count: int, chance: random.Random) -> Found:
    """Each kill ends one more part of the same story; the next start must bring that part back."""
    page = phone.switch_on()
    join_at_once(page, phone.served)
    story_id = begin_story(page)
    page.goto(f"{phone.served.origin}/r/#/story/{story_id}/record")
    record_for(page, 1.5)
    stop(page)
    found = Found()
    for number in range(1, count + 1):
        page.goto(f"{phone.served.origin}/r/#/story/{story_id}/record")
        record_for(page, chance.uniform(0, LONGEST_S))
        began = page.evaluate("() => phone.began_at") / 1000
        at = time.time()
        phone.kill()
        page = phone.switch_on()
        said_s = at - began
        kept_s = _brought_back(page, story_id, found, must=said_s > 3)
        found.tails_s.append(said_s - kept_s)
        log.info("killed", number=number, said_s=said_s, kept_s=kept_s, lost_s=said_s - kept_s)
    log.info("all kills", figures=str(found))
    return found


def _brought_back(page: Page, story_id: str, found: Found, *, must: bool) -> float:
    """Seconds of the newest part that a decoder makes sound of; 0 where not one was on the disk."""
    expect(page.get_by_text("You have a story from")).to_be_visible()
    parts = parts_of(page, story_id)
    assert all(part["closed"] for part in parts)
    if len(parts) == 1 + found.recovered:
        found.lost += must
        return 0.0
    found.recovered += 1
    try:
        return seconds_in(sound_on(page, parts[-1]["part_id"]))
    except Exception:  # noqa: BLE001 - whatever the decoder says, it is counted
        found.undecoded += 1
        return 0.0
