# SPDX-License-Identifier: Apache-2.0
"""One record, with every word that was said about it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries as consent
from app.consent.documents import issued
from app.consent.models import ConsentForm, ConsentParty
from app.people.access import Staff
from app.register import queries, rules
from app.register.chains import is_chain
from app.register.schemas import EventOut, PartyOut, ReceiptOut, RecordDetailOut


def read(session: Session, record_id: UUID, staff: Staff, *, at: datetime) -> RecordDetailOut:
    """Raises 404 for none of the session's projects, and once its story is erased."""
    record = consent.get_record(session, record_id)
    [row] = queries.rows_of(session, [record], staff, at=at)
    events = consent.events_of(session, record_id)
    given_on = select(ConsentForm.controller).where(ConsentForm.form_version_id == record.form_version_id)
    asked = select(ConsentParty).where(ConsentParty.record_id == record_id).order_by(col(ConsentParty.given_at))
    return RecordDetailOut(
        record=row,
        controller=session.execute(given_on).scalar_one(),
        device_time=record.device_time,
        device_time_doubtful=record.device_time_doubtful,
        events=[
            EventOut(
                type=one.type,
                at=one.at,
                actor_kind=one.actor_kind,
                reason_code=one.reason_code,
                choices=one.choices,
                facets={purpose: rules.impersonal(facets) for purpose, facets in one.facets.items()},
                embargo_until=one.embargo_until,
                hidden=one.hidden,
            )
            for one in events
        ],
        parties=[
            PartyOut(role=one.role, relation=one.relation, choices=one.choices, given_at=one.given_at)
            for one in session.execute(asked).scalars()
        ],
        receipts=[ReceiptOut(receipt_id=one.receipt_id, issued_at=one.issued_at) for one in issued(session, record_id)],
        is_unbroken=is_chain(events),
    )
