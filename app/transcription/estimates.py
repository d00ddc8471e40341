# SPDX-License-Identifier: Apache-2.0
"""How long until the machine has heard a story, from what this house has measured of itself. Pure.

The engine is taken as one that all open stories share as `engines.turns` shares it out: projects alike, and within a
project the story with the least left first.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

SHORT_S: Final = 45
"""Below it nobody counts minutes."""
EXACT_MINUTES: Final = 10
COARSE_MINUTES: Final = 5
HOUR: Final = 60


@dataclass(frozen=True)
class Measured:
    """So much sound was heard between two moments, alone or beside others."""

    sound_ms: float
    began: datetime
    ended: datetime


@dataclass(frozen=True)
class Waiting:
    """A story the machine has yet to hear, or the rest of one: `work_s` if it had the engine to itself. `lane`: the
    queue it stands in."""

    story_id: UUID
    project_id: UUID
    work_s: float
    lane: str = ""


@dataclass(frozen=True)
class Places:
    """How many stories of one lane are open at a time, in all and of each project."""

    all: int
    each: int


def pace(measured: Sequence[Measured]) -> float | None:
    """Seconds of sound heard in a second of work; None where nothing was measured.

    Runs that overlapped shared the engine, so they count as one. Of all these the one in the middle, by how much was
    heard: a night when the machine stood still, or went on after a fall, says little of the next run.
    """
    stretches = sorted((sound_s / work_s, sound_s) for sound_s, work_s in _together(measured))
    middle = sum(sound_s for _, sound_s in stretches) / 2
    for found, sound_s in stretches:
        middle -= sound_s
        if middle <= 0:
            return found
    return None


def _together(measured: Sequence[Measured]) -> list[tuple[float, float]]:
    """Seconds of sound and of work of each stretch in which the machine listened without a pause."""
    stretches: list[tuple[float, datetime, datetime]] = []
    for one in sorted(measured, key=lambda each: each.began):
        sound_ms, began, ended = stretches.pop() if stretches else (0.0, one.began, one.began)
        if one.began > ended:
            stretches.append((sound_ms, began, ended))
            sound_ms, began, ended = 0.0, one.began, one.began
        stretches.append((sound_ms + one.sound_ms, began, max(ended, one.ended)))
    told = [(sound_ms / 1000, (ended - began).total_seconds()) for sound_ms, began, ended in stretches]
    return [(sound_s, work_s) for sound_s, work_s in told if sound_s > 0 and work_s > 0]


def until_heard(waiting: Sequence[Waiting], lanes: Mapping[str, Places]) -> Mapping[UUID, float]:
    """Seconds until each is heard to its end. `waiting`: those that are open first, then in the order they came."""
    at_work = dict[UUID, tuple[Waiting, float]]()
    later = list(waiting)
    done: dict[UUID, float] = {}
    passed = 0.0
    while at_work or later:
        later = _open(later, at_work, lanes)
        turns = _turns(at_work)
        least = min(left for _, left in turns)
        passed += least * len(turns)
        for one, left in turns:
            at_work[one.story_id] = (one, left - least)
            if left <= least:
                done[one.story_id] = passed
                del at_work[one.story_id]
    return done


def _open(
    later: Sequence[Waiting], at_work: dict[UUID, tuple[Waiting, float]], lanes: Mapping[str, Places]
) -> list[Waiting]:
    """Whoever finds a place takes it; answers those that wait on."""
    taken = Counter(one.lane for one, _ in at_work.values())
    of_each = Counter((one.lane, one.project_id) for one, _ in at_work.values())
    left = []
    for one in later:
        places = lanes[one.lane]
        if taken[one.lane] < places.all and of_each[one.lane, one.project_id] < places.each:
            at_work[one.story_id] = (one, one.work_s)
            taken[one.lane] += 1
            of_each[one.lane, one.project_id] += 1
        else:
            left.append(one)
    return left


def _turns(at_work: Mapping[UUID, tuple[Waiting, float]]) -> list[tuple[Waiting, float]]:
    """Of each project that waits, the story with the least left."""
    served: dict[UUID, tuple[Waiting, float]] = {}
    for one, left in at_work.values():
        if one.project_id not in served or left < served[one.project_id][1]:
            served[one.project_id] = (one, left)
    return list(served.values())


def plainly(seconds: float) -> int:
    """Minutes as somebody says them: none where it is less than one, then 1 to 10, 15, 20, 25 …, then whole hours."""
    minutes = seconds / 60
    if seconds < SHORT_S:
        return 0
    if minutes < EXACT_MINUTES + COARSE_MINUTES / 2:
        return min(EXACT_MINUTES, max(1, round(minutes)))
    if minutes < HOUR - COARSE_MINUTES / 2:
        return COARSE_MINUTES * round(minutes / COARSE_MINUTES)
    return HOUR * max(1, round(minutes / HOUR))
