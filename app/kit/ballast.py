# SPDX-License-Identifier: Apache-2.0
"""A file that only takes room, given up when the disk is full: a sign-in, a withdrawal and its tombstones still commit.

Uploads stop long before, at a reserve of their own; this is for what fills the disk without asking us.
"""

import contextlib
import os
import shutil
from pathlib import Path

from app.settings import settings

BYTES = 32 * 1024 * 1024
LEAST_FREE = 8 * 1024 * 1024
AMPLE_FREE = 16 * BYTES
"""Laid again only with so much room, so that it does not come and go."""


def lay() -> None:
    """Take the room, once there is plenty. Raises nothing: without ballast the house still runs."""
    place = _place()
    if place.exists() or not place.parent.is_dir() or _free() < AMPLE_FREE:
        return
    with contextlib.suppress(OSError), place.open("xb") as file:
        os.posix_fallocate(file.fileno(), 0, BYTES)


def give_up_when_full() -> None:
    """Before every transaction that writes to the data folder."""
    with contextlib.suppress(OSError):
        if _free() < LEAST_FREE:
            _place().unlink()


def _place() -> Path:
    return settings().data_dir / "ballast"


def _free() -> int:
    return shutil.disk_usage(settings().data_dir).free
