# SPDX-License-Identifier: Apache-2.0
from datetime import UTC, datetime, timedelta

from app.stories.rules import wait_s

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_phone_that_was_away_sends_two_hundred_stories_at_once() -> None:
    assert wait_s([NOW] * 199, NOW) == 0
    assert wait_s([NOW] * 200, NOW) == 180


def test_after_the_burst_one_more_story_goes_every_three_minutes() -> None:
    assert wait_s([NOW] * 200, NOW + timedelta(minutes=3)) == 0
    assert wait_s([*[NOW] * 200, NOW + timedelta(minutes=3)], NOW + timedelta(minutes=4)) == 120


def test_ten_quiet_hours_bring_the_whole_burst_back() -> None:
    assert wait_s([NOW] * 200, NOW + timedelta(hours=10)) == 0
    assert wait_s([NOW] * 200 + [NOW + timedelta(hours=10)] * 199, NOW + timedelta(hours=10)) == 0
