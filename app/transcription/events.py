# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class TranscriptionWanted(Event):
    """A run that waited for an engine may try again."""

    story_id: UUID
