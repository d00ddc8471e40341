# SPDX-License-Identifier: Apache-2.0
"""The desk's verbs. Each door calls `touch` first: it checks the version and the claim, and makes the next version."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col

from app.consent import queries as consent
from app.consent import rules as consent_rules
from app.curation import queries, rules
from app.curation.errors import ClaimedByOther, StoryNotOpen, TeamMayNotRead
from app.curation.events import ConcernClosed, ConcernRaised
from app.curation.lifecycle import ConcernAction, ConcernStatus, next_status
from app.curation.models import (
    Claim,
    Concern,
    Cutting,
    CuttingHeard,
    Decision,
    Desk,
    Message,
    Quote,
    Redaction,
    Revision,
    Theme,
)
from app.curation.rules import Wish
from app.curation.schemas import DetailsIn, RedactionIn
from app.kit import audit, etags
from app.kit.errors import NotFound, PreconditionFailed, Validation
from app.kit.ids import new_id
from app.kit.outbox import announce
from app.people.access import Staff
from app.stories import queries as stories
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story
from app.transcription import again
from app.transcription import queries as transcription

LEASE = timedelta(minutes=30)
MOST_MARKS = 500
REPLACED = "replaced"


def touch(session: Session, story_id: UUID, if_match: str, *, by: Staff, at: datetime) -> str:
    """Take the story for one write: locked, at the version the caller saw, held by nobody else; answers its new ETag.

    A status that moves afterwards makes yet another: ask `queries.etag` when the write is done.
    """
    stories.story_for_update(session, story_id)
    etags.require(if_match, queries.etag(session, story_id))
    held = queries.claim(session, story_id, at=at)
    if held is not None and held.person_id != by.person_id:
        raise ClaimedByOther
    if held is not None:
        held.until = at + LEASE
    _added(session, story_id).version += 1
    session.flush()
    return queries.etag(session, story_id)


def touch_for_concern(session: Session, story_id: UUID, if_match: str) -> None:
    """The same for a safeguarding concern, which no claim may stand in the way of."""
    stories.story_for_update(session, story_id)
    etags.require(if_match, queries.etag(session, story_id))
    _added(session, story_id).version += 1
    session.flush()


def _added(session: Session, story_id: UUID) -> Desk:
    added = queries.desk(session, story_id)
    if added is None:
        story = stories.get_story(session, story_id)
        added = Desk(
            project_id=story.project_id, story_id=story_id, version=0, title=story.title, place_exact=story.place
        )
        session.add(added)
        session.flush()
    return added


def open_story(session: Session, story_id: UUID) -> Story:
    """The story, if the desk may change it now and the storyteller let the team in."""
    story = stories.get_story(session, story_id)
    if story.status != StoryStatus.IN_REVIEW:
        raise StoryNotOpen
    _require_let_in(session, story_id)
    return story


def open_to_machine(session: Session, story_id: UUID) -> Story:
    """The story, if the desk may have it heard now: as `open_story`, or while it waits to be heard at all."""
    story = stories.get_story(session, story_id)
    if story.status not in {StoryStatus.RECEIVED, StoryStatus.TRANSCRIBING}:
        return open_story(session, story_id)
    if transcription.pending_run(session, story_id) is None:
        raise StoryNotOpen
    _require_let_in(session, story_id)
    return story


def read_content(session: Session, story_id: UUID, action: str, *, by: Staff) -> None:
    """Before any of a story's content is shown at the desk: the storyteller let the team in, and it is written down."""
    story = stories.get_story(session, story_id)
    _require_let_in(session, story_id)
    audit.record(session, project_id=story.project_id, actor=str(by.person_id), action=action, subject=story_id)


def read_on(session: Session, story_id: UUID, action: str, *, by: Staff, at: datetime) -> None:
    """The same for a later part, which need not be written down again within the half hour."""
    if not audit.is_recorded(session, actor=str(by.person_id), action=action, subject=story_id, since=at - LEASE):
        read_content(session, story_id, action, by=by)


def _require_let_in(session: Session, story_id: UUID) -> None:
    if not consent_rules.team_may_read(consent.terms_of(session, story_id)):
        raise TeamMayNotRead


def _note(session: Session, story: Story, action: str, by: Staff) -> None:
    audit.record(session, project_id=story.project_id, actor=str(by.person_id), action=action, subject=story.story_id)


def claim(session: Session, story_id: UUID, *, by: Staff, at: datetime) -> None:
    """Hold the story for half an hour, which every write renews."""
    story = stories.get_story(session, story_id)
    lease = session.get(Claim, story_id)
    if lease is None:
        session.add(Claim(project_id=story.project_id, story_id=story_id, person_id=by.person_id, until=at + LEASE))
    else:
        lease.person_id, lease.until = by.person_id, at + LEASE
    _note(session, story, "claimed", by)


def leave(session: Session, story_id: UUID, *, by: Staff) -> None:
    story = stories.get_story(session, story_id)
    session.execute(delete(Claim).where(col(Claim.story_id) == story_id, col(Claim.person_id) == by.person_id))
    _note(session, story, "left", by)


def revise(
    session: Session, story_id: UUID, base_revision: int, wished: Sequence[Wish], *, by: Staff, at: datetime
) -> int:
    """A person's text over the words of `base_revision`; answers its number. Marks hold on to what is left of them."""
    story = open_story(session, story_id)
    again.give_way(session, story_id)
    number, before = queries.current_words(session, story_id)
    if base_revision != number:
        raise PreconditionFailed
    after = rules.realign(before, wished, number=number + 1)
    session.add(
        Revision(
            project_id=story.project_id,
            revision_id=new_id(),
            story_id=story_id,
            number=number + 1,
            words=after,
            by=by.person_id,
            at=at,
        )
    )
    for redaction in queries.redactions(session, story_id):
        if redaction.from_word is not None and redaction.to_word is not None:
            held = rules.reanchored(before, after, redaction.from_word, redaction.to_word)
            redaction.from_word, redaction.to_word = held or (None, None)
    for quote in queries.quotes(session, story_id):
        held = rules.reanchored(before, after, quote.from_word, quote.to_word)
        if held is None:
            quote.removed_at = at
        else:
            quote.from_word, quote.to_word = held
    _note(session, story, "revised", by)
    return number + 1


def redact(session: Session, story_id: UUID, wish: RedactionIn, *, by: Staff, at: datetime) -> UUID:
    """Mark words, or a stretch of sound and whatever words sound in it, to be removed from every edition."""
    story = open_story(session, story_id)
    if len(queries.redactions(session, story_id)) >= MOST_MARKS:
        raise Validation(errors=[{"pointer": "/from_word", "rule": "too_many"}])
    again.give_way(session, story_id)
    _number, words = queries.current_words(session, story_id)
    if wish.from_word is not None and wish.to_word is not None:
        covered = rules.between(words, wish.from_word, wish.to_word)
        start_ms, end_ms = rules.times_of(covered)
    else:
        start_ms, end_ms = _within(session, story_id, wish)
        covered = rules.touched(words, start_ms, end_ms)
    redaction = Redaction(
        project_id=story.project_id,
        redaction_id=new_id(),
        story_id=story_id,
        from_word=covered[0]["id"] if covered else None,
        to_word=covered[-1]["id"] if covered else None,
        start_ms=start_ms,
        end_ms=end_ms,
        reason=wish.reason,
        replacement=wish.replacement,
        by=by.person_id,
        at=at,
    )
    session.add(redaction)
    _note(session, story, "redacted", by)
    return redaction.redaction_id


def _within(session: Session, story_id: UUID, wish: RedactionIn) -> tuple[int, int]:
    playback = stories.playback(session, story_id)
    if wish.start_ms is None or wish.end_ms is None or playback is None:
        raise Validation(errors=[{"pointer": "/start_ms", "rule": "span"}])
    if not 0 <= wish.start_ms < wish.end_ms <= playback.duration_ms:
        raise Validation(errors=[{"pointer": "/end_ms", "rule": "span"}])
    return wish.start_ms, wish.end_ms


def unredact(session: Session, story_id: UUID, redaction_id: UUID, *, by: Staff, at: datetime) -> None:
    story = open_story(session, story_id)
    found = next((each for each in queries.redactions(session, story_id) if each.redaction_id == redaction_id), None)
    if found is None:
        raise NotFound
    found.removed_at = at
    _note(session, story, "unredacted", by)


def quote(session: Session, story_id: UUID, from_word: str, to_word: str, *, by: Staff, at: datetime) -> UUID:
    story = open_story(session, story_id)
    if len(queries.quotes(session, story_id)) >= MOST_MARKS:
        raise Validation(errors=[{"pointer": "/from_word", "rule": "too_many"}])
    again.give_way(session, story_id)
    _number, words = queries.current_words(session, story_id)
    rules.between(words, from_word, to_word)
    made = Quote(
        project_id=story.project_id,
        quote_id=new_id(),
        story_id=story_id,
        from_word=from_word,
        to_word=to_word,
        by=by.person_id,
        at=at,
    )
    session.add(made)
    _note(session, story, "quoted", by)
    return made.quote_id


def unquote(session: Session, story_id: UUID, quote_id: UUID, *, by: Staff, at: datetime) -> None:
    story = open_story(session, story_id)
    found = next((each for each in queries.quotes(session, story_id) if each.quote_id == quote_id), None)
    if found is None:
        raise NotFound
    found.removed_at = at
    _note(session, story, "unquoted", by)


def set_details(session: Session, story_id: UUID, details: DetailsIn, *, by: Staff) -> None:
    """The whole each time. A theme nobody used before enters the codebook; what was written while a voice was in it
    that has been cut out since is confirmed by it."""
    story = open_story(session, story_id)
    added = _added(session, story_id)
    added.title, added.summary = details.title, details.summary
    added.themes, added.tags = list(details.themes), list(details.tags)
    added.content_warnings = list(details.content_warnings)
    added.place_exact, added.place_area = details.place.exact, details.place.area
    added.place_precision, added.date_precision = details.place_precision, details.date_precision
    cut = session.get(Cutting, story_id)
    if cut is not None and cut.look_at:
        cut.look_at, cut.state = [], REPLACED  # what stood there before is to be forgotten by the database too
    known = {theme.name for theme in queries.themes(session)}
    for name in dict.fromkeys(details.themes):
        if name not in known:
            session.add(Theme(project_id=story.project_id, theme_id=new_id(), name=name))
    _note(session, story, "described", by)


def raise_concern(session: Session, story_id: UUID, urgency: str, note: str, *, by: Staff | None, at: datetime) -> UUID:
    """Somebody may be in danger: nothing of the story leaves until it is closed."""
    story = stories.get_story(session, story_id)
    concern = Concern(
        project_id=story.project_id,
        concern_id=new_id(),
        story_id=story_id,
        status=ConcernStatus.RAISED,
        urgency=urgency,
        note=note,
        raised_by=by.person_id if by else None,
        raised_at=at,
    )
    session.add(concern)
    raised = ConcernRaised(project_id=story.project_id, story_id=story_id, concern_id=concern.concern_id)
    announce(session, raised, actor=by.person_id if by else "storyteller")
    return concern.concern_id


def close_concern(session: Session, story_id: UUID, concern_id: UUID, *, by: Staff, at: datetime) -> None:
    story = stories.get_story(session, story_id)
    found = next((each for each in queries.concerns(session, story_id) if each.concern_id == concern_id), None)
    if found is None:
        raise NotFound
    if found.closed_at is None:
        found.closed_at = at
        found.status = next_status(found.status, ConcernAction.CLOSE)
        closed = ConcernClosed(project_id=story.project_id, story_id=story_id, concern_id=concern_id)
        announce(session, closed, actor=by.person_id)


def note_decision(session: Session, story_id: UUID, decision: str, note: str, *, by: Staff, at: datetime) -> None:
    """Keep who decided what, and why."""
    story = stories.get_story(session, story_id)
    session.add(
        Decision(
            project_id=story.project_id,
            decision_id=new_id(),
            story_id=story_id,
            decision=decision,
            note=note,
            by=by.person_id,
            at=at,
        )
    )


def erase(session: Session, story_id: UUID) -> None:
    """Everything the desk added."""
    for table in (Claim, Revision, Redaction, Quote, Concern, Decision, Message, Cutting, CuttingHeard, Desk):
        session.execute(delete(table).where(col(table.story_id) == story_id))
