# SPDX-License-Identifier: Apache-2.0
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.kit.shapes import Answer, Instant, Shape, Text

NOTE_LONGEST = 2_000
LATEST_MS = 24 * 3_600_000

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class HeardIn(Shape):
    proof_sha256: Sha256
    from_ms: Annotated[int, Field(ge=0, le=LATEST_MS, strict=True)]
    to_ms: Annotated[int, Field(ge=0, le=LATEST_MS, strict=True)]


class DecisionIn(Shape):
    decision: Literal["ask_sign_off", "approve", "decline", "reopen", "unpublish"]
    note: Annotated[Text, Field(max_length=NOTE_LONGEST)] = ""


class StretchOut(Answer):
    start_ms: int
    end_ms: int
    why: str
    heard: bool


class ProofOut(Answer):
    """`sha256` is there once the proof is ready."""

    sha256: str | None
    state: str
    is_current: bool
    duration_ms: int | None
    to_hear: list[StretchOut]


class EditionOut(Answer):
    version: int | None
    published_at: Instant | None
    recipients: list[str]


class ObstacleOut(Answer):
    slug: str
    detail: str


class WillNot(Answer):
    name: str
    why: str


class RecipientsOut(Answer):
    will: list[str]
    will_not: list[WillNot]


class DecisionOut(Answer):
    story_id: UUID
    status: str
    proof: ProofOut | None
    obstacles: list[ObstacleOut]
