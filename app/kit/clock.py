# SPDX-License-Identifier: Apache-2.0
"""The server's clock. Doors ask it and pass the time in; tests freeze it by replacing `clock.now`."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment in UTC, cut to milliseconds, as both databases keep it."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
