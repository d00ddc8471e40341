# SPDX-License-Identifier: Apache-2.0
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col

from app.consent import gone
from app.consent import queries as consent_queries
from app.consent import service as consent
from app.consent.rules import may_process
from app.kit import audit, clock
from app.kit.events import Event
from app.kit.outbox import announce
from app.people.access import Staff
from app.projects.queries import get_project
from app.stories import ledger, queries
from app.stories.declaring import declare
from app.stories.errors import TransitionNotAllowed
from app.stories.events import (
    ChangeAsked,
    PlaybackWanted,
    SignOffAsked,
    StoryApproved,
    StoryDeclined,
    StoryErased,
    StoryInReview,
    StoryReceived,
    StoryReopened,
    StoryRestored,
    StoryWithdrawn,
    TranscriptionStarted,
)
from app.stories.lifecycle import TRANSITIONS, StoryAction, StoryStatus, next_status
from app.stories.models import Participant, Playback, Recording, Story
from app.uploads import service as uploads

__all__ = [
    "Actor",
    "approve",
    "ask_change",
    "ask_playback",
    "ask_sign_off",
    "declare",
    "decline",
    "erase",
    "keep_playback",
    "keep_recording",
    "open_ledger",
    "outdate",
    "playback_wanted",
    "quarantine",
    "receive",
    "reopen",
    "restore",
    "send_to_review",
    "sign_off",
    "start_transcription",
    "try_sound_again",
    "withdraw",
]

Actor = Staff | UUID | str
"""Who did it: a person at the desk, an id, or a word such as `worker`."""
WORKER = "worker"
TAKEN_FURTHER = frozenset(
    {StoryStatus.IN_REVIEW, StoryStatus.AWAITING_SIGN_OFF, StoryStatus.APPROVED, StoryStatus.DECLINED}
)


def receive(session: Session, story_id: UUID, *, at: datetime) -> Story:
    """Every recording is here."""
    story = queries.story_for_update(session, story_id)
    if story.received_at is None:
        _move(session, story, StoryAction.RECEIVE, StoryReceived, by=WORKER)
        story.received_at = at
    return story


def start_transcription(session: Session, story_id: UUID) -> None:
    story = queries.story_for_update(session, story_id)
    _move(session, story, StoryAction.START_TRANSCRIPTION, TranscriptionStarted, by=WORKER)


def send_to_review(session: Session, story_id: UUID, *, by: Actor = WORKER) -> None:
    """Moves nothing where a person has taken the story further already; raises for a withdrawn one."""
    story = queries.story_for_update(session, story_id)
    if story.status not in TAKEN_FURTHER:
        _move(session, story, StoryAction.SEND_TO_REVIEW, StoryInReview, by=by)


def ask_sign_off(session: Session, story_id: UUID, *, by: Actor) -> None:
    story = queries.story_for_update(session, story_id)
    _move(session, story, StoryAction.ASK_SIGN_OFF, SignOffAsked, by=by)


def sign_off(session: Session, story_id: UUID, *, by: Actor) -> None:
    """The storyteller's yes."""
    story = queries.story_for_update(session, story_id)
    _move(session, story, StoryAction.SIGN_OFF, StoryApproved, by=by)


def ask_change(session: Session, story_id: UUID, *, by: Actor) -> None:
    story = queries.story_for_update(session, story_id)
    _move(session, story, StoryAction.ASK_CHANGE, ChangeAsked, by=by)


def approve(session: Session, story_id: UUID, *, by: Actor) -> None:
    """Let the story leave the house; publishing hears of it and releases the proof."""
    story = queries.story_for_update(session, story_id)
    _move(session, story, StoryAction.APPROVE, StoryApproved, by=by)


def decline(session: Session, story_id: UUID, *, by: Actor, note: str = "") -> None:
    """`note` is told to the storyteller."""
    story = queries.story_for_update(session, story_id)
    if _move(session, story, StoryAction.DECLINE, StoryDeclined, by=by):
        story.decline_note = note


def reopen(session: Session, story_id: UUID, *, by: Actor) -> None:
    story = queries.story_for_update(session, story_id)
    if _move(session, story, StoryAction.REOPEN, StoryReopened, by=by):
        story.decline_note = ""


def withdraw(session: Session, story_id: UUID, *, actor: Actor, at: datetime, erase_now: bool = False) -> Story:
    """Hidden from this commit on; erased when the undo window closes, or at once if it never fully arrived."""
    story = queries.story_for_update(session, story_id)
    whole = story.received_at is not None
    hastened = erase_now and story.undo_until is not None and story.erased_at is None and at < story.undo_until
    if story.status == StoryStatus.WITHDRAWN and not hastened:
        return story
    if story.status != StoryStatus.WITHDRAWN:
        _move(session, story, StoryAction.WITHDRAW, StoryWithdrawn, by=actor)
        uploads.refuse(session, [part.recording_id for part in queries.recordings(session, story_id)])
        story.withdrawn_at = at
    else:
        announce(session, StoryWithdrawn(project_id=story.project_id, story_id=story_id), actor=_name(actor))
    days = get_project(session, story.project_id).undo_days
    story.undo_until = at if erase_now or not whole else at + timedelta(days=days)
    if story.undo_until <= at:
        open_ledger(session, story, at)
    return story


def restore(session: Session, story_id: UUID, *, at: datetime, actor: Actor = "storyteller") -> Story:
    """Back to the desk as received, not to anybody else. Raises 409 once the undo window has closed, and once the
    erasure has begun, whatever the clock says."""
    story = queries.story_for_update(session, story_id)
    if story.status != StoryStatus.WITHDRAWN:
        return story
    in_time = None if ledger.is_erased(session, [ledger.mark("story", story_id)]) else at
    _move(session, story, StoryAction.RESTORE, StoryRestored, by=actor, at=in_time)
    story.withdrawn_at = story.undo_until = None
    parts = queries.recordings(session, story_id)
    uploads.readmit(session, [part.recording_id for part in parts])
    if not parts:
        _move(session, story, StoryAction.SEND_TO_REVIEW, StoryInReview, by=WORKER)
    return story


def keep_recording(session: Session, recording_id: str) -> None:
    """One recording stands as one object; with the last of them the story is received."""
    recording = session.get(Recording, UUID(recording_id))
    if recording is None:
        return
    story = queries.story_for_update(session, recording.story_id)
    session.refresh(recording)
    if recording.media_state != queries.AWAITED:
        return
    recording.media_state, recording.key = queries.KEPT, uploads.sound_key(session, recording.recording_id)
    session.flush()
    waits = any(part.media_state == queries.AWAITED for part in queries.recordings(session, story.story_id))
    if story.status == StoryStatus.AWAITING_RECORDING and not waits:
        receive(session, story.story_id, at=clock.now())


def ask_playback(session: Session, story_id: UUID) -> None:
    """Have the sound joined for whoever is to cut a voice out of it."""
    story = queries.get_story(session, story_id)
    announce(session, PlaybackWanted(project_id=story.project_id, story_id=story_id), actor=WORKER)


def playback_wanted(session: Session, story_id: str) -> int | None:
    """The consent epoch under which copies for listening may be made now; None where nobody wants any."""
    story = queries.story_for_update_or_none(session, UUID(story_id))
    if story is None or story.status == StoryStatus.WITHDRAWN or queries.playback(session, story.story_id) is not None:
        return None
    voices = consent_queries.terms_of(session, story.story_id)
    is_allowed = may_process(voices) or gone.cut_refusal(session, story.story_id, clock.now()) is None
    return consent_queries.epoch(session, story.story_id) if is_allowed else None


def keep_playback(session: Session, story_id: str, made: dict[str, Any], epoch: int) -> bool:
    """The copies for listening; False where nobody wants them any more, consent has changed since `epoch`, or there are
    other recordings to be heard than those that they were made of."""
    if playback_wanted(session, story_id) != epoch:
        return False
    story = queries.get_story(session, UUID(story_id))
    parts = queries.recordings(session, story.story_id)
    if [str(part.recording_id) for part in parts if part.media_state == queries.KEPT and part.key] != made["parts"]:
        return False
    session.add(
        Playback(
            project_id=story.project_id,
            story_id=story.story_id,
            opus_key=str(made["opus_key"]),
            opus_bytes=int(made["opus_bytes"]),
            aac_key=str(made["aac_key"]),
            aac_bytes=int(made["aac_bytes"]),
            peaks_key=str(made["peaks_key"]),
            duration_ms=int(made["duration_ms"]),
        )
    )
    for part in parts:
        part.truncated = part.truncated or str(part.recording_id) in made["truncated"]
    session.flush()
    quarantine(session, made["too_long"])
    story.version += 1
    audit.record(session, project_id=story.project_id, actor=WORKER, action="sound_ready", subject=story.story_id)
    return True


def outdate(session: Session, story_id: UUID) -> None:
    """Other words stand in it now: what somebody does to those that they still have before them is refused."""
    queries.story_for_update(session, story_id).version += 1


def quarantine(session: Session, refusals: dict[str, str]) -> None:
    """Recordings that cannot be heard here, by id and slug: kept, and shown to the facilitator."""
    shut: set[tuple[UUID, UUID]] = set()
    for recording_id, slug in refusals.items():
        recording = session.get(Recording, UUID(recording_id))
        if recording is None:
            continue
        story = queries.story_for_update(session, recording.story_id)
        session.refresh(recording)
        if recording.media_state == queries.KEPT:
            recording.media_state, recording.media_problem = queries.QUARANTINED, slug
            story.version += 1
            shut.add((story.project_id, story.story_id))
    for project_id, story_id in shut:
        audit.record(session, project_id=project_id, actor=WORKER, action="sound_shut", subject=story_id)


def try_sound_again(session: Session, story_id: UUID, *, by: Actor) -> None:
    """Open every recording in quarantine once more, and make the copies for listening anew with those that open."""
    story = queries.story_for_update(session, story_id)
    for part in queries.recordings(session, story_id):
        if part.media_state == queries.QUARANTINED:
            part.media_state, part.media_problem = queries.KEPT, ""
    session.execute(delete(Playback).where(col(Playback.story_id) == story_id))
    story.version += 1
    audit.record(
        session, project_id=story.project_id, actor=_name(by), action="sound_tried_again", subject=story.story_id
    )
    announce(session, PlaybackWanted(project_id=story.project_id, story_id=story_id), actor=_name(by))


def erase(session: Session, story_id: UUID, at: datetime) -> None:
    """Words and sound of this room and those below, after a withdrawal; later rooms hear of it and erase theirs. Of the
    recordings only their ids stay, so that what comes late can be found."""
    story = queries.story_for_update(session, story_id)
    if story.erased_at is not None:
        return
    if story.status != StoryStatus.WITHDRAWN:
        raise TransitionNotAllowed(story.status, "erase")
    open_ledger(session, story, at)
    uploads.release(session, [part.recording_id for part in queries.recordings(session, story_id)])
    consent.erase(session, story_id)
    for table in (Playback, Participant):
        session.execute(delete(table).where(col(table.story_id) == story_id))
    for part in queries.recordings(session, story_id):
        part.bytes, part.sha256, part.media_type, part.duration_ms, part.gap_before_ms = 0, "", "", None, 0
        part.media_state, part.media_problem, part.truncated, part.key = queries.ERASED, "", False, None
    story.title = story.text = story.place = story.decline_note = story.declaration_sha256 = ""
    story.language, story.prompt_id, story.recorded_at = None, None, at
    story.erased_at = at
    story.version += 1
    audit.forget_details(session, [story_id])
    announce(session, StoryErased(project_id=story.project_id, story_id=story_id), actor=WORKER)


def open_ledger(session: Session, story: Story, at: datetime) -> list[ledger.Mark]:
    """From this commit on nothing of the story is taken again, from anywhere."""
    parts = [(part.recording_id, part.sha256) for part in queries.recordings(session, story.story_id)]
    voices = [voice.participant_id for voice in queries.participants(session, story.story_id)]
    marks = ledger.marks_of(story.story_id, parts, voices, text=story.text, device_id=story.device_id)
    ledger.write(session, story.project_id, marks, at)
    return marks


def _move(
    session: Session,
    story: Story,
    action: StoryAction,
    event: type[Event],
    *,
    by: Actor,
    at: datetime | None = None,
) -> bool:
    """False where the story stands there already: asking again answers the same."""
    current = StoryStatus(story.status)
    if current == TRANSITIONS[action].target:
        return False
    story.status = next_status(current, action, queries.facts_about(session, story, at=at))
    story.version += 1
    session.flush()
    announce(session, event(project_id=story.project_id, story_id=story.story_id), actor=_name(by))  # type: ignore[call-arg]
    return True


def _name(by: Actor) -> str:
    return str(by.person_id if isinstance(by, Staff) else by)
