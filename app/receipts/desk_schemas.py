# SPDX-License-Identifier: Apache-2.0
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from app.consent.schemas import Choices, Facets, PurposeKey
from app.kit.shapes import Answer, Instant, Shape

MayTakeBack = Literal["speaker", "guardian"]
MayNarrow = Literal["speaker", "guardian", "next_of_kin", "community_authority"]
"""Whose word makes less of it (consent.md rules 3 and 12); only the first two may take everything back."""
ReasonCode = Literal["none_given", "changed_mind", "afraid", "wrong_answer", "lost_code", "died", "cannot_decide"]


class DeskNarrowIn(Shape):
    choices: Choices = Field(default_factory=dict)
    facets: Facets = Field(default_factory=dict)
    asked_by: MayNarrow
    reason: ReasonCode


class DeskHideIn(Shape):
    asked_by: MayNarrow
    reason: ReasonCode


class DeskWithdrawIn(Shape):
    """Everything of that voice, or these purposes."""

    purposes: Annotated[list[PurposeKey], Field(min_length=1, max_length=50)] | None = None
    asked_by: MayTakeBack
    reason: ReasonCode


class DeskUndoIn(Shape):
    """Only a guardian asks the desk for that: everybody else has the code."""

    asked_by: Literal["guardian"]
    reason: ReasonCode


class WindowIn(Shape):
    """`in_person`: the facilitator is with them and knows who they are."""

    in_person: Literal[True]


class Deed(Answer):
    """Something the desk did for a voice: narrowed, withdrawn, embargoed."""

    what: str
    at: Instant
    by: str
    asked_by: str
    reason: str


class VoiceOut(Answer):
    """One voice, as the desk may see it also where it may not open the story. `lent_until`: a second step stands open.
    `is_overdue`: it was taken back, its days are over, and the others' story still waits for it to be cut out.
    `objects`: a child whose guardian cannot have it changed; `guardian_may_undo`: what they took back may come back."""

    participant_id: UUID
    place: int
    role: str
    display_name: str
    basis: str
    form_status: str
    has_guardian: bool
    objects: bool
    guardian_may_undo: bool
    has_own_step: bool
    choices: dict[str, str]
    facets: dict[str, dict[str, Any]]
    embargo_until: Instant | None
    hidden: bool
    withdrawn: bool
    undo_until: Instant | None
    is_overdue: bool
    lent_until: Instant | None
    deeds: list[Deed]


class GoneVoiceOut(Answer):
    """A story that nobody opens, because a voice in it was taken back for good at `since`."""

    story_id: UUID
    place: int
    since: Instant


class GoneVoicesOut(Answer):
    items: list[GoneVoiceOut]


class VoicesOut(Answer):
    items: list[VoiceOut]
