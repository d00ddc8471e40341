# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class TranscriptionWanted(Event):
    """A run that waited for an engine may try again, or somebody asked for another."""

    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class HeardAgain(Event):
    """A run that somebody asked for has ended, whichever way."""

    story_id: UUID
