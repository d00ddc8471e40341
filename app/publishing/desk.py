# SPDX-License-Identifier: Apache-2.0
"""What publishing adds to a story's screen at the desk: the proof, what stands in the way, and who would get it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.curation.screen import screen as desk_screen
from app.publishing import decisions, proofs, queries
from app.publishing.coverage import Span, Stretch, is_covered
from app.publishing.errors import RedactionUnplaced
from app.publishing.models import EditionRow
from app.publishing.schemas import EditionOut, ObstacleOut, ProofOut, RecipientsOut, StretchOut, WillNot
from app.stories import queries as stories
from app.stories.lifecycle import StoryStatus

CLOSED = frozenset({StoryStatus.WITHDRAWN, StoryStatus.AWAITING_RECORDING})


def screen(session: Session, story_id: UUID, *, at: datetime) -> dict[str, Any]:
    """Everything one screen needs; after a withdrawal the bare fact."""
    shown = desk_screen(session, story_id, at=at)
    if shown["status"] in CLOSED:
        nobody = RecipientsOut(will=[], will_not=[])
        return {**shown, "proof": None, "edition": None, "obstacles": [], "recipients": nobody.model_dump()}
    newest = queries.newest_proof(session, story_id) or queries.current_edition(session, story_id)
    spans = queries.played(session, [newest.edition_id])[newest.edition_id] if newest else []
    proof, edition = proof_of(session, story_id, at=at), edition_of(session, story_id)
    return {
        **shown,
        "redactions": [_with_heard(one, spans) for one in shown["redactions"]],
        "proof": proof.model_dump(mode="json") if proof else None,
        "edition": edition.model_dump(mode="json") if edition else None,
        "obstacles": [one.model_dump() for one in obstacles_of(session, story_id, at=at)],
        "recipients": recipients_of(session, story_id, at=at).model_dump(),
    }


def _with_heard(redaction: dict[str, Any], spans: list[Span]) -> dict[str, Any]:
    start_ms, end_ms = redaction["start_ms"], redaction["end_ms"]
    is_written = start_ms is None or end_ms is None
    return {**redaction, "heard": is_written or is_covered(Stretch(start_ms, end_ms, "redaction"), spans)}


def proof_of(session: Session, story_id: UUID, *, at: datetime) -> ProofOut | None:
    row = queries.newest_proof(session, story_id)
    return shown_proof(session, row, at=at) if row else None


def shown_proof(session: Session, row: EditionRow, *, at: datetime) -> ProofOut:
    voices = queries.voices_for(session, [row.story_id], at=at)[row.story_id]
    spans = queries.played(session, [row.edition_id])[row.edition_id]
    try:
        current = proofs.current_proof(session, stories.get_story(session, row.story_id))
    except RedactionUnplaced:
        current = None
    return ProofOut(
        sha256=row.sha256,
        state=row.state,
        is_current=current is not None and current.edition_id == row.edition_id,
        duration_ms=row.duration_ms,
        to_hear=[
            StretchOut(start_ms=one.start_ms, end_ms=one.end_ms, why=one.why, heard=is_covered(one, spans))
            for one in queries.to_hear(row, voices, at)
        ],
    )


def edition_of(session: Session, story_id: UUID) -> EditionOut | None:
    row = queries.current_edition(session, story_id)
    if row is None:
        return None
    names = [one.name for one in queries.recipients(session, story_id) if one.until is None]
    return EditionOut(version=row.number, published_at=row.released_at, recipients=names)


def obstacles_of(session: Session, story_id: UUID, *, at: datetime) -> list[ObstacleOut]:
    return [ObstacleOut(slug=one.slug, detail=one.detail) for one in decisions.obstacles(session, story_id, at=at)]


def recipients_of(session: Session, story_id: UUID, *, at: datetime) -> RecipientsOut:
    told = decisions.readership(session, story_id, at=at)
    return RecipientsOut(will=told.will, will_not=[WillNot(name=name, why=why) for name, why in told.will_not])
