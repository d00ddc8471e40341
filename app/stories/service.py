# SPDX-License-Identifier: Apache-2.0
"""Skeleton while the room is being built: signatures are final."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.people.access import Device, Staff
from app.stories.models import Story
from app.stories.schemas import StoryIn

Actor = Staff | UUID | str
"""Who did it: a person at the desk, an id, or a word such as `worker`."""


def declare(session: Session, device: Device, story_id: UUID, declaration: StoryIn, at: datetime) -> tuple[Story, bool]:
    """The story, and whether it is new."""
    raise NotImplementedError


def receive(session: Session, story_id: UUID, *, at: datetime) -> Story:
    raise NotImplementedError


def start_transcription(session: Session, story_id: UUID) -> None:
    raise NotImplementedError


def send_to_review(session: Session, story_id: UUID, *, by: Actor = "worker") -> None:
    """Moves nothing when a person has taken it further already; raises for a withdrawn story."""
    raise NotImplementedError


def ask_sign_off(session: Session, story_id: UUID, *, by: Actor) -> None:
    raise NotImplementedError


def sign_off(session: Session, story_id: UUID, *, by: Actor) -> None:
    raise NotImplementedError


def ask_change(session: Session, story_id: UUID, *, by: Actor) -> None:
    raise NotImplementedError


def approve(session: Session, story_id: UUID, *, by: Actor) -> None:
    raise NotImplementedError


def decline(session: Session, story_id: UUID, *, by: Actor, note: str = "") -> None:
    raise NotImplementedError


def reopen(session: Session, story_id: UUID, *, by: Actor) -> None:
    raise NotImplementedError


def withdraw(session: Session, story_id: UUID, *, actor: Actor, at: datetime, erase_now: bool = False) -> Story:
    raise NotImplementedError


def restore(session: Session, story_id: UUID, *, at: datetime, actor: Actor = "storyteller") -> Story:
    raise NotImplementedError


def erase(session: Session, story_id: UUID, at: datetime) -> list[str]:
    """The rows; answers the object keys that must go as well."""
    raise NotImplementedError
