# SPDX-License-Identifier: Apache-2.0
"""The edition's one lifecycle, pure: proof → current → superseded or retracted. Nothing returns."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class EditionStatus(StrEnum):
    PROOF = "proof"
    CURRENT = "current"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


class EditionAction(StrEnum):
    PUBLISH = "publish"
    SUPERSEDE = "supersede"
    RETRACT = "retract"


S, A = EditionStatus, EditionAction

TRANSITIONS: Final[Mapping[tuple[EditionStatus, EditionAction], EditionStatus]] = {
    (S.PROOF, A.PUBLISH): S.CURRENT,
    (S.PROOF, A.SUPERSEDE): S.SUPERSEDED,
    (S.CURRENT, A.SUPERSEDE): S.SUPERSEDED,
    (S.PROOF, A.RETRACT): S.RETRACTED,
    (S.CURRENT, A.RETRACT): S.RETRACTED,
}

LIVE: Final = frozenset({S.PROOF, S.CURRENT})


def next_status(current: str, action: EditionAction) -> EditionStatus:
    """Where `action` leads; raises `KeyError` where it leads nowhere, a fault of ours."""
    return TRANSITIONS[EditionStatus(current), action]
