# SPDX-License-Identifier: Apache-2.0
"""Erasure in an order that is safe to crash and repeat: ledger and its copy, objects, rows, then the database's own
leftovers.

A story is done when every room's rows and objects are gone and the database has given up what it held of them; until
then its bare row or its open ledger stands, and every round of housekeeping tries again.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import delete, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit import clock
from app.kit.blobs import store
from app.kit.db import ProjectRow, across_projects, engine, is_sqlite, reading, writing
from app.kit.outbox import announce
from app.projects.models import Project
from app.stories import ledger, queries, service
from app.stories.events import StoryErased
from app.stories.lifecycle import StoryStatus
from app.stories.models import Recording, Story
from app.uploads import intake

LATE_AFTER = timedelta(minutes=10)
ASK_AGAIN_AFTER = timedelta(minutes=5)
PATIENCE_MS = 1_000
"""So long the database is held up while it waits for readers; the next round tries again."""
MARKS_OF_A_STORY = {"story_id", "record_id", "edition_id", "upload_id", "response_id", "theme_id", "details"}
OLDER_THAN = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND greatest(age(backend_xid), age(backend_xmin)) > age(CAST(:now AS xid))"
)
log = structlog.get_logger()


def folder_of(project_id: object, story_id: object) -> str:
    """Everything that any room makes of a story's sound lies below it; uploads lie by their own ids."""
    return f"{project_id}/stories/{story_id}"


def due_for_erasure(session: Session, at: datetime) -> list[tuple[UUID, UUID]]:
    """Stories that are to be erased now, as (project, story): their undo window has closed, or their erasure began
    before the clock was set back."""
    begun = ledger.unfinished(session)
    waiting = [row for row in queries.withdrawn(session) if row.erased_at is None]
    return [(row.project_id, row.story_id) for row in waiting if _is_due(row, begun, at)]


def _is_due(story: Story, begun: Collection[str], at: datetime) -> bool:
    closed = story.undo_until is not None and story.undo_until <= at
    return closed or ledger.mark("story", story.story_id).hmac in begun


def erase_if_due(project_id: str, story_id: str) -> bool:
    """Erase one withdrawn story whose undo window has closed; answers whether it did."""
    at = clock.now()
    with writing(UUID(project_id)) as session:
        story = queries.story_for_update_or_none(session, UUID(story_id))
        if story is None or story.status != StoryStatus.WITHDRAWN or story.erased_at is not None:
            return False
        if not _is_due(story, ledger.unfinished(session), at):
            return False
        marks = service.open_ledger(session, story, at)
        recordings = [part.recording_id for part in queries.recordings(session, story.story_id)]
    ledger.insist_on_copy(UUID(project_id), marks, at)
    delete_objects(_objects(project_id, story_id, recordings))
    with writing(UUID(project_id)) as session:
        service.erase(session, UUID(story_id), at)
    if is_sqlite():
        _empty_log()
    return True


def drop_other_copies(project_id: str, story_id: str) -> None:
    """Copies for listening that no row names: of a worker that died, or came second."""
    with reading(UUID(project_id)) as session:
        named = queries.playback(session, UUID(story_id))
    kept = {named.opus_key, named.aac_key, named.peaks_key} if named is not None else set()
    made = store().list(f"{folder_of(project_id, story_id)}/playback")
    delete_objects([key for key in made if key not in kept])


def _objects(project_id: object, story_id: object, recordings: Sequence[UUID]) -> list[str]:
    uploaded = [folder for one in recordings for folder in intake.folders_of(project_id, one)]
    return [key for folder in (folder_of(project_id, story_id), *uploaded) for key in store().list(folder)]


def delete_objects(keys: Iterable[str]) -> None:
    for key in keys:
        store().delete(key)


def drop_orphans() -> int:
    """Objects below the folder of a story that is erased, or is not here; answers how many."""
    with reading() as session, across_projects(session):
        projects = list(session.execute(select(Project.project_id)).scalars())
    dropped = 0
    for project_id in projects:
        found: dict[str, list[str]] = {}
        for key in store().list(f"{project_id}/stories"):
            found.setdefault(key.split("/")[2], []).append(key)
        with reading(project_id) as session:
            live = select(Story.story_id).where(col(Story.erased_at).is_(None))
            standing = {str(story_id) for story_id in session.execute(live).scalars()}
        orphans = [key for story_id, keys in found.items() if story_id not in standing for key in keys]
        delete_objects(orphans)
        dropped += len(orphans)
    return dropped


def clear_bare_rows() -> int:
    """Drop the bare rows that no room holds anything on any more, and close the ledgers of what is wholly gone; answers
    how many rows went. A room that has not finished is asked again."""
    at = clock.now()
    with reading() as session, across_projects(session):
        bare = [(row.project_id, row.story_id, row.erased_at) for row in queries.withdrawn(session) if row.erased_at]
    cleared = 0
    for project_id, story_id, erased_at in bare:
        if _clear(project_id, story_id):
            cleared += 1
        elif erased_at <= at - ASK_AGAIN_AFTER:
            with writing(project_id) as session:
                announce(session, StoryErased(project_id=project_id, story_id=story_id), actor=service.WORKER)
    _close_ledgers(at)
    return cleared


def _clear(project_id: UUID, story_id: UUID) -> bool:
    """Every other room's row points at the story's: it cannot go before them."""
    with reading(project_id) as session:
        recordings = [part.recording_id for part in queries.recordings(session, story_id)]
    delete_objects(_objects(project_id, story_id, recordings))
    if _objects(project_id, story_id, recordings):
        return False
    try:
        with writing(project_id) as session:
            session.execute(delete(Recording).where(col(Recording.story_id) == story_id))
            session.execute(delete(Story).where(col(Story.story_id) == story_id))
    except IntegrityError:
        return False
    return True


def _close_ledgers(at: datetime) -> None:
    with reading() as session, across_projects(session):
        standing = {ledger.mark("story", row.story_id).hmac for row in queries.withdrawn(session)}
        gone = ledger.unfinished(session).keys() - standing
    if gone and forget_pages():
        with writing() as session, across_projects(session):
            ledger.close(session, gone, at)


def alarm_when_late() -> None:
    with reading() as session, across_projects(session):
        since = ledger.unfinished(session).values()
    late = [began for began in since if began <= clock.now() - LATE_AFTER]
    if late:
        log.error("erasure_unfinished", stories=len(late), since=min(late).isoformat())


def forget_pages() -> bool:
    """Make the database give up what was deleted; False where a reader of older rows keeps it from that."""
    return _empty_log() if is_sqlite() else _rewrite_tables()


def _empty_log() -> bool:
    """SQLite keeps what was deleted in its log until a checkpoint empties it, which any open reader prevents."""
    connection = engine().raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout")
        (patience,) = cursor.fetchall()[0]
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy = cursor.fetchall()[0][0]
        cursor.execute(f"PRAGMA busy_timeout={patience}")
    finally:
        connection.close()
    return not is_busy


def _rewrite_tables() -> bool:
    """PostgreSQL leaves deleted words in its pages, vacuumed or not, and samples of them in its statistics: only tables
    written anew are free of them, and only once no transaction can see the old rows."""
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        now = connection.execute(text("SELECT pg_current_xact_id()::xid::text")).scalar_one()
        if connection.execute(OLDER_THAN, {"now": now}).scalar_one():
            return False
        connection.execute(text(f"SET lock_timeout = {PATIENCE_MS}"))
        try:
            for table in _about_stories():
                connection.execute(text(f'VACUUM (FULL, ANALYZE) "{table}"'))
            connection.execute(text("VACUUM FULL pg_catalog.pg_statistic"))
        except OperationalError:  # somebody is at work on it
            return False
        finally:
            connection.execute(text("RESET lock_timeout"))
    return True


def _about_stories() -> list[str]:
    tables = [table for table in ProjectRow.__subclasses__() if hasattr(table, "__table__")]
    return sorted(str(table.__tablename__) for table in tables if MARKS_OF_A_STORY & set(table.model_fields))
