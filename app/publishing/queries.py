# SPDX-License-Identifier: Apache-2.0
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, func, or_
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries as consent
from app.consent.lifecycle import FormStatus
from app.consent.models import ConsentEpoch, ConsentForm, ConsentRecord
from app.consent.rules import ParticipantTerms
from app.curation.models import Concern
from app.kit import moments
from app.publishing.coverage import Span, Stretch
from app.publishing.editions import Change, Principal, PrincipalKind, Recipient, Rendition, Said, Sound, Standing
from app.publishing.models import EditionRow, FeedEntry, Heard, Reader, Release, SignOff
from app.publishing.rules import STORYTELLER, Voice, may_release_voice
from app.stories import queries as stories
from app.stories.models import Participant, Story
from app.transcription import queries as transcription

OPUS = "audio/ogg; codecs=opus"
AAC = "audio/mp4"
STANDING_FORMS = frozenset({"active", "retired-in-grace"})


def voices_for(session: Session, story_ids: Sequence[UUID], *, at: datetime) -> dict[UUID, tuple[Voice, ...]]:
    """What every voice in each story wills at this moment, as the gate's rule reads it."""
    terms = consent.terms_for(session, story_ids, at=at)
    named = select(Participant).where(col(Participant.story_id).in_(story_ids))
    names = {person.participant_id: person.display_name for person in session.execute(named).scalars()}
    return {
        story_id: tuple(_voice(one, names.get(one.participant_id, "")) for one in terms.get(story_id, []))
        for story_id in story_ids
    }


def _voice(terms: ParticipantTerms, name: str) -> Voice:
    lasting = {key: meta.expires_after_days for key, meta in terms.purposes_meta.items()}
    return Voice(
        record_id=terms.record_id,
        role=terms.role,
        choices=terms.choices,
        facets=terms.facets,
        embargo_until=terms.embargo_until,
        hidden=terms.hidden,
        withdrawn=terms.withdrawn,
        form_stands=terms.form_status in STANDING_FORMS,
        guardian_ok=terms.guardian_ok,
        expires_at={key: terms.given_at + timedelta(days=days) for key, days in lasting.items() if days is not None},
        display_name=name,
    )


def epochs(session: Session, story_ids: Sequence[UUID]) -> dict[UUID, int]:
    found = select(ConsentEpoch).where(col(ConsentEpoch.story_id).in_(story_ids))
    found = found.execution_options(populate_existing=True)
    return {row.story_id: row.value for row in session.execute(found).scalars()}


def newest_proof(session: Session, story_id: UUID) -> EditionRow | None:
    """The last one asked for that nothing has replaced, in whatever state."""
    proofs = select(EditionRow).where(EditionRow.story_id == story_id, EditionRow.status == "proof")
    newest = proofs.order_by(col(EditionRow.made_at).desc(), col(EditionRow.edition_id).desc()).limit(1)
    return session.execute(newest).scalar_one_or_none()


def current_edition(session: Session, story_id: UUID) -> EditionRow | None:
    current = select(EditionRow).where(EditionRow.story_id == story_id, EditionRow.status == "current")
    return session.execute(current).scalar_one_or_none()


def editions_of(session: Session, story_id: UUID) -> list[EditionRow]:
    return list(session.execute(select(EditionRow).where(EditionRow.story_id == story_id)).scalars())


def editions_before(session: Session, story_id: UUID, epoch: int) -> list[EditionRow]:
    """Those made under an older consent than this."""
    older = select(EditionRow).where(EditionRow.story_id == story_id, col(EditionRow.consent_epoch) < epoch)
    return list(session.execute(older).scalars())


def is_kept_from_before(session: Session, story_id: UUID, epoch: int) -> bool:
    """Whether anything of those is left but what releases point at."""
    return any(row.inputs_sha256 or row.content for row in editions_before(session, story_id, epoch))


def next_number(session: Session, story_id: UUID) -> int:
    last = select(func.max(EditionRow.number)).where(EditionRow.story_id == story_id)
    return (session.execute(last).scalar_one() or 0) + 1


def sound_of(row: EditionRow) -> Sound | None:
    if row.opus_key is None or row.aac_key is None or row.peaks_key is None:
        return None
    duration_ms = row.duration_ms or 0
    return Sound(
        opus=Rendition(row.opus_key, OPUS, row.opus_bytes or 0, row.opus_sha256 or "", duration_ms),
        aac=Rendition(row.aac_key, AAC, row.aac_bytes or 0, row.aac_sha256 or "", duration_ms),
        peaks_key=row.peaks_key,
        duration_ms=duration_ms,
    )


def to_hear(row: EditionRow, voices: Sequence[Voice], at: datetime) -> list[Stretch]:
    """What somebody must have played of this proof: redactions, doubts, and all of it where voice may leave."""
    if row.state != "ready" or row.opus_key is None:
        return []
    stretches = [Stretch(one["start_ms"], one["end_ms"], one["why"]) for one in row.to_hear]
    return stretches + (all_of(row) if may_release_voice(voices, at) else [])


def all_of(row: EditionRow) -> list[Stretch]:
    """The whole of its sound; nothing where it has none."""
    return [Stretch(0, row.duration_ms, "sound")] if row.opus_key is not None and row.duration_ms else []


def played(session: Session, edition_ids: Collection[UUID]) -> dict[UUID, list[Span]]:
    """By edition."""
    found: dict[UUID, list[Span]] = {edition_id: [] for edition_id in edition_ids}
    heard = select(Heard.edition_id, Heard.from_ms, Heard.to_ms).where(col(Heard.edition_id).in_(edition_ids))
    for edition_id, from_ms, to_ms in session.execute(heard):
        found[edition_id].append((from_ms, to_ms))
    return found


def signed_by(session: Session, story_id: UUID, proof_sha256: str | None) -> set[UUID]:
    """The records whose newest answer to this very proof is yes."""
    answers = select(SignOff).where(SignOff.story_id == story_id, SignOff.proof_sha256 == proof_sha256)
    whole = answers.where(col(SignOff.quote_id).is_(None)).order_by(col(SignOff.at), col(SignOff.sign_off_id))
    newest = {answer.record_id: answer.decision for answer in session.execute(whole).scalars()}
    return {record_id for record_id, decision in newest.items() if decision == "yes"}


def must_sign(voices: Sequence[Voice]) -> set[UUID]:
    """Every storyteller; where nobody is called one, every voice."""
    tellers = {voice.record_id for voice in voices if voice.role == STORYTELLER}
    return tellers or {voice.record_id for voice in voices}


def unsigned(session: Session, story_id: UUID, proof_sha256: str, *, at: datetime) -> set[UUID]:
    """The records whose yes to this very proof is waited for."""
    voices = voices_for(session, [story_id], at=at)[story_id]
    return must_sign(voices) - signed_by(session, story_id, proof_sha256)


def left_out(session: Session, story_id: UUID) -> set[UUID]:
    """Quotes that a storyteller has asked to leave out."""
    answers = select(SignOff.quote_id).where(SignOff.story_id == story_id, SignOff.decision == "leave_out")
    return {quote_id for quote_id in session.execute(answers).scalars() if quote_id is not None}


def readers(session: Session, project_id: UUID) -> list[Reader]:
    """Everybody who has or had an agreement with the project."""
    told = select(Reader).where(Reader.project_id == project_id).order_by(col(Reader.opened_at), col(Reader.reader_id))
    return list(session.execute(told).scalars())


def principal_of(reader: Reader) -> Principal:
    return Principal(PrincipalKind.PARTNER, reader.principal_id, reader.name, reader.audience)


def reader_ids(session: Session, principal_id: UUID) -> list[UUID]:
    mine = select(Reader.reader_id).where(Reader.principal_id == principal_id, col(Reader.closed_at).is_(None))
    return list(session.execute(mine).scalars())


def releases_of(session: Session, story_id: UUID) -> dict[UUID, Release]:
    """By reader, as they are now."""
    found = select(Release).where(Release.story_id == story_id).execution_options(populate_existing=True)
    return {row.reader_id: row for row in session.execute(found).scalars()}


def release_by_public_id(session: Session, public_id: UUID, principal_id: UUID) -> Release | None:
    mine = select(Release).join(Reader, col(Reader.reader_id) == col(Release.reader_id))
    found = mine.where(Release.public_id == public_id, Reader.principal_id == principal_id)
    return session.execute(found).scalar_one_or_none()


def newest_entry(session: Session, public_id: UUID, principal_id: UUID) -> FeedEntry | None:
    told = select(FeedEntry).where(FeedEntry.public_id == public_id, FeedEntry.principal_id == principal_id)
    return session.execute(told.order_by(col(FeedEntry.seq).desc()).limit(1)).scalar_one_or_none()


def changes(session: Session, principal_id: UUID, *, after: int, limit: int) -> list[Change]:
    """What happened for this reader since `after`, in the order of commits."""
    told = select(FeedEntry).where(FeedEntry.principal_id == principal_id, FeedEntry.seq > after)
    rows = session.execute(told.order_by(col(FeedEntry.seq)).limit(limit)).scalars()
    return [Change(row.seq, row.type, row.public_id, row.version, row.at) for row in rows]


def due(session: Session, at: datetime, principal_id: UUID | None = None) -> list[tuple[UUID, UUID]]:
    """Project and story of each standing release that may have ended without its feed knowing: by time, by a hold, by
    a form that was retired, by a consent that moved on."""
    at = moments.latest(session, at)
    standing = select(Release.project_id, Release.story_id).where(col(Release.revoked_at).is_(None))
    if principal_id is not None:
        mine = select(Reader.reader_id).where(Reader.principal_id == principal_id)
        standing = standing.where(col(Release.reader_id).in_(mine))
    on_hold = select(Concern.story_id).where(col(Concern.closed_at).is_(None))
    has_no_grace = or_(col(ConsentForm.grace_until).is_(None), col(ConsentForm.grace_until) <= at)
    over = and_(col(ConsentForm.status) == FormStatus.RETIRED, has_no_grace)
    given_on = col(ConsentForm.form_version_id) == col(ConsentRecord.form_version_id)
    retired = select(ConsentRecord.story_id).join(ConsentForm, given_on).where(over)
    of_story = col(ConsentEpoch.story_id) == col(EditionRow.story_id)
    moved = select(EditionRow.story_id).join(ConsentEpoch, of_story)
    moved = moved.where(EditionRow.status == "current", col(EditionRow.consent_epoch) < col(ConsentEpoch.value))
    has_ended = or_(
        col(Release.expires_at) <= at, *(col(Release.story_id).in_(stories) for stories in (on_hold, retired, moved))
    )
    return [(row[0], row[1]) for row in session.execute(standing.where(has_ended).distinct())]


def opening(session: Session, at: datetime) -> list[tuple[UUID, UUID]]:
    """Project and story of each edition whose embargo may have ended."""
    at = moments.latest(session, at)
    live = select(EditionRow.project_id, EditionRow.story_id).where(col(EditionRow.status).in_(("proof", "current")))
    return [(row[0], row[1]) for row in session.execute(live.where(col(EditionRow.look_again_at) <= at).distinct())]


def recipients(session: Session, story_id: UUID) -> list[Recipient]:
    """Everybody who has or had it, and whether they have confirmed the newest thing they were told of it."""
    had = select(Release, Reader).join(Reader, col(Reader.reader_id) == col(Release.reader_id))
    rows = session.execute(had.where(Release.story_id == story_id).order_by(col(Release.published_at))).all()
    found = []
    for release, reader in rows:
        newest = newest_entry(session, release.public_id, reader.principal_id)
        found.append(
            Recipient(
                principal_id=reader.principal_id,
                public_id=release.public_id,
                name=reader.name,
                form=release.form,
                since=release.published_at,
                until=release.revoked_at,
                read_at=release.read_at,
                acknowledged_at=newest.acked_at if newest else None,
            )
        )
    return found


def standing(session: Session, story_id: UUID) -> Standing | None:
    """Where a story stands, without its words; None where there is no such story."""
    story = session.execute(select(Story).where(Story.story_id == story_id)).scalar_one_or_none()
    if story is None:
        return None
    proof, current = newest_proof(session, story_id), current_edition(session, story_id)
    is_ready = proof is not None and proof.state == "ready"
    return Standing(
        story_id=story_id,
        status=story.status,
        kind=story.kind,
        medium=story.medium,
        received_at=story.received_at,
        undo_until=story.undo_until,
        proof_sha256=proof.sha256 if proof is not None and is_ready else None,
        published_at=current.released_at if current else None,
        recipients=tuple(recipients(session, story_id)),
    )


def said(session: Session, story_id: UUID) -> Said:
    """A storyteller's own words and sound as they came, for nobody else: the caller has seen their second step."""
    story = stories.get_story(session, story_id)
    playback = stories.playback(session, story_id)
    spoken = [
        " ".join(word["text"].strip() for word in segment.words)
        for segment in transcription.segments_of(session, story_id)
    ]
    return Said(
        title=story.title,
        text=story.text or "\n\n".join(spoken),
        opus_key=playback.opus_key if playback else None,
        opus_bytes=playback.opus_bytes if playback else 0,
        aac_key=playback.aac_key if playback else None,
        aac_bytes=playback.aac_bytes if playback else 0,
        duration_ms=playback.duration_ms if playback else None,
    )


def sound_keys(session: Session, story_id: UUID) -> list[str]:
    """Every object that was rendered for this story."""
    rows = editions_of(session, story_id)
    return [key for row in rows for key in (row.opus_key, row.aac_key, row.peaks_key) if key is not None]
