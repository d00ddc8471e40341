# SPDX-License-Identifier: Apache-2.0
"""Somebody who types codes that open nothing, watches every byte of the answer, and holds a stop watch."""

import http.client
import json
import math
import random
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from app.consent import queries as consent
from app.consent import service as consent_service
from app.kit import clock
from app.kit.db import writing
from app.receipts import service as receipts
from app.receipts.queries import BY_RECEIPT
from app.stories import erasure
from app.stories import service as stories
from tests.makers.stories import declare_story, make_code, make_phone

Code = Callable[[], str]
LIMIT = 4.5
CROPPED = 0.05
NOBODY_IS_REFUSED = """
from app.consent import doors
doors.TRIES = doors.TRIES_OVERALL = 10**9
"""
"""So that somebody may guess as often as it takes to measure."""
ANSWERS_BEFORE_HASHING = """
from app.consent import doors
patient = doors._match
def hasty(told):
    with doors.reading() as session, doors.across_projects(session):
        mine = doors.select(doors.ReceiptCode).where(doors.ReceiptCode.selector == told.selector)
        is_known = session.execute(mine).first() is not None
    return patient(told) if is_known else None
doors._match = hasty
"""
"""The variant that must be caught: nobody has this selector, so why hash?"""


class Answer(NamedTuple):
    """What came, without what is new in every answer: its id, its date."""

    status: int
    headers: frozenset[tuple[str, str]]
    body: str


@dataclass
class Watched:
    """Seconds of each try, and the different answers there were, by the kind of code."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    answers: dict[str, set[Answer]] = field(default_factory=dict)

    @property
    def is_one_answer(self) -> bool:
        return len(set().union(*self.answers.values())) == 1


def codes_of_every_kind(project_id: UUID, each: int) -> Mapping[str, Code]:
    """Wrong, unknown, erased, and wrong for a story that was taken back; from so many stories of each."""
    phone, _ = make_phone(project_id)
    standing, gone, erased = ([make_code() for _ in range(each)] for _ in range(3))
    for code in standing:
        declare_story(project_id, device=phone, code=code)
    for code in gone:
        _take_back(project_id, declare_story(project_id, device=phone, code=code).story_id)
    for code in erased:
        story_id = declare_story(project_id, device=phone, code=code).story_id
        _take_back(project_id, story_id, erase_now=True)
        assert erasure.erase_if_due(str(project_id), str(story_id))
    return {
        "wrong": lambda: random.choice(standing)[:6] + make_code()[6:],
        "unknown": make_code,
        "erased": lambda: random.choice(erased),
        "wrong for withdrawn": lambda: random.choice(gone)[:6] + make_code()[6:],
    }


def _take_back(project_id: UUID, story_id: UUID, *, erase_now: bool = False) -> None:
    at = clock.now()
    with writing(project_id) as session:
        [voice] = consent.terms_of(session, story_id)
        taken = consent_service.withdraw(session, voice.record_id, None, actor_kind=BY_RECEIPT, at=at, urgent=erase_now)
        receipts.carry_out(session, story_id, taken, actor="storyteller", at=at)
        if erase_now:
            stories.withdraw(session, story_id, actor="storyteller", at=at, erase_now=True)


def guess(port: int, kinds: Mapping[str, Code], rounds: int, *, page: bool = False) -> Watched:
    """In each round every kind once, in random order, over one line."""
    watched = Watched({kind: [] for kind in kinds}, {kind: set() for kind in kinds})
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    names = list(kinds)
    for _ in range(rounds):
        random.shuffle(names)
        for kind in names:
            seconds, answer = _ask(line, kinds[kind](), page=page)
            watched.seconds[kind].append(seconds)
            watched.answers[kind].add(answer)
    line.close()
    return watched


def _ask(line: http.client.HTTPConnection, code: str, *, page: bool) -> tuple[float, Answer]:
    path, body, kind = "/api/receipts/open", json.dumps({"code": code}), "application/json"
    if page:
        path, body, kind = "/s/", urlencode({"code": code}), "application/x-www-form-urlencoded"
    origin = f"http://{line.host}:{line.port}"
    began = time.perf_counter()
    line.request("POST", path, body, {"Content-Type": kind, "Origin": origin})
    heard = line.getresponse()
    told = heard.read().decode()
    seconds = time.perf_counter() - began
    headers = {name.lower(): value for name, value in heard.getheaders()}
    own = headers.pop("x-request-id", "")
    headers.pop("date", None)
    if not page:
        own = json.loads(told)["request_id"]
    return seconds, Answer(heard.status, frozenset(headers.items()), told.replace(own, "") if own else told)


def welch(one: Sequence[float], other: Sequence[float]) -> float:
    """Welch's t."""
    spread = statistics.variance(one) / len(one) + statistics.variance(other) / len(other)
    return (statistics.fmean(one) - statistics.fmean(other)) / math.sqrt(spread)


def cropped(seconds: Mapping[str, Iterable[float]]) -> dict[str, list[float]]:
    """Without whatever took longer than all but five in a hundred, the same line for every kind."""
    every = sorted(spent for kind in seconds.values() for spent in kind)
    longest = every[int(len(every) * (1 - CROPPED)) - 1]
    return {kind: [one for one in spent if one <= longest] for kind, spent in seconds.items()}


def worst(seconds: Mapping[str, Sequence[float]]) -> float:
    """The largest |t| between any two kinds."""
    kept = cropped(seconds)
    return max(abs(welch(kept[one], kept[other])) for one, other in combinations(kept, 2))
