# SPDX-License-Identifier: Apache-2.0
"""A reader's list, newest first. Every item passes the gate; what it costs does not depend on how deep it lies."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import and_, or_
from sqlalchemy.orm import Session
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.kit import audit
from app.publishing import gate, queries
from app.publishing.editions import Outlet, Principal, Released
from app.publishing.models import Release

SCANNED_AT_MOST: Final = 1_000
"""A page whose filters match rarely ends here, perhaps short, with a cursor to go on from."""


@dataclass(frozen=True)
class Wanted:
    """What the reader asked for; None is no wish. `q` is text, found as it stands but for case and accents."""

    project: UUID | None = None
    language: str | None = None
    kind: str | None = None
    theme: str | None = None
    q: str | None = None
    published_after: datetime | None = None
    published_before: datetime | None = None

    def matches(self, released: Released) -> bool:
        edition = released.edition
        if self.language is not None and edition.language != self.language:
            return False
        if self.kind is not None and edition.kind != self.kind:
            return False
        if self.theme is not None and self.theme not in edition.themes:
            return False
        found_in = f"{edition.title}\n{edition.summary}\n{edition.text}"
        return self.q is None or folded(self.q) in folded(found_in)


@dataclass(frozen=True)
class Page:
    """`next` is where the following page begins: the last release looked at, None at the end."""

    items: list[Released]
    next: tuple[datetime, UUID] | None


def stories_page(
    session: Session,
    principal: Principal,
    wanted: Wanted,
    *,
    before: tuple[datetime, UUID] | None,
    limit: int,
    at: datetime,
) -> Page:
    """At most `limit` stories that the gate lets this reader see now, older than `before`."""
    readers = queries.reader_ids(session, principal.principal_id)
    items: list[Released] = []
    told: list[Release] = []
    scanned, here = 0, before
    while len(items) < limit and scanned < SCANNED_AT_MOST:
        size = min(limit + 1, SCANNED_AT_MOST - scanned)
        rows = list(session.execute(_after(_standing(readers, wanted), here).limit(size)).scalars())
        scanned += len(rows)
        answers = gate.release_page(session, [row.story_id for row in rows], Outlet.PARTNER, principal, at=at)
        for row, answer in zip(rows, answers, strict=True):
            if len(items) == limit:
                return _noted(session, principal, Page(items, here), told, at)
            here = (row.published_at, row.release_id)
            if isinstance(answer, Released) and wanted.matches(answer):
                items.append(answer)
                told.append(row)
        if len(rows) < size:
            return _noted(session, principal, Page(items, None), told, at)
    return _noted(session, principal, Page(items, here), told, at)


def _standing(readers: list[UUID], wanted: Wanted) -> SelectOfScalar[Release]:
    mine = select(Release).where(col(Release.reader_id).in_(readers), col(Release.revoked_at).is_(None))
    if wanted.project is not None:
        mine = mine.where(Release.project_id == wanted.project)
    if wanted.published_after is not None:
        mine = mine.where(Release.published_at > wanted.published_after)
    if wanted.published_before is not None:
        mine = mine.where(Release.published_at < wanted.published_before)
    return mine.order_by(col(Release.published_at).desc(), col(Release.release_id).desc())


def _after(mine: SelectOfScalar[Release], here: tuple[datetime, UUID] | None) -> SelectOfScalar[Release]:
    if here is None:
        return mine
    at, release_id = here
    same = and_(col(Release.published_at) == at, col(Release.release_id) < release_id)
    return mine.where(or_(col(Release.published_at) < at, same))


def _noted(session: Session, principal: Principal, page: Page, told: Sequence[Release], at: datetime) -> Page:
    """An item says what a story is about and quotes it: whoever was sent it has read it."""
    for release in told:
        release.read_at = release.read_at or at
    for project_id in {released.edition.project_id for released in page.items}:
        audit.record(
            session,
            project_id=project_id,
            actor=str(principal.principal_id),
            action="listed_stories",
            subject=principal.principal_id,
            details={"items": len(page.items)},
        )
    return page


def folded(text: str) -> str:
    """Without case, accents and other marks, for comparing."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
