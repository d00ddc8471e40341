# SPDX-License-Identifier: Apache-2.0
"""Everything the desk itself knows about one story; publishing adds what may leave."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent import queries as consent
from app.consent import rules as consent_rules
from app.consent.sentence import say
from app.curation import queries, relistening, rules
from app.kit import audit
from app.kit.shapes import told_instant
from app.people import queries as people
from app.stories import queries as stories
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story
from app.transcription import queries as transcription
from app.transcription.doubts import LANGUAGE, is_language_unsure, standing
from app.transcription.models import Run, Segment

BARE = frozenset({StoryStatus.WITHDRAWN, StoryStatus.AWAITING_RECORDING})


def screen(session: Session, story_id: UUID, *, at: datetime) -> dict[str, Any]:
    """One screen's worth. After a withdrawal, and where the team may not read, the bare fact without content."""
    story = stories.get_story(session, story_id)
    terms = consent.terms_of(session, story_id)
    is_bare = story.status in BARE or not consent_rules.team_may_read(terms)
    shown = _bare(session, story, at)
    return shown if is_bare else {**shown, **_content(session, story), "participants": _people(session, story, terms)}


def _bare(session: Session, story: Story, at: datetime) -> dict[str, Any]:
    claim = queries.claim(session, story.story_id, at=at)
    names = people.names(session, [claim.person_id] if claim else [])
    allowed = consent.allowed_by_all(session, story.story_id)
    held = {"person_id": str(claim.person_id), "name": names.get(claim.person_id, "")} if claim else None
    return {
        "story_id": str(story.story_id),
        "project_id": str(story.project_id),
        "status": story.status,
        "kind": story.kind,
        "medium": story.medium,
        "language": story.language,
        "title": "",
        "text": None,
        "received_at": told_instant(story.received_at) if story.received_at else None,
        "wants_sign_off": story.wants_sign_off,
        "claimed_by": {**held, "until": told_instant(claim.until)} if held and claim else None,
        "participants": [],
        "consent_summary": say(allowed),
        "allowed": allowed.model_dump(mode="json"),
        "duration_ms": None,
        "recordings": [],
        "transcript": None,
        "run": _run(session, story.story_id),
        "listening": None,
        "redactions": [],
        "quotes": [],
        "details": None,
        "concerns": [{**each, "note": ""} for each in _concerns(session, story.story_id)],
        "messages": [],
        "history": _history(session, story.story_id),
        "etag": queries.etag(session, story.story_id),
    }


def _content(session: Session, story: Story) -> dict[str, Any]:
    desk = queries.desk(session, story.story_id)
    number, words = queries.current_words(session, story.story_id)
    run = transcription.latest_run(session, story.story_id)
    details = {
        "title": desk.title if desk else story.title,
        "summary": desk.summary if desk else "",
        "themes": list(desk.themes) if desk else [],
        "tags": list(desk.tags) if desk else [],
        "content_warnings": list(desk.content_warnings) if desk else [],
        "place": {"exact": desk.place_exact if desk else story.place, "area": desk.place_area if desk else ""},
        "place_precision": desk.place_precision if desk else "area",
        "date_precision": desk.date_precision if desk else "month",
    }
    playback = stories.playback(session, story.story_id)
    heard = run is not None and run.status in {"done", "failed"}
    return {
        "title": details["title"],
        "text": story.text if story.medium == "text" else None,
        "language": (run.language if run else None) or story.language,
        "duration_ms": playback.duration_ms if playback else None,
        "recordings": [
            {
                "recording_id": str(each.recording_id),
                "duration_ms": each.duration_ms,
                "bytes": each.bytes,
                "state": each.media_state,
                "flags": [flag for flag in (each.media_problem, "truncated" if each.truncated else "") if flag],
            }
            for each in stories.recordings(session, story.story_id)
        ],
        "transcript": _transcript(session, story, number, words) if heard or words else None,
        "redactions": _redactions(session, story.story_id),
        "quotes": _quotes(session, story.story_id, words),
        "details": details,
        "concerns": _concerns(session, story.story_id),
        "listening": relistening.told(session, story),
        "messages": [
            {"kind": each.kind, "text": each.text, "at": told_instant(each.at)}
            for each in queries.messages(session, story.story_id)
        ],
    }


def _transcript(session: Session, story: Story, number: int, words: list[rules.Word]) -> dict[str, Any]:
    segments, now = transcription.segments_of(session, story.story_id), {word["id"]: word for word in words}
    run = transcription.latest_run(session, story.story_id)
    return {
        "revision": number,
        "language": (run.language if run else None) or story.language,
        "words": words,
        "segments": [_segment(each, now) for each in segments if each.words],
        "flags": _flags(run),
    }


def _segment(heard: Segment, now: Mapping[str, rules.Word]) -> dict[str, Any]:
    """First and last word are of those that are left of it, where any are."""
    left = [word["id"] for word in heard.words if word["id"] in now] or [word["id"] for word in heard.words]
    return {
        "start_ms": heard.start_ms,
        "end_ms": heard.end_ms,
        "avg_logprob": heard.avg_logprob,
        "no_speech_prob": heard.no_speech_prob,
        "first_word": left[0],
        "last_word": left[-1],
        "flags": list(heard.flags) if standing(heard.flags, heard.words, now) else [],
    }


def _flags(run: Run | None) -> list[str]:
    if run is None:
        return []
    asked = LANGUAGE if is_language_unsure(run.language, run.language_probability) else ""
    return [flag for flag in (run.message, asked) if flag]


def _redactions(session: Session, story_id: UUID) -> list[dict[str, Any]]:
    return [
        {
            "redaction_id": str(each.redaction_id),
            "from_word": each.from_word,
            "to_word": each.to_word,
            "start_ms": each.start_ms,
            "end_ms": each.end_ms,
            "reason": each.reason,
            "replacement": each.replacement,
        }
        for each in queries.redactions(session, story_id)
    ]


def _quotes(session: Session, story_id: UUID, words: list[rules.Word]) -> list[dict[str, Any]]:
    told = []
    for each in queries.quotes(session, story_id):
        covered = rules.between(words, each.from_word, each.to_word)
        start_ms, end_ms = rules.times_of(covered)
        told.append(
            {
                "quote_id": str(each.quote_id),
                "from_word": each.from_word,
                "to_word": each.to_word,
                "text": rules.text_of(covered),
                "start_ms": start_ms,
                "end_ms": end_ms,
            }
        )
    return told


def _people(session: Session, story: Story, terms: list[consent_rules.ParticipantTerms]) -> list[dict[str, Any]]:
    allowed = {each.participant_id: each for each in terms}
    return [
        {
            "participant_id": str(each.participant_id),
            "role": each.role,
            "display_name": each.display_name,
            "consent": _consent(allowed.get(each.participant_id)),
        }
        for each in stories.participants(session, story.story_id)
    ]


def _consent(terms: consent_rules.ParticipantTerms | None) -> dict[str, Any] | None:
    if terms is None:
        return None
    return {
        "choices": dict(terms.choices),
        "facets": {purpose: dict(facets) for purpose, facets in terms.facets.items()},
        "form_status": terms.form_status,
        "basis": terms.basis,
        "withdrawn": terms.withdrawn,
    }


def _run(session: Session, story_id: UUID) -> dict[str, Any] | None:
    run = transcription.latest_run(session, story_id)
    return {"state": run.status, "percent": run.percent, "message": run.message} if run else None


def _concerns(session: Session, story_id: UUID) -> list[dict[str, Any]]:
    return [
        {
            "concern_id": str(each.concern_id),
            "status": each.status,
            "urgency": each.urgency,
            "note": each.note,
            "raised_at": told_instant(each.raised_at),
        }
        for each in queries.concerns(session, story_id)
    ]


def _history(session: Session, story_id: UUID) -> list[dict[str, Any]]:
    entries = audit.entries_about(session, story_id)
    told = people.names(session, [UUID(entry.actor) for entry in entries if len(entry.actor) == len(str(story_id))])
    names = {str(person_id): name for person_id, name in told.items()}
    return [
        {"at": told_instant(entry.at), "action": entry.action, "actor": names.get(entry.actor, "")} for entry in entries
    ]
