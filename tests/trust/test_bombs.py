# SPDX-License-Identifier: Apache-2.0
"""Small files that would cost much: each is refused by name within five seconds of a processor, in little memory and
less disk."""

import gzip
import shutil
import struct
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest

from app.kit.blobs import Blobs
from app.media import service
from app.media.errors import Encrypted, ForbiddenContainer, TooLong, TypeMismatch, Undecodable
from tests.rooms.media.containers import FRAGMENTED
from tests.rooms.media.sounds import recorded, tone, wav
from tests.rooms.media.test_bad_sound import FORBIDDEN, HOUR_MS, NO_SOUND, film, locked, opus_packets
from tests.trust.nursery import say
from tests.trust.walled import MIB, Walled, reached

LONGEST_S = 5
MOST_RSS = 512 * MIB
MOST_TEMP = 64 * MIB
DAY_S = 86_400
HOUR_S = 3_600
MOST_MS = 2 * HOUR_MS
AMR_FRAME = b"\x04" + bytes(12)
"""4.75 kbit/s."""

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="nobody looks on without strace")


def flac_of_a_day(told_s: int) -> bytes:
    """Silence in great blocks, whatever the head says about it."""
    made = bytearray(recorded(np.zeros(48_000, np.float32), "flac", "flac"))
    samples = told_s * 48_000
    made[21] = made[21] & 0xF0 | samples >> 32
    made[22:26] = (samples & 0xFFFF_FFFF).to_bytes(4)
    first = made.index(b"\xff\xf8", 42)
    return bytes(made[:first]) + bytes(made[first:]) * (1 if told_s > HOUR_S else DAY_S)


def ogg_that_tells_a_second(packets: int) -> bytes:
    """Hours of silence whose last page gives the time of its first."""
    made = bytearray(opus_packets(packets, "ogg"))
    last = made.rindex(b"OggS")
    made[last + 6 : last + 14] = (48_000).to_bytes(8, "little")
    return bytes(made)


def without_an_index() -> bytes:
    made = recorded(tone(440, 2_000), "mp4", "aac")
    return made[: made.index(b"moov") - 4]


def without_the_first_slice() -> bytes:
    made = recorded(tone(440, 2_000), "mp4", "aac", options=FRAGMENTED)
    return made[made.index(b"moof") - 4 :]


def referring_out() -> bytes:
    inside = struct.pack(">I4sI", 12, b"url ", 1)
    return recorded(tone(440, 500), "mp4", "aac").replace(inside, struct.pack(">I4sI", 12, b"url ", 0))


def of_a_thousand_tracks() -> bytes:
    made = recorded(tone(440, 300), "mp4", "aac")
    moov, trak = made.index(b"moov") - 4, made.index(b"trak") - 4
    track = made[trak : trak + int.from_bytes(made[trak : trak + 4])]
    index = made[moov + 4 : trak] + track * 1_000
    return made[:moov] + (len(index) + 4).to_bytes(4) + index


def with_a_table_of_billions() -> bytes:
    """Sizes of so many samples that no memory holds them."""
    made = bytearray(recorded(tone(440, 500), "mp4", "aac"))
    at = made.index(b"stsz") + 12
    made[at : at + 4] = (0x3FFF_FFFF).to_bytes(4)
    return bytes(made)


def of_nothing_but_boxes() -> bytes:
    return b"\0\0\0\x14ftypisom\0\0\2\0mp41" + (8).to_bytes(4) + b"free" + b"\0\0\0\x08free" * 2_000_000


def of_boxes_in_boxes() -> bytes:
    depth = 100_000
    return b"\0\0\0\x14ftypisom\0\0\2\0mp41" + b"".join(
        (8 * left).to_bytes(4) + b"moov" for left in range(depth, 0, -1)
    )


def of_elements_in_elements() -> bytes:
    return b"\x1aE\xdf\xa3\x84\x42\x82\x81w" + (b"\x18\x53\x80\x67\x01" + b"\xff" * 7) * 100_000


BOMBS: Mapping[str, tuple[Callable[[], bytes], type[Exception]]] = {
    "B21 a playlist": (lambda: FORBIDDEN["B21 playlist"], ForbiddenContainer),
    "B22 a film with a playlist inside": (lambda: FORBIDDEN["B22 AVI with a playlist inside"], ForbiddenContainer),
    "B23 a list of files": (lambda: FORBIDDEN["B23 list of files"], ForbiddenContainer),
    "B23 a session description": (lambda: FORBIDDEN["B23 session description"], ForbiddenContainer),
    "B23 DASH": (lambda: FORBIDDEN["B23 DASH"], ForbiddenContainer),
    "B23 a row of pictures": (lambda: FORBIDDEN["B23 row of pictures by name"], ForbiddenContainer),
    "B24 sound kept elsewhere": (referring_out, Undecodable),
    "B25 a sample a second": (lambda: wav(bytes(2 * DAY_S), rate=1), TooLong),
    "B26 a day of silence in a FLAC": (lambda: flac_of_a_day(DAY_S), TooLong),
    "B26 the same that tells a second": (lambda: flac_of_a_day(1), TooLong),
    "B27 hours of silent Opus": (lambda: opus_packets(50 * HOUR_S * 3, "webm"), TooLong),
    "B27 the same in Ogg": (lambda: opus_packets(50 * HOUR_S * 3, "ogg"), TooLong),
    "B27 the same that tells a second": (lambda: ogg_that_tells_a_second(50 * HOUR_S * 3), TooLong),
    "a day of AMR that says nothing": (lambda: b"#!AMR\n" + b"\x7c" * (50 * DAY_S), TooLong),
    "a day of AMR in its smallest frames": (lambda: b"#!AMR\n" + AMR_FRAME * (50 * HOUR_S * 3), TooLong),
    "B30 an MP4 without its index": (without_an_index, Undecodable),
    "B31 fragments without the first": (without_the_first_slice, Undecodable),
    "B32 255 channels": (lambda: wav(bytes(510_000), rate=48_000, channels=255), Undecodable),
    "B32 768 kHz": (lambda: wav(bytes(510_000), rate=768_000), Undecodable),
    "B32 a thousand tracks": (of_a_thousand_tracks, Undecodable),
    "B33 a film without sound": (lambda: film(with_sound=False), Undecodable),
    "B37 a document": (lambda: NO_SOUND["B37 PDF"], TypeMismatch),
    "B37 a program": (lambda: NO_SOUND["B37 program"], TypeMismatch),
    "B38 encrypted sound": (locked, Encrypted),
    "an archive of gigabytes": (lambda: gzip.compress(bytes(100 * MIB)), ForbiddenContainer),
    "a table of billions": (with_a_table_of_billions, Undecodable),
    "two million empty boxes": (of_nothing_but_boxes, Undecodable),
    "boxes in boxes": (of_boxes_in_boxes, Undecodable),
    "elements in elements": (of_elements_in_elements, Undecodable),
    "a WAV of four gigabytes that holds nothing": (lambda: wav(b"", rate=48_000, claimed=2**32 - 100), Undecodable),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_by_name_at_little_cost(name: str, blobs: Blobs, tmp_path: Path) -> None:
    make, refused_as = BOMBS[name]
    data = make()
    blobs.put("bomb", data)
    with Walled(tmp_path) as walled, walled.in_place():
        began = time.monotonic()
        with pytest.raises(refused_as), service.decode(["bomb"], max_ms=MOST_MS):
            pass
    (ended,) = walled.ended
    spent = f"{time.monotonic() - began:.1f} s, {ended.cpu_s:.1f} of them at work"
    say(f"{name}, {len(data):,} bytes: {spent}, {ended.rss_bytes / MIB:.0f} MiB, {ended.temp_bytes / MIB:.1f} on disk")
    assert ended.status == 0, "the child has lost its life over it"
    assert ended.cpu_s < LONGEST_S
    assert ended.rss_bytes <= MOST_RSS
    assert ended.temp_bytes <= MOST_TEMP
    assert reached(walled.calls(), tmp_path) == []
