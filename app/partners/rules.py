# SPDX-License-Identifier: Apache-2.0
"""What a partner's key looks like, how often it may call, and how often we call back. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

STORIES: Final = "stories:read"
AUDIO: Final = "audio:read"
RESPONSES: Final = "responses:write"
WEBHOOKS: Final = "webhooks:write"
SCOPES: Final = frozenset({STORIES, AUDIO, "collections:read", RESPONSES, WEBHOOKS})

LIVE_KEYS_AT_MOST: Final = 2
KEY_LASTS: Final = timedelta(days=365)
SEEN_EVERY: Final = timedelta(minutes=1)
PER_SECOND: Final = 10
BURST: Final = 20

WEBHOOKS_AT_MOST: Final = 5
PING: Final = "ping"
WITHDRAWN: Final = "story.withdrawn"
BACKOFF: Final = (
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(hours=24),
)
"""Waited after the first failed try, the second and so on: eight tries in about 35 hours."""
GIVEN_UP_AFTER: Final = timedelta(days=3)
RESTS: Final = timedelta(seconds=15)
"""A target that does not answer is left alone for so long, by whatever else waits for it."""
TRIED_AGAIN_AFTER: Final = timedelta(minutes=1)
"""Once a target answers again, what waits for it goes at once, unless it was tried this short a time ago."""
PING_AGAIN_AFTER: Final = timedelta(seconds=5)
SECRET_SHOWN_FOR: Final = timedelta(hours=24)
DELIVERIES_KEPT: Final = timedelta(days=30)
CALLS_IN_A_ROW: Final = 50
TOO_MANY_REQUESTS: Final = 429
GONE: Final = 410

AUDIENCE: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_KEY: Final = re.compile(r"hwk_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")


class PresentedKey(NamedTuple):
    key_id: str
    secret: str


def parse_key(told: str) -> PresentedKey | None:
    """None for anything that cannot be one of our keys."""
    found = _KEY.fullmatch(told)
    return PresentedKey(found[1], found[2]) if found else None


def written(key_id: str, secret: str) -> str:
    return f"hwk_{key_id}_{secret}"


@dataclass(frozen=True)
class Bucket:
    """Calls still free at the moment `as_of`, in seconds of any steady clock."""

    free: float
    as_of: float


@dataclass(frozen=True)
class Rate:
    """What one call is told about its limit. `wait_s` is 0 where it may go on."""

    remaining: int
    reset_s: int
    wait_s: int

    @property
    def headers(self) -> dict[str, str]:
        return {
            "RateLimit-Limit": str(BURST),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset_s),
            "RateLimit-Policy": f"{BURST};w={BURST // PER_SECOND}",
        }


def take(bucket: Bucket | None, now: float) -> tuple[Bucket, Rate]:
    """One more call: the bucket after it, and what to tell the caller."""
    before = bucket or Bucket(BURST, now)
    free = min(BURST, before.free + max(0.0, now - before.as_of) * PER_SECOND)
    if free < 1:
        return Bucket(free, now), Rate(0, _seconds(1 - free), _seconds(1 - free))
    left = free - 1
    return Bucket(left, now), Rate(int(left), _seconds(BURST - left), 0)


def _seconds(calls: float) -> int:
    """Whole seconds until so many calls have come back, at least 1."""
    return max(1, -int(-calls // PER_SECOND))


def next_try(tries: int, since: datetime, at: datetime) -> datetime | None:
    """When a delivery that has failed `tries` times is tried again; None where it is given up."""
    if tries > len(BACKOFF) or at - since >= GIVEN_UP_AFTER:
        return None
    return at + BACKOFF[tries - 1]


def is_success(status: int | None) -> bool:
    return status is not None and 200 <= status < 300  # noqa: PLR2004 - RFC 9110 §15.3


def is_down(status: int | None, failure: str | None) -> bool:
    """Whether the target would answer anything so: it is left alone for a while."""
    return failure is not None or status is None or status == TOO_MANY_REQUESTS or status >= 500  # noqa: PLR2004
