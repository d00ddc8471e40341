# SPDX-License-Identifier: Apache-2.0
"""One voice leaves a story that others still tell: what is left of the sound takes the original's place.

In the order that an erasure has, so that it is safe to crash and repeat: the ledger first, then objects, then rows.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col

from app.consent import queries as consent_queries
from app.consent import service as consent
from app.kit import moments
from app.kit.blobs import store
from app.kit.db import reading
from app.kit.ids import new_id
from app.kit.outbox import announce
from app.media import service as media
from app.media.errors import Unplayable
from app.settings import settings
from app.stories import ledger, queries
from app.stories.erasure import folder_of
from app.stories.events import VoiceErased
from app.stories.models import Participant, Playback, Recording, Story
from app.stories.service import WORKER
from app.uploads import intake
from app.uploads import service as uploads


@dataclass(frozen=True)
class CutCopy:
    """What takes the original's place, as an object that stands already."""

    key: str
    bytes: int
    sha256: str
    duration_ms: int
    truncated: bool


def render(
    project_id: str, story_id: str, keys: Sequence[str], spans: Sequence[tuple[int, int]], gaps_ms: Sequence[int]
) -> CutCopy | None:
    """The recordings joined with their gaps, silent where the spans are; None where one cannot be played. May run
    twice: each try has its own place."""
    prefix, max_ms = f"{folder_of(project_id, story_id)}/cut/{new_id()}", settings().max_recording_ms
    try:
        made = media.mute(keys, spans=spans, prefix=prefix, max_ms=max_ms, gaps_ms=gaps_ms)
    except Unplayable:
        return None
    copy = made.copy
    return CutCopy(copy.key, copy.bytes, copy.sha256, copy.duration_ms, made.truncated)


def open_ledger(session: Session, story: Story, leaving: Collection[UUID], at: datetime) -> None:
    """From this commit on neither the sound as it was nor who is gone (their records) is taken again, from anywhere;
    and no clock that is set back lets them undo."""
    ledger.write(session, story.project_id, _marks(session, story, leaving), at)
    moments.note(session, at)


def insist_on_copy(project_id: str, story_id: str, leaving: Collection[UUID], at: datetime) -> None:
    """Before anything is deleted. Raises `OSError` where the ledger's copy cannot be written."""
    with reading(UUID(project_id)) as session:
        marks = _marks(session, queries.get_story(session, UUID(story_id)), leaving)
    ledger.insist_on_copy(UUID(project_id), marks, at)


def _marks(session: Session, story: Story, leaving: Collection[UUID]) -> list[ledger.Mark]:
    """The story itself stays, and so does its id."""
    parts = [(part.recording_id, part.sha256) for part in queries.recordings(session, story.story_id)]
    records = consent_queries.records_of(session, story.story_id)
    voices = [record.participant_id for record in records if record.record_id in leaving]
    marks = ledger.marks_of(story.story_id, parts, voices, text=story.text, device_id=story.device_id)
    return [mark for mark in marks if mark.kind != "story"]


def objects_but(project_id: str, story_id: str, kept: str | None) -> list[str]:
    """Every object of the story, as it came or as it was made, save the one that takes the original's place."""
    with reading(UUID(project_id)) as session:
        parts = [part.recording_id for part in queries.recordings(session, UUID(story_id)) if part.key != kept]
    folders = [folder_of(project_id, story_id)]
    folders += [folder for part in parts for folder in intake.folders_of(project_id, part)]
    return [key for folder in folders for key in store().list(folder) if key != kept]


def replace(session: Session, story: Story, record_ids: Collection[UUID], copy: CutCopy | None, *, text: str) -> int:
    """Rows, once the objects are gone: the original's, the copies' made from it, and all that is known of who left.
    What the phone told about the story goes with them. Answers the epoch that begins."""
    parts = queries.recordings(session, story.story_id)
    leaving = [
        record.participant_id
        for record in consent_queries.records_of(session, story.story_id)
        if record.record_id in record_ids
    ]
    uploads.release(session, [part.recording_id for part in parts])
    session.execute(delete(Playback).where(col(Playback.story_id) == story.story_id))
    session.execute(delete(Recording).where(col(Recording.story_id) == story.story_id))
    session.execute(delete(Participant).where(col(Participant.participant_id).in_(leaving)))
    if copy is not None:
        session.add(_recording(story, copy))
    story.text, story.title, story.place, story.decline_note, story.declaration_sha256 = text, "", "", "", ""
    story.version += 1
    session.flush()
    epoch = consent.erase_voices(session, story.story_id, record_ids)
    announce(session, VoiceErased(project_id=story.project_id, story_id=story.story_id, epoch=epoch), actor=WORKER)
    return epoch


def _recording(story: Story, copy: CutCopy) -> Recording:
    return Recording(
        project_id=story.project_id,
        recording_id=new_id(),
        story_id=story.story_id,
        position=0,
        bytes=copy.bytes,
        sha256=copy.sha256,
        media_type=media.FLAC,
        duration_ms=copy.duration_ms,
        media_state=queries.KEPT,
        truncated=copy.truncated,
        key=copy.key,
    )
