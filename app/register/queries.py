# SPDX-License-Identifier: Apache-2.0
"""The register's rows: consent, and who holds what it let out. Never a word of a story, never a name of who told it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import or_, tuple_
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries as consent
from app.consent.models import ConsentEvent, ConsentForm, ConsentParty, ConsentReceipt, ConsentRecord, Purpose
from app.consent.rules import GUARDIAN, ParticipantTerms, gives, team_may_read
from app.kit import moments, paging
from app.people.access import Staff
from app.people.models import Role
from app.projects.models import Project
from app.publishing.models import FeedEntry, Reader, Release
from app.register import rules
from app.register.rules import State, Told
from app.register.schemas import FormOut, HolderOut, PurposeOut, RecordOut
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story

AT_ONCE: Final = 200
"""Records that are looked at together."""
LOOKED_AT: Final = 2_000
"""At most so many for one page, however few of them fit: a page may be short and still have a next one."""
SHUT: Final = frozenset({StoryStatus.AWAITING_RECORDING, StoryStatus.WITHDRAWN})
OVER: Final = frozenset({State.UNDO, State.WITHDRAWN})
Place = tuple[datetime, UUID]


@dataclass(frozen=True)
class Wanted:
    """Filters of the register, as its address names them. `find` is an id from a receipt, a record or a story."""

    project: UUID | None = None
    purpose: str | None = None
    state: State | None = None
    form: UUID | None = None
    expires_before: datetime | None = None
    find: UUID | None = None


@dataclass(frozen=True)
class StoryFacts:
    """Where a story stands, without its words."""

    status: str
    kind: str
    medium: str


def page(
    session: Session, wanted: Wanted, staff: Staff, *, cursor: str | None, limit: int, at: datetime
) -> tuple[list[RecordOut], str | None]:
    """Records that fit, newest first, and where the next page begins."""
    place = _unsealed(staff, cursor) if cursor is not None else None
    found: list[RecordOut] = []
    looked = 0
    while records := after(session, wanted, place):
        for record, row in zip(records, rows_of(session, records, staff, at=at), strict=True):
            if len(found) == limit or looked == LOOKED_AT:
                assert place is not None
                return found, _sealed(staff, place)
            place, looked = place_of(record), looked + 1
            if fits(row, wanted):
                found.append(row)
    return found, None


def place_of(record: ConsentRecord) -> Place:
    return record.server_time, record.record_id


def after(session: Session, wanted: Wanted, place: Place | None) -> list[ConsentRecord]:
    """The next records by what the database can tell; whether one `fits` takes a look at it."""
    sought = select(ConsentRecord)
    if wanted.project is not None:
        sought = sought.where(ConsentRecord.project_id == wanted.project)
    if wanted.form is not None:
        sought = sought.where(ConsentRecord.form_version_id == wanted.form)
    if wanted.find is not None:
        on_receipt = select(ConsentReceipt.record_id).where(ConsentReceipt.receipt_id == wanted.find)
        named = (ConsentRecord.record_id, ConsentRecord.participant_id, ConsentRecord.story_id)
        is_named = [col(column) == wanted.find for column in named]
        sought = sought.where(or_(*is_named, col(ConsentRecord.record_id).in_(on_receipt)))
    if place is not None:
        sought = sought.where(tuple_(col(ConsentRecord.server_time), col(ConsentRecord.record_id)) < place)
    newest = sought.order_by(col(ConsentRecord.server_time).desc(), col(ConsentRecord.record_id).desc())
    return list(session.execute(newest.limit(AT_ONCE)).scalars())


def fits(row: RecordOut, wanted: Wanted) -> bool:
    """A purpose fits where it is allowed now; an end, while the consent is not taken back."""
    if wanted.state is not None and row.state != wanted.state:
        return False
    if wanted.purpose is not None and not any(
        one.purpose == wanted.purpose and one.choice == "given" for one in row.purposes
    ):
        return False
    if wanted.expires_before is None:
        return True
    return row.state not in OVER and row.ends_at is not None and row.ends_at < wanted.expires_before


def rows_of(session: Session, records: Sequence[ConsentRecord], staff: Staff, *, at: datetime) -> list[RecordOut]:
    """How each stands now, in the order given."""
    at = moments.latest(session, at)
    ids, story_ids = [one.record_id for one in records], {one.story_id for one in records}
    events, guarded, facts = events_of(session, ids), _guarded(session, ids), _facts(session, story_ids)
    forms = forms_of(session, {one.form_version_id for one in records}, at=at)
    voices, holders = consent.terms_for(session, story_ids, at=at), holders_of(session, story_ids)
    terms = {voice.record_id: voice for told in voices.values() for voice in told}
    days = _undo_days(session)
    return [
        _row(
            record,
            terms[record.record_id],
            events[record.record_id],
            forms[record.form_version_id],
            facts[record.story_id],
            holders[record.story_id],
            has_guardian=record.record_id in guarded,
            may_open=facts[record.story_id].status not in SHUT
            and team_may_read(voices[record.story_id])
            and staff.holds(record.project_id, Role.FACILITATOR),
            undo_until=rules.undo_end([_told(one) for one in events[record.record_id]], days[record.project_id]),
            at=at,
        )
        for record in records
    ]


def _row(
    record: ConsentRecord,
    terms: ParticipantTerms,
    events: Sequence[ConsentEvent],
    form: FormOut,
    facts: StoryFacts,
    holders: list[HolderOut],
    *,
    has_guardian: bool,
    may_open: bool,
    undo_until: datetime | None,
    at: datetime,
) -> RecordOut:
    last = events[-1]
    state = rules.state_of(terms, [_told(one) for one in events], undo_until, at)
    return RecordOut(
        record_id=record.record_id,
        project_id=record.project_id,
        participant_id=record.participant_id,
        story_id=record.story_id,
        story_status=facts.status,
        kind=facts.kind,
        medium=facts.medium,
        may_open=may_open,
        role=record.role,
        form=form,
        language=record.language,
        method=record.method,
        basis=record.capacity_basis,
        has_guardian=has_guardian,
        given_at=record.server_time,
        signed_on=record.signed_on.isoformat() if record.signed_on else None,
        state=state,
        undo_until=undo_until if state == State.UNDO else None,
        embargo_until=terms.embargo_until,
        ends_at=rules.first_end(terms),
        last_event=last.type,
        last_actor=last.actor_kind,
        last_at=last.at,
        purposes=_purposes(terms),
        is_released=any(one.until is None for one in holders),
        holders=holders,
    )


def _purposes(terms: ParticipantTerms) -> list[PurposeOut]:
    """In the form's order."""
    asked = [*(key for key in terms.purposes_meta if key in terms.choices)]
    asked += [key for key in terms.choices if key not in terms.purposes_meta]
    return [
        PurposeOut(
            purpose=key,
            choice="given" if gives(terms, key) else "refused",
            facets=rules.impersonal(terms.facets.get(key, {})) if gives(terms, key) else {},
            ends_at=rules.end_of(terms, key) if gives(terms, key) else None,
        )
        for key in asked
    ]


def _told(event: ConsentEvent) -> Told:
    return Told(event.type, event.at, event.choices, event.facets)


def events_of(session: Session, record_ids: Collection[UUID]) -> dict[UUID, list[ConsentEvent]]:
    """Every word of each record, oldest first."""
    found: dict[UUID, list[ConsentEvent]] = defaultdict(list)
    told = select(ConsentEvent).where(col(ConsentEvent.record_id).in_(record_ids)).order_by(col(ConsentEvent.seq))
    for event in session.execute(told).scalars():
        found[event.record_id].append(event)
    return found


def _guarded(session: Session, record_ids: Collection[UUID]) -> set[UUID]:
    party = select(ConsentParty.record_id).where(col(ConsentParty.record_id).in_(record_ids))
    return set(session.execute(party.where(ConsentParty.role == GUARDIAN)).scalars())


def _facts(session: Session, story_ids: Collection[UUID]) -> dict[UUID, StoryFacts]:
    told = select(Story.story_id, Story.status, Story.kind, Story.medium).where(col(Story.story_id).in_(story_ids))
    return {story_id: StoryFacts(status, kind, medium) for story_id, status, kind, medium in session.execute(told)}


def _undo_days(session: Session) -> dict[UUID, int]:
    return {row[0]: row[1] for row in session.execute(select(Project.project_id, Project.undo_days))}


def forms_of(session: Session, form_version_ids: Collection[UUID], *, at: datetime) -> dict[UUID, FormOut]:
    sought = select(ConsentForm).where(col(ConsentForm.form_version_id).in_(form_version_ids))
    return {form.form_version_id: _form(form, at) for form in session.execute(sought).scalars()}


def all_forms(session: Session, *, at: datetime) -> list[FormOut]:
    """Every version that somebody may have answered, the newest first."""
    used = select(ConsentForm).where(ConsentForm.status != "draft")
    newest = used.order_by(col(ConsentForm.created_at).desc(), col(ConsentForm.version).desc())
    return [_form(form, at) for form in session.execute(newest).scalars()]


def _form(form: ConsentForm, at: datetime) -> FormOut:
    return FormOut(
        form_version_id=form.form_version_id,
        form_id=form.form_id,
        project_id=form.project_id,
        version=form.version,
        status=consent.form_status(form, at),
    )


def all_purposes(session: Session) -> list[str]:
    """Every question that any form asks, in the forms' order."""
    asked = select(Purpose.key, Purpose.position).order_by(col(Purpose.position), col(Purpose.key))
    return list(dict.fromkeys(key for key, _ in session.execute(asked)))


def holders_of(session: Session, story_ids: Collection[UUID]) -> dict[UUID, list[HolderOut]]:
    """Everybody who has or had each story, the first to get it first."""
    had = select(Release, Reader).join(Reader, col(Reader.reader_id) == col(Release.reader_id))
    rows = session.execute(had.where(col(Release.story_id).in_(story_ids)).order_by(col(Release.published_at))).all()
    told = select(FeedEntry).where(col(FeedEntry.public_id).in_([release.public_id for release, _ in rows]))
    in_order = session.execute(told.order_by(col(FeedEntry.seq))).scalars()
    newest = {(entry.principal_id, entry.public_id): entry for entry in in_order}
    found: dict[UUID, list[HolderOut]] = defaultdict(list)
    for release, reader in rows:
        entry = newest.get((reader.principal_id, release.public_id))
        found[release.story_id].append(
            HolderOut(
                name=reader.name,
                form=release.form,
                since=release.published_at,
                until=release.revoked_at,
                read_at=release.read_at,
                confirmed_at=entry.acked_at if entry else None,
            )
        )
    return found


def each(
    session: Session, wanted: Wanted, staff: Staff, place: Place | None, *, at: datetime
) -> tuple[list[RecordOut], Place | None]:
    """The next handful, for who reads all of them, and where it ends; None once there are no more."""
    records = after(session, wanted, place)
    rows = [row for row in rows_of(session, records, staff, at=at) if fits(row, wanted)] if records else []
    return rows, place_of(records[-1]) if records else None


def _unsealed(staff: Staff, cursor: str) -> Place:
    when, record_id = paging.unseal(f"register:{staff.person_id}", cursor)
    return datetime.fromtimestamp(when / 1000, UTC), UUID(record_id)


def _sealed(staff: Staff, place: Place) -> str:
    return paging.seal(f"register:{staff.person_id}", [round(place[0].timestamp() * 1000), str(place[1])])
