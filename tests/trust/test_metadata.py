# SPDX-License-Identifier: Apache-2.0
"""Forty recordings full of names, places, pictures and chapters: what leaves has their sound and nothing else."""

import base64
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from app.kit.blobs import Blobs
from app.media import service
from tests.rooms.media.sounds import RATE, recorded, tone
from tests.trust.walled import Walled

HOUR_MS = 3_600_000
CANARY = "Zanzibar-7431"
PLACE = "+12.3456-065.4321/"
TAGS = {
    "title": CANARY, "artist": CANARY, "album": CANARY, "comment": CANARY, "description": CANARY, "synopsis": CANARY,
    "composer": CANARY, "copyright": CANARY, "genre": CANARY, "date": "1931-07-04", "encoder": CANARY, "lyrics": CANARY,
    "location": PLACE, "location-eng": PLACE, "com.apple.quicktime.location.ISO6709": PLACE, "make": CANARY,
    "com.apple.quicktime.make": CANARY, "com.apple.quicktime.model": CANARY, "creation_time": "1931-07-04T03:02:01Z",
    "TSRC": CANARY, "handler_name": CANARY, "IART": CANARY, "ICMT": CANARY, "originator": CANARY, "umid": CANARY,
}  # fmt: skip
LEFT = (CANARY, PLACE, "12.3456", "1931-07-04")
TOLD_BY_EVERY_MP4 = {"major_brand", "minor_version", "compatible_brands", "language", "handler_name", "vendor_id"}
BOXES = {
    b"ftyp", b"free", b"mdat", b"moov", b"mvhd", b"trak", b"tkhd", b"edts", b"elst", b"mdia", b"mdhd", b"hdlr", b"minf",
    b"smhd", b"dinf", b"dref", b"url ", b"stbl", b"stsd", b"mp4a", b"esds", b"btrt", b"stts", b"stsc", b"stsz", b"stco",
    b"sgpd", b"sbgp", b"udta", b"meta", b"ilst",
}  # fmt: skip
PARENTS = {
    b"moov": 0, b"trak": 0, b"edts": 0, b"mdia": 0, b"minf": 0, b"dinf": 0, b"stbl": 0, b"udta": 0, b"meta": 4,
    b"dref": 8, b"stsd": 8, b"mp4a": 28,
}  # fmt: skip
"""Boxes that hold boxes, and what stands before those."""


def picture() -> bytes:
    """A small PNG that says where it was taken."""
    rows = zlib.compress(b"".join(b"\0" + bytes(16) for _ in range(16)))

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)

    text = f"GPS\0{PLACE} {CANARY}".encode()
    head = (16).to_bytes(4) * 2 + b"\x08\0\0\0\0"
    chunks = (chunk(b"IHDR", head), chunk(b"tEXt", text), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def id3(version: int) -> bytes:
    """Title, picture, place as an object, and a private frame."""

    def size(length: int) -> bytes:
        return bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0)) if version == 4 else length.to_bytes(4)

    frames = (
        (b"TIT2", b"\0" + CANARY.encode()),
        (b"TXXX", b"\1" + "GPS".encode("utf-16") + b"\0\0" + PLACE.encode("utf-16")),
        (b"APIC", b"\0image/png\0\3" + CANARY.encode() + b"\0" + picture()),
        (b"GEOB", b"\0text/plain\0place\0" + CANARY.encode() + b"\0" + PLACE.encode()),
        (b"PRIV", b"owner\0" + CANARY.encode()),
        (b"CHAP", b"one\0" + bytes(4) + (500).to_bytes(4) + bytes(8)),
    )
    body = b"".join(name + size(len(text)) + b"\0\0" + text for name, text in frames)
    whole = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3" + bytes([version]) + b"\0\0" + whole + body


def id3_at_the_end() -> bytes:
    return b"TAG" + CANARY.encode().ljust(30, b"\0") * 3 + b"1931" + bytes(30) + b"\0"


def ape() -> bytes:
    item = len(CANARY).to_bytes(4, "little") + bytes(4) + b"Title\0" + CANARY.encode()
    ends = (2_000).to_bytes(4, "little") + (len(item) + 32).to_bytes(4, "little") + (1).to_bytes(4, "little")
    return item + b"APETAGEX" + ends + bytes(12)


def chunk(name: bytes, body: bytes, order: str = "little") -> bytes:
    return name + len(body).to_bytes(4, "little" if order == "little" else "big") + body + bytes(len(body) % 2)


def with_chunks(made: bytes, *chunks: bytes) -> bytes:
    """More chunks behind those of a RIFF or a FORM."""
    order = "big" if made[:4] == b"FORM" else "little"
    body = made[8:] + b"".join(chunks)
    return made[:4] + len(body).to_bytes(4, "big" if order == "big" else "little") + body


def with_flac_blocks(made: bytes) -> bytes:
    image = picture()
    block = (3).to_bytes(4) + (9).to_bytes(4) + b"image/png" + len(CANARY).to_bytes(4) + CANARY.encode()
    block += bytes(16) + len(image).to_bytes(4) + image
    application = b"riff" + CANARY.encode()
    blocks = b"\x06" + len(block).to_bytes(3) + block + b"\x02" + len(application).to_bytes(3) + application
    return made[:42] + blocks + made[42:] if made[4] & 0x80 == 0 else made


def with_boxes(made: bytes) -> bytes:
    """An MP4 with XMP in a box of its own, behind everything else."""
    xmp = f"<x:xmpmeta><exif:GPSLatitude>{PLACE}</exif:GPSLatitude>{CANARY}</x:xmpmeta>".encode()
    identifier = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
    return made + (len(xmp) + 24).to_bytes(4) + b"uuid" + identifier + xmp


def with_chapters_and_more(container: str, codec: str, *, film: bool = False) -> bytes:
    """Chapters with names, a second voice, and a film or its cover."""
    file = io.BytesIO()
    sound = tone(500, 800)
    with av.open(file, "w", format=container) as output:
        assert isinstance(output, OutputContainer)
        output.metadata.update(TAGS)
        voices = [output.add_stream(codec, rate=RATE, layout="mono") for _ in range(2)]
        pictures = output.add_stream("mpeg4", rate=5) if film else None
        output.set_chapters(
            [{"id": 1, "start": 0, "end": 400, "time_base": Fraction(1, 1000),
              "metadata": {"title": CANARY}}]
        )  # fmt: skip
        if isinstance(pictures, VideoStream):
            pictures.width, pictures.height, pictures.pix_fmt = 64, 64, "yuv420p"
            for _ in range(4):
                output.mux(pictures.encode(VideoFrame.from_ndarray(np.zeros((96, 64), np.uint8), format="yuv420p")))
            output.mux(pictures.encode(None))
        for voice in voices:
            assert isinstance(voice, AudioStream)
            frame = av.AudioFrame.from_ndarray(
                (sound.reshape(1, -1) * 32767).astype(np.int16), format="s16", layout="mono"
            )
            frame.sample_rate, frame.pts = RATE, 0
            output.mux([*voice.encode(frame), *voice.encode(None)])
    return file.getvalue()


def tagged(container: str, codec: str, options: Mapping[str, str] | None = None) -> bytes:
    return recorded(tone(500, 800), container, codec, tags=TAGS, options=options)


def mp3() -> bytes:
    return recorded(tone(500, 800), "mp3", "libmp3lame")


FRAGMENTED = {"movflags": "frag_keyframe+empty_moov+default_base_moof+use_metadata_tags"}
TAGGED = {"movflags": "use_metadata_tags"}
BEXT = CANARY.encode().ljust(256, b"\0") + CANARY.encode().ljust(32, b"\0") * 2 + b"1931-07-0403:02:01" + bytes(264)
LIST = b"INFO" + chunk(b"IART", CANARY.encode()) + chunk(b"ICMT", PLACE.encode())
RIFF_CHUNKS = (chunk(b"id3 ", id3(4)), chunk(b"_PMX", PLACE.encode()))
AIFF_CHUNKS = (chunk(b"ID3 ", id3(4), "big"), chunk(b"AUTH", CANARY.encode(), "big"))
CAF_TITLE = (1).to_bytes(4) + b"title\0" + CANARY.encode() + b"\0"
CAF_INFO = b"info" + len(CAF_TITLE).to_bytes(8) + CAF_TITLE
RICH: Mapping[str, Callable[[], bytes]] = {
    "webm": lambda: tagged("webm", "libopus"),
    "webm, live": lambda: tagged("webm", "libopus", {"live": "1"}),
    "webm with chapters": lambda: with_chapters_and_more("webm", "libopus"),
    "matroska with opus": lambda: tagged("matroska", "libopus"),
    "matroska with flac": lambda: tagged("matroska", "flac"),
    "matroska with aac and chapters": lambda: with_chapters_and_more("matroska", "aac"),
    "matroska with a film": lambda: with_chapters_and_more("matroska", "libopus", film=True),
    "ogg opus": lambda: tagged("ogg", "libopus"),
    "ogg flac": lambda: tagged("ogg", "flac"),
    "ogg vorbis-like tags twice": lambda: tagged("ogg", "libopus") + tagged("ogg", "libopus"),
    "mp4": lambda: tagged("mp4", "aac"),
    "mp4 with tags of its own": lambda: tagged("mp4", "aac", TAGGED),
    "mp4 in fragments": lambda: tagged("mp4", "aac", FRAGMENTED),
    "mp4 with opus": lambda: tagged("mp4", "libopus"),
    "mp4 with chapters": lambda: with_chapters_and_more("mp4", "aac"),
    "mp4 with a film": lambda: with_chapters_and_more("mp4", "aac", film=True),
    "mp4 with XMP": lambda: with_boxes(tagged("mp4", "aac")),
    "m4a": lambda: tagged("ipod", "aac"),
    "m4a with alac": lambda: tagged("ipod", "alac"),
    "m4a with chapters": lambda: with_chapters_and_more("ipod", "aac"),
    "m4a with XMP": lambda: with_boxes(tagged("ipod", "aac")),
    "mov": lambda: tagged("mov", "aac"),
    "mov with Apple's place": lambda: tagged("mov", "aac", TAGGED),
    "mov with a film": lambda: with_chapters_and_more("mov", "aac", film=True),
    "3gp": lambda: tagged("3gp", "aac"),
    "3gp with a film": lambda: with_chapters_and_more("3gp", "aac", film=True),
    "mp3": lambda: tagged("mp3", "libmp3lame"),
    "mp3, ID3 2.3": lambda: id3(3) + mp3(),
    "mp3, ID3 2.4": lambda: id3(4) + mp3(),
    "mp3, two tags": lambda: id3(4) + id3(3) + mp3(),
    "mp3, tag at the end": lambda: mp3() + id3_at_the_end(),
    "mp3, APE": lambda: mp3() + ape(),
    "aac behind ID3": lambda: id3(4) + recorded(tone(500, 800), "adts", "aac"),
    "wav": lambda: tagged("wav", "pcm_s16le"),
    "wav of a broadcaster": lambda: with_chunks(tagged("wav", "pcm_s16le"), chunk(b"bext", BEXT), chunk(b"LIST", LIST)),
    "wav with ID3": lambda: with_chunks(tagged("wav", "pcm_s16le"), *RIFF_CHUNKS),
    "flac": lambda: tagged("flac", "flac"),
    "flac with a picture": lambda: with_flac_blocks(tagged("flac", "flac")),
    "aiff": lambda: with_chunks(tagged("aiff", "pcm_s16be"), *AIFF_CHUNKS),
    "caf": lambda: tagged("caf", "pcm_s16le") + CAF_INFO,
}  # fmt: skip


def test_there_are_forty() -> None:
    assert len(RICH) == 40


@pytest.mark.parametrize("name", RICH)
def test_nothing_but_the_sound_leaves(name: str, blobs: Blobs, tmp_path: Path) -> None:
    original = RICH[name]()
    assert any(found(original)), "nothing to leave behind"
    blobs.put("rich", original)
    with Walled(tmp_path) as walled, walled.in_place():
        made = service.render(["rich"], spans=[(100, 200)], prefix="out", max_ms=HOUR_MS)
    assert made.duration_ms > 700
    for rendition in (made.opus, made.aac):
        data = blobs.get(rendition.key)
        assert [*found(data)] == []
        assert not any(word in data for word in (b"Lavf", b"Lavc", b"libopus", b"\x89PNG", b"JFIF", b"xmpmeta"))
        with av.open(io.BytesIO(data)) as file:
            assert [stream.type for stream in file.streams] == ["audio"]
            assert file.chapters() == []
            assert {*file.metadata, *file.streams[0].metadata} <= TOLD_BY_EVERY_MP4
    assert_bare_ogg(blobs.get(made.opus.key))
    assert_bare_mp4(blobs.get(made.aac.key))
    assert set(blobs.get(made.peaks_key)) <= set(b'{}[]:,-." 0123456789abcdefghijklmnopqrstuvwxyz_')


def found(data: bytes) -> Iterator[str]:
    """Which of the words are in these bytes, in any dress."""
    for word in LEFT:
        plain = word.encode()
        dresses = (
            plain,
            word.encode("utf-16-le"),
            word.encode("utf-16-be"),
            base64.b64encode(plain),
            plain.hex().encode(),
        )
        if any(dress in data for dress in dresses):
            yield word


def assert_bare_ogg(data: bytes) -> None:
    """No comment, and a maker without a name."""
    at = data.index(b"OpusTags") + 8
    length = int.from_bytes(data[at : at + 4], "little")
    assert data[at + 4 : at + 4 + length] in (b"", b"ffmpeg")
    assert data[at + 4 + length : at + 8 + length] == bytes(4)


def assert_bare_mp4(data: bytes) -> None:
    """Only boxes that sound needs, and no hour at which it was made."""
    for name, body in boxes(data):
        assert name in BOXES, name
        if name in (b"mvhd", b"tkhd", b"mdhd"):
            assert body[4:12] == bytes(8)
        if name in (b"free", b"ilst"):
            assert not body.strip(b"\0")


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        assert 8 <= size <= len(data) - at
        body = data[at + 8 : at + size]
        yield name, body
        if name in PARENTS:
            yield from boxes(body[PARENTS[name] :])
        at += size
