# SPDX-License-Identifier: Apache-2.0
"""The daybook held against the database: whatever a crash or a full disk kept out of it is added."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import chain, objections
from app.consent.models import ChildObjection, ConsentEvent
from app.kit import daybook
from app.kit.db import across_projects, reading
from app.publishing import releases
from app.publishing.models import FeedEntry
from app.stories import ledger
from app.stories.models import ErasureLedger


def mend() -> int:
    """Answers how many lines were missing."""
    with reading() as session, across_projects(session):
        missing = list(_missing(session, daybook.read(daybook.home()) if daybook.stands() else []))
    if missing:
        daybook.keep(missing)
    return len(missing)


def _missing(session: Session, lines: Iterable[daybook.Line]) -> Iterator[dict[str, Any]]:
    kept = list(lines)
    yield from _marks(session, kept)
    yield from _said(session, kept)
    yield from _objections(session, kept)
    yield from _told(session, kept)


def _marks(session: Session, kept: Sequence[daybook.Line]) -> Iterator[dict[str, Any]]:
    known = {told[1] for line in kept if line["what"] == ledger.ERASED for told in line["marks"]}
    for row in session.execute(select(ErasureLedger).order_by(col(ErasureLedger.erased_at))).scalars():
        if row.hmac not in known:
            yield ledger.line_of(row.project_id, [ledger.Mark(row.kind, row.hmac)], row.erased_at)


def _said(session: Session, kept: Sequence[daybook.Line]) -> Iterator[dict[str, Any]]:
    known = {(line["record"], line["seq"]) for line in kept if line["what"] == chain.SAID}
    later = select(ConsentEvent).where(ConsentEvent.type != chain.GIVEN)
    in_order = later.order_by(col(ConsentEvent.at), col(ConsentEvent.seq))
    for event in session.execute(in_order.execution_options(yield_per=500)).scalars():
        if (daybook.mark("record", event.record_id), event.seq) not in known:
            yield chain.line_of(event)


def _objections(session: Session, kept: Sequence[daybook.Line]) -> Iterator[dict[str, Any]]:
    known = {(line["record"], line["seq"]) for line in kept if line["what"] == objections.SAID}
    for word in session.execute(select(ChildObjection).order_by(col(ChildObjection.at))).scalars():
        if (daybook.mark("record", word.record_id), word.seq) not in known:
            yield objections.line_of(word)


def _told(session: Session, kept: Sequence[daybook.Line]) -> Iterator[dict[str, Any]]:
    known = {(line["principal"], line["seq"]) for line in kept if line["what"] == releases.TOLD}
    for entry in session.execute(select(FeedEntry).order_by(col(FeedEntry.seq))).scalars():
        if (str(entry.principal_id), entry.seq) not in known:
            yield releases.line_of(entry)
