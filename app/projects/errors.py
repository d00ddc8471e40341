# SPDX-License-Identifier: Apache-2.0
from app.kit.errors import DomainError


class InviteInvalid(DomainError):
    slug = "invite-invalid"
    status = 404


class InviteExpired(DomainError):
    """Expired or revoked."""

    slug = "invite-expired"
    status = 410


class ProjectNotFound(DomainError):
    slug = "not-found"
    status = 404


class ProjectInvalid(DomainError):
    """Said to the caretaker: no name, or a language that does not exist."""

    slug = "validation"
    status = 422


class SpokenTooLarge(DomainError):
    """Longer than a spoken prompt may be; an exact figure is in `projects.rules`."""

    slug = "media-too-large"
    status = 413
