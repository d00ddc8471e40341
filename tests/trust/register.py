# SPDX-License-Identifier: Apache-2.0
"""The last look: one read of the database and the store, held against what the phones' book says."""

import hashlib
import os
from collections import Counter
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from sqlmodel import col, select

import app.uploads.jobs
from app.kit import audit, clock, jobs
from app.kit.audit import AuditEntry
from app.kit.blobs import store
from app.kit.db import reading
from app.kit.lanes import Lane
from app.settings import settings
from app.stories.models import Participant, Playback, Recording, Story
from app.transcription.models import Run, Segment
from app.uploads.models import Upload, UploadSegment
from tests.trust.phones import Ledger, Told

Rows = dict[str, list[tuple[object, ...]]]
FAILED = ["ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]


def statuses(project_id: UUID) -> dict[UUID, str]:
    with reading(project_id) as session:
        return {story.story_id: story.status for story in session.execute(select(Story)).scalars()}


def runs_of(project_id: UUID, story_id: UUID) -> list[Run]:
    with reading(project_id) as session:
        return list(session.execute(select(Run).where(col(Run.story_id) == story_id)).scalars())


def transcript(project_id: UUID, story_id: UUID) -> list[str]:
    """Every segment there is of the story, as its words; one transcribed twice would stand twice."""
    with reading(project_id) as session:
        rows = select(Segment).where(col(Segment.story_id) == story_id).order_by(col(Segment.position))
        return [" ".join(word["text"] for word in row.words) for row in session.execute(rows).scalars()]


def segment_ids(project_id: UUID, story_id: UUID) -> list[UUID]:
    with reading(project_id) as session:
        rows = select(Segment.segment_id).where(col(Segment.story_id) == story_id).order_by(col(Segment.position))
        return list(session.execute(rows).scalars())


def media_is_idle() -> bool:
    waiting = jobs.client().list_workflows(
        status=jobs.UNFINISHED, queue_name=[Lane.MEDIA, Lane.PROMPT], limit=1, load_input=False, load_output=False
    )
    return not waiting


def failed_jobs() -> list[str]:
    found = jobs.client().list_workflows(status=FAILED, load_input=False, load_output=False)
    return [f"{job.name} {job.status}" for job in found]


def assert_every_story_is_there_once(project_id: UUID, ledger: Ledger) -> None:
    """What was acknowledged is there, whole, and once."""
    with reading(project_id) as session:
        there = Counter(session.execute(select(col(Story.story_id))).scalars())
        assert all(there[story_id] == 1 for story_id in ledger.declared), "an acknowledged story is lost"
        acts = Counter((entry.action, entry.subject) for entry in session.execute(select(AuditEntry)).scalars().all())
        for told in ledger.declared.values():
            _assert_whole(session, told, acts)
        assert audit.is_unbroken(session, project_id), "the audit chain is broken"


def _assert_whole(session: Session, told: Told, acts: Counter[tuple[str, str]]) -> None:
    voices = session.execute(select(Participant).where(col(Participant.story_id) == told.story_id)).scalars().all()
    assert len(voices) == len(told.declaration["participants"])
    parts = session.execute(select(Recording).where(col(Recording.story_id) == told.story_id)).scalars().all()
    assert {part.recording_id for part in parts} == set(told.hashes)
    assert acts["StoryReceived", str(told.story_id)] == bool(told.hashes)
    assert acts["StoryInReview", str(told.story_id)] <= 1
    for part in parts:
        assert part.key is not None
        assert hashlib.sha256(store().get(part.key)).hexdigest() == told.hashes[part.recording_id]
        assert list(store().list(part.key.rsplit("/", 1)[0])) == [part.key]
        assert acts["UploadCompleted", str(part.recording_id)] == 1


def assert_nothing_is_left_over(project_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once housekeeping has been round two days later, every object has a row, and every file is an object."""
    later = clock.now() + timedelta(days=2)
    with monkeypatch.context() as calendar:
        calendar.setattr(clock, "now", lambda: later)
        app.uploads.jobs.sweep_orphans()
    kept = set(store().list(str(project_id)))
    with reading(project_id) as session:
        assert kept - _known(session) == set()
    assert _files() - set(store().list("")) == set()


def _known(session: Session) -> set[str | None]:
    columns = (Upload.key, UploadSegment.key, Recording.key, Playback.opus_key, Playback.aac_key, Playback.peaks_key)
    return {key for column in columns for key in session.execute(select(col(column))).scalars()}


def _files() -> set[str]:
    """Whatever lies on the disk, however it is called; nothing where the store is no disk."""
    parts = urlsplit(settings().objects)
    if parts.scheme != "file":
        return set()
    root = Path(unquote(parts.path))
    return {str(Path(folder, name).relative_to(root)) for folder, _, names in os.walk(root) for name in names}
