# SPDX-License-Identifier: Apache-2.0
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.kit import clock
from app.kit.db import across_projects, reading
from app.kit.ids import new_id
from app.kit.jobs import every, on, step, tx_step
from app.kit.lanes import Lane
from app.media import service as media
from app.media.errors import TooLong, Unplayable
from app.settings import settings
from app.stories import queries, service
from app.stories.erasure import (
    alarm_when_late,
    clear_bare_rows,
    delete_objects,
    drop_orphans,
    drop_other_copies,
    due_for_erasure,
    erase_if_due,
    folder_of,
)
from app.stories.events import PlaybackWanted, StoryReceived, StoryRestored, StoryWithdrawn, VoiceErased
from app.uploads.events import UploadAssembled


@on(UploadAssembled, lane=Lane.PROMPT)
def keep_recording(event: UploadAssembled) -> None:
    tx_step(service.keep_recording, str(event.upload_id))


@on(StoryReceived, lane=Lane.MEDIA)
def make_playback(event: StoryReceived) -> None:
    """Copies for listening, of all that can be heard; the rest is kept in quarantine."""
    _make_playback(str(event.project_id), str(event.story_id))


@on(StoryRestored, lane=Lane.MEDIA)
def make_playback_at_last(event: StoryRestored) -> None:
    """A story that was taken back while its copies were made has none."""
    _make_playback(str(event.project_id), str(event.story_id))


@on(PlaybackWanted, lane=Lane.MEDIA)
def make_playback_once_more(event: PlaybackWanted) -> None:
    """A story that has none: somebody took their voice back before they were made, or its sound is tried again."""
    _make_playback(str(event.project_id), str(event.story_id))


@on(VoiceErased, lane=Lane.MEDIA)
def make_playback_without_them(event: VoiceErased) -> None:
    _make_playback(str(event.project_id), str(event.story_id))


def _make_playback(project_id: str, story_id: str) -> None:
    """Begins anew where consent changed meanwhile, or a recording came out of quarantine: what was made under older
    terms, or of fewer recordings, is never kept."""
    folder = f"{folder_of(project_id, story_id)}/playback"
    while wanted := tx_step(_audible, story_id):
        parts, epoch = wanted["parts"], wanted["epoch"]
        made = step(_join, folder, parts)
        if made is None:
            refusals = step(_find_silent, parts)
            tx_step(service.quarantine, refusals)
            made = step(_join, folder, [part for part in parts if part[0] not in refusals])
        if made is None:
            return
        if tx_step(service.keep_playback, story_id, made, epoch):
            step(drop_other_copies, project_id, story_id)
            return
        step(delete_objects, [made["opus_key"], made["aac_key"], made["peaks_key"]])


@on(StoryWithdrawn, lane=Lane.HOUSEKEEPING)
def erase_what_never_arrived(event: StoryWithdrawn) -> None:
    step(erase_if_due, str(event.project_id), str(event.story_id))


@every(60)
def erase_withdrawn() -> None:
    """Until nothing is left: what is due, what a room could not finish, and what the database still holds of it."""
    with reading() as session, across_projects(session):
        due = due_for_erasure(session, clock.now())
    for project_id, story_id in due:
        erase_if_due(str(project_id), str(story_id))
    clear_bare_rows()
    alarm_when_late()


@every(86_400)
def sweep_orphans() -> None:
    """Objects of stories that are gone: of a job that ended with its worker."""
    drop_orphans()


def _audible(session: Session, story_id: str) -> dict[str, Any] | None:
    """Recordings as (id, object key, gap before), in the order told, and the epoch they may be joined under; None where
    nobody wants copies of them, or has them already."""
    epoch = service.playback_wanted(session, story_id)
    if epoch is None:
        return None
    kept = [part for part in queries.recordings(session, UUID(story_id)) if part.media_state == queries.KEPT]
    parts = [[str(part.recording_id), part.key, part.gap_before_ms] for part in kept if part.key is not None]
    return {"parts": parts, "epoch": epoch} if parts else None


def _join(folder: str, parts: list[list[Any]]) -> dict[str, Any] | None:
    """None where one of them cannot be heard. `parts`: the ids of all of them; `truncated`: of those that broke off;
    `too_long`: of those that one story has no more room for."""
    if not parts:
        return None
    ids, keys, gaps_ms = zip(*parts, strict=True)
    prefix, max_ms = f"{folder}/{new_id()}", settings().max_recording_ms
    try:
        made = media.make_playback(keys, prefix=prefix, max_ms=max_ms, gaps_ms=gaps_ms)
    except Unplayable:
        return None
    return {
        "opus_key": made.opus.key,
        "opus_bytes": made.opus.bytes,
        "aac_key": made.aac.key,
        "aac_bytes": made.aac.bytes,
        "peaks_key": made.peaks_key,
        "duration_ms": made.duration_ms,
        "parts": list(ids),
        "truncated": [ids[place] for place in made.truncated],
        "too_long": {ids[place]: TooLong.slug for place in made.left_out},
    }


def _find_silent(parts: list[list[Any]]) -> dict[str, str]:
    """Which of them cannot be heard, and under which slug."""
    found: dict[str, str] = {}
    for recording_id, key, _ in parts:
        try:
            with media.decode([key], max_ms=settings().max_recording_ms):
                pass
        except Unplayable as refusal:
            found[recording_id] = refusal.slug
    return found
