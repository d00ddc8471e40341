# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class ConcernRaised(Event):
    story_id: UUID
    concern_id: UUID


@dataclass(frozen=True, kw_only=True)
class ConcernClosed(Event):
    story_id: UUID
    concern_id: UUID


@dataclass(frozen=True, kw_only=True)
class CutAsked(Event):
    """Somebody has marked and heard all of it: what a gone voice said is to be cut out."""

    story_id: UUID
