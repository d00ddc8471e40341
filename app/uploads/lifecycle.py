# SPDX-License-Identifier: Apache-2.0
"""An upload's one lifecycle, pure."""

from collections.abc import Mapping
from enum import StrEnum


class UploadStatus(StrEnum):
    DECLARED = "declared"
    """The story's declaration named it; no byte was offered yet."""
    OPEN = "open"
    COMPLETE = "complete"
    """Every byte is durable and verified: the phone sees `kept`."""
    ASSEMBLED = "assembled"
    EXPIRED = "expired"
    UNFIT = "unfit"
    """Its first bytes are no sound."""
    ERASED = "erased"


class UploadAction(StrEnum):
    CREATE = "create"
    COMPLETE = "complete"
    ASSEMBLE = "assemble"
    EXPIRE = "expire"
    TERMINATE = "terminate"
    FIND_UNFIT = "find_unfit"
    ERASE = "erase"


A, S = UploadAction, UploadStatus

TRANSITIONS: Mapping[UploadAction, tuple[frozenset[UploadStatus], UploadStatus]] = {
    A.CREATE: (frozenset({S.DECLARED, S.EXPIRED}), S.OPEN),
    A.COMPLETE: (frozenset({S.OPEN}), S.COMPLETE),
    A.ASSEMBLE: (frozenset({S.COMPLETE}), S.ASSEMBLED),
    A.EXPIRE: (frozenset({S.OPEN}), S.EXPIRED),
    A.TERMINATE: (frozenset({S.OPEN}), S.DECLARED),
    A.FIND_UNFIT: (frozenset({S.OPEN}), S.UNFIT),
    A.ERASE: (frozenset(S), S.ERASED),
}


class UploadStandsElsewhere(RuntimeError):
    """An action that leads nowhere from here: a fault of ours, the verbs ask first."""


def next_status(current: str, action: UploadAction) -> UploadStatus:
    sources, target = TRANSITIONS[action]
    if current not in sources:
        raise UploadStandsElsewhere(f"{action} from {current}")
    return target
