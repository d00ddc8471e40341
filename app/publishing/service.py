# SPDX-License-Identifier: Apache-2.0
"""The room's verbs, one name each, whichever page they stand on."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries as consent
from app.kit import audit
from app.publishing import gate, queries
from app.publishing.decisions import ask_proof, decide, heard, obstacles, readership, sign_off
from app.publishing.editions import Outlet, Principal, Refused, Released
from app.publishing.errors import StoryNotShared, StoryTakenBack
from app.publishing.feed import poll
from app.publishing.lifecycle import LIVE, EditionStatus
from app.publishing.listing import Page, Wanted, stories_page
from app.publishing.models import EditionRow, Heard, Release, SignOff
from app.publishing.proofs import close_render, open_render, render
from app.publishing.readers import close_reader, open_reader
from app.publishing.releases import acknowledge, reconcile, release, retract, withdraw_edition
from app.stories import queries as stories
from app.stories.queries import story_for_update

__all__ = [
    "Page",
    "Wanted",
    "acknowledge",
    "ask_proof",
    "close_reader",
    "close_render",
    "decide",
    "drop_release",
    "erase",
    "forget_before",
    "forget_sounds",
    "heard",
    "obstacles",
    "open_reader",
    "open_render",
    "poll",
    "read",
    "readership",
    "reconcile",
    "release",
    "render",
    "retract",
    "sign_off",
    "spent_sounds",
    "stories_page",
    "story_for_update",
]


def read(session: Session, public_id: UUID, principal: Principal, action: str, *, at: datetime) -> Released:
    """One story for one reader, through the gate and written down.

    Raises 410 `story-withdrawn` for who had it, 404 for who never did.
    """
    answer = gate.release_public(session, public_id, Outlet.PARTNER, principal, at=at)
    if isinstance(answer, Refused):
        raise StoryTakenBack if answer.shown_as == gate.GONE else StoryNotShared
    row = queries.release_by_public_id(session, public_id, principal.principal_id)
    assert row is not None
    row.read_at = row.read_at or at
    audit.record(
        session,
        project_id=row.project_id,
        actor=str(principal.principal_id),
        action=action,
        subject=row.story_id,
        details={"version": row.version},
    )
    return answer


def spent_sounds(session: Session, story_id: UUID | str) -> list[str]:
    """Object keys of renditions that may never leave again."""
    spent = (EditionStatus.SUPERSEDED, EditionStatus.RETRACTED)
    mine = select(EditionRow).where(EditionRow.story_id == UUID(str(story_id)), col(EditionRow.status).in_(spent))
    return [key for row in session.execute(mine).scalars() for key in _keys(row)]


def forget_sounds(session: Session, story_id: UUID | str, keys: Iterable[str]) -> None:
    """Drop what pointed at objects that are gone."""
    gone = set(keys)
    for row in session.execute(select(EditionRow).where(EditionRow.story_id == UUID(str(story_id)))).scalars():
        if gone.intersection(_keys(row)):
            row.opus_key = row.aac_key = row.peaks_key = None


def _keys(row: EditionRow) -> list[str]:
    return [key for key in (row.opus_key, row.aac_key, row.peaks_key) if key is not None]


def erase(session: Session, story_id: UUID) -> list[tuple[UUID, UUID]]:
    """Every word, name and listening of this story; what its readers were told, by ids of their own, stays.

    Answers the releases, as (project, public id), whose bare rows wait for `drop_release`.
    """
    ids = select(EditionRow.edition_id).where(EditionRow.story_id == story_id)
    session.execute(delete(Heard).where(col(Heard.edition_id).in_(ids)))
    session.execute(delete(SignOff).where(col(SignOff.story_id) == story_id))
    for row in session.execute(select(EditionRow).where(EditionRow.story_id == story_id)).scalars():
        _empty(row)
    session.flush()
    _drop_editions(session, story_id)
    left = select(Release.project_id, Release.public_id).where(Release.story_id == story_id)
    return [(row[0], row[1]) for row in session.execute(left)]


def forget_before(session: Session, story_id: UUID, epoch: int, at: datetime) -> None:
    """Everything that was made of this story before a voice was cut out of it: words, sound, listening, and what that
    voice answered. None of it returns; what readers were told stays."""
    for row in queries.editions_before(session, story_id, epoch):
        if row.status in LIVE:
            withdraw_edition(row, at)
        session.execute(delete(Heard).where(col(Heard.edition_id) == row.edition_id))
        _empty(row)
    standing = [record.record_id for record in consent.records_of(session, story_id)]
    session.execute(delete(SignOff).where(col(SignOff.story_id) == story_id, col(SignOff.record_id).not_in(standing)))
    session.flush()
    reconcile(session, story_id, at)


def _empty(row: EditionRow) -> None:
    row.content, row.to_hear, row.inputs_sha256, row.sha256 = {}, [], "", None
    row.opus_key = row.opus_sha256 = row.aac_key = row.aac_sha256 = row.peaks_key = row.duration_ms = None


def drop_release(session: Session, public_id: UUID) -> None:
    """Nobody keeps anything about this erased release any more. Changes nothing for one whose story stands."""
    row = session.execute(select(Release).where(Release.public_id == public_id)).scalar_one_or_none()
    if row is None or not stories.is_erased(session, row.story_id):
        return
    story_id = row.story_id
    session.delete(row)
    session.flush()
    _drop_editions(session, story_id)


def _drop_editions(session: Session, story_id: UUID) -> None:
    """Those that no release points at."""
    held = select(Release.edition_id).where(Release.story_id == story_id)
    mine = delete(EditionRow).where(col(EditionRow.story_id) == story_id)
    session.execute(mine.where(col(EditionRow.edition_id).not_in(held)))


def without_release(session: Session, public_ids: Collection[UUID]) -> set[UUID]:
    """Which of them stand for nothing any more."""
    known = select(Release.public_id).where(col(Release.public_id).in_(public_ids))
    return set(public_ids) - set(session.execute(known).scalars())
