# SPDX-License-Identifier: Apache-2.0
"""A safeguarding concern's lifecycle, pure: raised → taken up → closed. Its hold stands until it is closed."""

from collections.abc import Mapping
from enum import StrEnum


class ConcernStatus(StrEnum):
    RAISED = "raised"
    TAKEN_UP = "taken_up"
    CLOSED = "closed"


class ConcernAction(StrEnum):
    TAKE_UP = "take_up"
    CLOSE = "close"


TRANSITIONS: Mapping[tuple[ConcernStatus, ConcernAction], ConcernStatus] = {
    (ConcernStatus.RAISED, ConcernAction.TAKE_UP): ConcernStatus.TAKEN_UP,
    (ConcernStatus.RAISED, ConcernAction.CLOSE): ConcernStatus.CLOSED,
    (ConcernStatus.TAKEN_UP, ConcernAction.CLOSE): ConcernStatus.CLOSED,
}


def next_status(current: str, action: ConcernAction) -> ConcernStatus:
    """Where `action` leads; asking again for what already happened changes nothing."""
    standing = ConcernStatus(current)
    return TRANSITIONS.get((standing, action), standing)
