# SPDX-License-Identifier: Apache-2.0
"""The one window on a story's content for every way out. Frozen, and pure: nothing here fetches."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

MASK: Final = "▇▇▇▇▇▇"
"""Stands for what was redacted: always the same length, so that it does not tell how long the words were."""


class Outlet(StrEnum):
    PARTNER = "partner"
    PUBLIC = "public"
    FEED = "feed"
    EXPORT = "export"
    COLLECTION = "collection"
    SEARCH = "search"
    STATISTICS = "statistics"
    RECEIPT = "receipt"
    EMBED = "embed"


class Reason(StrEnum):
    """Why the gate refused: for staff and audit; a partner never sees it."""

    NO_CONSENT = "no-consent"
    PURPOSE_NOT_GIVEN = "purpose-not-given"
    RECIPIENT_NOT_NAMED = "recipient-not-named"
    FORM_NOT_VALID = "form-not-valid"
    PARTY_MISSING = "party-missing"
    GUARDIAN_MISSING = "guardian-missing"
    EMBARGOED = "embargoed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"
    ON_HOLD = "on-hold"
    NOT_APPROVED = "not-approved"
    EDITION_STALE = "edition-stale"
    SIGN_OFF_MISSING = "sign-off-missing"
    LICENCE_ASKS = "licence-asks"
    AGREEMENT_MISSING = "agreement-missing"


class PrincipalKind(StrEnum):
    PARTNER = "partner"
    RECEIPT = "receipt"


@dataclass(frozen=True)
class Principal:
    """Who asks. A partner's `audience` is its recipient class; a receipt session's `principal_id` its record."""

    kind: PrincipalKind
    principal_id: UUID
    name: str = ""
    audience: str = ""


@dataclass(frozen=True)
class Word:
    text: str
    start_ms: int | None
    end_ms: int | None


@dataclass(frozen=True)
class Segment:
    start_ms: int | None
    end_ms: int | None
    speaker: str | None
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class Quote:
    quote_id: UUID
    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None


@dataclass(frozen=True)
class Rendition:
    key: str
    media_type: str
    bytes: int
    sha256: str
    duration_ms: int


@dataclass(frozen=True)
class Sound:
    """Opens only what was rendered for one edition; never an original."""

    opus: Rendition
    aac: Rendition
    peaks_key: str
    duration_ms: int


@dataclass(frozen=True)
class Terms:
    purposes: tuple[str, ...]
    licence: str | None
    attribution: str
    embargo_until: datetime | None
    expires_at: datetime | None
    conditions: tuple[str, ...]


@dataclass(frozen=True)
class Edition:
    """One rendered, immutable state of a story; place, date and credit only as fine as its reader may see."""

    edition_id: UUID
    project_id: UUID
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
    segments: tuple[Segment, ...]
    quotes: tuple[Quote, ...]
    themes: tuple[str, ...]
    content_warnings: tuple[str, ...]
    sha256: str

    @property
    def text(self) -> str:
        return "\n\n".join(segment.text for segment in self.segments)


@dataclass(frozen=True)
class Released:
    """An edition as the gate let it through: for one outlet, one reader, now. Only `gate.py` builds it.

    `had_sound`: this reader had the voice once, and is left with the words.
    """

    public_id: UUID
    version: int
    edition: Edition
    audio: Sound | None
    had_sound: bool
    terms: Terms
    consent_epoch: int
    etag: str
    expires_at: datetime | None
    published_at: datetime | None
    updated_at: datetime | None


@dataclass(frozen=True)
class Refused:
    """`shown_as` is 410 for a reader who had it, else 404."""

    reason: Reason
    shown_as: int


@dataclass(frozen=True)
class Tombstone:
    public_id: UUID
    version: int
    at: datetime


@dataclass(frozen=True)
class Said:
    """A storyteller's own words and sound, as they came: for nobody but the one who told them."""

    title: str
    text: str
    opus_key: str | None
    opus_bytes: int
    aac_key: str | None
    aac_bytes: int
    duration_ms: int | None


@dataclass(frozen=True)
class Recipient:
    """Who has, or had, a story; what its storyteller is shown."""

    principal_id: UUID
    public_id: UUID
    name: str
    form: str
    since: datetime
    until: datetime | None
    read_at: datetime | None
    acknowledged_at: datetime | None


@dataclass(frozen=True)
class Standing:
    """Where a story stands, without its words."""

    story_id: UUID
    status: str
    kind: str
    medium: str
    received_at: datetime | None
    undo_until: datetime | None
    proof_sha256: str | None
    published_at: datetime | None
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True)
class Change:
    """One entry of a reader's change feed."""

    seq: int
    type: str
    public_id: UUID
    version: int
    at: datetime
