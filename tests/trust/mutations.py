# SPDX-License-Identifier: Apache-2.0
"""Files that nobody's phone makes: honest ones damaged in many ways, and containers written by their grammar with
lengths that lie. The same seed makes the same file."""

import random
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Literal

Mutation = Callable[[random.Random, bytearray], bytearray]
Order = Literal["little", "big"]

NASTY: Final = (0, 1, 2, 7, 8, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE,
                0xFFFF_FFFF)  # fmt: skip
HEAD: Final = 256


def flip(chance: random.Random, data: bytearray) -> bytearray:
    for _ in range(chance.choice((1, 3, 20, 200))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def flip_head(chance: random.Random, data: bytearray) -> bytearray:
    for _ in range(chance.choice((1, 2, 8))):
        data[chance.randrange(min(HEAD, len(data)))] ^= 1 << chance.randrange(8)
    return data


def truncate(chance: random.Random, data: bytearray) -> bytearray:
    return data[: chance.randrange(4, len(data))]


def repeat(chance: random.Random, data: bytearray) -> bytearray:
    start, end = _stretch(chance, data)
    data[end:end] = data[start:end] * chance.choice((1, 2, 50))
    return data


def drop(chance: random.Random, data: bytearray) -> bytearray:
    start, end = _stretch(chance, data)
    del data[start:end]
    return data


def swap(chance: random.Random, data: bytearray) -> bytearray:
    (one, two), (three, four) = sorted((_stretch(chance, data), _stretch(chance, data)))
    return data[:one] + data[three:four] + data[two:three] + data[one:two] + data[max(two, four) :]


def overwrite(chance: random.Random, data: bytearray) -> bytearray:
    for _ in range(chance.choice((1, 4))):
        at = chance.randrange(max(1, len(data) - 8))
        value = struct.pack(chance.choice(("<I", ">I", "<H", ">H", ">Q")), chance.choice(NASTY) & 0xFFFF)
        data[at : at + len(value)] = value
    return data


def inflate(chance: random.Random, data: bytearray) -> bytearray:
    """A length that stands before a name, or behind it, becomes another."""
    places = [*_lengths(data)]
    for at, order in chance.sample(places, min(len(places), chance.choice((1, 1, 2, 5)))):
        told = int.from_bytes(data[at : at + 4], order)
        lie = chance.choice((*NASTY, told + 1, told * 2, told * 1000, max(0, told - 1), len(data)))
        data[at : at + 4] = (lie & 0xFFFF_FFFF).to_bytes(4, order)
    return data


MUTATIONS: Final[Sequence[Mutation]] = (flip, flip_head, truncate, repeat, drop, swap, overwrite, inflate)

_BEFORE_NAME = (b"moov", b"trak", b"mdia", b"stbl", b"stsd", b"stts", b"stsc", b"stsz", b"stco", b"moof", b"traf",
                b"trun", b"tfhd", b"mdat", b"mp4a", b"esds", b"ftyp", b"mvhd", b"mdhd", b"elst", b"samr", b"alac",
                b"dOps", b"udta")  # fmt: skip
_AFTER_NAME = (
    b"RIFF",
    b"RF64",
    b"ds64",
    b"fmt ",
    b"data",
    b"fact",
    b"FORM",
    b"COMM",
    b"SSND",
    b"desc",
    b"pakt",
    b"kuki",
)


def _lengths(data: bytearray) -> Iterator[tuple[int, Order]]:
    for name in _BEFORE_NAME:
        at = data.find(name)
        while at >= 4:
            yield from ((at - 4, "big"), (at + 8, "big"))
            at = data.find(name, at + 4)
    for name in _AFTER_NAME:
        if (at := data.find(name)) >= 0:
            yield from ((at + 4, "little"), (at + 4, "big"), (at + 8, "big"))
    for at in range(0, min(len(data) - 8, 400), 4):
        yield at, "big"


def _stretch(chance: random.Random, data: bytearray) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((1, 4, 16, 200, 4_000)))


def as_pages(data: bytearray) -> bytearray:
    """An Ogg file whose checksums are right again, so that what was damaged is not thrown away unread."""
    at = data.find(b"OggS")
    while 0 <= at <= len(data) - 27:
        segments = data[at + 26]
        end = at + 27 + segments + sum(data[at + 27 : at + 27 + segments])
        data[at + 22 : at + 26] = bytes(4)
        data[at + 22 : at + 26] = _ogg_checksum(data[at:end]).to_bytes(4, "little")
        at = data.find(b"OggS", at + 4)
    return data


def _ogg_checksum(page: bytearray) -> int:
    value = 0
    for byte in page:
        value = value << 8 & 0xFFFF_FFFF ^ _OGG_TABLE[value >> 24 ^ byte]
    return value


def _ogg_row(value: int) -> int:
    for _ in range(8):
        value = value << 1 ^ (0x04C1_1DB7 if value >> 31 else 0)
        value &= 0xFFFF_FFFF
    return value


_OGG_TABLE = [_ogg_row(byte << 24) for byte in range(256)]


def _body(chance: random.Random) -> bytes:
    return (
        chance.randbytes(chance.choice((0, 1, 4, 12, 60, 600)))
        if chance.random() < 0.8
        else bytes(chance.choice((8, 64)))
    )


def _length(chance: random.Random, true: int) -> int:
    return chance.choice((true, true, true, true + 1, max(0, true - 1), *NASTY)) & 0xFFFF_FFFF


def _boxes(chance: random.Random, depth: int = 0) -> bytes:
    """MP4's tree."""
    names = (*_BEFORE_NAME, b"minf", b"dinf", b"dref", b"smhd", b"hdlr", b"tkhd", b"mvex", b"trex", b"sidx", b"mfra",
             b"sinf", b"schi", b"saiz", b"saio", b"uuid", b"free", b"wide", b"ctts", b"stss", b"sgpd")  # fmt: skip
    made = b""
    for _ in range(chance.randrange(1, 6)):
        inner = _boxes(chance, depth + 1) if depth < 6 and chance.random() < 0.6 else _body(chance)
        made += _length(chance, len(inner) + 8).to_bytes(4) + chance.choice(names) + inner
    return made


def _mp4(chance: random.Random) -> bytes:
    return b"\0\0\0\x14ftypisom\0\0\2\0mp41" + _boxes(chance) + _boxes(chance)


_EBML = (
    b"\x18\x53\x80\x67",
    b"\x15\x49\xa9\x66",
    b"\x16\x54\xae\x6b",
    b"\xae",
    b"\xd7",
    b"\x83",
    b"\x86",
    b"\xe1",
    b"\xb5",
    b"\x9f",
    b"\x1f\x43\xb6\x75",
    b"\xe7",
    b"\xa3",
    b"\xa0",
    b"\xa1",
    b"\x9b",
    b"\x63\xa2",
    b"\x11\x4d\x9b\x74",
    b"\x1c\x53\xbb\x6b",
    b"\x10\x43\xa7\x70",
    b"\x12\x54\xc3\x67",
    b"\x19\x41\xa4\x69",
    b"\x44\x89",
    b"\x6d\x80",
    b"\x62\x40",
    b"\x50\x34",
    b"\x42\x54",
)


def _elements(chance: random.Random, depth: int = 0) -> bytes:
    made = b""
    for _ in range(chance.randrange(1, 6)):
        name = chance.choice(_EBML)
        inner = _elements(chance, depth + 1) if depth < 5 and chance.random() < 0.5 else _body(chance)
        if name == b"\x86":
            inner = chance.choice(
                (b"A_OPUS", b"A_AAC", b"A_FLAC", b"A_VORBIS", b"A_PCM/INT/LIT", b"A_MS/ACM", b"S_TEXT")
            )
        size = chance.choice((b"\x01" + _length(chance, len(inner)).to_bytes(7), b"\x01" + b"\xff" * 7,
                              (0x1000_0000 | _length(chance, len(inner)) & 0x0FFF_FFFF).to_bytes(4)))  # fmt: skip
        made += name + size + inner
    return made


def _webm(chance: random.Random) -> bytes:
    return b"\x1aE\xdf\xa3\x84\x42\x82\x81w\x18\x53\x80\x67\x01" + b"\xff" * 7 + _elements(chance) + _elements(chance)


def _riff(chance: random.Random) -> bytes:
    fmt = struct.pack(
        "<HHIIHH",
        chance.choice((1, 2, 3, 6, 7, 0x11, 0x55, 0xFFFE, chance.randrange(65_536))),
        chance.choice((0, 1, 2, 8, 255, 65_535)),
        chance.choice((0, 1, 8_000, 48_000, 0xFFFF_FFFF)),
        chance.choice(NASTY),
        chance.choice((0, 1, 2, 4, 65_535)),
        chance.choice((0, 1, 8, 16, 24, 64, 65_535)),
    )
    made = b""
    for name in chance.choices((b"fmt ", b"data", b"LIST", b"fact", b"bext", b"id3 ", b"cue ", b"smpl", b"ds64"), k=6):
        inner = fmt + _body(chance)[:40] if name == b"fmt " else _body(chance)
        made += name + _length(chance, len(inner)).to_bytes(4, "little") + inner
    head = b"fmt " + (16).to_bytes(4, "little") + fmt if chance.random() < 0.7 else b""
    return chance.choice((b"RIFF", b"RF64")) + _length(chance, len(made)).to_bytes(4, "little") + b"WAVE" + head + made


def _form(chance: random.Random) -> bytes:
    made = b""
    for name in chance.choices((b"COMM", b"SSND", b"FVER", b"ID3 ", b"wave", b"AUTH"), k=5):
        inner = struct.pack(">hIh", chance.choice((0, 1, 255, -1)), chance.choice(NASTY), chance.choice((0, 8, 16, 64)))
        inner = inner + _body(chance) if name == b"COMM" else _body(chance)
        made += name + _length(chance, len(inner)).to_bytes(4) + inner
    return b"FORM" + _length(chance, len(made)).to_bytes(4) + chance.choice((b"AIFF", b"AIFC")) + made


def _caf(chance: random.Random) -> bytes:
    made = b"caff\0\1\0\0"
    desc = struct.pack(
        ">d4sIIIII",
        chance.choice((8_000.0, 0.0, float("nan"), -1.0, 1e300)),
        chance.choice((b"lpcm", b"alac", b"aac ", b"opus", b"ima4", b"ulaw")),
        *(chance.choice(NASTY) for _ in range(5)),
    )
    for name in (b"desc", *chance.choices((b"data", b"kuki", b"pakt", b"info", b"chan", b"free"), k=5)):
        inner = desc if name == b"desc" else _body(chance)
        length = chance.choice((len(inner), len(inner), len(inner) + 1, -1, 2**62, -(2**62)))
        made += name + length.to_bytes(8, signed=True) + inner
    return made


def _ogg(chance: random.Random) -> bytes:
    made = bytearray()
    heads = (
        b"OpusHead\1" + bytes([chance.choice((1, 2, 0, 255))]) + _body(chance),
        b"\x7fFLAC\1\0" + _body(chance),
        b"\1vorbis" + _body(chance),
        b"OpusTags" + _length(chance, 4).to_bytes(4, "little"),
        b"Speex   " + _body(chance),
    )
    for number in range(chance.randrange(1, 8)):
        body = chance.choice(heads) if number < 2 else _body(chance)
        lacing = bytes([255] * (len(body) // 255) + [len(body) % 255])
        if chance.random() < 0.3:
            lacing = chance.randbytes(chance.randrange(256))
        made += (
            struct.pack(
                "<4sBBqIIIB",
                b"OggS",
                0,
                chance.choice((0, 1, 2, 4, 5)),
                chance.choice((0, 960, -1, 2**62)),
                chance.choice((1, 1, 2)),
                number,
                0,
                len(lacing) & 255,
            )
            + lacing[:255]
            + body
        )
    return bytes(as_pages(made))


def _amr(chance: random.Random) -> bytes:
    magic = chance.choice((b"#!AMR\n", b"#!AMR-WB\n", b"#!AMR_MC1.0\n", b"#!AMR-WB_MC1.0\n"))
    return magic + b"".join(bytes([chance.randrange(256)]) + _body(chance) for _ in range(40))


def _flac(chance: random.Random) -> bytes:
    info = struct.pack(
        ">HH", chance.choice((0, 16, 4096, 65_535)), chance.choice((0, 16, 4096, 65_535))
    ) + chance.randbytes(30)
    made = b"fLaC\0\0\0\x22" + info
    for _ in range(chance.randrange(4)):
        inner = _body(chance)
        made += (
            bytes([chance.choice((1, 2, 3, 4, 5, 6, 126, 0x84))])
            + (_length(chance, len(inner)) & 0xFF_FFFF).to_bytes(3)
            + inner
        )
    return made + b"".join(b"\xff\xf8" + _body(chance) for _ in range(6))


def _frames(chance: random.Random) -> bytes:
    """AAC's or MPEG's, behind a tag or not."""
    head = chance.choice(
        (
            b"\xff\xf1",
            b"\xff\xf9",
            b"\xff\xfb",
            b"\xff\xfd",
            b"\xff\xe3",
            b"ID3\x04\0\0\0\0\0\x0a" + bytes(10) + b"\xff\xfb",
        )
    )
    return head + b"".join(chance.randbytes(chance.randrange(4, 400)) + head[-2:] for _ in range(20))


GRAMMARS: Final[Sequence[Callable[[random.Random], bytes]]] = (
    _mp4, _webm, _riff, _form, _caf, _ogg, _amr, _flac, _frames)  # fmt: skip


def malformed(seed: int, honest: Mapping[str, bytes]) -> tuple[str, bytes]:
    """The file of that seed, and how it was made."""
    chance = random.Random(seed)
    if seed % 5 == 0:
        grammar = GRAMMARS[seed // 5 % len(GRAMMARS)]
        return f"{seed}: {grammar.__name__[1:]} by its grammar", grammar(chance)
    name = chance.choice([*honest])
    data = bytearray(honest[name])
    deeds = chance.choices(MUTATIONS, k=chance.choice((1, 1, 2, 3)))
    for deed in deeds:
        data = deed(chance, data) or bytearray(b"\0")
    if name.startswith("ogg"):
        data = as_pages(data)
    if chance.random() < 0.05:
        other = honest[chance.choice([*honest])]
        data = data[: len(data) // 2] + other[len(other) // 2 :]
    return f"{seed}: {name}, {', '.join(deed.__name__ for deed in deeds)}", bytes(data)
