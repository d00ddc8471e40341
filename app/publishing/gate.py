# SPDX-License-Identifier: Apache-2.0
"""The one place that decides whether anything leaves. It loads facts, asks the pure rule, and builds what may go."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import rfc8785
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.curation import queries as curation
from app.kit import etags, moments
from app.kit.errors import DomainError, Unavailable
from app.projects.models import Project
from app.publishing import queries, rules
from app.publishing.coverage import Span, unheard
from app.publishing.editions import (
    Edition,
    Outlet,
    Principal,
    PrincipalKind,
    Quote,
    Reason,
    Refused,
    Released,
    Segment,
    Terms,
    Word,
)
from app.publishing.models import EditionRow, Reader, Release
from app.publishing.rules import Allowed, Denied, Facts, Verdict, Voice
from app.stories.models import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

Played = Mapping[UUID, Sequence[Span]]
"""Stretches that people have played, by edition."""
GONE, NEVER_HAD = 410, 404


@dataclass(frozen=True)
class Case:
    """What the gate knows of one story while it judges."""

    story: Story
    voices: tuple[Voice, ...]
    epoch: int
    held: bool
    sign_off_due: bool


@contextmanager
def _never_a_guess() -> "Iterator[None]":
    """A fault inside the gate lets nothing out."""
    try:
        yield
    except DomainError:
        raise
    except Exception as fault:
        raise Unavailable from fault


def release(
    session: Session, story_id: UUID, outlet: Outlet, principal: Principal, *, at: datetime
) -> Released | Refused:
    """What of this story may leave by this outlet to this reader now, read where the answer is written from."""
    return release_page(session, [story_id], outlet, principal, at=at)[0]


def release_page(
    session: Session, story_ids: Sequence[UUID], outlet: Outlet, principal: Principal, *, at: datetime
) -> list[Released | Refused]:
    """The same rule for many stories, in the order asked."""
    with _never_a_guess():
        at = moments.latest(session, at)
        found = cases(session, story_ids, at)
        if principal.kind is PrincipalKind.RECEIPT:
            return [_to_storyteller(session, found.get(one), outlet, principal, at) for one in story_ids]
        return _to_reader(session, story_ids, found, outlet, principal, at)


def release_public(
    session: Session, public_id: UUID, outlet: Outlet, principal: Principal, *, at: datetime
) -> Released | Refused:
    """The same for a reader, who knows a story only by the id minted for them."""
    with _never_a_guess():
        row = queries.release_by_public_id(session, public_id, principal.principal_id)
        if row is not None:
            return release(session, row.story_id, outlet, principal, at=at)
        has_had = queries.newest_entry(session, public_id, principal.principal_id) is not None
        return Refused(Reason.ERASED, GONE) if has_had else Refused(Reason.NOT_APPROVED, NEVER_HAD)


def cases(session: Session, story_ids: Sequence[UUID], at: datetime) -> dict[UUID, Case]:
    stories = select(Story).where(col(Story.story_id).in_(story_ids)).execution_options(populate_existing=True)
    found = {story.story_id: story for story in session.execute(stories).scalars()}
    asking = select(Project.project_id).where(col(Project.asks_sign_off).is_(True))
    policy = set(session.execute(asking).scalars())
    voices, epochs = queries.voices_for(session, list(found), at=at), queries.epochs(session, list(found))
    held = curation.held_back(session, list(found))
    return {
        story_id: Case(
            story=story,
            voices=voices[story_id],
            epoch=epochs.get(story_id, 0),
            held=story_id in held,
            sign_off_due=story.wants_sign_off or story.project_id in policy,
        )
        for story_id, story in found.items()
    }


def facts(
    session: Session,
    case: Case,
    row: EditionRow | None,
    *,
    has_agreement: bool,
    at: datetime,
    played: Played | None = None,
) -> Facts:
    """`played` spares the look for what was played, where a page has looked for all its stories at once."""
    is_proof = row is not None and row.status == "proof"
    return Facts(
        story_status=case.story.status,
        edition=row.status if row is not None and row.state == "ready" else None,
        edition_epoch=row.consent_epoch if row is not None else -1,
        epoch=case.epoch,
        held=case.held,
        voices=case.voices,
        has_agreement=has_agreement,
        is_heard=row is not None and is_heard(session, row, case.voices, at, played),
        sign_off_due=case.sign_off_due,
        is_signed=not is_proof or (row is not None and is_signed(session, row, case.voices)),
    )


def is_heard(
    session: Session, row: EditionRow, voices: Sequence[Voice], at: datetime, played: Played | None = None
) -> bool:
    stretches = queries.to_hear(row, voices, at) if row.status == "proof" else queries.all_of(row)
    if not stretches:
        return True
    spans = queries.played(session, [row.edition_id]) if played is None else played
    return not unheard(stretches, spans.get(row.edition_id, []))


def is_signed(session: Session, row: EditionRow, voices: Sequence[Voice]) -> bool:
    return queries.must_sign(voices) <= queries.signed_by(session, row.story_id, row.sha256)


def judge(session: Session, case: Case, row: EditionRow | None, reader: Reader, at: datetime) -> Verdict:
    """What the rule says of one edition and one reader, as a partner's outlet."""
    with _never_a_guess():
        known = facts(session, case, row, has_agreement=reader.closed_at is None, at=at)
        return rules.decide(known, Outlet.PARTNER, queries.principal_of(reader), at)


def digest(row: EditionRow, verdict: Allowed) -> str:
    """Over all that this reader would be shown: another digest is another version."""
    shown = {
        "sha256": row.sha256 or "",
        "form": verdict.form,
        "purposes": list(verdict.purposes),
        "credit": verdict.credit,
        "place": _place(row.content, verdict.place),
        "recorded": _recorded(row.content, verdict.date),
        "reuse": verdict.reuse,
        "licence": verdict.licence,
        "expires_at": verdict.expires_at.isoformat() if verdict.expires_at else None,
    }
    return hashlib.sha256(rfc8785.dumps(shown)).hexdigest()


def _to_reader(
    session: Session,
    story_ids: Sequence[UUID],
    found: dict[UUID, Case],
    outlet: Outlet,
    principal: Principal,
    at: datetime,
) -> list[Released | Refused]:
    mine = select(Release, Reader, EditionRow).join(Reader, col(Reader.reader_id) == col(Release.reader_id))
    mine = mine.join(EditionRow, col(EditionRow.edition_id) == col(Release.edition_id))
    mine = mine.where(Reader.principal_id == principal.principal_id, col(Release.story_id).in_(story_ids))
    given = {row[0].story_id: (row[0], row[1], row[2]) for row in session.execute(mine)}
    played = queries.played(session, [edition.edition_id for _, _, edition in given.values()])
    answers: list[Released | Refused] = []
    for story_id in story_ids:
        case, had = found.get(story_id), given.get(story_id)
        if case is None or had is None:
            answers.append(Refused(Reason.NOT_APPROVED, NEVER_HAD))
            continue
        row, reader, edition = had
        known = facts(session, case, edition, has_agreement=reader.closed_at is None, at=at, played=played)
        verdict = rules.decide(known, outlet, principal, at)
        if isinstance(verdict, Denied):
            answers.append(Refused(verdict.reason, GONE))
        elif row.revoked_at is not None:
            answers.append(Refused(Reason.EDITION_STALE, GONE))
        else:
            answers.append(_released(edition, verdict, case, row))
    return answers


def _to_storyteller(
    session: Session, case: Case | None, outlet: Outlet, principal: Principal, at: datetime
) -> Released | Refused:
    """The proof that waits for their answer, else what stands."""
    if case is None:
        return Refused(Reason.ERASED, NEVER_HAD)
    story_id = case.story.story_id
    proof, current = queries.newest_proof(session, story_id), queries.current_edition(session, story_id)
    row = proof if proof is not None and proof.state == "ready" else current
    verdict = rules.decide(facts(session, case, row, has_agreement=False, at=at), outlet, principal, at)
    if isinstance(verdict, Denied) or row is None:
        return Refused(verdict.reason if isinstance(verdict, Denied) else Reason.NOT_APPROVED, NEVER_HAD)
    return _released(row, verdict, case, None)


def _released(row: EditionRow, verdict: Allowed, case: Case, release_row: Release | None) -> Released:
    return Released(
        public_id=release_row.public_id if release_row else row.edition_id,
        version=release_row.version if release_row else row.number or 0,
        edition=_edition(row, verdict),
        audio=queries.sound_of(row) if verdict.form == "voice" else None,
        had_sound=_had_sound(release_row) and verdict.form != "voice",
        terms=Terms(
            purposes=verdict.purposes,
            licence=verdict.licence,
            attribution=verdict.credit,
            embargo_until=None,
            expires_at=verdict.expires_at,
            conditions=(f"reuse:{verdict.reuse}", "delete-when-withdrawn", "no-re-identification"),
        ),
        consent_epoch=case.epoch,
        etag=etags.make("released", row.edition_id, case.epoch, digest(row, verdict)),
        expires_at=verdict.expires_at,
        published_at=release_row.published_at if release_row else None,
        updated_at=release_row.from_at if release_row else None,
    )


def _had_sound(release_row: Release | None) -> bool:
    """Also while the feed has not told yet that the voice has gone."""
    return release_row is not None and (release_row.form == "voice" or release_row.sound_until is not None)


def _edition(row: EditionRow, verdict: Allowed) -> Edition:
    content = row.content
    return Edition(
        edition_id=row.edition_id,
        project_id=row.project_id,
        kind=content["kind"],
        medium=content["medium"],
        prompt=content["prompt"],
        title=content["title"],
        summary=content["summary"],
        language=content["language"],
        duration_ms=row.duration_ms,
        recorded=_recorded(content, verdict.date),
        place=_place(content, verdict.place),
        credit=verdict.credit,
        segments=tuple(_segment(told) for told in content["segments"]),
        quotes=tuple(
            Quote(UUID(told["quote_id"]), told["text"], told["start_ms"], told["end_ms"], told["speaker"])
            for told in content["quotes"]
        ),
        themes=tuple(content["themes"]),
        content_warnings=tuple(content["content_warnings"]),
        sha256=row.sha256 or "",
    )


def _segment(told: dict[str, Any]) -> Segment:
    words = tuple(Word(text, start_ms, end_ms) for text, start_ms, end_ms in told["words"])
    return Segment(told["start_ms"], told["end_ms"], told["speaker"], words)


def _place(content: dict[str, Any], precision: str) -> str | None:
    if precision == "none":
        return None
    exact = content["place_exact"] if precision == "exact" else ""
    return exact or content["place_area"] or None


def _recorded(content: dict[str, Any], precision: str) -> str | None:
    """As fine as both desk and consent allow: `2026`, `2026-11`, `2026-11-22`."""
    characters = {"none": 0, "year": 4, "month": 7}.get(precision, 10)
    return content["recorded"][:characters] or None
