# SPDX-License-Identifier: Apache-2.0
"""A phone declares a story: everything but its sound, under an id the phone made."""

import hashlib
import hmac
from datetime import datetime, timedelta
from uuid import UUID

import rfc8785
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import service as consent
from app.kit.db import across_projects, serialise
from app.kit.errors import IdempotencyMismatch, QuotaExceeded, Validation
from app.kit.keys import derive
from app.kit.outbox import announce
from app.people.access import Device
from app.projects.models import Prompt
from app.stories import ledger, queries
from app.stories.errors import StoryErasedError, StoryNotFound
from app.stories.events import StoryDeclared, StoryInReview
from app.stories.lifecycle import StoryAction, declared_status, next_status
from app.stories.models import Participant, Recording, Story
from app.stories.rules import PER_HOUR_OF_INVITE, wait_s
from app.stories.schemas import StoryIn
from app.uploads import service as uploads


def declare(session: Session, device: Device, story_id: UUID, declaration: StoryIn, at: datetime) -> tuple[Story, bool]:
    """The story, and whether it is new. Begins with slow work, before the session's first word.

    Raises 409 `idempotency-mismatch` for other content under ids that are taken, 409 `consent-missing`, 410
    `story-erased`, 422 for a consent form or prompt that the project does not have, 429 `quota-exceeded`.
    """
    codes = consent.seal_codes(declaration.participants)
    digest = _digest(declaration)
    serialise(session, f"story:{story_id}")
    refuse_erased(session, story_id, declaration, device_id=device.device_id)
    with across_projects(session):
        known = queries.find_story(session, story_id)
    if known is not None:
        return _found_again(session, device, known, digest), False
    _refuse_over_quota(session, device, at)
    _refuse_taken_ids(session, declaration)
    story = _write(session, device, story_id, declaration, digest, at)
    consent.give(
        session,
        device.project_id,
        story_id,
        declaration.participants,
        at,
        codes=codes,
        wants_sign_off=declaration.wants_sign_off,
    )
    announce(session, StoryDeclared(project_id=story.project_id, story_id=story_id), actor=device.device_id)
    if not declaration.recordings:
        _send_written_to_review(session, story, device, at)
    return story, True


def _found_again(session: Session, device: Device, known: Story, digest: str) -> Story:
    """The story as it stands. Only its own phone can say all of it again, its codes' verifiers included: where another
    device says it, the phone has joined anew and takes its story with it."""
    is_same = hmac.compare_digest(known.declaration_sha256, digest)
    if known.project_id != device.project_id:
        raise StoryNotFound
    if known.device_id != device.device_id:
        if not is_same:
            raise StoryNotFound
        known.device_id = device.device_id
        parts = [part.recording_id for part in queries.recordings(session, known.story_id)]
        uploads.move_to(session, parts, device.device_id)
    elif not is_same:
        raise IdempotencyMismatch
    return known


def refuse_erased(
    session: Session, story_id: UUID, declaration: StoryIn | None = None, *, device_id: UUID | None = None
) -> None:
    """Raise 410 `story-erased` for anything whose id or content was erased before."""
    marks = [ledger.mark("story", story_id)]
    if declaration is not None:
        parts = [(part.recording_id, part.sha256) for part in declaration.recordings]
        voices = [voice.participant_id for voice in declaration.participants]
        marks = ledger.marks_of(story_id, parts, voices, text=declaration.text, device_id=device_id)
    if ledger.is_erased(session, marks):
        raise StoryErasedError


def _digest(declaration: StoryIn) -> str:
    """Keyed: what was declared holds the codes' verifiers."""
    told = rfc8785.dumps(declaration.model_dump(mode="json"))
    return hmac.new(derive("declaration"), told, hashlib.sha256).hexdigest()


def _refuse_over_quota(session: Session, device: Device, at: datetime) -> None:
    serialise(session, f"quota:{device.invite_id}")
    wait = wait_s(queries.declared_lately(session, device.device_id, at), at)
    of_invite = queries.declared_by_invite(session, device.invite_id, at)
    if len(of_invite) >= PER_HOUR_OF_INVITE:
        room_at = of_invite[-PER_HOUR_OF_INVITE] + timedelta(hours=1)
        wait = max(wait, int((room_at - at).total_seconds()) + 1)
    if wait:
        raise QuotaExceeded(wait)


def _refuse_taken_ids(session: Session, declaration: StoryIn) -> None:
    """Client-made ids of another story, in whichever project."""
    recordings = [part.recording_id for part in declaration.recordings]
    voices = [voice.participant_id for voice in declaration.participants]
    with across_projects(session):
        taken = [
            session.execute(select(Recording).where(col(Recording.recording_id).in_(recordings)).limit(1)).first(),
            session.execute(select(Participant).where(col(Participant.participant_id).in_(voices)).limit(1)).first(),
        ]
    if any(row is not None for row in taken):
        raise IdempotencyMismatch


def _write(session: Session, device: Device, story_id: UUID, declaration: StoryIn, digest: str, at: datetime) -> Story:
    if declaration.prompt_id is not None and session.get(Prompt, declaration.prompt_id) is None:
        raise Validation(errors=[{"pointer": "/prompt_id", "rule": "unknown"}])
    story = Story(
        project_id=device.project_id,
        story_id=story_id,
        device_id=device.device_id,
        status=declared_status(has_recordings=bool(declaration.recordings)),
        kind=declaration.kind,
        medium=declaration.medium,
        prompt_id=declaration.prompt_id,
        language=declaration.language,
        title=declaration.title,
        text=declaration.text,
        place=declaration.place,
        recorded_at=declaration.recorded_at,
        declared_at=at,
        wants_sign_off=declaration.wants_sign_off,
        declaration_sha256=digest,
    )
    session.add(story)
    session.flush()
    _write_voices(session, story, declaration)
    _write_recordings(session, story, device, declaration, at)
    session.flush()
    return story


def _write_voices(session: Session, story: Story, declaration: StoryIn) -> None:
    for position, voice in enumerate(declaration.participants):
        session.add(
            Participant(
                project_id=story.project_id,
                participant_id=voice.participant_id,
                story_id=story.story_id,
                position=position,
                role=voice.role,
                display_name=voice.display_name,
            )
        )


def _write_recordings(session: Session, story: Story, device: Device, declaration: StoryIn, at: datetime) -> None:
    for position, part in enumerate(declaration.recordings):
        session.add(
            Recording(
                project_id=story.project_id,
                recording_id=part.recording_id,
                story_id=story.story_id,
                position=position,
                bytes=part.bytes,
                sha256=part.sha256,
                media_type=part.media_type,
                duration_ms=part.duration_ms,
                gap_before_ms=part.gap_before_ms,
            )
        )
        uploads.expect(
            session,
            story.project_id,
            part.recording_id,
            device.device_id,
            bytes=part.bytes,
            sha256=part.sha256,
            media_type=part.media_type,
            at=at,
        )


def _send_written_to_review(session: Session, story: Story, device: Device, at: datetime) -> None:
    story.status = next_status(declared_status(has_recordings=False), StoryAction.SEND_TO_REVIEW, frozenset())
    story.received_at = at
    session.flush()
    announce(session, StoryInReview(project_id=story.project_id, story_id=story.story_id), actor=device.device_id)
