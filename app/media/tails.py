# SPDX-License-Identifier: Apache-2.0
import errno
from typing import BinaryIO, Final

_NO_SUCH_PLACE: Final = -errno.EINVAL


class Tail:
    """A file from `start` on, as a demuxer reads it: a tag before the sound is never shown to it."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        self._file, self._start = file, start
        file.seek(start)

    def read(self, size: int) -> bytes:
        return self._file.read(size)

    def seek(self, at: int, whence: int = 0) -> int:
        """Where it stands then; a place that no file has is refused as FFmpeg refuses it, by a negative answer."""
        if whence == 0 and at < 0:
            return _NO_SUCH_PLACE
        try:
            return self._file.seek(at + self._start if whence == 0 else at, whence) - self._start
        except (OSError, OverflowError):
            return _NO_SUCH_PLACE

    def tell(self) -> int:
        return self._file.tell() - self._start
