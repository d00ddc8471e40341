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


class OnlyLess(DomainError):
    """The desk makes less of what somebody allowed, never more."""

    slug = "only-less"
    status = 403


class ChildObjects(DomainError):
    """A child said with their own code that nobody changes it for them."""

    slug = "child-objects"
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


class ConsentFormRetired(DomainError):
    """More is allowed only on the form of today."""

    slug = "consent-form-retired"
    status = 409


class FormInUse(DomainError):
    """People answer this version, or have; what it says stands."""

    slug = "form-in-use"
    status = 409


class FormIncomplete(DomainError):
    """Something that everybody is asked or told is missing in the language the others are translated from."""

    slug = "form-incomplete"
    status = 409


class FormNeeded(DomainError):
    """Without this version phones would have nothing to ask."""

    slug = "form-needed"
    status = 409
