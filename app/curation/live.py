# SPDX-License-Identifier: Apache-2.0
"""What the desk hears as it happens: ids and states, never words; the page fetches through its own doors."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from app.kit.audit import AuditEntry
from app.kit.db import reading
from app.stories.models import Story
from app.transcription.models import Run
from app.transcription.progress import minutes_left

POLL_SECONDS = 1.0
KINDS = {"StoryReceived": "arrived", "claimed": "claimed", "left": "left"}
ARE_READS = frozenset({"read_story", "heard_original", "heard_release", "heard_proof", "read_to_cut", "heard_to_cut"})


@dataclass(frozen=True)
class Told:
    kind: str
    story_id: str
    status: str
    percent: int | None = None
    minutes_left: int | None = None


class Ear:
    """Where one listening desk has got to in each of its projects."""

    def __init__(self, projects: Iterable[UUID]) -> None:
        self.projects = tuple(projects)
        self.heard: dict[UUID, int] = {}
        self.percents: dict[UUID, tuple[int, str]] = {}

    def begin(self) -> None:
        with reading(*self.projects) as session:
            newest = select(AuditEntry.project_id, func.max(AuditEntry.seq).label("seq")).group_by(
                col(AuditEntry.project_id)
            )
            self.heard = {row.project_id: row.seq for row in session.execute(newest)}

    def news(self) -> list[Told]:
        with reading(*self.projects) as session:
            entries = []
            for project in self.projects:
                since = col(AuditEntry.seq) > self.heard.get(project, 0)
                later = select(AuditEntry).where(AuditEntry.project_id == project, since).order_by(col(AuditEntry.seq))
                found = list(session.execute(later.limit(500)).scalars())
                if found:
                    self.heard[project] = found[-1].seq
                entries += [entry for entry in found if entry.action not in ARE_READS]
            about = {UUID(entry.subject) for entry in entries if _is_id(entry.subject)}
            stood = select(Story.story_id, Story.status).where(col(Story.story_id).in_(about))
            statuses = {str(story_id): status for story_id, status in session.execute(stood).all()}
            running = select(Run.story_id, Run.percent, Story.status).join(Story).where(Run.status == "running")
            percents = {row.story_id: (row.percent, row.status) for row in session.execute(running)}
            moved = {story_id: told for story_id, told in percents.items() if self.percents.get(story_id) != told}
            minutes = minutes_left(session, moved)
        told = [
            Told(KINDS.get(entry.action, "changed"), entry.subject, statuses[entry.subject])
            for entry in entries
            if entry.subject in statuses
        ]
        self.percents = percents
        return told + [
            Told("progressed", str(story_id), status, percent, minutes.get(story_id))
            for story_id, (percent, status) in moved.items()
        ]


def _is_id(subject: str) -> bool:
    try:
        UUID(subject)
    except ValueError:
        return False
    return True


async def listen(projects: Iterable[UUID]) -> AsyncIterator[Told]:
    """Everything that happens to these projects' stories from now on, about a second after it does."""
    ear = Ear(projects)
    await asyncio.to_thread(ear.begin)
    while True:
        for told in await asyncio.to_thread(ear.news):
            yield told
        await asyncio.sleep(POLL_SECONDS)
