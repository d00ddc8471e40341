# SPDX-License-Identifier: Apache-2.0
"""How far the machine is, for whoever waits at a terminal or reads the log of one."""

import time
from typing import IO, Final

from app.cli.shapes import clock
from app.transcription.engine import Following, Window

WIDTH: Final = 30
PLAIN_STEP: Final = 0.1
"""Where nobody watches, a line each tenth is enough."""


class Bar(Following):
    """Percent, minutes done and an estimate of what is left: one line that grows, or plain lines into a file."""

    def __init__(self, to: IO[str], duration_ms: int) -> None:
        self._to = to
        self._duration_ms = duration_ms
        self._is_watched = to.isatty()
        self._began = time.monotonic()
        self._share = self._told = 0.0

    def heard(self, window: Window, share: float) -> None:
        del window
        self._share = max(self._share, share)
        self._tell()

    def waiting(self) -> None:
        if self._is_watched:
            self._tell()

    def close(self) -> None:
        """Leave the line, so that what follows stands on one of its own."""
        if self._is_watched:
            print(file=self._to)

    def _tell(self) -> None:
        if self._is_watched:
            bar = "█" * int(self._share * WIDTH)
            print(f"\r{bar:░<{WIDTH}} {self._said():50}", end="", file=self._to, flush=True)
        elif self._share >= min(1.0, self._told + PLAIN_STEP):
            self._told = self._share
            print(self._said(), file=self._to, flush=True)

    def _said(self) -> str:
        done = clock(int(self._share * self._duration_ms))
        said = f"{self._share:4.0%}  {done} of {clock(self._duration_ms)}"
        if not 0 < self._share < 1:
            return said
        left = (time.monotonic() - self._began) * (1 - self._share) / self._share
        return f"{said}, about {clock(int(left * 1000))} left"
