# SPDX-License-Identifier: Apache-2.0
"""Stories of many minutes, as received without a phone, and how far the machine is with them."""

import io
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

import av
import numpy as np
from numpy.typing import NDArray
from sqlmodel import col, select

from app.cli.sampling import SAMPLES
from app.kit import clock, jobs
from app.kit.audit import AuditEntry
from app.kit.blobs import store
from app.kit.db import reading, writing
from app.kit.lanes import Lane
from app.stories import queries as stories
from app.stories import service
from app.stories.models import Story
from app.transcription.models import HeardWindow, Run, Segment
from tests.makers.stories import declare_story
from tests.rooms.media.sounds import wav

RATE = 16_000
PAUSE_S = 1
LANES = "prompt,brief,whisper"
"""No copies for listening are made of these: that would take the processor from the listening."""

MOST = 2
TWO_AT_A_TIME = f"""
from app.cli import serving
from app.transcription.engines import faster
serving.NICENESS = 0
faster.MOST = {MOST}
"""
"""A lane takes so many windows and not eight, so that a story of minutes has many turns; nobody else is to be served
on this machine, so the worker gives way to none."""

Heard = list[tuple[int | None, int | None, str]]


def read_aloud(minutes: float) -> bytes:
    """The trial's sample stories one after the other, so long, with pauses between them."""
    pause = np.zeros(PAUSE_S * RATE, np.int16)
    said = [_decoded((SAMPLES / f"{name}.webm").read_bytes()) for name in ("bus", "forms", "garden")]
    pieces: list[NDArray[np.int16]] = []
    for sound in itertools.cycle(said):
        if sum(map(len, pieces)) >= minutes * 60 * RATE:
            break
        pieces += [sound, pause]
    return wav(np.concatenate(pieces).tobytes(), rate=RATE)


def _decoded(file: bytes) -> NDArray[np.int16]:
    resampler = av.AudioResampler("s16", "mono", RATE)
    with av.open(io.BytesIO(file), "r") as container:
        frames = [*container.decode(audio=0), None]
        return np.concatenate([piece.to_ndarray()[0] for frame in frames for piece in resampler.resample(frame)])


def send(project_id: UUID, sound: bytes, *, minutes: float | None = None) -> Story:
    """A story whose sound is kept, and nobody was told yet; `minutes` is what its phone said."""
    story = declare_story(project_id, sounds=1)
    key = f"{project_id}/{story.story_id}/sound"
    store().put(key, sound)
    with writing(project_id) as session:
        for part in stories.recordings(session, story.story_id):
            part.media_state, part.key = stories.KEPT, key
            part.duration_ms = None if minutes is None else round(minutes * 60_000)
    return story


def receive(project_id: UUID, sound: bytes) -> Story:
    """A story that stands received."""
    story = send(project_id, sound)
    with writing(project_id) as session:
        service.receive(session, story.story_id, at=clock.now())
    return story


def words_of(story: Story) -> Heard:
    """Every segment there is of the story; one that was heard twice would stand twice."""
    with reading(story.project_id) as session:
        rows = select(Segment).where(col(Segment.story_id) == story.story_id).order_by(col(Segment.position))
        found = session.execute(rows).scalars()
        return [(row.start_ms, row.end_ms, " ".join(word["text"] for word in row.words)) for row in found]


def windows_of(story: Story) -> set[tuple[int, int]]:
    """What the run that is not over has heard so far."""
    with reading(story.project_id) as session:
        rows = session.execute(select(HeardWindow).where(col(HeardWindow.story_id) == story.story_id)).scalars()
        return {(row.start_ms, row.end_ms) for row in rows}


def how_often_at_the_desk(story: Story) -> int:
    with reading(story.project_id) as session:
        arrived = select(AuditEntry).where(
            col(AuditEntry.subject) == str(story.story_id), col(AuditEntry.action) == "StoryInReview"
        )
        return len(session.execute(arrived).scalars().all())


def is_at_work() -> bool:
    """Whether a worker holds any story."""
    return bool(_held("PENDING"))


def nobody_waits() -> bool:
    return not _held(jobs.UNFINISHED)


def _held(status: str | list[str]) -> list[str]:
    found = jobs.client().list_workflows(
        status=status, queue_name=[Lane.BRIEF, Lane.WHISPER], load_input=False, load_output=False
    )
    return [job.workflow_id for job in found]


@dataclass
class Watch:
    """Looks at the runs of these stories whenever it is asked to, and remembers what it saw."""

    watched: list[Story]
    percent: dict[UUID, int] = field(default_factory=dict)
    windows: dict[UUID, set[tuple[int, int]]] = field(default_factory=dict)
    done: set[UUID] = field(default_factory=set)
    looks: int = 0

    def look(self) -> None:
        """Raises where a run went back, lost a window that it had, or where a story has two of them."""
        self.looks += 1
        for story in self.watched:
            with reading(story.project_id) as session:
                runs = session.execute(select(Run).where(col(Run.story_id) == story.story_id)).scalars().all()
                rows = session.execute(select(HeardWindow).where(col(HeardWindow.story_id) == story.story_id))
                windows = {(row.start_ms, row.end_ms) for row in rows.scalars()}
            assert len(runs) <= 1, "a story is heard twice"
            for run in runs:
                self._note(run, windows)

    def _note(self, run: Run, windows: set[tuple[int, int]]) -> None:
        before = self.percent.get(run.story_id, 0)
        assert run.percent >= before, f"went back from {before} to {run.percent} per cent"
        self.percent[run.story_id] = run.percent
        if run.status in {"done", "failed"}:
            self.done.add(run.story_id)
            return
        lost = self.windows.get(run.story_id, set()) - windows
        assert run.story_id not in self.done, "was done, and is not any more"
        assert not lost, f"{len(lost)} windows that were heard are gone"
        self.windows[run.story_id] = windows

    def are_all_done(self) -> bool:
        self.look()
        return {story.story_id for story in self.watched} <= self.done

    def heard(self, some: Iterable[Story] | None = None) -> int:
        """How many windows of runs that are not over have been kept."""
        return sum(len(windows_of(story)) for story in some or self.watched)
