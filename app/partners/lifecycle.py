# SPDX-License-Identifier: Apache-2.0
"""A delivery's one lifecycle, pure: pending → delivered → acknowledged, or given up; failed while it is tried again.

`overtaken`: what it would say is no longer so, since the story was taken back or the partner's agreement ended.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class DeliveryState(StrEnum):
    PENDING = "pending"
    FAILED = "failed"
    DELIVERED = "delivered"
    ACKNOWLEDGED = "acknowledged"
    GIVEN_UP = "given_up"
    OVERTAKEN = "overtaken"


class DeliveryAction(StrEnum):
    DELIVER = "deliver"
    FAIL = "fail"
    GIVE_UP = "give_up"
    OVERTAKE = "overtake"
    ACKNOWLEDGE = "acknowledge"
    SEND_AGAIN = "send_again"


S, A = DeliveryState, DeliveryAction

WAITING: Final = (S.PENDING, S.FAILED)
CONFIRMABLE: Final = (*WAITING, S.DELIVERED, S.GIVEN_UP)

TRANSITIONS: Final[Mapping[tuple[DeliveryState, DeliveryAction], DeliveryState]] = {
    **{(state, A.DELIVER): S.DELIVERED for state in WAITING},
    **{(state, A.FAIL): S.FAILED for state in WAITING},
    **{(state, A.GIVE_UP): S.GIVEN_UP for state in WAITING},
    **{(state, A.OVERTAKE): S.OVERTAKEN for state in WAITING},
    **{(state, A.ACKNOWLEDGE): S.ACKNOWLEDGED for state in CONFIRMABLE},
    **{(state, A.SEND_AGAIN): S.PENDING for state in S},
}


def next_state(current: str, action: DeliveryAction) -> DeliveryState:
    """Where `action` leads; raises `KeyError` where it leads nowhere, a fault of ours."""
    return TRANSITIONS[DeliveryState(current), action]
