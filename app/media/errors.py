# SPDX-License-Identifier: Apache-2.0
"""What this room refuses. `Unplayable` is about sound that is kept: the caller quarantines it under the slug."""

from app.kit.errors import DomainError


class ForbiddenContainer(DomainError):
    """A playlist, page, picture or archive: something that makes a decoder open other things."""

    slug = "media-forbidden-container"
    status = 415


class TypeMismatch(DomainError):
    """These bytes are no sound."""

    slug = "media-type-mismatch"
    status = 415


class Unplayable(DomainError):
    """A recording that cannot be heard here; its bytes are worth keeping."""

    status = 422


class Undecodable(Unplayable):
    slug = "media-undecodable"


class TooLong(Unplayable):
    slug = "media-too-long"


class Encrypted(Unplayable):
    slug = "media-encrypted"


class Empty(Unplayable):
    slug = "media-empty"


class SandboxFailed(RuntimeError):
    """The child could not do its work for a reason that says nothing about the sound; trying again may help."""
