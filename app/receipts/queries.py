# SPDX-License-Identifier: Apache-2.0
"""What the storyteller is shown."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from app.consent import objections
from app.consent import queries as consent
from app.consent.errors import SecondStepRequired
from app.consent.rules import ParticipantTerms
from app.consent.service import ReceiptHolder
from app.kit import audit, clock
from app.kit.errors import AuthInvalid, NotFound
from app.partners import queries as partners
from app.publishing import gate
from app.publishing import queries as publishing
from app.publishing import service as publishing_service
from app.publishing.editions import Edition, Outlet, Principal, PrincipalKind, Released, Said, Standing
from app.publishing.editions import Recipient as Had
from app.receipts import schemas
from app.stories.lifecycle import StoryStatus

BY_RECEIPT: Final = "reporter_receipt"
DECLARED: Final = "StoryDeclared"
CHANGED: Final = "ConsentChanged"
TOLD_OF_VOICE: Final[Mapping[str, str]] = {
    "window_opened": "window",
    objections.OBJECTED: "objected",
    objections.LIFTED: "agreed",
}
"""The same, of what concerns this one voice."""
TOLD: Final[Mapping[str, str]] = {
    DECLARED: "declared",
    "TranscriptionStarted": "writing",
    "StoryInReview": "looking",
    "SignOffAsked": "asked",
    "ChangeAsked": "change",
    "StoryApproved": "approved",
    "StoryDeclined": "declined",
    "StoryReopened": "reopened",
    CHANGED: "choices",
    "StoryWithdrawn": "withdrawn",
    "StoryRestored": "restored",
    "VoiceErased": "voice-out",
}
"""What the audit calls it, and the sentence the storyteller reads."""
DONE_FOR: Final[Mapping[str, str]] = {
    "narrowed": "narrowed",
    "withdrawn": "withdrawn",
    "embargoed": "hidden",
    "undone": "undone",
}
"""What the desk may do on somebody's word."""


def shown(session: Session, holder: ReceiptHolder, token: str) -> schemas.Shown:
    """What the code alone opens. Raises 401 once the story is erased."""
    standing = publishing.standing(session, holder.story_id)
    if standing is None:
        raise AuthInvalid
    mine = my_terms(session, holder)
    until = consent.undo_until(session, holder.record_id)
    return schemas.Shown(
        session=token,
        second_step=schemas.SecondStep(pin=holder.has_pin, code_alone=holder.code_alone, open=holder.second_step),
        story=schemas.StoryStanding(
            status=standing.status,
            kind=standing.kind,
            received_at=standing.received_at,
            undo_until=min((one for one in (until, standing.undo_until) if one is not None), default=None),
            is_shut=_is_shut(session, holder),
        ),
        consent=schemas.ConsentStanding(
            choices=dict(mine.choices),
            facets={purpose: dict(facets) for purpose, facets in mine.facets.items()},
            embargo_until=mine.embargo_until,
            hidden=mine.hidden,
            withdrawn=mine.withdrawn,
        ),
        guardian=_guardian(session, holder),
        recipients=[_recipient(one) for one in standing.recipients],
        sign_off=_sign_off_due(session, holder, standing, mine),
        responses=_responses(session, standing.recipients),
        history=_history(session, holder, standing),
    )


def _guardian(session: Session, holder: ReceiptHolder) -> schemas.GuardianStanding | None:
    if not objections.may_object(session, consent.get_record(session, holder.record_id)):
        return None
    return schemas.GuardianStanding(objects=objections.objects(session, holder.record_id))


def my_terms(session: Session, holder: ReceiptHolder) -> ParticipantTerms:
    voices = consent.terms_of(session, holder.story_id)
    mine = next((voice for voice in voices if voice.record_id == holder.record_id), None)
    if mine is None:
        raise AuthInvalid
    return mine


def own_story(session: Session, holder: ReceiptHolder, *, at: datetime) -> schemas.OwnStory:
    """What was said, beside what would be shared or is.

    Raises 403 `second-step-required` for the code alone, 404 once it was taken back.
    """
    said = own_words(session, holder)
    released = find_shared(session, holder, at=at)
    _leave_trace(session, holder, "read_own_story")
    return schemas.OwnStory(
        said=schemas.Said(
            title=said.title, text=said.text, duration_ms=said.duration_ms, has_sound=said.opus_key is not None
        ),
        shared=_shared(session, holder, released, at=at) if released else None,
    )


def own_words(session: Session, holder: ReceiptHolder) -> Said:
    """What was said, for the second step alone. Raises as `own_story`, also while another voice in it has been taken
    back: theirs cannot be told from this one before somebody has cut it out."""
    if not holder.second_step:
        raise SecondStepRequired
    standing = publishing.standing(session, holder.story_id)
    if standing is None or standing.status == StoryStatus.WITHDRAWN or _is_shut(session, holder):
        raise NotFound
    return publishing.said(session, holder.story_id)


def _is_shut(session: Session, holder: ReceiptHolder) -> bool:
    return any(voice.withdrawn for voice in consent.terms_of(session, holder.story_id))


def find_shared(session: Session, holder: ReceiptHolder, *, at: datetime) -> Released | None:
    """The edition as the gate lets its own storyteller see it; None while there is none."""
    principal = Principal(PrincipalKind.RECEIPT, holder.record_id)
    answer = gate.release(session, holder.story_id, Outlet.RECEIPT, principal, at=at)
    return answer if isinstance(answer, Released) else None


def purposes(mine: ParticipantTerms) -> list[str]:
    """What this voice was asked, in the form's order."""
    asked = [purpose for purpose in mine.purposes_meta if purpose in mine.choices]
    return asked + [purpose for purpose in mine.choices if purpose not in mine.purposes_meta]


def _leave_trace(session: Session, holder: ReceiptHolder, action: str) -> None:
    actor = f"receipt:{holder.record_id}"
    audit.record(session, project_id=holder.project_id, actor=actor, action=action, subject=holder.story_id)


def _recipient(one: Had) -> schemas.Recipient:
    return schemas.Recipient(
        name=one.name,
        form=one.form,
        since=one.since,
        until=one.until,
        read_at=one.read_at,
        acknowledged_at=one.acknowledged_at,
    )


def _sign_off_due(
    session: Session, holder: ReceiptHolder, standing: Standing, mine: ParticipantTerms
) -> schemas.SignOffDue | None:
    if standing.status != StoryStatus.AWAITING_SIGN_OFF or standing.proof_sha256 is None or mine.withdrawn:
        return None
    if holder.record_id not in publishing.unsigned(session, holder.story_id, standing.proof_sha256, at=clock.now()):
        return None
    return schemas.SignOffDue(proof_sha256=standing.proof_sha256)


def _responses(session: Session, had: Sequence[Had]) -> list[schemas.PartnerAnswer]:
    told = partners.answers_about(session, [one.public_id for one in had])
    return [schemas.PartnerAnswer(partner=one.partner, kind=one.kind, text=one.text, at=one.at) for one in told]


def _history(session: Session, holder: ReceiptHolder, standing: Standing) -> list[schemas.HistoryEntry]:
    """Oldest first. What came whole at once was never on its way; what the desk did for this voice says who asked."""
    arrived, had = standing.received_at, standing.recipients
    entries = [
        schemas.HistoryEntry(what=TOLD[entry.action], at=entry.at)
        for entry in audit.entries_about(session, standing.story_id)
        if entry.action in TOLD
        and not (entry.action == DECLARED and arrived and arrived <= entry.at)
        and not (entry.action == CHANGED and entry.actor != BY_RECEIPT)
    ]
    entries += [
        schemas.HistoryEntry(what=f"{DONE_FOR[event.type]}-for-{event.asked_by.replace('_', '-')}", at=event.at)
        for event in consent.events_of(session, holder.record_id)
        if event.actor and event.type in DONE_FOR
    ]
    entries += [
        schemas.HistoryEntry(what=TOLD_OF_VOICE[entry.action], at=entry.at)
        for entry in audit.entries_about(session, holder.record_id)
        if entry.action in TOLD_OF_VOICE
    ]
    if arrived is not None:
        entries.insert(0, schemas.HistoryEntry(what="arrived", at=arrived))
    entries += [schemas.HistoryEntry(what="shared", at=one.since, name=one.name) for one in had]
    entries += [schemas.HistoryEntry(what="stopped", at=one.until, name=one.name) for one in had if one.until]
    return sorted(entries, key=lambda entry: entry.at)


def _shared(session: Session, holder: ReceiptHolder, released: Released, *, at: datetime) -> schemas.Shared:
    edition = released.edition
    will = publishing_service.readership(session, holder.story_id, at=at).will
    return schemas.Shared(
        sha256=edition.sha256,
        title=edition.title,
        text=edition.text,
        segments=_segments(edition),
        quotes=[schemas.SharedQuote(quote_id=quote.quote_id, text=quote.text) for quote in edition.quotes],
        credit=edition.credit,
        place=edition.place,
        recorded=edition.recorded,
        content_warnings=list(edition.content_warnings),
        recipients=will,
        has_sound=released.audio is not None,
    )


def _segments(edition: Edition) -> list[schemas.SharedSegment]:
    return [schemas.SharedSegment(speaker=segment.speaker, text=segment.text) for segment in edition.segments]
