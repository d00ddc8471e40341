# SPDX-License-Identifier: Apache-2.0
"""Whether a recording ends where its own bytes say that it does: a phone that dies leaves less."""

from collections.abc import Callable, Iterator
from typing import Final

from app.media.rules import Container

Read = Callable[[int, int], bytes]
"""So many bytes from a place in the file on, or as many as there are."""

OGG_PAGE_BYTES: Final = 65_307
_OGG_HEAD = 27
_END_OF_STREAM = 0x04
_STREAMED = 0xFFFF_FFFF
_MOST_CHUNKS = 10_000
_TAIL_BYTES = 16_384
_ENOUGH_FRAMES = 3
_FRAME_HEAD = 6
_TAG = 128

_MPEG_1_LAYER_2 = (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384)
_MPEG_1_LAYER_3 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MPEG_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_MPEG_RATES = (44_100, 48_000, 32_000)


def breaks_off(kind: Container, read: Read, start: int, size: int) -> bool:
    """Whether the file of `size` bytes, whose sound begins at `start`, lacks its end. False where nobody can tell."""
    last = max(start, size - _TAIL_BYTES)
    match kind:
        case Container.OGG:
            at = max(start, size - OGG_PAGE_BYTES)
            return not _ogg_is_finished(read(at, size - at))
        case Container.WAV | Container.AIFF:
            return start + _chunked_bytes(read(start, 28)) > size
        case Container.CAF:
            return _caf_breaks_off(read, start, size)
        case Container.MP3:
            told = _xing_bytes(read(start, 200))
            return start + told > size or _stops_within_a_frame(read(last, size - last), _mpeg_frame)
        case Container.AAC:
            return _stops_within_a_frame(read(last, size - last), _adts_frame)
        case _:
            return False


def _ogg_is_finished(end: bytes) -> bool:
    """Whether the last page is whole and says that the stream ends with it."""
    page = end[end.rfind(b"OggS") :]
    if len(page) < _OGG_HEAD or not page[5] & _END_OF_STREAM:
        return False
    lacing = page[_OGG_HEAD : _OGG_HEAD + page[26]]
    return len(page) >= _OGG_HEAD + page[26] + sum(lacing)


def _chunked_bytes(head: bytes) -> int:
    """The length of the RIFF, RF64 or FORM file that starts here; 0 where the writer could not know yet."""
    name, told = head[:4], head[4:8]
    if name == b"RF64" and head[12:16] == b"ds64":
        return int.from_bytes(head[20:28], "little") + 8
    size = int.from_bytes(told, "big" if name == b"FORM" else "little")
    return 0 if name == b"RF64" or size == _STREAMED else size + 8


def _caf_breaks_off(read: Read, start: int, size: int) -> bool:
    at = start + 8
    for _ in range(_MOST_CHUNKS):
        head = read(at, 12)
        if len(head) < 12:  # noqa: PLR2004  # a chunk's name and length
            return len(head) > 0
        length = int.from_bytes(head[4:], signed=True)
        if length < 0:
            return False
        at += 12 + length
        if at >= size:
            return at > size
    return False


def _xing_bytes(head: bytes) -> int:
    """How long the frames are together, by the word of the first one; 0 where it says nothing."""
    at = max(head.find(b"Xing"), head.find(b"Info"))
    flags = int.from_bytes(head[at + 4 : at + 8])
    if at < 0 or not flags & 2:
        return 0
    at += 12 if flags & 1 else 8
    return int.from_bytes(head[at : at + 4])


def _stops_within_a_frame(end: bytes, frame: Callable[[bytes], int]) -> bool:
    """Whether a row of frames runs over the end of these last bytes of a file."""
    if end[-_TAG:].startswith(b"TAG"):
        end = end[:-_TAG]
    for begin in range(len(end)):
        *_, (count, at, length) = [(0, begin, 0), *_row(end, begin, frame)]
        if count >= _ENOUGH_FRAMES:
            rest = len(end) - at - length
            return rest < 0 or 0 < rest < _FRAME_HEAD
    return False


def _row(end: bytes, at: int, frame: Callable[[bytes], int]) -> Iterator[tuple[int, int, int]]:
    """Frame after frame: the how manieth, where it begins, how long it is by its own word."""
    count = 0
    while length := frame(end[at : at + _FRAME_HEAD]):
        count += 1
        yield count, at, length
        at += length


def _mpeg_frame(head: bytes) -> int:
    """The length of the frame of MPEG sound, layer II or III, that begins here; 0 where none does."""
    if len(head) < _FRAME_HEAD or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:  # noqa: PLR2004  # a frame's head and its sync
        return 0
    version, layer, bits, rate = head[1] >> 3 & 3, head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    is_first = version == 3  # noqa: PLR2004  # of MPEG's versions: 2.5, none, 2, 1
    if version == 1 or layer not in (1, 2) or bits in (0, 15) or rate == 3:  # noqa: PLR2004  # what the standard reserves
        return 0
    table = _MPEG_2 if not is_first else _MPEG_1_LAYER_3 if layer == 1 else _MPEG_1_LAYER_2
    hz = _MPEG_RATES[rate] >> {3: 0, 2: 1, 0: 2}[version]
    slots = 72 if layer == 1 and not is_first else 144
    return slots * 1000 * table[bits] // hz + (head[2] >> 1 & 1)


def _adts_frame(head: bytes) -> int:
    if len(head) < _FRAME_HEAD or head[0] != 0xFF or head[1] & 0xF6 != 0xF0:  # noqa: PLR2004  # a frame's head and its sync
        return 0
    length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    return length if length > 7 else 0  # noqa: PLR2004  # the head alone
