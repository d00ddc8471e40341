# SPDX-License-Identifier: Apache-2.0
from collections.abc import Iterable

from app.kit.errors import DomainError


class StoryNotFound(DomainError):
    slug = "not-found"
    status = 404


class TransitionNotAllowed(DomainError):
    """The story stands elsewhere, or something it needs is missing."""

    slug = "transition-not-allowed"
    status = 409

    def __init__(self, current: str, action: str, missing: Iterable[str] = ()) -> None:
        super().__init__()
        self.current, self.action, self.missing = current, action, tuple(missing)


class StoryErasedError(DomainError):
    slug = "story-erased"
    status = 410


class UploadOfErasedStory(DomainError):
    slug = "upload-of-erased-story"
    status = 410


class RecordingNotDecodable(DomainError):
    """Kept in quarantine; the facilitator is told."""

    slug = "media-undecodable"
    status = 422
