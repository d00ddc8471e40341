# SPDX-License-Identifier: Apache-2.0
from typing import Any, Literal
from uuid import UUID

from app.kit.shapes import Answer, Instant


class PurposeOut(Answer):
    purpose: str
    choice: Literal["given", "refused"]
    facets: dict[str, Any]
    ends_at: Instant | None


class HolderOut(Answer):
    """A partner who has the story or had it. `confirmed_at`: that they acted on the newest thing they were told."""

    name: str
    form: str
    since: Instant
    until: Instant | None
    read_at: Instant | None
    confirmed_at: Instant | None


class FormOut(Answer):
    form_version_id: UUID
    form_id: UUID
    project_id: UUID
    version: int
    status: str


class RecordOut(Answer):
    """One participant's consent. Never a word of the story, and no name."""

    record_id: UUID
    project_id: UUID
    participant_id: UUID
    story_id: UUID
    story_status: str
    kind: str
    medium: str
    may_open: bool
    role: str
    form: FormOut
    language: str
    method: str
    basis: str
    has_guardian: bool
    given_at: Instant
    signed_on: str | None
    state: str
    undo_until: Instant | None
    embargo_until: Instant | None
    ends_at: Instant | None
    last_event: str
    last_actor: str
    last_at: Instant
    purposes: list[PurposeOut]
    is_released: bool
    holders: list[HolderOut]


class RegisterOut(Answer):
    """`forms` and `purposes` are all there is to filter by."""

    items: list[RecordOut]
    next_cursor: str | None
    forms: list[FormOut]
    purposes: list[str]


class EventOut(Answer):
    type: str
    at: Instant
    actor_kind: str
    reason_code: str
    choices: dict[str, str]
    facets: dict[str, dict[str, Any]]
    embargo_until: Instant | None
    hidden: bool


class PartyOut(Answer):
    role: str
    relation: str
    choices: dict[str, str]
    given_at: Instant


class ReceiptOut(Answer):
    receipt_id: UUID
    issued_at: Instant


class RecordDetailOut(Answer):
    record: RecordOut
    controller: str
    device_time: Instant
    device_time_doubtful: bool
    events: list[EventOut]
    parties: list[PartyOut]
    receipts: list[ReceiptOut]
    is_unbroken: bool


class UnconfirmedOut(Answer):
    """A tombstone that its partner has not confirmed. `record_ids` are empty once the story is erased."""

    entry_id: UUID
    project_id: UUID
    partner: str
    told_at: Instant
    days: int
    stage: int | None
    chased_at: Instant | None
    agreement_ended: bool
    record_ids: list[UUID]


class UnconfirmedListOut(Answer):
    items: list[UnconfirmedOut]
    next_cursor: str | None


class ActorOut(Answer):
    kind: Literal["staff", "partner", "phone", "storyteller", "house"]
    id: str
    name: str


class AuditOut(Answer):
    entry_id: UUID
    project_id: UUID
    seq: int
    at: Instant
    action: str
    actor: ActorOut
    subject: str
    subject_kind: Literal["story", "record", "other"]
    details: dict[str, Any]


class AuditListOut(Answer):
    """`actions` and `people` are all there is to filter by."""

    items: list[AuditOut]
    next_cursor: str | None
    actions: list[str]
    people: list[ActorOut]


class ChainOut(Answer):
    """`broken_at` is the first entry that does not follow from the one before it; `head` is the last one's hash."""

    project_id: UUID
    entries: int
    head: str
    is_unbroken: bool
    broken_at: int | None
    records: int
    broken_records: list[UUID]


class ChainsOut(Answer):
    items: list[ChainOut]
