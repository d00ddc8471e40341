# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class StoryDeclared(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class StoryReceived(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class TranscriptionStarted(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class StoryInReview(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class SignOffAsked(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class ChangeAsked(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class StoryApproved(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class StoryDeclined(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class StoryReopened(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class StoryWithdrawn(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class StoryRestored(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class StoryErased(Event):
    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class PlaybackWanted(Event):
    """Somebody is to listen to a story whose sound nobody has joined."""

    story_id: UUID


@dataclass(frozen=True, kw_only=True)
class VoiceErased(Event):
    """A voice was cut out of a story that others still tell. `epoch` began with it: whatever was made of the story
    before goes."""

    story_id: UUID
    epoch: int
