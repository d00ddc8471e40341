# SPDX-License-Identifier: Apache-2.0
"""Windows of every story that waits, dealt out to the lanes of one engine: many at once, and nobody starves."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

PATIENCE_S = 1.0
OVERDUE_S = 300
"""Of one turn; its eight windows are four minutes of sound."""
ENDING: Final = threading.Event()
"""Set once this process is told to stop: no window is begun any more."""

W = TypeVar("W")
R = TypeVar("R")


class Overdue(TimeoutError):
    """An engine that never comes back from a window."""


class Interrupted(SystemExit):
    """The process ends: whoever listened goes on where they stood in another one. Told once nothing of theirs is at
    work and all that came of it was handed over."""


@dataclass
class Sharer(Generic[W, R]):
    """One story's windows: those that wait, and what became of those that do not."""

    whose: str
    waiting: list[W]
    left: int
    done: list[tuple[W, R]] = field(default_factory=list)
    fault: BaseException | None = None


class Turns(Generic[W, R]):
    """`hear` takes at most `most` windows, of any stories, and answers in their order; it runs in `lanes` threads.

    The next window is that of whoever was served least so far among all who wait (`whose`); with equals, of the story
    with the least left. So a short story is not held up by a long one, nor a project by another's hundred stories.
    """

    def __init__(self, hear: Callable[[Sequence[W]], Sequence[R]], *, lanes: int, most: int) -> None:
        self._hear, self._most = hear, most
        self._threads = ThreadPoolExecutor(lanes, thread_name_prefix="hearing")
        self._changed = threading.Condition()
        self._sharers: list[Sharer[W, R]] = []
        self._served: dict[str, int] = {}
        self._lanes = lanes
        self._at_work: dict[int, tuple[float, set[int]]] = {}
        """Since when a lane has been at it, and for whom."""

    def share(self, whose: str, windows: Sequence[W], waiting: Callable[[], None]) -> Iterator[tuple[W, R]]:
        """Each of the windows with what was heard, as it comes. `waiting` is called each second until then, in this
        thread; what it raises, or a caller that stops asking, takes the windows that still wait away."""
        sharer: Sharer[W, R] = Sharer(whose, list(windows), len(windows))
        self._join(sharer)
        try:
            self._ask_for_turns(len(sharer.waiting))
            while sharer.left:
                yield from self._ready(sharer, waiting)
        finally:
            with self._changed:
                self._sharers.remove(sharer)

    def _join(self, sharer: Sharer[W, R]) -> None:
        with self._changed:
            if all(other.whose != sharer.whose for other in self._sharers):
                here = [self._served.get(other.whose, 0) for other in self._sharers]
                self._served[sharer.whose] = min(here, default=0)
            self._served = {who: self._served[who] for who in {sharer.whose, *(one.whose for one in self._sharers)}}
            self._sharers.append(sharer)

    def _ask_for_turns(self, count: int) -> None:
        try:
            for _ in range(count):
                self._threads.submit(self._take_turn)
        except RuntimeError as ended:  # no lane takes anything any more
            raise Interrupted from ended

    def _ready(self, sharer: Sharer[W, R], waiting: Callable[[], None]) -> list[tuple[W, R]]:
        until = time.monotonic() + PATIENCE_S
        with self._changed:
            while not sharer.done and sharer.fault is None and time.monotonic() < until:
                self._changed.wait(PATIENCE_S / 4)
            if sharer.fault is not None:
                raise sharer.fault
            ready, sharer.done = sharer.done, []
            sharer.left -= len(ready)
            if ENDING.is_set() and not ready and not self._is_heard(sharer):
                raise Interrupted
            self._require_headway(sharer)
        waiting()
        return ready

    def _is_heard(self, sharer: Sharer[W, R]) -> bool:
        return any(id(sharer) in whom for _, whom in self._at_work.values())

    def _require_headway(self, sharer: Sharer[W, R]) -> None:
        late = [whom for since, whom in self._at_work.values() if time.monotonic() - since > OVERDUE_S]
        if len(late) == self._lanes or any(id(sharer) in whom for whom in late):
            raise Overdue

    def _take_turn(self) -> None:
        """One batch; a turn that finds nothing to do was taken by an earlier one."""
        me = threading.get_ident()
        with self._changed:
            batch = [] if ENDING.is_set() else self._deal()
            self._at_work[me] = (time.monotonic(), {id(sharer) for sharer, _ in batch})
        try:
            heard = self._hear([window for _, window in batch]) if batch else []
        except BaseException as fault:  # noqa: BLE001 - it belongs to those who wait, in their own threads
            with self._changed:
                for sharer, _ in batch:
                    sharer.fault = fault
        else:
            with self._changed:
                for (sharer, window), told in zip(batch, heard, strict=True):
                    sharer.done.append((window, told))
        with self._changed:
            del self._at_work[me]
            self._changed.notify_all()

    def _deal(self) -> list[tuple[Sharer[W, R], W]]:
        """What waits, shared out among the lanes that have nothing to do."""
        waiting = sum(len(sharer.waiting) for sharer in self._sharers)
        most = min(self._most, -(-waiting // (self._lanes - len(self._at_work))))
        batch: list[tuple[Sharer[W, R], W]] = []
        while len(batch) < most:
            sharer = min(
                (one for one in self._sharers if one.waiting),
                key=lambda one: (self._served[one.whose], len(one.waiting)),
            )
            self._served[sharer.whose] += 1
            batch.append((sharer, sharer.waiting.pop(0)))
        return batch
