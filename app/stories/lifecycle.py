# SPDX-License-Identifier: Apache-2.0
"""The story's one lifecycle, pure. Only this table decides a story's next status."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from app.stories.errors import TransitionNotAllowed


class StoryStatus(StrEnum):
    AWAITING_RECORDING = "awaiting_recording"
    RECEIVED = "received"
    TRANSCRIBING = "transcribing"
    IN_REVIEW = "in_review"
    AWAITING_SIGN_OFF = "awaiting_sign_off"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class StoryAction(StrEnum):
    RECEIVE = "receive"
    START_TRANSCRIPTION = "start_transcription"
    SEND_TO_REVIEW = "send_to_review"
    ASK_SIGN_OFF = "ask_sign_off"
    SIGN_OFF = "sign_off"
    ASK_CHANGE = "ask_change"
    APPROVE = "approve"
    DECLINE = "decline"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


class Fact(StrEnum):
    RECORDINGS_HERE = "recordings_here"
    """Every recording is here and verified."""
    HAS_RECORDINGS = "has_recordings"
    NO_SIGN_OFF_DUE = "no_sign_off_due"
    MAY_RETURN = "may_return"
    """All had arrived, the undo window is open and nothing was erased."""


class Transition(NamedTuple):
    sources: frozenset[StoryStatus]
    target: StoryStatus
    needs: frozenset[Fact]


def _from(*sources: StoryStatus, to: StoryStatus, needs: Fact | None = None) -> Transition:
    return Transition(frozenset(sources), to, frozenset({needs} if needs else ()))


A, F, S = StoryAction, Fact, StoryStatus

TRANSITIONS: Mapping[StoryAction, Transition] = {
    A.RECEIVE: _from(S.AWAITING_RECORDING, to=S.RECEIVED, needs=F.RECORDINGS_HERE),
    A.START_TRANSCRIPTION: _from(S.RECEIVED, to=S.TRANSCRIBING, needs=F.HAS_RECORDINGS),
    A.SEND_TO_REVIEW: _from(S.RECEIVED, S.TRANSCRIBING, to=S.IN_REVIEW),
    A.ASK_SIGN_OFF: _from(S.IN_REVIEW, to=S.AWAITING_SIGN_OFF),
    A.SIGN_OFF: _from(S.AWAITING_SIGN_OFF, to=S.APPROVED),
    A.ASK_CHANGE: _from(S.AWAITING_SIGN_OFF, to=S.IN_REVIEW),
    A.APPROVE: _from(S.IN_REVIEW, to=S.APPROVED, needs=F.NO_SIGN_OFF_DUE),
    A.DECLINE: _from(S.IN_REVIEW, S.AWAITING_SIGN_OFF, to=S.DECLINED),
    A.REOPEN: _from(S.AWAITING_SIGN_OFF, S.APPROVED, S.DECLINED, to=S.IN_REVIEW),
    A.WITHDRAW: _from(*(set(S) - {S.WITHDRAWN}), to=S.WITHDRAWN),
    A.RESTORE: _from(S.WITHDRAWN, to=S.RECEIVED, needs=F.MAY_RETURN),
}


def declared_status(*, has_recordings: bool) -> StoryStatus:
    """Where a new story begins: waiting for its sound, or received when it is all in writing."""
    return S.AWAITING_RECORDING if has_recordings else S.RECEIVED


def next_status(current: StoryStatus, action: StoryAction, facts: frozenset[Fact]) -> StoryStatus:
    """Where `action` leads from `current`; refuses when it leads nowhere or a fact is missing."""
    sources, target, needs = TRANSITIONS[action]
    if current not in sources or not needs <= facts:
        raise TransitionNotAllowed(current, action, missing=needs - facts)
    return target
