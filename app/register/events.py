# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class TombstoneChased(Event):
    """A partner has not confirmed one entry of their feed, `stage` days after it was told."""

    entry_id: UUID
    principal_id: UUID
    stage: int
