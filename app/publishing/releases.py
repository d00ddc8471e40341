# SPDX-License-Identifier: Apache-2.0
"""Releases and the change feed follow the gate. `reconcile` is the only writer of both."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit import audit, daybook, moments
from app.kit.db import serialise
from app.kit.ids import new_id, opaque_id
from app.kit.outbox import announce, tell
from app.publishing import gate, queries, rules
from app.publishing.events import EditionReleased, ReaderTold
from app.publishing.gate import Case
from app.publishing.lifecycle import LIVE, EditionAction, EditionStatus, next_status
from app.publishing.models import EditionRow, FeedEntry, Reader, Release
from app.publishing.rules import Allowed, Verdict
from app.stories import queries as stories
from app.stories import service as story_service
from app.stories.errors import StoryNotFound
from app.stories.lifecycle import StoryStatus

RELEASED: Final = "story.released"
UPDATED: Final = "story.updated"
WITHDRAWN: Final = "story.withdrawn"
SYSTEM: Final = "system"
VOICE: Final = "voice"
TOLD: Final = "told"


@dataclass(frozen=True)
class _News:
    """What one reader must be told."""

    reader: Reader
    type: str
    release: Release


def release(session: Session, story_id: UUID, at: datetime) -> bool:
    """Make the approved proof the current edition, once all facts hold; False while something stands in the way."""
    story = stories.story_for_update(session, story_id)
    proof = queries.newest_proof(session, story_id)
    if story.status != StoryStatus.APPROVED or proof is None or proof.state != "ready":
        return False
    at = moments.latest(session, at)
    case = gate.cases(session, [story_id], at)[story_id]
    proof.consent_epoch = case.epoch
    proof.look_again_at = rules.next_opening(case.voices, at)
    if not rules.is_open(gate.facts(session, case, proof, has_agreement=True, at=at), at):
        return False
    for older in queries.editions_of(session, story_id):
        if older.status == EditionStatus.CURRENT:
            older.status = next_status(older.status, EditionAction.SUPERSEDE)
    session.flush()
    proof.number = queries.next_number(session, story_id)
    proof.status = next_status(proof.status, EditionAction.PUBLISH)
    proof.released_at = at
    session.flush()
    announce(session, EditionReleased(project_id=story.project_id, edition_id=proof.edition_id), actor=SYSTEM)
    reconcile(session, story_id, at)
    return True


def retract(session: Session, story_id: UUID, at: datetime) -> None:
    """Nothing of this story may leave any more, by any door: in the transaction that decided so."""
    for row in queries.editions_of(session, story_id):
        if row.status in LIVE:
            withdraw_edition(row, at)
    session.flush()
    reconcile(session, story_id, at)


def withdraw_edition(row: EditionRow, at: datetime) -> None:
    """A retracted edition never returns."""
    row.status = next_status(row.status, EditionAction.RETRACT)
    row.retracted_at = at


def reconcile(session: Session, story_id: UUID, at: datetime) -> None:
    """Open, renew and revoke releases until each reader has just what the gate allows, and tell each in their feed.

    One transaction at a time does so for a story: it holds the story's row from its first statement to the commit.
    """
    try:
        stories.story_for_update(session, story_id)
    except StoryNotFound:
        return
    at = moments.latest(session, at)
    case = gate.cases(session, [story_id], at)[story_id]
    current = queries.current_edition(session, story_id)
    _carry_forward(session, case, current, at)
    readers = queries.readers(session, case.story.project_id)
    given = queries.releases_of(session, story_id)
    verdicts = {reader.reader_id: gate.judge(session, case, current, reader, at) for reader in readers}
    if _has_fallen(case, current, readers, given, verdicts):
        _take_back(session, case, at)
        verdicts = {reader.reader_id: gate.judge(session, case, None, reader, at) for reader in readers}
    news = []
    for reader in readers:
        told = _settle(session, case, current, reader, given.get(reader.reader_id), verdicts[reader.reader_id], at)
        if told is not None:
            news.append(told)
    session.flush()
    _tell(session, news, at)


def _carry_forward(session: Session, case: Case, current: EditionRow | None, at: datetime) -> None:
    """What is live stands under today's consent, which judges it anew for each reader. What was approved and has not
    left is tried again as soon as nothing holds it back."""
    proof = queries.newest_proof(session, case.story.story_id)
    for row in (current, proof):
        if row is not None:
            row.consent_epoch = max(row.consent_epoch, case.epoch)
            row.look_again_at = rules.next_opening(case.voices, at)
    if proof is not None and case.story.status == StoryStatus.APPROVED:
        proof.look_again_at = proof.look_again_at or at
    session.flush()


def _has_fallen(
    case: Case,
    current: EditionRow | None,
    readers: Sequence[Reader],
    given: dict[UUID, Release],
    verdicts: dict[UUID, Verdict],
) -> bool:
    """Whether what stands or was approved is covered by nobody's terms any more: it never returns."""
    if rules.is_taken_back(case.voices):
        return True
    if case.held or case.story.status not in rules.OPEN_STATUSES or not rules.shared_purposes(case.voices):
        return current is not None or case.story.status == StoryStatus.APPROVED
    had = [
        reader.reader_id
        for reader in readers
        if reader.closed_at is None
        and (standing := given.get(reader.reader_id)) is not None
        and standing.revoked_at is None
    ]
    return bool(had) and not any(isinstance(verdicts[reader_id], Allowed) for reader_id in had)


def _take_back(session: Session, case: Case, at: datetime) -> None:
    """What fell goes, and a person approves before anything leaves again. With a voice taken back the proof goes too:
    nobody may sign it, and undoing brings back the choices alone."""
    is_taken_back, status = rules.is_taken_back(case.voices), case.story.status
    for row in queries.editions_of(session, case.story.story_id):
        if row.status == EditionStatus.CURRENT or (is_taken_back and row.status in LIVE):
            withdraw_edition(row, at)
    session.flush()
    if status == StoryStatus.APPROVED or (is_taken_back and status == StoryStatus.AWAITING_SIGN_OFF):
        story_service.reopen(session, case.story.story_id, by=SYSTEM)


def _settle(
    session: Session,
    case: Case,
    current: EditionRow | None,
    reader: Reader,
    row: Release | None,
    verdict: Verdict,
    at: datetime,
) -> _News | None:
    if not isinstance(verdict, Allowed) or current is None:
        return _revoke(reader, row, at)
    digest = gate.digest(current, verdict)
    if row is None:
        row = _mint(case, current, reader, at)
        session.add(row)
        kind = RELEASED
    elif row.revoked_at is not None:
        if row.edition_id == current.edition_id:
            return None
        row.published_at, row.revoked_at, row.read_at = at, None, None
        kind = RELEASED
    elif row.digest == digest and row.edition_id == current.edition_id:
        return None
    else:
        kind = UPDATED
    row.sound_until = _sound_ended(row, verdict.form, at)
    row.edition_id, row.form, row.digest = current.edition_id, verdict.form, digest
    row.version, row.from_at, row.expires_at = row.version + 1, at, verdict.expires_at
    return _News(reader, kind, row)


def _sound_ended(row: Release, form: str, at: datetime) -> datetime | None:
    if form == VOICE:
        return None
    return at if row.form == VOICE else row.sound_until


def _mint(case: Case, current: EditionRow, reader: Reader, at: datetime) -> Release:
    return Release(
        project_id=case.story.project_id,
        release_id=new_id(),
        reader_id=reader.reader_id,
        story_id=case.story.story_id,
        public_id=opaque_id(),
        edition_id=current.edition_id,
        version=0,
        form="",
        digest="",
        from_at=at,
        published_at=at,
    )


def _revoke(reader: Reader, row: Release | None, at: datetime) -> _News | None:
    if row is None or row.revoked_at is not None:
        return None
    row.revoked_at, row.version = at, row.version + 1
    return _News(reader, WITHDRAWN, row)


def _tell(session: Session, news: Sequence[_News], at: datetime) -> None:
    """Numbers are taken last of all, each under a lock held to the commit: their order is the order of commits."""
    for told in news:
        audit.record(
            session,
            project_id=told.reader.project_id,
            actor=SYSTEM,
            action=told.type,
            subject=told.release.story_id,
            details={"principal": str(told.reader.principal_id), "version": told.release.version},
        )
    for told in sorted(news, key=lambda one: str(one.reader.principal_id)):
        write_entry(session, told.reader, told.type, told.release.public_id, told.release.version, at)


def write_entry(
    session: Session, reader: Reader, kind: str, public_id: UUID, version: int, at: datetime, *, after: int = 0
) -> None:
    """The next entry of one reader's feed. Its number is above every other of theirs, and above `after`."""
    principal_id = reader.principal_id
    serialise(session, f"feed:{principal_id}")
    last = select(func.max(FeedEntry.seq)).where(FeedEntry.principal_id == principal_id)
    entry = FeedEntry(
        project_id=reader.project_id,
        entry_id=new_id(),
        principal_id=principal_id,
        seq=max(session.execute(last).scalar_one() or 0, after) + 1,
        type=kind,
        public_id=public_id,
        version=version,
        at=at,
    )
    session.add(entry)
    session.flush()
    daybook.keep_with(session, line_of(entry))
    tell(session, _told(entry))


def line_of(entry: FeedEntry) -> dict[str, str | int]:
    """What stands of it outside the database: ids that tell nothing, and which number was given out."""
    return {
        "what": TOLD,
        "at": entry.at.isoformat(),
        "project": str(entry.project_id),
        "principal": str(entry.principal_id),
        "seq": entry.seq,
        "public": str(entry.public_id),
        "version": entry.version,
    }


def _told(entry: FeedEntry) -> ReaderTold:
    return ReaderTold(
        entry_id=entry.entry_id,
        principal_id=entry.principal_id,
        seq=entry.seq,
        type=entry.type,
        public_id=entry.public_id,
        at=entry.at,
    )


def acknowledge(session: Session, principal_id: UUID, seq: int, at: datetime) -> int:
    """The partner has acted on everything up to here; answers how many entries that confirms."""
    open_entries = select(FeedEntry).where(FeedEntry.principal_id == principal_id, FeedEntry.seq <= seq)
    rows = session.execute(open_entries.where(col(FeedEntry.acked_at).is_(None))).scalars().all()
    for row in rows:
        row.acked_at = at
    return len(rows)
