# SPDX-License-Identifier: Apache-2.0
"""What a partner's key looks like and how often it may call. Pure."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, NamedTuple

STORIES: Final = "stories:read"
AUDIO: Final = "audio:read"
RESPONSES: Final = "responses:write"
SCOPES: Final = frozenset({STORIES, AUDIO, "collections:read", RESPONSES, "webhooks:write"})

LIVE_KEYS_AT_MOST: Final = 2
KEY_LASTS: Final = timedelta(days=365)
SEEN_EVERY: Final = timedelta(minutes=1)
PER_SECOND: Final = 10
BURST: Final = 20

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
