# SPDX-License-Identifier: Apache-2.0
"""A run's one lifecycle, pure: waiting → running → done or failed, and back to waiting where nothing can listen."""

from collections.abc import Mapping
from enum import StrEnum


class RunStatus(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class RunAction(StrEnum):
    START = "start"
    """Once more, too: a worker that died left its run running."""
    WAIT = "wait"
    FINISH = "finish"
    FAIL = "fail"
    DROP = "drop"
    """Somebody asked for it, and its words are not wanted any more."""


A, S = RunAction, RunStatus

ENDED = frozenset({S.DONE, S.FAILED})
TRANSITIONS: Mapping[RunAction, tuple[frozenset[RunStatus], RunStatus]] = {
    A.START: (frozenset({S.WAITING, S.RUNNING}), S.RUNNING),
    A.WAIT: (frozenset({S.RUNNING}), S.WAITING),
    A.FINISH: (frozenset({S.RUNNING}), S.DONE),
    A.FAIL: (frozenset({S.RUNNING}), S.FAILED),
    A.DROP: (frozenset({S.WAITING, S.RUNNING}), S.FAILED),
}


class RunStandsElsewhere(RuntimeError):
    """An action that leads nowhere from here: a fault of ours, the verbs ask first."""


def next_status(current: str, action: RunAction) -> RunStatus:
    sources, target = TRANSITIONS[action]
    if current not in sources:
        raise RunStandsElsewhere(f"{action} from {current}")
    return target
