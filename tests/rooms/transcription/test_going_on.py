# SPDX-License-Identifier: Apache-2.0
"""A worker that dies at its work, and the next one, which goes on where it stood."""

from uuid import UUID

import pytest

from app.stories.models import Story
from app.transcription import listening
from app.transcription.engine import Following, Task
from tests.rooms.transcription.conftest import Hire
from tests.rooms.transcription.test_service import TOLD, receive, run_of, start, words_of
from tests.stand_ins.engines import ScriptedEngine


class Killed(BaseException):
    """As a power cut ends a process."""


def killed(_following: Following) -> None:
    raise Killed


def test_a_worker_killed_goes_on_from_the_last_window(project_id: UUID, hire: Hire, one_sound: None) -> None:
    hire(ScriptedEngine(*TOLD, meanwhile=killed))
    story = receive(project_id)
    run_id = start(story)
    with pytest.raises(Killed):
        listening.listen(str(project_id), run_id)
    assert run_of(story).percent == 50
    next_one = ScriptedEngine(*TOLD, meanwhile=lambda _: assert_not_back_to_zero(story))
    hire(next_one)
    assert listening.listen(str(project_id), run_id) == "heard"
    assert next_one.heard == [TOLD[1]], "the first window is not heard twice"
    assert next_one.wanted == [("en", Task.TRANSCRIBE)], "nor is the language looked for again"
    assert words_of(story) == " ".join(TOLD).split()
    assert (run_of(story).language, run_of(story).language_probability) == ("en", 0.9)


def assert_not_back_to_zero(story: Story) -> None:
    assert run_of(story).percent == 50


def test_another_engine_begins_anew(project_id: UUID, hire: Hire, one_sound: None) -> None:
    hire(ScriptedEngine(*TOLD, meanwhile=killed))
    story = receive(project_id)
    run_id = start(story)
    with pytest.raises(Killed):
        listening.listen(str(project_id), run_id)
    other = ScriptedEngine("Quite", "different.")
    other.name = "other"
    hire(other)
    assert listening.listen(str(project_id), run_id) == "heard"
    assert words_of(story) == ["Quite", "different."]
