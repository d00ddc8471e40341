# SPDX-License-Identifier: Apache-2.0
"""What the one who cuts a voice out is shown: the text with who speaks, and how far the work has come."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy.orm import Session

from app.curation import cutting, queries
from app.curation.cut_rules import Span, goes, left_outside, merged, overlaps, unheard
from app.curation.cutting import Work
from app.curation.cutting_schemas import (
    CuttingAsked,
    CuttingLeft,
    CuttingMark,
    CuttingOut,
    CuttingOverlap,
    CuttingPerson,
    CuttingProgress,
    CuttingSegment,
    CuttingSpeaker,
    CuttingStretch,
    CuttingWord,
    CuttingWordMark,
)
from app.curation.models import Cutting
from app.stories import queries as stories
from app.stories.models import Story
from app.transcription import queries as transcription


def shown(session: Session, work: Work, *, at: datetime) -> CuttingOut:
    story, marks = work.story, work.marks
    outside = left_outside(work.words, marks)
    both = overlaps(work.words, marks, work.word_marks)
    parts = stories.recordings(session, story.story_id)
    run = transcription.latest_run(session, story.story_id)
    return CuttingOut(
        **progress(work).model_dump(),
        medium=story.medium,
        language=(run.language if run else None) or story.language,
        sound=_sound(work),
        duration_ms=work.duration_ms,
        unplayable=sum(part.media_state == stories.QUARANTINED for part in parts),
        people=_people(session, work, at),
        speakers=_speakers(work),
        words=[
            CuttingWord(
                id=word["id"],
                text=word["text"],
                start_ms=word["start_ms"],
                end_ms=word["end_ms"],
                speaker=word.get("speaker"),
                is_struck=is_struck,
                goes=goes(word, marks),
            )
            for word, is_struck in work.told
        ],
        segments=[
            CuttingSegment(first_word=one.words[0]["id"], last_word=one.words[-1]["id"])
            for one in transcription.segments_of(session, story.story_id)
            if one.words
        ],
        spans=[CuttingMark(**one) for one in work.row.spans],
        word_spans=[CuttingWordMark(**one) for one in work.row.word_spans],
        nothing_said=work.row.nothing_said,
        silenced=_stretches(marks.silenced),
        outside=outside,
        overlaps=[CuttingOverlap(mark=place, words=words) for place, words in sorted(both.items())],
    )


def progress(work: Work) -> CuttingProgress:
    return CuttingProgress(
        story_id=work.story.story_id,
        state="marking",
        heard=_stretches(merged(work.played)),
        unheard=_stretches(unheard(work.duration_ms, work.played) if work.duration_ms is not None else []),
        left=[CuttingLeft(slug=one.slug, detail=one.detail) for one in cutting.left(work)],
        look_at=[],
        has_failed=bool(work.row.problem),
    )


def begun(story: Story, row: Cutting) -> CuttingOut:
    """The bare fact, from the moment it was asked for."""
    return CuttingOut(
        story_id=story.story_id,
        state=state_of(row),
        heard=[],
        unheard=[],
        left=[],
        look_at=list(row.look_at),
        medium=story.medium,
        language=None,
        sound="none",
        duration_ms=None,
        unplayable=0,
        people=[],
        speakers=[],
        words=[],
        segments=[],
        spans=[],
        word_spans=[],
        nothing_said=False,
        silenced=[],
        outside=[],
        overlaps=[],
    )


def asked(session: Session, story_id: UUID, row: Cutting) -> CuttingAsked:
    """`look_at` as it will be: what stands today and was written about the whole story."""
    state = state_of(row)
    told = row.look_at if state == "done" else queries.written_about_the_whole(session, story_id)
    return CuttingAsked(story_id=story_id, state=state, look_at=list(told))


def state_of(row: Cutting) -> Literal["making", "done"]:
    return "done" if row.state in cutting.MADE else "making"


def _sound(work: Work) -> Literal["ready", "making", "none"]:
    if work.duration_ms is not None:
        return "ready"
    return "making" if work.has_sound else "none"


def _people(session: Session, work: Work, at: datetime) -> list[CuttingPerson]:
    leaving = {one.participant_id for one in cutting.leaving(session, work.story.story_id, at=at)}
    return [
        CuttingPerson(
            participant_id=one.participant_id,
            role=one.role,
            display_name=one.display_name,
            is_gone=one.participant_id in leaving,
        )
        for one in stories.participants(session, work.story.story_id)
    ]


def _speakers(work: Work) -> list[CuttingSpeaker]:
    counted = Counter((word.get("speaker") or "").strip() for word in work.words)
    counted.pop("", None)
    return [
        CuttingSpeaker(label=label, words=number, is_gone=label in work.marks.speakers)
        for label, number in counted.items()
    ]


def _stretches(spans: Sequence[Span]) -> list[CuttingStretch]:
    return [CuttingStretch(start_ms=start, end_ms=end) for start, end in spans]
