# SPDX-License-Identifier: Apache-2.0
"""Who is taken up by a worker, where many stories wait."""

import threading
import time
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

import app.worker  # noqa: F401 - every listener
from app.cli.caretaker import found_project
from app.kit import clock, jobs
from app.kit.db import writing
from app.kit.lanes import AT_ONCE, SHARED, Lane
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.stories.models import Story
from app.transcription import service
from app.transcription.engine import Following
from app.transcription.listening import Keeping
from tests.makers.stories import declare_story
from tests.rooms.transcription.conftest import Hire
from tests.rooms.transcription.test_service import status_of
from tests.stand_ins.engines import ScriptedEngine

SOON_S = 30
HOUR, SHORT = 60.0, 3.0


class Patient(ScriptedEngine):
    """Keeps whoever is taken up until they are let go; `taken_up` are their projects."""

    def __init__(self) -> None:
        super().__init__("A word.", meanwhile=self._keep)
        self.taken_up: list[UUID] = []
        self.let_go = threading.Event()

    def _keep(self, following: Following) -> None:
        assert isinstance(following, Keeping)
        self.taken_up.append(following._project_id)
        assert self.let_go.wait(SOON_S)


def eventually(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + SOON_S
    while not holds():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.02)


@pytest.fixture
def patient(project_id: UUID, hire: Hire, one_sound: None) -> Iterator[Patient]:
    """An engine that has all the time in the world; nobody works yet."""
    made = Patient()
    hire(made)
    yield made
    made.let_go.set()


@pytest.fixture
def work(patient: Patient) -> Iterator[Callable[[], None]]:
    """Let a worker begin on what waits."""
    working = False

    def begin() -> None:
        nonlocal working
        jobs.launch("tests-1", [Lane.PROMPT, Lane.BRIEF, Lane.WHISPER], poll_seconds=0.05)
        working = True

    yield begin
    patient.let_go.set()
    if working:
        eventually(lambda: not _unfinished())
        jobs.stop()


@pytest.fixture
def other_project(project_id: UUID) -> UUID:
    return found_project("Hillside", ["en"], organisation="", contact="", country="GB")


def _unfinished() -> bool:
    lanes: list[str] = [Lane.PROMPT, Lane.BRIEF, Lane.WHISPER]
    return bool(jobs.client().list_workflows(status=jobs.UNFINISHED, queue_name=lanes, limit=1, load_input=False))


def receive(project_id: UUID, minutes: float | None, count: int = 1) -> list[Story]:
    """Stories that stand received, so long by what their phone said."""
    received = [declare_story(project_id, sounds=1) for _ in range(count)]
    for story in received:
        with writing(project_id) as session:
            for part in stories.recordings(session, story.story_id):
                part.media_state, part.key = stories.KEPT, f"{project_id}/nowhere"
                part.duration_ms = None if minutes is None else round(minutes * 60_000)
            session.flush()
            story_verbs.receive(session, story.story_id, at=clock.now())
    return received


def waiting_on(lane: Lane) -> int:
    found = jobs.client().list_workflows(status="ENQUEUED", queue_name=lane.value, load_input=False)
    return len(found)


def test_a_short_story_is_taken_up_though_five_long_ones_came_before_it(
    project_id: UUID, other_project: UUID, patient: Patient, work: Callable[[], None]
) -> None:
    receive(project_id, HOUR, 5)
    work()
    eventually(lambda: len(patient.taken_up) == SHARED[Lane.WHISPER])
    receive(other_project, SHORT)
    eventually(lambda: other_project in patient.taken_up)
    receive(project_id, SHORT)
    eventually(lambda: patient.taken_up.count(project_id) == SHARED[Lane.WHISPER] + 1)


def test_a_long_story_is_taken_up_though_five_long_ones_of_another_project_came_before_it(
    project_id: UUID, other_project: UUID, patient: Patient, work: Callable[[], None]
) -> None:
    receive(project_id, HOUR, 5)
    work()
    eventually(lambda: len(patient.taken_up) == SHARED[Lane.WHISPER])
    receive(other_project, HOUR)
    eventually(lambda: other_project in patient.taken_up)
    assert patient.taken_up.count(project_id) == SHARED[Lane.WHISPER]


def test_a_short_story_is_taken_up_though_twelve_short_ones_of_another_project_came_before_it(
    project_id: UUID, other_project: UUID, patient: Patient, work: Callable[[], None]
) -> None:
    receive(project_id, SHORT, 12)
    work()
    eventually(lambda: len(patient.taken_up) == SHARED[Lane.BRIEF])
    receive(other_project, SHORT)
    eventually(lambda: other_project in patient.taken_up)


def test_a_story_whose_phone_says_nothing_of_its_length_waits_among_the_long_ones(
    project_id: UUID, patient: Patient, work: Callable[[], None]
) -> None:
    receive(project_id, None, SHARED[Lane.WHISPER] + 1)
    work()
    eventually(lambda: waiting_on(Lane.WHISPER) == 1 and len(patient.taken_up) == SHARED[Lane.WHISPER])
    assert waiting_on(Lane.BRIEF) == 0


def test_whoever_waits_is_heard_in_the_end(
    project_id: UUID, other_project: UUID, patient: Patient, work: Callable[[], None]
) -> None:
    told = [story for whose in (project_id, other_project) for story in receive(whose, HOUR, 4)]
    patient.let_go.set()
    work()
    eventually(lambda: {status_of(story) for story in told} == {"in_review"})


def test_every_lane_that_projects_share_has_places_for_more_than_one() -> None:
    assert all(2 * each <= AT_ONCE[lane] for lane, each in SHARED.items())


def test_parts_are_as_long_as_all_of_them(project_id: UUID, patient: Patient, work: Callable[[], None]) -> None:
    """A story of three parts of five minutes is a long one."""
    story = declare_story(project_id, sounds=3)
    with writing(project_id) as session:
        for part in stories.recordings(session, story.story_id):
            part.duration_ms = 5 * 60_000
        session.flush()
        service.queue(session, str(story.story_id))
    assert (waiting_on(Lane.BRIEF), waiting_on(Lane.WHISPER)) == (0, 1)
