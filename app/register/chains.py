# SPDX-License-Identifier: Apache-2.0
"""Whether anybody has changed what was written down: the audit's chain, and each consent record's own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent.chain import hash_of
from app.consent.models import ConsentEvent, ConsentRecord
from app.kit import audit
from app.kit.audit import GENESIS, AuditEntry

ACTS: Final = (
    "ConsentGiven",
    "ConsentNarrowed",
    "ConsentWidened",
    "ConsentEmbargoed",
    "ConsentWithdrawn",
    "ConsentUndone",
)
"""What the audit calls events whose like may have been taken out of every record."""


@dataclass(frozen=True)
class Verdict:
    """`broken_records`: whose events do not follow from each other, or are fewer than the audit knows of."""

    chain: audit.Chain
    records: int
    broken_records: Sequence[UUID]

    @property
    def is_unbroken(self) -> bool:
        return self.chain.broken_at is None and not self.broken_records


def verify(session: Session, project_id: UUID, *, known: Mapping[int, str] | None = None) -> Verdict:
    """Every entry and every event of the project. `known` as in `audit.look_through`."""
    told = select(ConsentEvent).where(ConsentEvent.project_id == project_id)
    in_order = told.order_by(col(ConsentEvent.record_id), col(ConsentEvent.seq)).execution_options(yield_per=1_000)
    counted: dict[str, Counter[str]] = {}
    broken = set()
    for record_id, chain in groupby(session.execute(in_order).scalars(), key=lambda event: event.record_id):
        events = list(chain)
        counted[str(record_id)] = Counter(f"Consent{event.type.title()}" for event in events)
        if not is_chain(events):
            broken.add(record_id)
    records = session.execute(select(ConsentRecord.record_id).where(ConsentRecord.project_id == project_id)).scalars()
    standing = {str(record_id): record_id for record_id in records}
    broken |= {standing[subject] for subject in _with_events_lost(session, project_id, counted) & standing.keys()}
    chain_of_acts = audit.look_through(session, project_id, known=known)
    return Verdict(chain_of_acts, len(standing), sorted(broken))


def is_chain(events: Iterable[ConsentEvent]) -> bool:
    """Whether one record's events, oldest first, each follow from the one before; there is at least the first."""
    before = GENESIS
    for number, event in enumerate(events, start=1):
        if event.seq != number or event.prev_hash != before or event.hash != hash_of(event):
            return False
        before = event.hash
    return before != GENESIS


def _with_events_lost(session: Session, project_id: UUID, counted: Mapping[str, Counter[str]]) -> set[str]:
    """Records of which the audit knows more events than are there: the end of a chain can be cut off, and what is left
    still hangs together."""
    acts = {*ACTS, *(act for kinds in counted.values() for act in kinds)}
    written = select(AuditEntry.subject, AuditEntry.action, func.count()).where(
        AuditEntry.project_id == project_id, col(AuditEntry.action).in_(acts)
    )
    rows = session.execute(written.group_by(col(AuditEntry.subject), col(AuditEntry.action)))
    return {subject for subject, act, number in rows if number > counted.get(subject, Counter())[act]}
