# SPDX-License-Identifier: Apache-2.0
from datetime import datetime, timedelta
from typing import Final

IDLE: Final = timedelta(minutes=30)
LONGEST: Final = timedelta(hours=12)
SEEN_EVERY: Final = timedelta(minutes=1)
LOGINS: Final = 5
LOGIN_WINDOW: Final = timedelta(minutes=1)
PASSWORD_SHORTEST: Final = 10


def is_live(started_at: datetime, seen_at: datetime, at: datetime) -> bool:
    """Whether a person's session still stands: used within 30 minutes, begun within 12 hours."""
    return at < seen_at + IDLE and at < started_at + LONGEST
