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
