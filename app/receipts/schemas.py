# SPDX-License-Identifier: Apache-2.0
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StrictBool, StringConstraints

from app.consent.schemas import Choices, Facets, PurposeKey
from app.kit.shapes import Answer, Instant, Shape, Text

MESSAGE_LONGEST = 5_000
Words = Annotated[Text, StringConstraints(max_length=MESSAGE_LONGEST)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Part = Literal["yes", "change", "leave_out"]


def _not_empty(text: str) -> str:
    if not text.strip():
        raise ValueError("nothing in it")
    return text.strip()


class CodeIn(Shape):
    """Whatever is in it: what cannot be a code is answered like one that nobody has."""

    code: str


class PinIn(Shape):
    pin: Annotated[Text, StringConstraints(max_length=20)]


class NarrowIn(Shape):
    choices: Choices = Field(default_factory=dict)
    facets: Facets = Field(default_factory=dict)


class WithdrawIn(Shape):
    purposes: Annotated[list[PurposeKey], Field(min_length=1, max_length=50)] | None = None
    urgent: StrictBool = False


class UndoIn(Shape):
    pass


class EmbargoIn(Shape):
    until: Instant | None


class ObjectionIn(Shape):
    """A child's own: nobody changes it or takes it back for them, or that no longer."""

    objects: StrictBool


class QuoteAnswer(Shape):
    quote_id: UUID
    decision: Part


class SignOffIn(Shape):
    proof_sha256: Sha256
    decision: Part
    quotes: Annotated[list[QuoteAnswer], Field(max_length=200)] = Field(default_factory=list)
    note: Words = ""


class MessageIn(Shape):
    kind: Literal["message", "harm"]
    text: Annotated[Words, AfterValidator(_not_empty)]


class SecondStep(Answer):
    pin: bool
    code_alone: bool
    open: bool


class StoryStanding(Answer):
    """`undo_until`: this voice's own. `is_shut`: a voice in it was taken back, so nobody reads or hears it."""

    status: str
    kind: str
    received_at: Instant | None = None
    undo_until: Instant | None = None
    is_shut: bool


class ConsentStanding(Answer):
    """What this one voice allows now."""

    choices: dict[str, str]
    facets: dict[str, dict[str, Any]]
    embargo_until: Instant | None = None
    hidden: bool
    withdrawn: bool


class GuardianStanding(Answer):
    """Where a guardian said yes beside a child. `objects`: the child does not want it changed for them."""

    objects: bool


class Recipient(Answer):
    """`until`: they were told to stop. `acknowledged_at`: they confirmed the newest thing they were told."""

    name: str
    form: str
    since: Instant
    until: Instant | None = None
    read_at: Instant | None = None
    acknowledged_at: Instant | None = None


class SignOffDue(Answer):
    proof_sha256: str


class PartnerAnswer(Answer):
    partner: str
    kind: str
    text: str
    at: Instant


class HistoryEntry(Answer):
    """`what`: declared, arrived, writing, looking, asked, change, approved, declined, reopened, choices, shared,
    stopped, withdrawn, restored; voice-out, where one of several was cut out; objected and agreed, a child's word about
    their guardian; window, where the desk opened the second step; and what it did because somebody asked: narrowed,
    withdrawn, hidden or undone, `-for-` speaker, guardian, next-of-kin or community-authority."""

    what: str
    at: Instant
    name: str | None = None


class Shown(Answer):
    """All that the code alone opens: no title, no words, no voice."""

    session: str
    second_step: SecondStep
    story: StoryStanding
    consent: ConsentStanding
    guardian: GuardianStanding | None = None
    recipients: list[Recipient]
    sign_off: SignOffDue | None = None
    responses: list[PartnerAnswer]
    history: list[HistoryEntry]


class Said(Answer):
    title: str
    text: str
    duration_ms: int | None = None
    has_sound: bool


class SharedQuote(Answer):
    quote_id: UUID
    text: str


class SharedSegment(Answer):
    speaker: str | None = None
    text: str


class Shared(Answer):
    """The proof that waits for an answer, else what stands: as it would leave, or leaves."""

    sha256: str
    title: str
    text: str
    segments: list[SharedSegment]
    quotes: list[SharedQuote]
    credit: str
    place: str | None = None
    recorded: str | None = None
    content_warnings: list[str]
    recipients: list[str]
    has_sound: bool


class OwnStory(Answer):
    said: Said
    shared: Shared | None = None
