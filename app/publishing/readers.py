# SPDX-License-Identifier: Apache-2.0
"""Whom publishing has been told of: partners with an agreement."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit.ids import new_id
from app.publishing import releases
from app.publishing.models import EditionRow, Reader
from app.stories import queries as stories


def open_reader(
    session: Session, project_id: UUID, principal_id: UUID, name: str, audience: str, *, at: datetime
) -> None:
    """From now on this partner is a recipient; what consent already allows them they get at once."""
    reader = _find(session, project_id, principal_id)
    if reader is None:
        reader = Reader(
            project_id=project_id,
            reader_id=new_id(),
            principal_id=principal_id,
            name=name,
            audience=audience,
            opened_at=at,
        )
        session.add(reader)
    reader.name, reader.audience, reader.closed_at = name, audience, None
    session.flush()
    _reconcile_all(session, project_id, at)


def close_reader(session: Session, project_id: UUID, principal_id: UUID, *, at: datetime) -> None:
    """The agreement is over: everything this partner had is gone from their list, with a tombstone each."""
    reader = _find(session, project_id, principal_id)
    if reader is None or reader.closed_at is not None:
        return
    reader.closed_at = at
    session.flush()
    _reconcile_all(session, project_id, at)


def _find(session: Session, project_id: UUID, principal_id: UUID) -> Reader | None:
    mine = select(Reader).where(Reader.project_id == project_id, Reader.principal_id == principal_id)
    return session.execute(mine).scalar_one_or_none()


def _reconcile_all(session: Session, project_id: UUID, at: datetime) -> None:
    current = select(EditionRow.story_id).where(EditionRow.project_id == project_id, EditionRow.status == "current")
    story_ids = session.execute(current.order_by(col(EditionRow.released_at))).scalars().all()
    for story_id in sorted(story_ids):
        stories.story_for_update(session, story_id)
    for story_id in story_ids:
        releases.reconcile(session, story_id, at)
