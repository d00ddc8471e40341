# SPDX-License-Identifier: Apache-2.0
"""A form version's one lifecycle, pure: draft → active → retired. There is no way back."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class FormStatus(StrEnum):
    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


class FormAction(StrEnum):
    PUBLISH = "publish"
    RETIRE = "retire"


TRANSITIONS: Final[Mapping[tuple[FormStatus, FormAction], FormStatus]] = {
    (FormStatus.DRAFT, FormAction.PUBLISH): FormStatus.ACTIVE,
    (FormStatus.ACTIVE, FormAction.RETIRE): FormStatus.RETIRED,
}


def next_status(current: str, action: FormAction) -> FormStatus:
    """Where `action` leads; raises `KeyError` where it leads nowhere, a fault of ours."""
    return TRANSITIONS[FormStatus(current), action]
