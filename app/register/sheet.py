# SPDX-License-Identifier: Apache-2.0
"""The register as a sheet: the same rows, a handful at a time, in cells that no spreadsheet takes for a formula.

It leaves the house in somebody's hands: a story is named by a mark made here, since its own id tells when it was
recorded, and nobody who told one is named at all.
"""

import csv
import hashlib
import hmac
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from app.kit.db import reading
from app.kit.keys import derive
from app.kit.shapes import told_instant
from app.people.access import Staff
from app.register import queries
from app.register.queries import Wanted
from app.register.schemas import PurposeOut, RecordOut

MARK: Final = "\ufeff"
"""Spreadsheets read UTF-8 as such only after it."""
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The last four are the same signs at full width, which some spreadsheets read alike."""
COLUMNS: Final = (
    "project", "record_id", "story", "kind", "story_status", "role", "form_version", "language", "method", "basis",
    "guardian", "given_at", "signed_on", "state", "last_event", "last_actor", "last_at", "undo_until", "embargo_until",
    "ends_at", "released", "held_by", "had_by", "unconfirmed_by",
)  # fmt: skip


def safe(cell: str) -> str:
    """A cell that stays what it says: an apostrophe before what a spreadsheet would work out."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def lines(wanted: Wanted, staff: Staff, projects: Mapping[UUID, str], *, at: datetime) -> Iterator[str]:
    """Head and rows. Sessions of its own, one for each handful, so that a slow reader holds none."""
    with reading(*staff.projects) as session:
        purposes = queries.all_purposes(session)
    yield MARK + _line([*COLUMNS, *purposes])
    place: queries.Place | None = None
    while True:
        with reading(*staff.projects) as session:
            rows, place = queries.each(session, wanted, staff, place, at=at)
        yield "".join(_line(_cells(row, projects, purposes)) for row in rows)
        if place is None:
            return


def story_mark(story_id: UUID) -> str:
    """The same for every voice in a story, and tells nothing of it."""
    return hmac.new(derive("register story"), story_id.bytes, hashlib.sha256).hexdigest()[:12]


def _line(cells: Sequence[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([safe(cell) for cell in cells])
    return written.getvalue()


def _cells(row: RecordOut, projects: Mapping[UUID, str], purposes: Sequence[str]) -> list[str]:
    answers = {one.purpose: one for one in row.purposes}
    holders = [(one, one.name) for one in row.holders]
    return [
        projects.get(row.project_id, ""),
        str(row.record_id),
        story_mark(row.story_id),
        row.kind,
        row.story_status,
        row.role,
        str(row.form.version),
        row.language,
        row.method,
        row.basis,
        _yes(row.has_guardian),
        told_instant(row.given_at),
        row.signed_on or "",
        row.state,
        row.last_event,
        row.last_actor,
        told_instant(row.last_at),
        _instant(row.undo_until),
        _instant(row.embargo_until),
        _instant(row.ends_at),
        _yes(row.is_released),
        _joined([name for one, name in holders if one.until is None]),
        _joined([name for one, name in holders if one.until is not None]),
        _joined([name for one, name in holders if one.until is not None and one.confirmed_at is None]),
        *(_answer(answers.get(purpose)) for purpose in purposes),
    ]


def _answer(told: PurposeOut | None) -> str:
    if told is None:
        return ""
    facets = [f"{name}={_value(value)}" for name, value in sorted(told.facets.items())]
    return _joined([told.choice, *facets, *([f"until={told_instant(told.ends_at)}"] if told.ends_at else [])])


def _value(value: object) -> str:
    return "|".join(str(one) for one in value) if isinstance(value, list) else str(value)


def _joined(parts: Sequence[str]) -> str:
    return "; ".join(parts)


def _instant(moment: datetime | None) -> str:
    return told_instant(moment) if moment is not None else ""


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
