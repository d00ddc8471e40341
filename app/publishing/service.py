# SPDX-License-Identifier: Apache-2.0
"""The room's verbs, one name each, whichever page they stand on."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit import audit
from app.publishing import gate, queries
from app.publishing.decisions import ask_proof, decide, heard, obstacles, readership, sign_off
from app.publishing.editions import Outlet, Principal, Refused, Released
from app.publishing.errors import StoryNotShared, StoryTakenBack
from app.publishing.feed import poll
from app.publishing.lifecycle import EditionStatus
from app.publishing.listing import Page, Wanted, stories_page
from app.publishing.models import EditionRow, Heard, Release, SignOff
from app.publishing.proofs import close_render, open_render, render
from app.publishing.readers import close_reader, open_reader
from app.publishing.releases import acknowledge, reconcile, release, retract

__all__ = [
    "Page",
    "Wanted",
    "acknowledge",
    "ask_proof",
    "close_reader",
    "close_render",
    "decide",
    "erase",
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


def erase(session: Session, story_id: UUID) -> None:
    """Every word, name and listening of this story; what its readers were told, by ids of their own, stays."""
    ids = select(EditionRow.edition_id).where(EditionRow.story_id == story_id)
    session.execute(delete(Heard).where(col(Heard.edition_id).in_(ids)))
    for table in (SignOff, Release, EditionRow):
        session.execute(delete(table).where(col(table.story_id) == story_id))
