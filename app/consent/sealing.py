# SPDX-License-Identifier: Apache-2.0
"""What is kept of a receipt code: Argon2id over a keyed hash, so the database alone says nothing."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.consent.schemas import ParticipantIn
from app.kit.keys import derive
from app.people.slow_hash import new_salt, slow_hash


@dataclass(frozen=True)
class SealedCode:
    participant_id: UUID
    selector: str
    salt: bytes
    hash: bytes
    pin_salt: bytes | None
    pin_hash: bytes | None
    code_alone: bool


def peppered(kind: str, secret: str) -> bytes:
    return hmac.new(derive("receipt pepper"), f"{kind}\x1f{secret}".encode(), hashlib.sha256).digest()


def seal_codes(participants: Sequence[ParticipantIn]) -> list[SealedCode]:
    """Slow on purpose: call it before the transaction begins."""
    return [_seal(participant) for participant in participants]


def _seal(participant: ParticipantIn) -> SealedCode:
    told = participant.receipt
    salt, pin_salt = new_salt(), new_salt() if told.pin else None
    return SealedCode(
        participant_id=participant.participant_id,
        selector=told.selector,
        salt=salt,
        hash=slow_hash(peppered("code", told.verifier), salt),
        pin_salt=pin_salt,
        pin_hash=slow_hash(peppered("pin", told.pin), pin_salt) if told.pin and pin_salt else None,
        code_alone=told.code_alone,
    )
