# SPDX-License-Identifier: Apache-2.0
"""Words of a voice that leaves, out of everything that was heard or set down."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.transcription import again, queries
from app.transcription.lifecycle import RunStatus
from app.transcription.models import HeardWindow, Run, Segment


def cut_words(session: Session, story_id: UUID, goes: Callable[[dict[str, Any]], bool]) -> None:
    """Out of every run. Where anything went, what the machine thought of the stretch goes too; a gist goes whole."""
    again.forget_gists(session, story_id)
    heard = select(Segment).where(col(Segment.story_id) == story_id)
    for segment in session.execute(heard).scalars().all():
        kept = [word for word in segment.words if not goes(word)]
        if not kept:
            session.delete(segment)
        elif len(kept) < len(segment.words):
            segment.words = kept
            segment.start_ms = min((one["start_ms"] for one in kept if one["start_ms"] is not None), default=None)
            segment.end_ms = max((one["end_ms"] for one in kept if one["end_ms"] is not None), default=None)
            segment.avg_logprob = segment.no_speech_prob = None
            segment.flags = []
    session.execute(delete(HeardWindow).where(col(HeardWindow.story_id) == story_id))
    for run in session.execute(select(Run).where(col(Run.story_id) == story_id)).scalars():
        if run.status == RunStatus.DONE:
            run.message = ""
    session.flush()


def text_of(session: Session, story_id: UUID) -> str:
    """A story in writing, from the words that are left of it; a paragraph each."""
    paragraphs = [
        " ".join(word["text"] for word in segment.words) for segment in queries.segments_of(session, story_id)
    ]
    return "\n\n".join(paragraphs)
