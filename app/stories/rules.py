# SPDX-License-Identifier: Apache-2.0
"""How many stories a phone may send: a burst, then a steady trickle. Pure."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

BURST: Final = 200
PER_HOUR: Final = 20
PER_HOUR_OF_INVITE: Final = 400
REFILL: Final = timedelta(hours=1) / PER_HOUR
MEMORY: Final = BURST * REFILL
"""Stories older than this no longer count: the burst has grown back."""


def wait_s(declared: Sequence[datetime], at: datetime) -> int:
    """Seconds until one more story is taken, 0 for now; `declared`: the phone's within `MEMORY`, oldest first."""
    full_until = at - MEMORY
    for moment in declared:
        full_until = max(full_until, moment) + REFILL
    ahead = max(full_until, at) + REFILL - at - MEMORY
    return max(0, math.ceil(ahead.total_seconds()))
