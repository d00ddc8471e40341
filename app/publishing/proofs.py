# SPDX-License-Identifier: Apache-2.0
"""Proofs: what would leave, made from what the desk has now. Immutable once ready; a changed story needs another."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import rfc8785
from sqlalchemy.orm import Session
from sqlmodel import select

from app.consent import queries as consent
from app.consent.rules import may_process
from app.curation import queries as desk
from app.kit.ids import new_id, opaque_id
from app.kit.outbox import announce
from app.media import service as media
from app.media.errors import Unplayable
from app.media.rules import gaps, pad_and_merge
from app.projects.models import Prompt
from app.publishing import queries
from app.publishing.composing import Cut, Marked, Script, SpokenWord
from app.publishing.coverage import Stretch
from app.publishing.events import ProofAsked
from app.publishing.lifecycle import EditionAction, EditionStatus, next_status
from app.publishing.models import EditionRow
from app.settings import settings
from app.stories import queries as stories
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story
from app.transcription import queries as transcription
from app.transcription.doubts import standing

KEPT = "kept"


@dataclass(frozen=True)
class Draft:
    """Everything a proof is made from. `spans` are silenced in the sound of `keys`, joined with their gaps."""

    content: dict[str, Any]
    keys: list[str]
    gaps_ms: list[int]
    spans: list[tuple[int, int]]
    to_hear: list[Stretch]

    @property
    def inputs_sha256(self) -> str:
        heard = [asdict(stretch) for stretch in self.to_hear]
        sound = {"keys": self.keys, "gaps_ms": self.gaps_ms, "spans": [list(span) for span in self.spans]}
        return _sha256({"content": self.content, **sound, "to_hear": heard})


def gather(session: Session, story: Story) -> Draft:
    """The story as it would leave now. Raises `RedactionUnplaced` when a redaction has lost its place."""
    cuts = [
        Cut(one.from_word, one.to_word, one.start_ms, one.end_ms, one.replacement)
        for one in desk.redactions(session, story.story_id)
    ]
    script = Script(_words(session, story.story_id), cuts)
    left_out = queries.left_out(session, story.story_id)
    marked = [
        Marked(str(one.quote_id), one.from_word, one.to_word)
        for one in desk.quotes(session, story.story_id)
        if one.quote_id not in left_out
    ]
    kept = [one for one in stories.recordings(session, story.story_id) if one.key and one.media_state == KEPT]
    keys, gaps_ms = [one.key for one in kept if one.key], [one.gap_before_ms for one in kept]
    longest_ms = settings().max_recording_ms + sum(gaps(gaps_ms, len(keys)))
    spans = pad_and_merge(script.spans(), longest_ms) if keys else []
    heard = [*(Stretch(start, end, "redaction") for start, end in spans), *script.flags(marked)]
    content = {
        **_details(session, story, script),
        "segments": script.segments(),
        "quotes": script.quotes(marked),
    }
    return Draft(content, keys, gaps_ms, spans, heard if keys else [])


def _words(session: Session, story_id: UUID) -> list[SpokenWord]:
    _, words = desk.current_words(session, story_id)
    segments, now = transcription.segments_of(session, story_id), {word["id"]: word for word in words}
    paragraphs = {word["id"]: place for place, segment in enumerate(segments) for word in segment.words}
    flagged = {word_id for segment in segments for word_id in standing(segment.flags, segment.words, now)}
    told, paragraph = [], 0
    for word in words:
        paragraph = paragraphs.get(word["id"], paragraph)
        told.append(
            SpokenWord(
                word_id=word["id"],
                text=word["text"].strip(),
                start_ms=word.get("start_ms"),
                end_ms=word.get("end_ms"),
                probability=word.get("probability"),
                speaker=word.get("speaker"),
                paragraph=paragraph,
                flagged=word["id"] in flagged,
            )
        )
    return told


def _details(session: Session, story: Story, script: Script) -> dict[str, Any]:
    added = desk.desk(session, story.story_id)
    run = transcription.latest_run(session, story.story_id)
    exact, area = (added.place_exact, added.place_area) if added else (story.place, "")
    place, date = (added.place_precision, added.date_precision) if added else ("area", "month")
    characters = {"none": 0, "year": 4, "month": 7}.get(date, 10)
    return {
        "kind": story.kind,
        "medium": story.medium,
        "prompt": _prompt(session, story),
        "title": script.masked(added.title if added else story.title),
        "summary": script.masked(added.summary if added else ""),
        "language": story.language or (run.language if run else None),
        "themes": list(added.themes) if added else [],
        "content_warnings": list(added.content_warnings) if added else [],
        "place_exact": exact if place == "exact" else "",
        "place_area": area if place != "none" else "",
        "recorded": story.recorded_at.date().isoformat()[:characters],
    }


def _prompt(session: Session, story: Story) -> str | None:
    """The question the story answers, in the story's language where it was asked in it."""
    asked = select(Prompt).where(Prompt.prompt_id == story.prompt_id)
    prompt = session.execute(asked).scalar_one_or_none() if story.prompt_id else None
    if prompt is None:
        return None
    return prompt.texts.get(story.language or "") or next(iter(prompt.texts.values()), None)


def current_proof(session: Session, story: Story) -> EditionRow | None:
    """The newest proof, if the story has not changed since it was asked for."""
    proof = queries.newest_proof(session, story.story_id)
    if proof is None or proof.inputs_sha256 != gather(session, story).inputs_sha256:
        return None
    return proof


def ask(session: Session, story: Story, *, by: UUID, at: datetime) -> EditionRow:
    """A proof of the story as it stands: the one there is, else a new one, ready at once where nothing sounds."""
    draft = gather(session, story)
    newest = queries.newest_proof(session, story.story_id)
    if newest is not None and newest.inputs_sha256 == draft.inputs_sha256 and newest.state != "failed":
        return newest
    supersede_proofs(session, story.story_id)
    row = EditionRow(
        project_id=story.project_id,
        edition_id=new_id(),
        story_id=story.story_id,
        status=EditionStatus.PROOF,
        state="rendering",
        consent_epoch=consent.epoch(session, story.story_id),
        inputs_sha256=draft.inputs_sha256,
        content=draft.content,
        to_hear=[asdict(stretch) for stretch in draft.to_hear],
        asked_by=by,
        made_at=at,
    )
    session.add(row)
    session.flush()
    if draft.keys:
        announce(session, ProofAsked(project_id=story.project_id, edition_id=row.edition_id), actor=by)
    else:
        _finish(row)
    return row


def supersede_proofs(session: Session, story_id: UUID) -> None:
    waiting = select(EditionRow).where(EditionRow.story_id == story_id, EditionRow.status == "proof")
    for row in session.execute(waiting).scalars():
        row.status = next_status(row.status, EditionAction.SUPERSEDE)


def open_render(session: Session, edition_id: str) -> dict[str, Any] | None:
    """What to render and where to; None where it is no longer wanted."""
    row = _rendering(session, edition_id)
    if row is None:
        return None
    story = stories.get_story(session, row.story_id)
    if story.status == StoryStatus.WITHDRAWN:
        return None
    draft = gather(session, story)
    if draft.inputs_sha256 != row.inputs_sha256 or not may_process(consent.terms_of(session, row.story_id)):
        row.status = next_status(row.status, EditionAction.SUPERSEDE)
        return None
    return {
        "keys": draft.keys,
        "gaps_ms": draft.gaps_ms,
        "spans": [list(span) for span in draft.spans],
        "prefix": folder_of(row),
        "consent_epoch": consent.epoch(session, row.story_id),
    }


def folder_of(row: EditionRow) -> str:
    """Below the story's own, so that an erasure finds whatever a try left there."""
    return f"{row.project_id}/stories/{row.story_id}/editions/{row.edition_id}"


def render(plan: dict[str, Any]) -> dict[str, Any] | None:
    """The sound that may leave; None where a recording cannot be played. May run twice: each try has its own place."""
    spans = [(start, end) for start, end in plan["spans"]]
    prefix, max_ms = f"{plan['prefix']}/{opaque_id()}", settings().max_recording_ms
    try:
        made = media.render(plan["keys"], spans=spans, prefix=prefix, max_ms=max_ms, gaps_ms=plan["gaps_ms"])
    except Unplayable:
        return None
    return {
        "consent_epoch": plan["consent_epoch"],
        "opus": [made.opus.key, made.opus.bytes, made.opus.sha256],
        "aac": [made.aac.key, made.aac.bytes, made.aac.sha256],
        "peaks_key": made.peaks_key,
        "duration_ms": made.duration_ms,
    }


def close_render(session: Session, edition_id: str, made: dict[str, Any] | None) -> bool:
    """Keep what was rendered; False where nobody wants it any more, or consent has changed since it was begun, so that
    its bytes can go."""
    row = _rendering(session, edition_id)
    if row is None:
        return False
    if made is not None and made["consent_epoch"] != consent.epoch(session, row.story_id):
        return False
    if made is None:
        row.state = "failed"
        return True
    row.opus_key, row.opus_bytes, row.opus_sha256 = made["opus"]
    row.aac_key, row.aac_bytes, row.aac_sha256 = made["aac"]
    row.peaks_key, row.duration_ms = made["peaks_key"], made["duration_ms"]
    row.to_hear = _within(row.to_hear, made["duration_ms"])
    _finish(row)
    return True


def _rendering(session: Session, edition_id: str) -> EditionRow | None:
    """The edition, its story locked first; None where it is not being rendered any more."""
    asked = select(EditionRow).where(EditionRow.edition_id == UUID(edition_id))
    row = session.execute(asked).scalar_one_or_none()
    if row is None or stories.story_for_update_or_none(session, row.story_id) is None:
        return None
    waiting = asked.where(EditionRow.state == "rendering", EditionRow.status == "proof")
    fresh = waiting.with_for_update().execution_options(populate_existing=True)
    return session.execute(fresh).scalar_one_or_none()


def _finish(row: EditionRow) -> None:
    row.state = "ready"
    row.sha256 = digest_of(row)


def digest_of(row: EditionRow) -> str:
    """Over everything that would leave: words and sound. A storyteller's yes is bound to it."""
    return _sha256({"content": row.content, "opus": row.opus_sha256 or "", "aac": row.aac_sha256 or ""})


def _within(stretches: list[dict[str, Any]], duration_ms: int) -> list[dict[str, Any]]:
    """As far as there is sound to hear."""
    inside = [one for one in stretches if one["start_ms"] < duration_ms]
    return [{**one, "end_ms": min(one["end_ms"], duration_ms)} for one in inside]


def _sha256(told: dict[str, Any]) -> str:
    return hashlib.sha256(rfc8785.dumps(told)).hexdigest()
