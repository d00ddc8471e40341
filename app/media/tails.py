# SPDX-License-Identifier: Apache-2.0
from typing import BinaryIO


class Tail:
    """A file from `start` on, as a demuxer reads it: a tag before the sound is never shown to it."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        self._file, self._start = file, start
        file.seek(start)

    def read(self, size: int) -> bytes:
        return self._file.read(size)

    def seek(self, at: int, whence: int = 0) -> int:
        return self._file.seek(at + self._start if whence == 0 else at, whence) - self._start

    def tell(self) -> int:
        return self._file.tell() - self._start
