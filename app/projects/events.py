# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class SpokenKept(Event):
    spoken_id: UUID


@dataclass(frozen=True, kw_only=True)
class SpokenTakenOff(Event):
    """Heard no more. Its bytes are dropped unless the row stayed, to tell what people heard."""

    spoken_id: UUID
