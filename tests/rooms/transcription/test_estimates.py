# SPDX-License-Identifier: Apache-2.0
"""How long it will take is said from what this house measured itself, and in plain figures."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from app.transcription.estimates import Measured, Places, Waiting, pace, plainly, until_heard

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ONE, OTHER = uuid4(), uuid4()
LANES = {"brief": Places(8, 4), "long": Places(4, 2)}


def measured(sound_s: float, begins_s: float, takes_s: float) -> Measured:
    began = NOON + timedelta(seconds=begins_s)
    return Measured(sound_s * 1000, began, began + timedelta(seconds=takes_s))


def waits(work_s: float, project: UUID = ONE, lane: str = "brief") -> Waiting:
    return Waiting(uuid4(), project, work_s, lane)


def heard_after(*stories: Waiting) -> list[float]:
    done = until_heard(stories, LANES)
    return [done[story.story_id] for story in stories]


def test_a_house_that_has_heard_nothing_knows_no_pace() -> None:
    assert pace([]) is None
    assert pace([measured(0, 0, 30)]) is None, "nor one that has only begun"


def test_what_is_heard_side_by_side_is_measured_together() -> None:
    alone = [measured(600, 0, 100)]
    assert pace(alone) == pytest.approx(6)
    assert pace([measured(300, 0, 100), measured(300, 0, 100)]) == pytest.approx(6), "each took all of the time"
    assert pace([measured(300, 0, 60), measured(300, 50, 50)]) == pytest.approx(6)


def test_the_hours_between_two_stories_are_no_work() -> None:
    assert pace([measured(600, 0, 100), measured(600, 40_000, 100)]) == pytest.approx(6)


def test_one_night_when_the_machine_stood_still_says_little() -> None:
    usual = [measured(600, day * 1000, 100) for day in range(5)]
    assert pace([*usual, measured(600, 9_000, 30_000)]) == pytest.approx(6)
    assert pace([*usual, measured(600, 9_000, 1)]) == pytest.approx(6), "nor a run that went on after a fall"


def test_a_story_alone_takes_its_own_time() -> None:
    assert heard_after(waits(90)) == [90]
    assert heard_after() == []


def test_two_projects_share_the_machine_alike() -> None:
    assert heard_after(waits(60), waits(60, OTHER)) == [120, 120]
    assert heard_after(waits(60), waits(10, OTHER)) == [70, 20]


def test_within_a_project_the_shortest_comes_first() -> None:
    assert heard_after(waits(100), waits(10)) == [110, 10]


def test_anothers_hundred_stories_do_not_hold_one_up() -> None:
    many = [waits(60, OTHER) for _ in range(100)]
    *_, mine = heard_after(*many, waits(60))
    assert mine == 120


def test_a_brief_story_does_not_wait_behind_those_of_hours() -> None:
    long = [waits(3600, lane="long") for _ in range(5)]
    *_, brief = heard_after(*long, waits(20))
    assert brief == 20


def test_who_finds_no_place_waits_until_one_is_free() -> None:
    first, second, third = heard_after(waits(100, lane="long"), waits(200, lane="long"), waits(50, lane="long"))
    assert first == 100
    assert third == 150, "the shortest of the open ones, once there is a place"
    assert second == 350


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [(0, 0), (44, 0), (46, 1), (89, 1), (91, 2), (180, 3), (585, 10), (700, 10), (760, 15), (1900, 30), (3300, 55)],
)
def test_minutes_are_said_as_people_say_them(seconds: float, minutes: int) -> None:
    assert plainly(seconds) == minutes


@pytest.mark.parametrize(("minutes", "said"), [(58, 60), (85, 60), (95, 120), (600, 600)])
def test_hours_are_whole(minutes: int, said: int) -> None:
    assert plainly(minutes * 60) == said


def test_what_is_said_is_never_far_from_what_was_reckoned() -> None:
    for seconds in range(46, 40_000, 7):
        assert 1 / 1.5 <= plainly(seconds) * 60 / seconds <= 1.5
