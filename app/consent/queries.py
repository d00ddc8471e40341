# SPDX-License-Identifier: Apache-2.0
"""What people allow now: a fold over what they said."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import allowed, rules
from app.consent.errors import ConsentFormRetired
from app.consent.lifecycle import FormStatus
from app.consent.models import (
    ConsentEpoch,
    ConsentEvent,
    ConsentForm,
    ConsentFormText,
    ConsentParty,
    ConsentRecord,
    Purpose,
)
from app.consent.rules import ParticipantTerms, PurposeMeta
from app.consent.versions import FormVersion
from app.kit import clock
from app.kit.errors import NotFound
from app.projects.queries import get_project

Metas = Mapping[str, PurposeMeta]
URGENT: Final = "urgent"
STORYTELLER: Final = "storyteller"
ALTERED: Final = "altered"


def terms_of(session: Session, story_id: UUID, *, at: datetime | None = None) -> list[ParticipantTerms]:
    """What each voice in the story allows now, in the order their records were made."""
    return terms_for(session, [story_id], at=at)[story_id]


def terms_for(
    session: Session, story_ids: Collection[UUID], *, at: datetime | None = None
) -> dict[UUID, list[ParticipantTerms]]:
    """The same for many stories at once; a story without consent has an empty list."""
    found: dict[UUID, list[ParticipantTerms]] = {story_id: [] for story_id in story_ids}
    sought = select(ConsentRecord).where(col(ConsentRecord.story_id).in_(story_ids))
    records = list(session.execute(sought.order_by(col(ConsentRecord.record_id))).scalars())
    if not records:
        return found
    events = latest_events(session, [record.record_id for record in records])
    parties = _parties(session, [record.record_id for record in records])
    form_ids = {record.form_version_id for record in records}
    versions = versions_of(session, form_ids)
    metas = {form_id: _metas(version) for form_id, version in versions.items()}
    altered = {form_id for form_id, version in versions.items() if not version.is_whole()}
    for record in records:
        version = versions[record.form_version_id]
        standing = _standing(version, record.text_sha256, at or clock.now())
        status = ALTERED if record.form_version_id in altered else standing
        event = events[record.record_id]
        told = _terms(record, event, parties[record.record_id], status, metas[record.form_version_id])
        found[record.story_id].append(told)
    return found


def _terms(
    record: ConsentRecord, event: ConsentEvent, parties: Sequence[ConsentParty], form_status: str, metas: Metas
) -> ParticipantTerms:
    choices = rules.with_guardians(event.choices, [party.choices for party in parties])
    return ParticipantTerms(
        record_id=record.record_id,
        participant_id=record.participant_id,
        role=record.role,
        choices=choices,
        facets=rules.with_defaults(choices, event.facets, metas),
        embargo_until=event.embargo_until,
        hidden=event.hidden,
        withdrawn=event.type == rules.WITHDRAWN,
        form_status=form_status,
        basis=record.capacity_basis,
        guardian_ok=record.capacity_basis != rules.GUARDIAN_BASIS or bool(parties),
        wants_sign_off=record.wants_sign_off,
        given_at=record.server_time,
        purposes_meta=metas,
    )


def _standing(version: FormVersion, text_sha256: str, at: datetime) -> str:
    untranslated = {text.sha256 for text in version.texts.values() if text.needs_translation}
    return "untranslated" if text_sha256 in untranslated else form_status(version.form, at)


def form_status(form: ConsentForm, at: datetime) -> str:
    if form.status != FormStatus.RETIRED:
        return form.status
    return "retired-in-grace" if form.grace_until is not None and at < form.grace_until else "retired"


def latest_events(session: Session, record_ids: Collection[UUID]) -> dict[UUID, ConsentEvent]:
    """The last word of each record."""
    told = select(ConsentEvent).where(col(ConsentEvent.record_id).in_(record_ids)).order_by(col(ConsentEvent.seq))
    return {event.record_id: event for event in session.execute(told).scalars()}


def events_of(session: Session, record_id: UUID) -> list[ConsentEvent]:
    """Oldest first."""
    told = select(ConsentEvent).where(ConsentEvent.record_id == record_id).order_by(col(ConsentEvent.seq))
    return list(session.execute(told).scalars())


def tellers(session: Session, story_id: UUID) -> list[ConsentEvent]:
    """The last word of each storyteller; where nobody is called one, of each voice."""
    records = records_of(session, story_id)
    telling = [record for record in records if record.role == STORYTELLER] or records
    newest = latest_events(session, [record.record_id for record in telling])
    return [newest[record.record_id] for record in telling]


def undo_until(session: Session, record_id: UUID) -> datetime | None:
    """Until when this voice may bring back what it took back whole; None where it has not. Nobody else's word moves
    it, and asking again does not."""
    last = None
    for event in reversed(events_of(session, record_id)):
        if event.type != rules.WITHDRAWN:
            break
        last = event
    if last is None:
        return None
    return last.at + timedelta(days=get_project(session, last.project_id).undo_days)


def guardians_of(session: Session, record_id: UUID) -> list[Mapping[str, str]]:
    """What each guardian of this voice answered."""
    return [party.choices for party in _parties(session, [record_id]).get(record_id, [])]


def _parties(session: Session, record_ids: Collection[UUID]) -> Mapping[UUID, list[ConsentParty]]:
    found: dict[UUID, list[ConsentParty]] = defaultdict(list)
    guardians = select(ConsentParty).where(
        col(ConsentParty.record_id).in_(record_ids), ConsentParty.role == rules.GUARDIAN
    )
    for party in session.execute(guardians).scalars():
        found[party.record_id].append(party)
    return found


def versions_of(session: Session, form_version_ids: Collection[UUID]) -> dict[UUID, FormVersion]:
    """As they stand in the database now, not as this session remembers them."""
    sought = select(ConsentForm).where(col(ConsentForm.form_version_id).in_(form_version_ids))
    asked = select(Purpose).where(col(Purpose.form_version_id).in_(form_version_ids)).order_by(col(Purpose.position))
    told = select(ConsentFormText).where(col(ConsentFormText.form_version_id).in_(form_version_ids))
    purposes: dict[UUID, list[Purpose]] = defaultdict(list)
    texts: dict[UUID, dict[str, ConsentFormText]] = defaultdict(dict)
    for purpose in session.execute(asked.execution_options(populate_existing=True)).scalars():
        purposes[purpose.form_version_id].append(purpose)
    in_order = told.order_by(col(ConsentFormText.text_id)).execution_options(populate_existing=True)
    for text in session.execute(in_order).scalars():
        texts[text.form_version_id][text.language] = text
    forms = session.execute(sought.execution_options(populate_existing=True)).scalars()
    return {
        form.form_version_id: FormVersion(form, purposes[form.form_version_id], texts[form.form_version_id])
        for form in forms
    }


def purposes_of(session: Session, form_version_ids: Iterable[UUID]) -> dict[UUID, dict[str, PurposeMeta]]:
    """The questions of each form version, in their order."""
    found: dict[UUID, dict[str, PurposeMeta]] = {form: {} for form in form_version_ids}
    asked = select(Purpose).where(col(Purpose.form_version_id).in_(found)).order_by(col(Purpose.position))
    for purpose in session.execute(asked).scalars():
        found[purpose.form_version_id][purpose.key] = _meta(purpose)
    return found


def _metas(version: FormVersion) -> dict[str, PurposeMeta]:
    return {purpose.key: _meta(purpose) for purpose in version.purposes}


def _meta(purpose: Purpose) -> PurposeMeta:
    return PurposeMeta(
        key=purpose.key,
        required=purpose.required,
        recipients=tuple(purpose.recipients),
        facets=tuple(purpose.facets),
        lawful_basis=purpose.lawful_basis,
        expires_after_days=purpose.expires_after_days,
    )


def find_form(session: Session, form_id: UUID, version: int) -> ConsentForm | None:
    """A version that people could answer: no draft."""
    sought = select(ConsentForm).where(
        ConsentForm.form_id == form_id, ConsentForm.version == version, ConsentForm.status != FormStatus.DRAFT
    )
    return session.execute(sought).scalar_one_or_none()


def require_current_form(session: Session, record: ConsentRecord) -> None:
    """Raise 409 `consent-form-retired` unless this voice answered the version that is asked today: only on that one is
    more allowed than before."""
    if current_form(session, record.project_id).form_version_id != record.form_version_id:
        raise ConsentFormRetired


def current_form(session: Session, project_id: UUID) -> ConsentForm:
    """The newest active version."""
    active = (
        select(ConsentForm)
        .where(ConsentForm.project_id == project_id, ConsentForm.status == FormStatus.ACTIVE)
        .order_by(col(ConsentForm.created_at).desc(), col(ConsentForm.version).desc())
        .limit(1)
    )
    form = session.execute(active).scalar_one_or_none()
    if form is None:
        raise NotFound
    return form


def texts_of(session: Session, form_version_id: UUID) -> dict[str, ConsentFormText]:
    told = select(ConsentFormText).where(ConsentFormText.form_version_id == form_version_id)
    return {text.language: text for text in session.execute(told.order_by(col(ConsentFormText.text_id))).scalars()}


def get_record(session: Session, record_id: UUID) -> ConsentRecord:
    found = session.execute(select(ConsentRecord).where(ConsentRecord.record_id == record_id)).scalar_one_or_none()
    if found is None:
        raise NotFound
    return found


def records_of(session: Session, story_id: UUID) -> list[ConsentRecord]:
    """One for each voice, in the order they were made."""
    told = select(ConsentRecord).where(ConsentRecord.story_id == story_id).order_by(col(ConsentRecord.record_id))
    return list(session.execute(told).scalars())


def epoch(session: Session, story_id: UUID) -> int:
    """Rises with every consent event of any voice in the story; 0 before the first."""
    value = session.execute(select(ConsentEpoch.value).where(ConsentEpoch.story_id == story_id)).scalar_one_or_none()
    return value or 0


def allowed_by_all(session: Session, story_id: UUID) -> allowed.Allowed:
    """What consent allows, of all voices together."""
    return allowed.sum_up(terms_of(session, story_id))
