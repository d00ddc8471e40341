# SPDX-License-Identifier: Apache-2.0
"""What happened after an archive was made, done again to the rows that come out of it, before anybody can ask for them.

An erased story goes; a story taken back since is taken back; what was narrowed is hidden; a child's word against a
guardian stands; what partners were told since is taken back from them. The daybook knows that, and not the words: where
it cannot say how little somebody allows now, nothing leaves until they say so themselves.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import chain, objections, rules
from app.consent import queries as consent_queries
from app.consent import service as consent
from app.consent.models import ConsentRecord
from app.kit import daybook, jobs
from app.kit.daybook import Line
from app.projects import queries as projects
from app.publishing import releases, returning
from app.publishing import service as publishing
from app.publishing.events import ReleaseErased
from app.publishing.models import Release
from app.receipts.service import carry_out
from app.stories import ledger
from app.stories import queries as stories
from app.stories import service as story_service
from app.stories.events import StoryErased
from app.stories.ledger import Mark
from app.stories.models import ErasureLedger, Recording, Story

SYSTEM: Final = "system"
RESTORED: Final = "restored"
UNDONE: Final = "undone"
WIDENED: Final = "widened"
EMBARGOED: Final = "embargoed"


@dataclass
class Replayed:
    """How many stories went, were taken back, were hidden, or wait for a person to approve them again."""

    erased: int = 0
    taken_back: int = 0
    hidden: int = 0
    closed: int = 0


def replay(session: Session, lines: Sequence[Line], at: datetime) -> Replayed:
    """In the transaction that the rows came in by; `lines` is the whole daybook."""
    done = Replayed()
    marks, fresh = _put_marks(session, [line for line in lines if line["what"] == ledger.ERASED])
    for story_id in _marked(session, marks, fresh):
        _erase(session, story_id, at)
        done.erased += 1
    touched = returning.take_back(session, [line for line in lines if line["what"] == releases.TOLD], at)
    touched |= _say_again(session, [line for line in lines if line["what"] == chain.SAID], at, done)
    _object_again(session, [line for line in lines if line["what"] == objections.SAID])
    for story_id in sorted(touched):
        returning.close_again(session, story_id, at)
        done.closed += 1
    return done


def _put_marks(session: Session, lines: Sequence[Line]) -> tuple[set[str], set[str]]:
    """Every mark there is, and those among them that the archive does not know. They stand in the ledger from now on,
    under a project that is here: they are looked up across all of them."""
    known = set(session.execute(select(ErasureLedger.hmac)).scalars())
    here = [project.project_id for project in projects.all_projects(session)]
    told = {
        one[1]: (Mark(*one), UUID(line["project"]), datetime.fromisoformat(line["at"]))
        for line in lines
        for one in line["marks"]
    }
    fresh = told.keys() - known
    if not here:
        return set(told), fresh
    for hmac in sorted(fresh):
        mark, project_id, at = told[hmac]
        ledger.write(session, project_id if project_id in here else here[0], [mark], at)
    return set(told), fresh


def _marked(session: Session, marks: set[str], fresh: set[str]) -> list[UUID]:
    """Stories that are in the ledger, and those of which a part has come into it since the archive: whoever was cut out
    of one is in all that is left of it here."""
    found = []
    for story in session.execute(select(Story).order_by(col(Story.story_id))).scalars():
        parts = [(part.recording_id, part.sha256) for part in stories.recordings(session, story.story_id)]
        voices = [voice.participant_id for voice in stories.participants(session, story.story_id)]
        mine = ledger.marks_of(story.story_id, parts, voices, text=story.text, device_id=story.device_id)
        if mine[0].hmac in marks or any(mark.hmac in fresh for mark in mine):
            found.append(story.story_id)
    return found


def _erase(session: Session, story_id: UUID, at: datetime) -> None:
    """As a worker does it, room by room, with nobody at the doors; readers get their tombstone."""
    story = story_service.withdraw(session, story_id, actor=SYSTEM, at=at, erase_now=True)
    publishing.retract(session, story_id, at)
    story_service.erase(session, story_id, at)
    told = {"project_id": story.project_id}
    jobs.hear(session, StoryErased(**told, story_id=story_id))
    session.flush()
    for public_id in session.execute(select(Release.public_id).where(Release.story_id == story_id)).scalars().all():
        jobs.hear(session, ReleaseErased(**told, public_id=public_id))
    session.flush()
    session.execute(delete(Recording).where(col(Recording.story_id) == story_id))
    session.execute(delete(Story).where(col(Story.story_id) == story_id))


def _say_again(session: Session, lines: Sequence[Line], at: datetime, done: Replayed) -> set[UUID]:
    """Whoever took everything back since has done so here too, and whoever allowed less is hidden. Answers the stories
    that somebody took back and brought back: their choices stand, and nothing leaves before a person approves."""
    by_record = _by_record(lines)
    brought_back = set()
    for record in _records(session):
        said = by_record.get(daybook.mark("record", record.record_id), {})
        last = consent_queries.latest_events(session, [record.record_id])[record.record_id].seq
        since = [said[seq] for seq in sorted(said) if seq > last]
        kinds = {line["type"] for line in since}
        if since and since[-1]["type"] == rules.WITHDRAWN:
            _take_back(session, record, since[-1])
            done.taken_back += 1
        elif kinds - {WIDENED, UNDONE, rules.WITHDRAWN}:
            _hide(session, record, at)
            done.hidden += 1
        elif UNDONE in kinds:
            brought_back.add(record.story_id)
    return brought_back


def _object_again(session: Session, lines: Sequence[Line]) -> None:
    by_record = _by_record(lines)
    for record in _records(session):
        said = by_record.get(daybook.mark("record", record.record_id), {})
        objections.say_again(session, record, said.values())


def _by_record(lines: Sequence[Line]) -> dict[str, dict[int, Line]]:
    """By what stands for the record, then by number."""
    found: dict[str, dict[int, Line]] = defaultdict(dict)
    for line in lines:
        found[line["record"]][line["seq"]] = line
    return found


def _records(session: Session) -> Sequence[ConsentRecord]:
    return session.execute(select(ConsentRecord).order_by(col(ConsentRecord.record_id))).scalars().all()


def _take_back(session: Session, record: ConsentRecord, line: Line) -> None:
    """At the moment when it was said, so that the days to undo it go on."""
    at = datetime.fromisoformat(line["at"])
    stories.story_for_update(session, record.story_id)
    taken = consent.withdraw(session, record.record_id, None, actor_kind=SYSTEM, at=at, urgent=bool(line["urgent"]))
    carry_out(session, record.story_id, taken, actor=SYSTEM, at=at)
    session.flush()


def _hide(session: Session, record: ConsentRecord, at: datetime) -> None:
    """How little they allow is not known here: nothing leaves, and they alone lift it."""
    stories.story_for_update(session, record.story_id)
    now = consent_queries.latest_events(session, [record.record_id])[record.record_id]
    if now.type == rules.WITHDRAWN or now.hidden:
        return
    chain.append(
        session,
        record,
        EMBARGOED,
        actor_kind=SYSTEM,
        at=at,
        choices=now.choices,
        facets=now.facets,
        embargo_until=now.embargo_until,
        hidden=True,
        reason_code=RESTORED,
    )
    publishing.reconcile(session, record.story_id, at)
