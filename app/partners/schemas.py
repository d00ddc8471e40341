# SPDX-License-Identifier: Apache-2.0
"""The partner API's shapes: a public promise. Each is built from what the gate released and nothing else."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field

from app.kit.shapes import Answer, Instant, Shape, Text
from app.publishing.captions import cues
from app.publishing.editions import Change, Edition, Released, Rendition

BASE = "/partner/v1/stories"
TEXT_LONGEST = 4_000


def _canonical(told: object) -> object:
    """An id is written in one way only (RFC 9562 §4)."""
    if isinstance(told, str) and str(UUID(told)) != told:
        raise ValueError("not an id as we write it")
    return told


PublicId = Annotated[UUID, BeforeValidator(_canonical)]


class SegmentOut(Answer):
    start_ms: int | None
    end_ms: int | None
    speaker: str | None
    text: str


class QuoteOut(Answer):
    id: UUID
    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None
    credit: str


class TermsOut(Answer):
    purposes: list[str]
    licence: str | None
    attribution: str
    embargo_until: Instant | None
    expires_at: Instant | None
    conditions: list[str]


class AudioOut(Answer):
    href: str
    media_type: str
    bytes: int
    sha256: str
    duration_ms: int


class CaptionsOut(Answer):
    href: str


class StoryItem(Answer):
    """An edition without its text and segments."""

    id: UUID
    version: int
    project: UUID
    kind: str
    medium: str
    prompt: str | None
    title: str
    summary: str
    language: str | None
    duration_ms: int | None
    recorded: str | None
    place: str | None
    credit: str
    themes: list[str]
    quotes: list[QuoteOut]
    content_warnings: list[str]
    terms: TermsOut
    audio: AudioOut | None
    captions: CaptionsOut | None
    published_at: Instant | None
    updated_at: Instant | None


class StoryOut(StoryItem):
    text: str
    segments: list[SegmentOut]


class StoriesOut(Answer):
    items: list[StoryItem]
    next_cursor: str | None


class TranscriptOut(Answer):
    id: UUID
    version: int
    language: str | None
    segments: list[SegmentOut]


class ChangeOut(Answer):
    seq: int
    type: str
    id: UUID
    version: int
    at: Instant


class ChangesOut(Answer):
    items: list[ChangeOut]
    next_cursor: str
    has_more: bool


class AcknowledgeIn(Shape):
    cursor: Annotated[str, Field(min_length=1, max_length=500)]


class AcknowledgedOut(Answer):
    """How many entries this call confirmed."""

    acknowledged: int


class KeyOut(Answer):
    key_id: str
    partner: str
    projects: list[UUID]
    audience: str
    scopes: list[str]
    expires_at: Instant
    last_used_at: Instant | None


class ResponseIn(Shape):
    kind: Literal["heard", "acting", "changed", "cannot"]
    text: Annotated[Text, Field(max_length=TEXT_LONGEST)] = ""


class ResponseOut(Answer):
    """`shown` once a facilitator has let the storyteller read it."""

    response_id: UUID
    kind: str
    text: str
    at: Instant
    shown: bool


def item(released: Released) -> StoryItem:
    return StoryItem(**_shared(released))


def whole(released: Released) -> StoryOut:
    return StoryOut(**_shared(released), text=released.edition.text, segments=segments(released.edition))


def segments(edition: Edition) -> list[SegmentOut]:
    return [
        SegmentOut(start_ms=one.start_ms, end_ms=one.end_ms, speaker=one.speaker, text=one.text)
        for one in edition.segments
    ]


def transcript(released: Released) -> TranscriptOut:
    return TranscriptOut(
        id=released.public_id,
        version=released.version,
        language=released.edition.language,
        segments=segments(released.edition),
    )


def change(told: Change) -> ChangeOut:
    return ChangeOut(seq=told.seq, type=told.type, id=told.public_id, version=told.version, at=told.at)


def _shared(released: Released) -> dict[str, object]:
    edition = released.edition
    return {
        "id": released.public_id,
        "version": released.version,
        "project": edition.project_id,
        "kind": edition.kind,
        "medium": edition.medium,
        "prompt": edition.prompt,
        "title": edition.title,
        "summary": edition.summary,
        "language": edition.language,
        "duration_ms": edition.duration_ms,
        "recorded": edition.recorded,
        "place": edition.place,
        "credit": edition.credit,
        "themes": list(edition.themes),
        "quotes": [_quote(edition, place) for place in range(len(edition.quotes))],
        "content_warnings": list(edition.content_warnings),
        "terms": _terms(released),
        "audio": _audio(released, released.audio.opus) if released.audio else None,
        "captions": CaptionsOut(href=f"{BASE}/{released.public_id}/transcript.vtt") if cues(edition) else None,
        "published_at": released.published_at,
        "updated_at": released.updated_at,
    }


def _quote(edition: Edition, place: int) -> QuoteOut:
    quote = edition.quotes[place]
    return QuoteOut(
        id=quote.quote_id,
        text=quote.text,
        start_ms=quote.start_ms,
        end_ms=quote.end_ms,
        speaker=quote.speaker,
        credit=edition.credit,
    )


def _terms(released: Released) -> TermsOut:
    terms = released.terms
    return TermsOut(
        purposes=list(terms.purposes),
        licence=terms.licence,
        attribution=terms.attribution,
        embargo_until=terms.embargo_until,
        expires_at=terms.expires_at,
        conditions=list(terms.conditions),
    )


def _audio(released: Released, rendition: Rendition) -> AudioOut:
    return AudioOut(
        href=f"{BASE}/{released.public_id}/audio",
        media_type=rendition.media_type,
        bytes=rendition.bytes,
        sha256=rendition.sha256,
        duration_ms=rendition.duration_ms,
    )
