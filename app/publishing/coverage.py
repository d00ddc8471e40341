# SPDX-License-Identifier: Apache-2.0
"""What a person must have played of a proof before it may leave, and whether they have. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SLACK_MS: Final = 250
"""Players report where they are a few times a second."""
DOUBTFUL: Final = 0.5
"""Below this probability the machine's word is flagged for a listener."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Stretch:
    start_ms: int
    end_ms: int
    why: str


def merge(played: Sequence[Span], slack_ms: int = SLACK_MS) -> list[Span]:
    """The stretches as one line: in order, apart, gaps up to `slack_ms` closed."""
    merged: list[Span] = []
    for start, end in sorted(span for span in played if span[0] < span[1]):
        if merged and start <= merged[-1][1] + slack_ms:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def is_covered(stretch: Stretch, played: Sequence[Span], slack_ms: int = SLACK_MS) -> bool:
    """Whether one unbroken run of what was played holds the whole stretch, give or take `slack_ms` at its ends."""
    lead = min(slack_ms, max(0, (stretch.end_ms - stretch.start_ms) // 4))
    return any(
        start <= stretch.start_ms + lead and end >= stretch.end_ms - lead for start, end in merge(played, slack_ms)
    )


def unheard(stretches: Sequence[Stretch], played: Sequence[Span]) -> list[Stretch]:
    return [stretch for stretch in stretches if not is_covered(stretch, played)]
