# SPDX-License-Identifier: Apache-2.0
"""A facilitator's decision and a storyteller's sign-off, each held against all that can stand in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.curation import inbox
from app.curation import queries as desk
from app.curation import service as curation
from app.kit import audit
from app.kit.errors import Validation
from app.kit.ids import new_id
from app.people.access import Staff
from app.publishing import gate, proofs, queries, releases, rules
from app.publishing.coverage import unheard
from app.publishing.editions import Outlet, Reason
from app.publishing.errors import OBSTACLES, NoSuchProof, ProofChanged, RedactionUnplaced
from app.publishing.gate import Case
from app.publishing.lifecycle import EditionStatus
from app.publishing.models import EditionRow, Heard, SignOff
from app.publishing.rules import Denied, Obstacle
from app.stories import queries as stories
from app.stories import service as story_service
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story

STORYTELLER: Final = "storyteller"
SLACK_MS: Final = 1_000

WHY: Final[Mapping[Reason, str]] = {
    Reason.NO_CONSENT: "There is no consent to share it.",
    Reason.PURPOSE_NOT_GIVEN: "Not everybody in it agreed to this use.",
    Reason.RECIPIENT_NOT_NAMED: "The storyteller named others, not them.",
    Reason.FORM_NOT_VALID: "The consent form has been retired.",
    Reason.GUARDIAN_MISSING: "A guardian's yes is missing.",
    Reason.EMBARGOED: "It is hidden for now.",
    Reason.EXPIRED: "The time it was given for has passed.",
    Reason.WITHDRAWN: "It has been taken back.",
    Reason.ON_HOLD: "A safeguarding concern holds it back.",
    Reason.LICENCE_ASKS: "The storyteller wants to be asked each time.",
    Reason.AGREEMENT_MISSING: "There is no agreement with them.",
}
UNHEARD: Final[Mapping[str, Obstacle]] = {
    "redaction": Obstacle("unheard-redaction", "Somebody must listen to every redacted stretch of the proof."),
    "flag": Obstacle("unheard-flag", "Somebody must listen to every stretch that the machine doubted."),
    "quote": Obstacle(
        "unheard-quote", "A quote stands on words that the machine may have made up: somebody must listen to them."
    ),
    "sound": Obstacle("unheard-sound", "The voice would leave: somebody must hear the whole proof once."),
}


def obstacles(session: Session, story_id: UUID, *, at: datetime) -> list[Obstacle]:
    """Everything that stands in the way of approving this story now, consent first."""
    case = gate.cases(session, [story_id], at)[story_id]
    return [*_people_obstacles(case, at), *_unconfirmed(session, story_id), *_proof_obstacles(session, case, at)]


def _people_obstacles(case: Case, at: datetime) -> list[Obstacle]:
    found = rules.consent_obstacle(case.voices, at)
    held = Obstacle("on-hold", "A safeguarding concern is open.") if case.held else None
    return [one for one in (found, held) if one is not None]


def _unconfirmed(session: Session, story_id: UUID) -> list[Obstacle]:
    if not desk.unconfirmed(session, story_id):
        return []
    told = "A voice was taken out. Somebody must read again what was written about the whole story, and save it."
    return [Obstacle("details-unconfirmed", told)]


def _proof_obstacles(session: Session, case: Case, at: datetime) -> list[Obstacle]:
    try:
        proof = proofs.current_proof(session, case.story)
    except RedactionUnplaced as lost:
        return [Obstacle(lost.slug, "A redaction has lost the words it stood on. Remove it and redact again.")]
    if proof is None:
        return [Obstacle("proof-missing", "Nobody has made a proof of the story as it is now.")]
    if proof.state == "failed":
        return [Obstacle("proof-failed", "The sound could not be rendered. Make the proof again.")]
    if proof.state != "ready":
        return [Obstacle("proof-not-ready", "The proof is still being rendered.")]
    spans = queries.played(session, [proof.edition_id])[proof.edition_id]
    missing = unheard(queries.to_hear(proof, case.voices, at), spans)
    found = [UNHEARD[why] for why in dict.fromkeys(stretch.why for stretch in missing)]
    if case.sign_off_due and not gate.is_signed(session, proof, case.voices):
        found.append(Obstacle("sign-off-missing", "The storyteller wants to see it before it is shared."))
    return found


@dataclass(frozen=True)
class Readership:
    """By name; those who would not get it with the reason in plain words."""

    will: list[str]
    will_not: list[tuple[str, str]]


def readership(session: Session, story_id: UUID, *, at: datetime) -> Readership:
    """Who would get it if it were approved now, and who would not and why."""
    case = gate.cases(session, [story_id], at)[story_id]
    known = replace(
        gate.facts(session, case, None, has_agreement=True, at=at),
        story_status=StoryStatus.WITHDRAWN if case.story.status == StoryStatus.WITHDRAWN else StoryStatus.APPROVED,
        edition=EditionStatus.CURRENT,
        edition_epoch=case.epoch,
    )
    will: list[str] = []
    will_not: list[tuple[str, str]] = []
    for reader in queries.readers(session, case.story.project_id):
        asked = replace(known, has_agreement=reader.closed_at is None)
        verdict = rules.decide(asked, Outlet.PARTNER, queries.principal_of(reader), at)
        if isinstance(verdict, Denied):
            will_not.append((reader.name, WHY.get(verdict.reason, "It may not leave yet.")))
        else:
            will.append(reader.name)
    return Readership(will, will_not)


def ask_proof(session: Session, story_id: UUID, *, by: Staff, at: datetime) -> EditionRow:
    story = curation.open_story(session, story_id)
    return proofs.ask(session, story, by=by.person_id, at=at)


def heard(
    session: Session, story_id: UUID, proof_sha256: str, from_ms: int, to_ms: int, *, by: Staff, at: datetime
) -> EditionRow:
    """A person has played this stretch of that proof. Of what was released before, it only leaves a trace: that it was
    not heard in time is mended by another proof, which somebody approves."""
    stories.story_for_update(session, story_id)
    row = find_edition(session, story_id, proof_sha256)
    if row is None:
        raise NoSuchProof
    if not 0 <= from_ms < to_ms <= (row.duration_ms or 0) + SLACK_MS:
        raise Validation(errors=[{"pointer": "/to_ms", "rule": "span"}])
    if row.status == EditionStatus.PROOF:
        _keep_heard(session, row, from_ms, to_ms, by=by, at=at)
    audit.record(
        session,
        project_id=row.project_id,
        actor=str(by.person_id),
        action="heard_proof",
        subject=story_id,
        details={"from_ms": from_ms, "to_ms": to_ms},
    )
    return row


def _keep_heard(session: Session, row: EditionRow, from_ms: int, to_ms: int, *, by: Staff, at: datetime) -> None:
    session.add(
        Heard(
            project_id=row.project_id,
            heard_id=new_id(),
            edition_id=row.edition_id,
            from_ms=from_ms,
            to_ms=to_ms,
            by=by.person_id,
            at=at,
        )
    )
    session.flush()


def find_edition(session: Session, story_id: UUID, sha256: str) -> EditionRow | None:
    asked = select(EditionRow).where(EditionRow.story_id == story_id, EditionRow.sha256 == sha256)
    newest = asked.order_by(col(EditionRow.made_at).desc()).limit(1)
    return session.execute(newest).scalar_one_or_none()


def decide(session: Session, story_id: UUID, decision: str, *, note: str, by: Staff, at: datetime) -> EditionRow | None:
    """Carry out a facilitator's decision. Answers the proof to wait for, where one had to be made first.

    Raises the refusal that names the first thing in the way.
    """
    story = stories.story_for_update(session, story_id)
    if decision in {"approve", "ask_sign_off"}:
        return _let_go(session, story, decision, note=note, by=by, at=at)
    if decision == "decline":
        story_service.decline(session, story_id, by=by, note=note)
    elif decision == "reopen":
        story_service.reopen(session, story_id, by=by)
    else:
        _unpublish(session, story, by=by, at=at)
    curation.note_decision(session, story_id, decision, note, by=by, at=at)
    session.flush()
    releases.reconcile(session, story_id, at)
    return None


def _let_go(session: Session, story: Story, decision: str, *, note: str, by: Staff, at: datetime) -> EditionRow | None:
    if _has_happened(story, decision):
        return None
    curation.open_story(session, story.story_id)
    _refuse_first(_people_obstacles(gate.cases(session, [story.story_id], at)[story.story_id], at))
    made = proofs.current_proof(session, story) or proofs.ask(session, story, by=by.person_id, at=at)
    if made.state == "rendering":
        return made
    waived = {"sign-off-missing"} if decision == "ask_sign_off" else set()
    _refuse_first([one for one in obstacles(session, story.story_id, at=at) if one.slug not in waived])
    proof = queries.newest_proof(session, story.story_id)
    assert proof is not None
    proof.approved_by = by.person_id
    curation.note_decision(session, story.story_id, decision, note, by=by, at=at)
    if decision == "approve":
        story_service.approve(session, story.story_id, by=by)
    else:
        story_service.ask_sign_off(session, story.story_id, by=by)
    return None


def _refuse_first(standing: Sequence[Obstacle]) -> None:
    if standing:
        raise OBSTACLES[standing[0].slug](standing[0].detail)


def _has_happened(story: Story, decision: str) -> bool:
    target = {"approve": StoryStatus.APPROVED, "ask_sign_off": StoryStatus.AWAITING_SIGN_OFF}[decision]
    return story.status == target


def _unpublish(session: Session, story: Story, *, by: Staff, at: datetime) -> None:
    current = queries.current_edition(session, story.story_id)
    if current is not None:
        releases.withdraw_edition(current, at)
    if story.status == StoryStatus.APPROVED:
        story_service.reopen(session, story.story_id, by=by)


def sign_off(
    session: Session,
    story_id: UUID,
    record_id: UUID,
    proof_sha256: str,
    decision: str,
    *,
    quotes: Sequence[tuple[UUID, str]] = (),
    note: str = "",
    at: datetime,
) -> None:
    """A storyteller's answer to one proof: yes, change, leave_out; a change of one part is no yes to the whole.

    Raises 409 `proof-changed` for any other proof, 404 for a voice that is not asked.
    """
    story = stories.story_for_update(session, story_id)
    if record_id not in queries.must_sign(queries.voices_for(session, [story_id], at=at)[story_id]):
        raise NoSuchProof
    if decision == "yes" and any(answer == "change" for _, answer in quotes):
        decision = "change"
    if decision == "yes" and record_id in queries.signed_by(session, story_id, proof_sha256):
        return
    proof = queries.newest_proof(session, story_id)
    if story.status != StoryStatus.AWAITING_SIGN_OFF or proof is None or proof.sha256 != proof_sha256:
        raise ProofChanged
    _keep_answer(session, proof, record_id, decision, note=note, at=at)
    for quote_id, answer in quotes:
        _keep_answer(session, proof, record_id, answer, quote_id=quote_id, at=at)
    if note:
        inbox.leave_message(session, story_id, "message", note, at=at, record_id=record_id)
    _follow(session, story, proof, decision, note=note, at=at)


def _follow(session: Session, story: Story, proof: EditionRow, decision: str, *, note: str, at: datetime) -> None:
    if decision == "leave_out":
        story_service.decline(session, story.story_id, by=STORYTELLER, note=note)
        releases.reconcile(session, story.story_id, at)
    elif decision == "change":
        story_service.ask_change(session, story.story_id, by=STORYTELLER)
    else:
        _accept(session, story, proof, at=at)


def _keep_answer(
    session: Session,
    proof: EditionRow,
    record_id: UUID,
    decision: str,
    *,
    at: datetime,
    note: str = "",
    quote_id: UUID | None = None,
) -> None:
    session.add(
        SignOff(
            project_id=proof.project_id,
            sign_off_id=new_id(),
            story_id=proof.story_id,
            record_id=record_id,
            proof_sha256=proof.sha256 or "",
            quote_id=quote_id,
            decision=decision,
            note=note,
            at=at,
        )
    )
    session.flush()


def _accept(session: Session, story: Story, proof: EditionRow, *, at: datetime) -> None:
    told = {str(quote_id) for quote_id in queries.left_out(session, story.story_id)}
    if any(quote["quote_id"] in told for quote in proof.content["quotes"]):
        proof = _without_left_out(session, story, proof, at=at)
    voices = queries.voices_for(session, [story.story_id], at=at)[story.story_id]
    if gate.is_signed(session, proof, voices):
        story_service.sign_off(session, story.story_id, by=STORYTELLER)


def _without_left_out(session: Session, story: Story, proof: EditionRow, *, at: datetime) -> EditionRow:
    """Leaving out a quote only removes: the same sound, the same listening, and every signature carried over."""
    draft = proofs.gather(session, story)
    before, before_sha256 = proof.edition_id, proof.sha256
    narrower = EditionRow(
        **{
            **proof.model_dump(),
            "edition_id": new_id(),
            "content": draft.content,
            "inputs_sha256": draft.inputs_sha256,
            "made_at": at,
        }
    )
    narrower.sha256 = proofs.digest_of(narrower)
    proofs.supersede_proofs(session, story.story_id)
    session.add(narrower)
    session.flush()
    for span in session.execute(select(Heard).where(Heard.edition_id == before)).scalars().all():
        copy = {**span.model_dump(), "heard_id": new_id(), "edition_id": narrower.edition_id}
        session.add(Heard(**copy))
    for record_id in queries.signed_by(session, story.story_id, before_sha256):
        _keep_answer(session, narrower, record_id, "yes", at=at)
    session.flush()
    return narrower
