# SPDX-License-Identifier: Apache-2.0
from app.kit.errors import DomainError


class NoSuchKey(DomainError):
    slug = "not-found"
    status = 404


class TooManyKeys(DomainError):
    """Two keys are live: the old one is revoked before a third is made."""

    slug = "too-many-keys"
    status = 409


class StoryHasNoSound(DomainError):
    """Consent lets this partner have the words, or the story was written."""

    slug = "not-found"
    status = 404


class SoundTakenBack(DomainError):
    """This partner had the voice, and is left with the words."""

    slug = "story-withdrawn"
    status = 410

    def __init__(self) -> None:
        super().__init__("The voice was taken back: remove every copy of the sound. You may keep the words.")


class AlreadyShown(DomainError):
    """The storyteller may have read it by now."""

    slug = "already-shown"
    status = 409


class TooManyWebhooks(DomainError):
    slug = "too-many-webhooks"
    status = 409


class TargetRefused(DomainError):
    """We send nothing there: not https, no public name, or one that leads nowhere or into somebody's network."""

    slug = "target-not-allowed"
    status = 422
