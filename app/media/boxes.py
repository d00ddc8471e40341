# SPDX-License-Identifier: Apache-2.0
"""A look at MP4's own boxes for two things a demuxer keeps to itself: encryption, and sound kept in another file."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from app.media.errors import Encrypted, Undecodable

_PARENTS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"dinf", b"stbl", b"moof", b"traf"})
_ENCRYPTED_ENTRIES = frozenset({b"enca", b"encv"})
_ENCRYPTION_BOXES = frozenset({b"pssh", b"senc", b"tenc"})
_MOST_BOXES = 200_000


def check(file: BinaryIO, size: int) -> None:
    """Raises `Encrypted` for CENC and `Undecodable` for a reference to data outside the file."""
    for seen, (name, start, end) in enumerate(_walk(file, 0, size)):
        if seen == _MOST_BOXES:
            raise Undecodable
        if name in _ENCRYPTION_BOXES:
            raise Encrypted
        if name == b"stsd" and any(entry in _ENCRYPTED_ENTRIES for entry, _, _ in _children(file, start + 8, end)):
            raise Encrypted
        if name == b"dref" and any(_points_outside(file, begin) for _, begin, _ in _children(file, start + 8, end)):
            raise Undecodable


def _walk(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    pending = [(start, end)]
    while pending:
        for name, begin, stop in _children(file, *pending.pop()):
            yield name, begin, stop
            if name in _PARENTS:
                pending.append((begin, stop))


def _children(file: BinaryIO, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Each box between the two places: its name, where its body begins and where it ends."""
    while at + 8 <= end:
        file.seek(at)
        size, name = struct.unpack(">I4s", file.read(8).ljust(8, b"\0"))
        body = at + 8
        if size == 1:
            size, body = int.from_bytes(file.read(8)), at + 16
        stop = end if size == 0 else at + size
        if stop < body:
            return
        yield name, body, min(stop, end)
        at = stop


def _points_outside(file: BinaryIO, body: int) -> bool:
    file.seek(body)
    flags = int.from_bytes(file.read(4))
    return not flags & 1
