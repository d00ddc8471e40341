# SPDX-License-Identifier: Apache-2.0
from app.kit.errors import DomainError


class PersonInvalid(DomainError):
    """Said to the caretaker: no e-mail address, or a password too short."""

    slug = "validation"
    status = 422
