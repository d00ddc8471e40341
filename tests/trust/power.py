# SPDX-License-Identifier: Apache-2.0
"""A power cut: a killed process leaves its writes with the kernel, a cut takes those that were never synced.

Sound that is on its way is what can be taken so; the database's own syncs are watched in `test_durable.py`.
"""

from tests.trust.processes import House

REMEMBERS_WHAT_IT_SYNCED = """
import os
book, disk_sync = os.open({book!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT), os.fsync
def fsync(handle):
    disk_sync(handle)
    os.write(book, os.readlink(f"/proc/self/fd/{{handle}}").encode() + b"\\n")
os.fsync = fsync
"""


class Power:
    """The power that a web process runs on; start it with `patch`."""

    def __init__(self, house: House) -> None:
        self._book = house.folder / "synced.txt"
        self._objects = house.folder / "objects"
        self.patch = REMEMBERS_WHAT_IT_SYNCED.format(book=str(self._book))
        self.lost = 0

    def cut(self) -> None:
        """After a kill: segments that were not synced, or that no synced folder names, are gone."""
        synced = self._book.read_text().splitlines() if self._book.exists() else []
        first = {path: place for place, path in reversed(list(enumerate(synced)))}
        last = {path: place for place, path in enumerate(synced)}
        for segment in self._objects.glob("*/seg/*/*"):
            above = [str(folder) for folder in segment.parents if folder.is_relative_to(self._objects)]
            is_named = all(folder in last for folder in above)
            if str(segment) in first and is_named and last[above[0]] > first[str(segment)]:
                continue
            segment.unlink(missing_ok=True)
            self.lost += 1
