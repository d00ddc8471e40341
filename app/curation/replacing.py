# SPDX-License-Identifier: Apache-2.0
"""What the worker does once a cut was asked for: render, ledger, objects, rows. Safe to crash and repeat.

Until the ledger is committed anybody's word stops it; from then on nothing does.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, or_
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import gone
from app.consent import queries as consent
from app.curation import cutting, queries, service
from app.curation.cut_rules import Marks, goes
from app.curation.events import CutAsked
from app.curation.models import (
    Concern,
    Cutting,
    CuttingHeard,
    Decision,
    Message,
    Quote,
    Redaction,
    Revision,
)
from app.curation.rules import Word, between, reanchored, times_of
from app.kit import clock
from app.kit.db import reading
from app.kit.errors import Validation
from app.kit.outbox import announce
from app.stories import cutting as stories_cutting
from app.stories import queries as stories
from app.stories.cutting import CutCopy
from app.stories.erasure import delete_objects
from app.stories.models import Story
from app.stories.service import WORKER
from app.transcription import cutting as transcription

CHANGED = "consent-changed"
UNPLAYABLE = "unplayable"


def plan(session: Session, story_id: str) -> dict[str, Any] | None:
    """What is to be made, and under which consent; None where nobody wants it any more."""
    row, story = _asked(session, story_id, cutting.ASKED)
    if row is None or story is None:
        return None
    if gone.cut_refusal(session, story.story_id, clock.now()) is not None:
        row.state, row.problem = cutting.MARKING, CHANGED
        return None
    work = cutting.laid(session, story, row)
    kept = [part for part in stories.recordings(session, story.story_id) if part.media_state == stories.KEPT]
    kept = [part for part in kept if part.key is not None]
    return {
        "keys": [part.key for part in kept],
        "gaps_ms": [part.gap_before_ms for part in kept],
        "spans": [list(span) for span in work.marks.silenced],
        "epoch": consent.epoch(session, story.story_id),
    }


def render(project_id: str, story_id: str, plan: dict[str, Any]) -> dict[str, Any] | None:
    """Answers what stands now as an object; nothing for a story in writing, None where the sound cannot be played."""
    if not plan["keys"]:
        return {}
    spans = [(start, end) for start, end in plan["spans"]]
    made = stories_cutting.render(project_id, story_id, plan["keys"], spans, plan["gaps_ms"])
    return asdict(made) if made is not None else None


def give_up(session: Session, story_id: str) -> None:
    row, _ = _asked(session, story_id, cutting.ASKED)
    if row is not None:
        row.state, row.problem = cutting.MARKING, UNPLAYABLE


def begin(session: Session, story_id: str, epoch: int, made: dict[str, Any]) -> bool:
    """The point of no return: what goes enters the ledger, and what takes its place is kept. False where consent has
    changed since `epoch`, or somebody else was faster."""
    row, story = _asked(session, story_id, cutting.ASKED)
    if row is None or story is None:
        return False
    at = clock.now()
    if consent.epoch(session, story.story_id) != epoch or gone.cut_refusal(session, story.story_id, at) is not None:
        return False
    leaving = [one.record_id for one in cutting.leaving(session, story.story_id, at=at)]
    stories_cutting.open_ledger(session, story, leaving, at)
    row.state, row.record_ids, row.cut_copy = cutting.REPLACING, [str(one) for one in leaving], made
    return True


def destroy(project_id: str, story_id: str) -> None:
    """Every object that the voice may be heard in. What is listed before the rows are replaced was made before."""
    with reading(UUID(project_id)) as session:
        row = cutting.find(session, UUID(story_id))
        kept = row.cut_copy.get("key") if row is not None else None
    found = stories_cutting.objects_but(project_id, story_id, kept)
    with reading(UUID(project_id)) as session:
        row = cutting.find(session, UUID(story_id))
    if row is not None and row.state == cutting.REPLACING:
        leaving = [UUID(one) for one in row.record_ids]
        stories_cutting.insist_on_copy(project_id, story_id, leaving, clock.now())
        delete_objects(found)


def replace(session: Session, story_id: str) -> None:
    """All rows in one transaction: sound, words, marks, what was written with that voice, and the voice itself."""
    row, story = _asked(session, story_id, cutting.REPLACING)
    if row is None or story is None:
        return
    work = cutting.laid(session, story, row)
    records = [UUID(one) for one in row.record_ids]
    row.look_at = queries.written_about_the_whole(session, story.story_id)
    _forget_what_the_phone_told(session, story)
    _cut_marks(session, story.story_id, work.marks)
    _cut_words(session, story.story_id, work.marks)
    _forget_notes(session, story.story_id, records)
    is_written = story.medium == "text"
    text = transcription.text_of(session, story.story_id) if is_written else ""
    copy = CutCopy(**row.cut_copy) if row.cut_copy else None
    epoch = stories_cutting.replace(session, story, records, copy, text=text)
    session.execute(delete(CuttingHeard).where(col(CuttingHeard.story_id) == story.story_id))
    row.spans, row.word_spans, row.speakers, row.record_ids = [], [], [], []
    row.state, row.cut_copy, row.replaced_at = service.REPLACED, {"epoch": epoch}, clock.now()


def go_on(project_id: str, story_id: str) -> Callable[[Session], None]:
    """For housekeeping, where a worker died between the ledger and the rows."""
    destroy(project_id, story_id)
    return lambda session: replace(session, story_id)


def ask_again(session: Session, story_id: UUID) -> None:
    """Where no job has taken it up; each such time counts from now."""
    row, story = _asked(session, str(story_id), cutting.ASKED)
    if row is not None and story is not None:
        row.asked_at = clock.now()
        announce(session, CutAsked(project_id=story.project_id, story_id=story_id), actor=WORKER)


def made(session: Session) -> list[Cutting]:
    """Cuts whose rows are replaced, and of which something may be left elsewhere."""
    return list(session.execute(select(Cutting).where(Cutting.state == service.REPLACED)).scalars())


def epoch_of(row: Cutting) -> int:
    """The consent epoch that began with a cut that is made."""
    return int(row.cut_copy["epoch"])


def close(session: Session, story_id: UUID) -> None:
    """Nothing of the voice is left anywhere."""
    row = cutting.find(session, story_id)
    if row is not None and row.state == service.REPLACED:
        row.state = cutting.DONE


def left_lying(session: Session, before: datetime) -> tuple[list[Cutting], list[Cutting]]:
    """Cuts asked for before then that no job has begun, and those that one has left half done."""
    late = select(Cutting).where(col(Cutting.asked_at) <= before)
    return (
        list(session.execute(late.where(Cutting.state == cutting.ASKED)).scalars()),
        list(session.execute(late.where(Cutting.state == cutting.REPLACING)).scalars()),
    )


def _asked(session: Session, story_id: str, state: str) -> tuple[Cutting | None, Story | None]:
    """The cut in this state, its story locked first."""
    story = stories.story_for_update_or_none(session, UUID(story_id))
    row = cutting.find(session, UUID(story_id)) if story is not None and story.erased_at is None else None
    return (row, story) if row is not None and row.state == state else (None, None)


def _forget_what_the_phone_told(session: Session, story: Story) -> None:
    """A title or place that the desk left as it came; the desk's own are for a person to look at."""
    added = queries.desk(session, story.story_id)
    if added is None:
        return
    if added.title == story.title:
        added.title = ""
    if added.place_exact == story.place:
        added.place_exact = ""
    added.version += 1


def _cut_words(session: Session, story_id: UUID, marks: Marks) -> None:
    transcription.cut_words(session, story_id, lambda word: goes(word, marks))
    for revision in session.execute(select(Revision).where(col(Revision.story_id) == story_id)).scalars():
        revision.words = [word for word in revision.words if not goes(word, marks)]


def _cut_marks(session: Session, story_id: UUID, marks: Marks) -> None:
    """Before the words go: what the desk marked in them goes with them, and holds on where some are left."""
    for table in (Redaction, Quote):
        gone_before = delete(table).where(col(table.story_id) == story_id, col(table.removed_at).is_not(None))
        session.execute(gone_before)
    _number, before = queries.current_words(session, story_id)
    after = [word for word in before if not goes(word, marks)]
    for quote in queries.quotes(session, story_id):
        covered = _covered(before, quote.from_word, quote.to_word)
        if not covered or any(goes(word, marks) for word in covered):
            session.delete(quote)
    for redaction in queries.redactions(session, story_id):
        _cut_redaction(session, redaction, before, after, marks)
    session.flush()


def _cut_redaction(
    session: Session, redaction: Redaction, before: Sequence[Word], after: Sequence[Word], marks: Marks
) -> None:
    covered = _covered(before, redaction.from_word, redaction.to_word)
    if not covered:
        start_ms, end_ms = redaction.start_ms, redaction.end_ms
        if start_ms is not None and end_ms is not None and _is_silenced(start_ms, end_ms, marks):
            session.delete(redaction)
        return
    if not any(goes(word, marks) for word in covered):
        return
    held = reanchored(before, after, covered[0]["id"], covered[-1]["id"])
    if held is None:
        session.delete(redaction)
        return
    redaction.from_word, redaction.to_word = held
    redaction.start_ms, redaction.end_ms = times_of(between(after, *held))


def _covered(words: Sequence[Word], first: str | None, last: str | None) -> list[Word]:
    if first is None or last is None:
        return []
    try:
        return between(words, first, last)
    except Validation:
        return []


def _is_silenced(start_ms: int, end_ms: int, marks: Marks) -> bool:
    return any(start <= start_ms and end_ms <= end for start, end in marks.silenced)


def _forget_notes(session: Session, story_id: UUID, records: Sequence[UUID]) -> None:
    """What that voice wrote to the desk, and what nobody can say who wrote; what the desk noted when it decided about a
    story that is not there any more."""
    theirs = or_(col(Message.record_id).in_(records), col(Message.record_id).is_(None))
    messages = select(Message).where(col(Message.story_id) == story_id, theirs)
    told = list(session.execute(messages).scalars())
    texts = {message.text for message in told}
    for message in told:
        session.delete(message)
    for concern in session.execute(select(Concern).where(col(Concern.story_id) == story_id)).scalars():
        if concern.raised_by is None and concern.note in texts:
            concern.note = ""
    for decision in session.execute(select(Decision).where(col(Decision.story_id) == story_id)).scalars():
        decision.note = ""
    session.flush()
