# SPDX-License-Identifier: Apache-2.0
"""The desk acts for somebody who asked: without their phone, without their code, for a child. It only makes less.

Each verb takes the story first, at the version its caller saw; no colleague's claim stands in the way.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent import objections
from app.consent import queries as consent_queries
from app.consent import service as consent
from app.consent.gone import overdue
from app.consent.rules import ParticipantTerms, team_may_read
from app.consent.service import OnRecord
from app.curation import inbox
from app.kit import audit
from app.kit.errors import NotFound
from app.people import queries as people
from app.people.access import Staff
from app.publishing import queries as publishing
from app.publishing import service as releases
from app.receipts.desk_schemas import Deed, GoneVoiceOut, GoneVoicesOut, VoiceOut, VoicesOut
from app.receipts.service import carry_out, come_back
from app.stories.lifecycle import StoryStatus

BY_DESK: Final = "facilitator"
LOOKED: Final = "saw_voices"
LOOK: Final = timedelta(minutes=30)


def narrow(
    session: Session,
    story_id: UUID,
    participant_id: UUID,
    choices: Mapping[str, str],
    facets: Mapping[str, Mapping[str, Any]],
    *,
    if_match: str,
    on_record: OnRecord,
    at: datetime,
) -> None:
    """Raises 403 `only-less` where anything of it would allow more, whoever asked."""
    record_id = _take(session, story_id, participant_id, if_match)
    consent.narrow(session, record_id, choices, facets, actor_kind=BY_DESK, at=at, on_record=on_record)
    session.flush()
    releases.reconcile(session, story_id, at)


def withdraw(
    session: Session,
    story_id: UUID,
    participant_id: UUID,
    purposes: Collection[str] | None,
    *,
    if_match: str,
    on_record: OnRecord,
    by: Staff,
    at: datetime,
) -> None:
    """Take back what one voice gave: from this commit on no door gives it out."""
    record_id = _take(session, story_id, participant_id, if_match)
    taken = consent.withdraw(session, record_id, purposes, actor_kind=BY_DESK, at=at, on_record=on_record)
    carry_out(session, story_id, taken, actor=by, at=at)


def undo(
    session: Session,
    story_id: UUID,
    participant_id: UUID,
    *,
    if_match: str,
    on_record: OnRecord,
    by: Staff,
    at: datetime,
) -> None:
    """A guardian brings back what they had taken back. Raises 409 `nothing-to-undo`, and 403 `child-objects`."""
    record_id = _take(session, story_id, participant_id, if_match)
    is_told = consent.undo(session, record_id, at, on_record=on_record)
    come_back(session, story_id, is_told=is_told, actor=by, at=at)


def hide(
    session: Session, story_id: UUID, participant_id: UUID, *, if_match: str, on_record: OnRecord, at: datetime
) -> None:
    """At once and without end; nothing is destroyed. Only the storyteller lifts it."""
    record_id = _take(session, story_id, participant_id, if_match)
    consent.hide(session, record_id, at=at, on_record=on_record)
    session.flush()
    releases.reconcile(session, story_id, at)


def open_window(
    session: Session, story_id: UUID, participant_id: UUID, *, if_match: str, by: Staff, at: datetime
) -> None:
    """For half an hour this one voice's code alone opens the second step as well."""
    consent.open_window(session, _take(session, story_id, participant_id, if_match), by=by.person_id, at=at)


def close_window(session: Session, story_id: UUID, participant_id: UUID, *, if_match: str, by: Staff) -> None:
    consent.close_window(session, _take(session, story_id, participant_id, if_match), by=by.person_id)


def _take(session: Session, story_id: UUID, participant_id: UUID, if_match: str) -> UUID:
    """The record of that voice in that story, locked. Raises 404 for anybody else's."""
    inbox.touch_for_storyteller(session, story_id, if_match)
    for record in consent_queries.records_of(session, story_id):
        if record.participant_id == participant_id:
            return record.record_id
    raise NotFound


def voices(session: Session, story_id: UUID, *, at: datetime) -> VoicesOut:
    """Everybody in the story: what they allow now, and what the desk did for them. Names where the team is let in."""
    standing = publishing.standing(session, story_id)
    if standing is None:
        raise NotFound
    terms = consent_queries.terms_of(session, story_id, at=at)
    is_open = standing.status != StoryStatus.WITHDRAWN and team_may_read(terms)
    names = {
        voice.record_id: voice.display_name for voice in publishing.voices_for(session, [story_id], at=at)[story_id]
    }
    waits = standing.status != StoryStatus.WITHDRAWN
    told = [
        _voice(session, one, place, names[one.record_id] if is_open else "", at=at, waits=waits)
        for place, one in enumerate(terms, start=1)
    ]
    return VoicesOut(items=told)


def note_look(session: Session, story_id: UUID, *, by: Staff, at: datetime) -> None:
    """That somebody looked at who is in a story; once within half an hour."""
    actor, records = str(by.person_id), consent_queries.records_of(session, story_id)
    if records and not audit.is_recorded(session, actor=actor, action=LOOKED, subject=story_id, since=at - LOOK):
        audit.record(session, project_id=records[0].project_id, actor=actor, action=LOOKED, subject=story_id)


def gone(session: Session, *, at: datetime) -> GoneVoicesOut:
    """What the desk is reminded of until it is done: voices taken back whose words still lie in others' stories."""
    return GoneVoicesOut(
        items=[
            GoneVoiceOut(story_id=one.story_id, place=_place(session, one.story_id, one.record_id), since=one.since)
            for one in overdue(session, at)
        ]
    )


def _place(session: Session, story_id: UUID, record_id: UUID) -> int:
    return [record.record_id for record in consent_queries.records_of(session, story_id)].index(record_id) + 1


def _voice(session: Session, terms: ParticipantTerms, place: int, name: str, *, at: datetime, waits: bool) -> VoiceOut:
    undo_until = consent_queries.undo_until(session, terms.record_id)
    own_step, lent_until = consent.step_of(session, terms.record_id, at)
    return VoiceOut(
        participant_id=terms.participant_id,
        place=place,
        role=terms.role,
        display_name=name,
        basis=terms.basis,
        form_status=terms.form_status,
        has_guardian=bool(consent_queries.guardians_of(session, terms.record_id)),
        objects=objections.objects(session, terms.record_id),
        guardian_may_undo=objections.guardian_may_undo(session, terms.record_id, at),
        has_own_step=own_step,
        choices=dict(terms.choices),
        facets={purpose: dict(facets) for purpose, facets in terms.facets.items()},
        embargo_until=terms.embargo_until,
        hidden=terms.hidden,
        withdrawn=terms.withdrawn,
        undo_until=undo_until,
        is_overdue=waits and undo_until is not None and undo_until <= at,
        lent_until=lent_until,
        deeds=_deeds(session, terms.record_id),
    )


def _deeds(session: Session, record_id: UUID) -> list[Deed]:
    """Newest first."""
    done = [event for event in consent_queries.events_of(session, record_id) if event.actor]
    names = people.names(session, [UUID(event.actor) for event in done])
    return [
        Deed(
            what=event.type,
            at=event.at,
            by=names.get(UUID(event.actor), ""),
            asked_by=event.asked_by,
            reason=event.reason_code,
        )
        for event in reversed(done)
    ]
