# SPDX-License-Identifier: Apache-2.0
"""The running SHA-256 of what comes through this process, so that an upload's end need not read it all back.

It stands for the stored segments only where it counted exactly those, in their order: whatever came through another
process, before a restart or after a new beginning is read back instead.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

MOST = 2000
"""Uploads followed at a time; the one that was quiet longest is let go."""


@dataclass
class _Running:
    sha256: Any = field(default_factory=hashlib.sha256)
    keys: list[str] = field(default_factory=list)


_followed: OrderedDict[UUID, _Running] = OrderedDict()
_lock = threading.Lock()


def count(upload_id: UUID, offset: int, key: str, data: bytes) -> None:
    """A segment stands at `offset`; each is counted once, by the thread whose transaction moved the offset."""
    with _lock:
        running = _Running() if offset == 0 else _followed.pop(upload_id, None)
        if running is None:
            return
        _followed[upload_id] = running
        if len(_followed) > MOST:
            _followed.popitem(last=False)
        running.sha256.update(data)
        running.keys.append(key)


def finish(upload_id: UUID, keys: Sequence[str]) -> str | None:
    """The digest in hexadecimal if exactly these segments were counted, in this order; forgets the upload."""
    with _lock:
        running = _followed.pop(upload_id, None)
    return running.sha256.hexdigest() if running is not None and running.keys == list(keys) else None
