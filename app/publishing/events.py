# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class ProofAsked(Event):
    edition_id: UUID


@dataclass(frozen=True, kw_only=True)
class EditionReleased(Event):
    edition_id: UUID


@dataclass(frozen=True, kw_only=True)
class ReleaseErased(Event):
    """Its story was erased: whoever keeps anything about it forgets that, and then says so to `drop_release`."""

    public_id: UUID


@dataclass(frozen=True, kw_only=True)
class ReaderTold:
    """An entry was written into a reader's change feed; told within its transaction, and never queued."""

    entry_id: UUID
    principal_id: UUID
    seq: int
    type: str
    public_id: UUID
    at: datetime
