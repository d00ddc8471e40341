# SPDX-License-Identifier: Apache-2.0
"""Cutting out a voice that was taken back: what is marked, what was heard, and what is left to do before it goes.

A narrow door of its own: whoever passes it holds the story, is written down, and opens nothing else with it.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import select

from app.consent import gone
from app.consent.models import ConsentRecord
from app.consent.rules import CutRefusal
from app.curation import queries
from app.curation.cut_rules import (
    Mark,
    Marks,
    Span,
    WordMark,
    in_order,
    laid_out,
    left_outside,
    merged,
    overlaps,
    unheard,
    with_struck,
)
from app.curation.cutting_schemas import CuttingIn
from app.curation.errors import (
    LEFT_TO_CUT,
    ClaimedByOther,
    CutBegun,
    HeldBack,
    NotClaimed,
    NothingToCut,
    StoryNotOpen,
    TeamMayNotRead,
    UndoStillOpen,
)
from app.curation.events import CutAsked
from app.curation.models import Cutting, CuttingHeard
from app.curation.rules import Word
from app.curation.service import LEASE, REPLACED
from app.kit import audit
from app.kit.errors import DomainError, Validation
from app.kit.ids import new_id
from app.kit.outbox import announce
from app.people.access import Staff
from app.stories import queries as stories
from app.stories import service as story_service
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story
from app.transcription import queries as transcription
from app.transcription import service as transcription_service

MARKING: Final = "marking"
ASKED: Final = "asked"
REPLACING: Final = "replacing"
DONE: Final = "done"
MADE: Final = frozenset({REPLACED, DONE})
UNDER_WAY: Final = frozenset({ASKED, REPLACING})
SLACK_MS: Final = 1_000
SHUT: Final = frozenset({StoryStatus.WITHDRAWN, StoryStatus.AWAITING_RECORDING})
REFUSALS: Final[dict[CutRefusal, type[DomainError]]] = {
    CutRefusal.NOBODY_GONE: NothingToCut,
    CutRefusal.UNDO_RUNS: UndoStillOpen,
    CutRefusal.OTHERS_REFUSE: TeamMayNotRead,
}


@dataclass(frozen=True)
class Left:
    """Something that is left to do; `slug` is the refusal's name."""

    slug: str
    detail: str


@dataclass(frozen=True)
class Work:
    """One story on the table: its words as they are shown, each with whether the desk had taken it out, and what is
    marked of them."""

    story: Story
    row: Cutting
    told: Sequence[tuple[Word, bool]]
    marks: Marks
    word_marks: Sequence[WordMark]
    duration_ms: int | None
    has_sound: bool
    played: Sequence[Span]

    @property
    def words(self) -> list[Word]:
        return [word for word, _ in self.told]


def find(session: Session, story_id: UUID) -> Cutting | None:
    """As it stands in the database now."""
    sought = select(Cutting).where(Cutting.story_id == story_id).execution_options(populate_existing=True)
    return session.execute(sought).scalar_one_or_none()


def enter(session: Session, story_id: UUID, *, by: Staff, at: datetime) -> Work:
    """The story with the voice that is to go, for the one who holds it.

    Raises 409 `nothing-to-cut`, `undo-still-open`, `on-hold`, `story-not-open`, `claimed-by-other`, `not-claimed` or
    `cut-begun`, and 403 `team-may-not-read` where somebody who stays does not let the team in.
    """
    story = stories.get_story(session, story_id)
    _require_open(session, story, by=by, at=at)
    row = find(session, story_id)
    if row is not None and row.state in UNDER_WAY:
        raise CutBegun
    return laid(session, story, row if row is not None and row.state == MARKING else _begin(session, story, at))


def _require_open(session: Session, story: Story, *, by: Staff, at: datetime) -> None:
    if story.status in SHUT:
        raise StoryNotOpen
    refusal = gone.cut_refusal(session, story.story_id, at)
    if refusal is not None:
        raise REFUSALS[refusal]
    if queries.open_holds(session, story.story_id):
        raise HeldBack
    held = queries.claim(session, story.story_id, at=at)
    if held is None:
        raise NotClaimed
    if held.person_id != by.person_id:
        raise ClaimedByOther


def is_open(session: Session, story_id: UUID, *, by: Staff, at: datetime) -> bool:
    """The same, asked again while sound runs."""
    row = find(session, story_id)
    if row is not None and row.state in UNDER_WAY:
        return False
    try:
        _require_open(session, stories.get_story(session, story_id), by=by, at=at)
    except DomainError:
        return False
    return True


def begun(session: Session, story_id: UUID, *, at: datetime) -> Cutting | None:
    """The cut that was asked for, or has been made and nobody else is gone; None while somebody is to mark it."""
    row = find(session, story_id)
    if row is None or row.state == MARKING:
        return None
    is_made = row.state in MADE
    return None if is_made and gone.cut_refusal(session, story_id, at) != CutRefusal.NOBODY_GONE else row


def _begin(session: Session, story: Story, at: datetime) -> Cutting:
    """A row that is kept with the first mark; names that are labels in the text stand for who bears them."""
    leaving = {record.participant_id for record in gone.gone_from(session, story.story_id, at)}
    people = stories.participants(session, story.story_id)
    staying = {one.display_name.strip() for one in people if one.participant_id not in leaving}
    names = {one.display_name.strip() for one in people if one.participant_id in leaving} - staying - {""}
    labels = {(word.get("speaker") or "").strip() for word in queries.current_words(session, story.story_id)[1]}
    return Cutting(project_id=story.project_id, story_id=story.story_id, state=MARKING, speakers=sorted(names & labels))


def laid(session: Session, story: Story, row: Cutting) -> Work:
    """What the marks come to over the text of today."""
    _number, current = queries.current_words(session, story.story_id)
    is_written = story.medium == "text"
    original = transcription.words_of(session, story.story_id) if is_written else []
    told = with_struck(original, current) if is_written else [(word, False) for word in current]
    playback = stories.playback(session, story.story_id)
    spans = [Mark(**one) for one in row.spans]
    word_marks = [WordMark(**one) for one in row.word_spans]
    duration_ms = playback.duration_ms if playback else None
    marks = laid_out(spans, word_marks, row.speakers, [word for word, _ in told], duration_ms)
    return Work(
        story=story,
        row=row,
        told=told,
        marks=marks,
        word_marks=word_marks,
        duration_ms=duration_ms,
        has_sound=any(part.media_state == stories.KEPT for part in stories.recordings(session, story.story_id)),
        played=played(session, story.story_id),
    )


def played(session: Session, story_id: UUID) -> list[Span]:
    heard = select(CuttingHeard.from_ms, CuttingHeard.to_ms).where(CuttingHeard.story_id == story_id)
    return merged([(row[0], row[1]) for row in session.execute(heard)])


def prepare(session: Session, work: Work) -> None:
    """What is wanting before somebody can begin: the sound joined, the words set down; nobody did while it was shut."""
    if work.story.medium == "text":
        transcription_service.set_down(session, work.story)
    elif work.duration_ms is None and work.has_sound:
        story_service.ask_playback(session, work.story.story_id)


def read(session: Session, work: Work, *, by: Staff) -> None:
    """Before any of it is shown: it is written down."""
    note(session, work.story, "read_to_cut", by)


def listen(session: Session, work: Work, *, by: Staff, at: datetime, is_later_part: bool) -> None:
    """Before any of it is heard; a later part need not be written down again within the half hour."""
    subject = work.story.story_id
    since, action = at - LEASE, "heard_to_cut"
    if is_later_part and audit.is_recorded(
        session, actor=str(by.person_id), action=action, subject=subject, since=since
    ):
        return
    note(session, work.story, action, by)


def mark(session: Session, work: Work, told: CuttingIn, *, by: Staff) -> None:
    """All of it each time. Raises `Validation` for what is not there to be marked."""
    is_written = work.story.medium == "text"
    if is_written and told.spans:
        raise Validation(errors=[{"pointer": "/spans", "rule": "in_writing"}])
    if not is_written and told.word_spans:
        raise Validation(errors=[{"pointer": "/word_spans", "rule": "in_sound"}])
    spans = in_order([Mark(**one.model_dump()) for one in told.spans], work.duration_ms or 0)
    word_marks = [WordMark(**one.model_dump()) for one in told.word_spans]
    laid_out((), word_marks, (), work.words, None)
    row = work.row
    row.spans, row.word_spans = [asdict(one) for one in spans], [asdict(one) for one in word_marks]
    if told.speakers is not None:
        row.speakers = sorted({label.strip() for label in told.speakers} - {""})
    row.nothing_said, row.problem = told.nothing_said, ""
    session.merge(row)
    note(session, work.story, "cut_marked", by)
    session.flush()


def hear(session: Session, work: Work, from_ms: int, to_ms: int, *, by: Staff, at: datetime) -> None:
    """Somebody has played this stretch of the whole original."""
    if not 0 <= from_ms < to_ms <= (work.duration_ms or 0) + SLACK_MS:
        raise Validation(errors=[{"pointer": "/to_ms", "rule": "span"}])
    held = queries.claim(session, work.story.story_id, at=at)
    if held is not None:
        held.until = at + LEASE
    session.add(
        CuttingHeard(
            project_id=work.story.project_id,
            heard_id=new_id(),
            story_id=work.story.story_id,
            from_ms=from_ms,
            to_ms=to_ms,
            by=by.person_id,
            at=at,
        )
    )
    session.flush()
    audit.record(
        session,
        project_id=work.story.project_id,
        actor=str(by.person_id),
        action="heard_to_cut",
        subject=work.story.story_id,
        details={"from_ms": from_ms, "to_ms": to_ms},
    )


def finish(session: Session, work: Work, *, by: Staff, at: datetime) -> None:
    """Have it cut out. Raises the refusal that names the first thing that is left to do."""
    missing = left(work)
    if missing:
        raise LEFT_TO_CUT[missing[0].slug](missing[0].detail)
    row = work.row
    row.state, row.asked_by, row.asked_at, row.problem = ASKED, by.person_id, at, ""
    session.merge(row)
    session.flush()
    announce(session, CutAsked(project_id=work.story.project_id, story_id=work.story.story_id), actor=by.person_id)


def left(work: Work) -> list[Left]:
    """Everything that is left to do, in the order somebody would do it."""
    found = []
    is_written = work.story.medium == "text"
    if not is_written and work.duration_ms is None and work.has_sound:
        found.append(Left("cut-no-sound", "There is no sound to listen to yet."))
    if not (work.row.spans or work.row.word_spans or work.row.nothing_said):
        found.append(Left("cut-not-marked", "Mark what they said, or say that they said nothing in it."))
    if work.duration_ms is not None and unheard(work.duration_ms, work.played):
        found.append(Left("cut-unheard", "Somebody must hear the whole original once: they may speak anywhere in it."))
    if left_outside(work.words, work.marks):
        found.append(Left("cut-words-outside", "A word that bears their name is not marked."))
    if overlaps(work.words, work.marks, work.word_marks):
        found.append(
            Left("cut-overlap", "Somebody who stays speaks in a marked stretch. Move its edge, or let both go.")
        )
    return found


def leaving(session: Session, story_id: UUID, *, at: datetime) -> list[ConsentRecord]:
    """Who goes."""
    return gone.gone_from(session, story_id, at)


def note(session: Session, story: Story, action: str, by: Staff) -> None:
    audit.record(session, project_id=story.project_id, actor=str(by.person_id), action=action, subject=story.story_id)
