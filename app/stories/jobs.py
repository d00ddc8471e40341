# SPDX-License-Identifier: Apache-2.0
from uuid import UUID

from sqlalchemy.orm import Session

from app.kit import clock
from app.kit.db import across_projects, reading
from app.kit.ids import new_id
from app.kit.jobs import every, on, step, tx_step
from app.kit.lanes import Lane
from app.media import service as media
from app.media.errors import Unplayable
from app.settings import settings
from app.stories import queries, service
from app.stories.erasure import clear_bare_rows, drop_other_copies, erase_if_due
from app.stories.events import StoryReceived, StoryWithdrawn
from app.uploads.events import UploadAssembled


@on(UploadAssembled, lane=Lane.PROMPT)
def keep_recording(event: UploadAssembled) -> None:
    tx_step(service.keep_recording, str(event.upload_id))


@on(StoryReceived, lane=Lane.MEDIA)
def make_playback(event: StoryReceived) -> None:
    """Copies for listening, of all that can be heard; the rest is kept in quarantine."""
    parts = tx_step(_audible, str(event.story_id))
    folder = f"{event.project_id}/stories/{event.story_id}/playback"
    made = step(_join, folder, parts)
    if made is None:
        refusals = step(_find_silent, parts)
        tx_step(service.quarantine, refusals)
        made = step(_join, folder, [part for part in parts if part[0] not in refusals])
    if made is not None:
        tx_step(service.keep_playback, str(event.story_id), made)
        step(drop_other_copies, str(event.project_id), str(event.story_id))


@on(StoryWithdrawn, lane=Lane.HOUSEKEEPING)
def erase_what_never_arrived(event: StoryWithdrawn) -> None:
    step(erase_if_due, str(event.project_id), str(event.story_id))


@every(300)
def erase_withdrawn() -> None:
    with reading() as session, across_projects(session):
        due = queries.due_for_erasure(session, clock.now())
    for project_id, story_id in due:
        erase_if_due(str(project_id), str(story_id))
    clear_bare_rows()


def _audible(session: Session, story_id: str) -> list[list[str]]:
    """Recordings as (id, object key), in the order told; none where the copies stand already."""
    found = UUID(story_id)
    if queries.find_story(session, found) is None or queries.playback(session, found) is not None:
        return []
    kept = [part for part in queries.recordings(session, found) if part.media_state == queries.KEPT]
    return [[str(part.recording_id), part.key] for part in kept if part.key is not None]


def _join(folder: str, parts: list[list[str]]) -> dict[str, str | int | bool] | None:
    """None where one of them cannot be heard."""
    if not parts:
        return None
    keys = [key for _, key in parts]
    try:
        made = media.make_playback(keys, prefix=f"{folder}/{new_id()}", max_ms=settings().max_recording_ms)
    except Unplayable:
        return None
    return {
        "opus_key": made.opus.key,
        "opus_bytes": made.opus.bytes,
        "aac_key": made.aac.key,
        "aac_bytes": made.aac.bytes,
        "peaks_key": made.peaks_key,
        "duration_ms": made.duration_ms,
        "truncated": made.truncated,
    }


def _find_silent(parts: list[list[str]]) -> dict[str, str]:
    """Which of them cannot be heard, and under which slug."""
    found: dict[str, str] = {}
    for recording_id, key in parts:
        try:
            with media.decode([key], max_ms=settings().max_recording_ms):
                pass
        except Unplayable as refusal:
            found[recording_id] = refusal.slug
    return found
