# SPDX-License-Identifier: Apache-2.0
"""Erasure in an order that is safe to crash and repeat: ledger, objects, rows, then the database's own leftovers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from app.kit import clock
from app.kit.blobs import BlobMissing, store
from app.kit.db import across_projects, engine, is_sqlite, reading, writing
from app.stories import ledger, queries, service
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story


def erase_if_due(project_id: str, story_id: str) -> bool:
    """Erase one withdrawn story whose undo window has closed; answers whether it did."""
    at = clock.now()
    with writing(UUID(project_id)) as session:
        story = queries.find_story(session, UUID(story_id))
        if story is None or not _is_due(story, at):
            return False
        service.open_ledger(session, story, at)
    delete_objects(list(store().list(f"{project_id}/stories/{story_id}/playback")))
    with writing(UUID(project_id)) as session:
        service.erase(session, UUID(story_id), at)
    forget_pages()
    return True


def _is_due(story: Story, at: datetime) -> bool:
    closed = story.undo_until is not None and story.undo_until <= at
    return story.status == StoryStatus.WITHDRAWN and story.erased_at is None and closed


def drop_other_copies(project_id: str, story_id: str) -> None:
    """Copies for listening that no row names: of a worker that died, or came second."""
    with reading(UUID(project_id)) as session:
        named = queries.playback(session, UUID(story_id))
    kept = {named.opus_key, named.aac_key, named.peaks_key} if named is not None else set()
    made = store().list(f"{project_id}/stories/{story_id}/playback")
    delete_objects([key for key in made if key not in kept])


def delete_objects(keys: list[str]) -> None:
    for key in keys:
        try:
            store().delete(key)
        except BlobMissing:
            continue


def clear_bare_rows() -> int:
    """Drop the bare rows that no room holds anything on any more, and close their ledger; answers how many."""
    with reading() as session, across_projects(session):
        bare = select(Story.project_id, Story.story_id).where(col(Story.erased_at).is_not(None))
        waiting = [(project_id, story_id) for project_id, story_id in session.execute(bare)]
    cleared = [story_id for project_id, story_id in waiting if _clear(project_id, story_id)]
    if cleared:
        forget_pages()
    return len(cleared)


def _clear(project_id: UUID, story_id: UUID) -> bool:
    try:
        with writing(project_id) as session:
            session.execute(delete(Story).where(col(Story.story_id) == story_id))
            ledger.close(session, story_id, clock.now())
    except IntegrityError:
        return False
    return True


def forget_pages() -> None:
    """SQLite keeps what was deleted in its log until a checkpoint empties it."""
    if not is_sqlite():
        return
    connection = engine().raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
