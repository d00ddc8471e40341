# SPDX-License-Identifier: Apache-2.0
from app.kit.errors import DomainError


class ConsentMissing(DomainError):
    """Somebody whose voice is in it has not allowed that it is kept."""

    slug = "consent-missing"
    status = 409


class ReceiptInvalid(DomainError):
    """Wrong, unknown and erased codes alike."""

    slug = "receipt-invalid"
    status = 404


class SecondStepRequired(DomainError):
    """The code alone may only make less of it."""

    slug = "second-step-required"
    status = 403


class NothingToUndo(DomainError):
    slug = "nothing-to-undo"
    status = 409


class ConsentWithdrawn(DomainError):
    """Everything was taken back already; only undoing is left."""

    slug = "consent-withdrawn"
    status = 409


class SoundStands(DomainError):
    """What people heard beside a form that is in use is never replaced."""

    slug = "sound-stands"
    status = 409
