# SPDX-License-Identifier: Apache-2.0
from app.kit.errors import DomainError


class NobodyWantsIt(Exception):
    """The story was withdrawn, its consent ended or its run is over: what was heard is dropped."""


class AlreadyListening(DomainError):
    slug = "already-listening"
    status = 409


class NothingToHear(DomainError):
    """A story in writing, or one whose sound is gone."""

    slug = "nothing-to-hear"
    status = 409


class ModelNotHere(DomainError):
    slug = "model-not-here"
    status = 409


class EnglishOnly(DomainError):
    """The model invents fluent English from any other language."""

    slug = "model-english-only"
    status = 409
