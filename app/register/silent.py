# SPDX-License-Identifier: Apache-2.0
"""Partners who were told that a story was taken back and have not confirmed it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import and_, tuple_
from sqlalchemy.orm import Session, aliased
from sqlmodel import col, select

from app.consent.models import ConsentRecord
from app.kit import paging
from app.people.access import Staff
from app.publishing.models import FeedEntry, Reader, Release
from app.publishing.releases import WITHDRAWN
from app.register.models import Chase
from app.register.schemas import UnconfirmedOut

AT_ONCE: Final = 500
Place = tuple[datetime, UUID]


def unconfirmed(session: Session, *, after: Place | None = None, limit: int = AT_ONCE) -> list[FeedEntry]:
    """Tombstones that no acknowledgement covers, oldest first; not of stories that the partner was given back since."""
    later = aliased(FeedEntry)
    of_same = and_(
        col(later.principal_id) == col(FeedEntry.principal_id), col(later.public_id) == col(FeedEntry.public_id)
    )
    since = select(later.entry_id).where(of_same, col(later.seq) > col(FeedEntry.seq))
    silent = select(FeedEntry).where(FeedEntry.type == WITHDRAWN, col(FeedEntry.acked_at).is_(None), ~since.exists())
    if after is not None:
        silent = silent.where(tuple_(col(FeedEntry.at), col(FeedEntry.entry_id)) > after)
    in_order = silent.order_by(col(FeedEntry.at), col(FeedEntry.entry_id)).limit(limit)
    return list(session.execute(in_order).scalars())


def chases(session: Session, entry_ids: Collection[UUID]) -> dict[UUID, list[Chase]]:
    """By tombstone, in the order of their stages."""
    found: dict[UUID, list[Chase]] = defaultdict(list)
    done = select(Chase).where(col(Chase.entry_id).in_(entry_ids)).order_by(col(Chase.stage))
    for chase in session.execute(done).scalars():
        found[chase.entry_id].append(chase)
    return found


def page(
    session: Session, staff: Staff, *, cursor: str | None, limit: int, at: datetime
) -> tuple[list[UnconfirmedOut], str | None]:
    """The longest silent first."""
    place: Place | None = None
    if cursor is not None:
        when, entry_id = paging.unseal(f"unconfirmed:{staff.person_id}", cursor)
        place = datetime.fromtimestamp(when / 1000, UTC), UUID(entry_id)
    found = unconfirmed(session, after=place, limit=limit + 1)
    shown = found[:limit]
    following = None
    if len(found) > limit:
        last = shown[-1]
        following = paging.seal(
            f"unconfirmed:{staff.person_id}", [round(last.at.timestamp() * 1000), str(last.entry_id)]
        )
    return _rows(session, shown, at), following


def _rows(session: Session, entries: Sequence[FeedEntry], at: datetime) -> list[UnconfirmedOut]:
    done = chases(session, [entry.entry_id for entry in entries])
    theirs = select(Reader).where(col(Reader.principal_id).in_([entry.principal_id for entry in entries]))
    readers = {(one.project_id, one.principal_id): one for one in session.execute(theirs).scalars()}
    records = _records(session, [entry.public_id for entry in entries])
    rows = []
    for entry in entries:
        reader, last = readers.get((entry.project_id, entry.principal_id)), done[entry.entry_id][-1:]
        rows.append(
            UnconfirmedOut(
                entry_id=entry.entry_id,
                project_id=entry.project_id,
                partner=reader.name if reader else "",
                told_at=entry.at,
                days=max(0, (at - entry.at).days),
                stage=last[0].stage if last else None,
                chased_at=last[0].at if last else None,
                agreement_ended=reader is None or reader.closed_at is not None,
                record_ids=records[entry.public_id],
            )
        )
    return rows


def _records(session: Session, public_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """Whose consent each release stood on, while the story is not erased."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    on = select(Release.public_id, ConsentRecord.record_id).join(
        ConsentRecord, col(ConsentRecord.story_id) == col(Release.story_id)
    )
    for public_id, record_id in session.execute(on.where(col(Release.public_id).in_(public_ids))):
        found[public_id].append(record_id)
    return found
