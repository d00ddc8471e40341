# SPDX-License-Identifier: Apache-2.0
"""Which bytes are sound, which decoders may touch them, and how far a redaction reaches."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from app.media.errors import Empty, ForbiddenContainer, TypeMismatch

HEAD_BYTES = 4096
REDACTION_PAD_MS = 300
LONGEST_GAP_MS = 3_000


class Container(StrEnum):
    """A container whose demuxer may run, by the word the rest of the room uses."""

    WEBM = "webm"
    MP4 = "mp4"
    OGG = "ogg"
    WAV = "wav"
    FLAC = "flac"
    MP3 = "mp3"
    AAC = "aac"
    AMR = "amr"
    CAF = "caf"
    AIFF = "aiff"


DEMUXERS: Mapping[Container, str] = {
    Container.WEBM: "matroska",
    Container.MP4: "mp4",
    Container.OGG: "ogg",
    Container.WAV: "wav",
    Container.FLAC: "flac",
    Container.MP3: "mp3",
    Container.AAC: "aac",
    Container.AMR: "amr",
    Container.CAF: "caf",
    Container.AIFF: "aiff",
}

# Containers whose own word about their length comes from their index or their byte count, and can be believed.
LENGTH_IS_TOLD: frozenset[Container] = frozenset(
    {Container.MP4, Container.OGG, Container.WAV, Container.FLAC, Container.CAF, Container.AIFF}
)

DECODERS: frozenset[str] = frozenset(
    {"aac", "alac", "amrnb", "amrwb", "flac", "libopus", "mp2", "mp2float", "mp3", "mp3float", "opus", "vorbis"}
    | {f"pcm_{kind}{end}" for kind in ("s16", "s24", "s32", "f32", "f64") for end in ("le", "be")}
    | {"pcm_alaw", "pcm_mulaw", "pcm_s8", "pcm_u8", "adpcm_ima_wav", "adpcm_ms"}
)

_SOUND: Sequence[tuple[int, bytes, Container]] = (
    (0, b"\x1aE\xdf\xa3", Container.WEBM),
    (0, b"OggS", Container.OGG),
    (0, b"fLaC", Container.FLAC),
    (8, b"WAVE", Container.WAV),
    (8, b"AIFF", Container.AIFF),
    (8, b"AIFC", Container.AIFF),
    (0, b"caff", Container.CAF),
    (0, b"#!AMR", Container.AMR),
    (0, b"ID3", Container.MP3),
)
_CHUNKED = (b"RIFF", b"RF64", b"FORM")
_MP4_FIRST_BOXES = (b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"sidx", b"free", b"skip", b"wide")
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis", b"crx ")

_FORBIDDEN: Sequence[tuple[int, bytes]] = (
    (8, b"AVI "),
    (0, b"PK\x03\x04"),
    (0, b"PK\x05\x06"),
    (0, b"\x1f\x8b"),
    (0, b"BZh"),
    (0, b"\xfd7zXZ\x00"),
    (0, b"7z\xbc\xaf\x27\x1c"),
    (0, b"Rar!"),
    (0, b"\x28\xb5\x2f\xfd"),
    (257, b"ustar"),
    (0, b"\x89PNG"),
    (0, b"\xff\xd8\xff"),
    (0, b"GIF8"),
    (8, b"WEBP"),
    (0, b"II*\x00"),
    (0, b"MM\x00*"),
)
# MPEG 1, 2 and 2.5, layers II and III, with a bit rate and a sample rate that exist; AAC's frames claim layer 0.
_RATES = re.escape(bytes(high << 4 | low for high in range(15) for low in range(12)))
_MPEG_FRAME = re.compile(rb"\xff[\xe2-\xe5\xf2-\xf5\xfa-\xfd][" + _RATES + rb"]", re.DOTALL)
_ID3 = re.compile(rb"ID3...[\x00-\x7f]{4}", re.DOTALL)
_ADTS_FRAME = re.compile(rb"\xff[\xf0\xf1\xf8\xf9]")
_FORBIDDEN_TEXT = re.compile(
    rb"#extm3u|#ext-x-|ffconcat|v=0\s|\[playlist\]|<!doctype html|<html|<mpd[\s>]|<smil|<asx|<playlist|%0?\d*d\.\w{2,4}"
)


def sniff(head: bytes) -> Container:
    """The container these first bytes (4096 are plenty) begin.

    Raises `Empty`, `ForbiddenContainer` or `TypeMismatch`; what the file is called never counts.
    """
    if not head:
        raise Empty
    if any(head[at : at + len(magic)] == magic for at, magic in _FORBIDDEN):
        raise ForbiddenContainer
    if found := _by_magic(head) or _by_box(head) or _by_frame_sync(head):
        return found
    if _FORBIDDEN_TEXT.search(head[:HEAD_BYTES].lower()):
        raise ForbiddenContainer
    raise TypeMismatch


def _by_magic(head: bytes) -> Container | None:
    for at, magic, container in _SOUND:
        if head[at : at + len(magic)] == magic and (at == 0 or head[:4] in _CHUNKED):
            return container
    return None


def _by_box(head: bytes) -> Container | None:
    if head[4:8] not in _MP4_FIRST_BOXES:
        return None
    if head[4:8] == b"ftyp" and head[8:12] in _PICTURE_BRANDS:
        raise ForbiddenContainer
    return Container.MP4


def _by_frame_sync(head: bytes) -> Container | None:
    if _ADTS_FRAME.match(head):
        return Container.AAC
    return Container.MP3 if _MPEG_FRAME.match(head) else None


def id3_bytes(head: bytes) -> int:
    """The length of the ID3v2 tag that starts here, by its own word; 0 where none starts."""
    if not _ID3.match(head):
        return 0
    size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
    footer = 10 if head[5] & 0x10 else 0
    return 10 + size + footer


def gaps(told_ms: Sequence[int], parts: int) -> list[int]:
    """The silence (ms) before each of so many parts of a story. A phone tells how long nobody recorded; somebody who
    listens hears that there was a break, and does not wait for it to pass."""
    told = [*told_ms, *[0] * parts][:parts]
    return [0, *(min(max(0, gap), LONGEST_GAP_MS) for gap in told[1:])]


def pad_and_merge(
    spans: Sequence[tuple[int, int]], duration_ms: int, pad_ms: int = REDACTION_PAD_MS
) -> list[tuple[int, int]]:
    """`spans` widened by `pad_ms` on both sides, kept within the sound, in order, touching ones made one."""
    if any(end < start for start, end in spans):
        raise ValueError("a span ends before it starts")
    padded = sorted((max(0, start - pad_ms), min(duration_ms, end + pad_ms)) for start, end in spans)
    merged: list[tuple[int, int]] = []
    for start, end in padded:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif start < end:
            merged.append((start, end))
    assert all(left[1] < right[0] for left, right in pairwise(merged))
    return merged
