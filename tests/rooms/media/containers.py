# SPDX-License-Identifier: Apache-2.0
"""One sound in every container that phones and recorders make."""

import io
import random
from collections.abc import Callable, Mapping

import av
from av.audio.frame import AudioFrame

from tests.rooms.media.sounds import RATE, Float, live_webm, recorded

FRAGMENTED = {"movflags": "frag_keyframe+empty_moov+default_base_moof", "frag_duration": "200000"}
AMR_WIDE_TOC = 8 << 3 | 4
AMR_WIDE_FRAME = 60


def narrow_amr(sound: Float) -> bytes:
    """As old phones record: 8 kHz, 12.2 kbit/s."""
    file = io.BytesIO()
    with av.open(file, "w", format="amr") as output:
        stream = output.add_stream("libopencore_amrnb", rate=8_000, layout="mono", options={"b": "12200"})
        resampler = av.AudioResampler(format="s16", layout="mono", rate=8_000, frame_size=160)
        frame = AudioFrame.from_ndarray(sound.reshape(1, -1), format="flt", layout="mono")
        frame.sample_rate = RATE
        for out in [*resampler.resample(frame), *resampler.resample(None)]:
            output.mux(stream.encode(out))
        output.mux(stream.encode(None))
    return file.getvalue()


def wide_amr(sound: Float) -> bytes:
    """Frames at 23.85 kbit/s, as many as the sound is long. There is no encoder here: what they say is noise."""
    chance = random.Random(sound.size)
    frames = sound.size * 50 // RATE
    return b"#!AMR-WB\n" + b"".join(bytes([AMR_WIDE_TOC]) + chance.randbytes(AMR_WIDE_FRAME) for _ in range(frames))


def moved(made: bytes, container: str, options: Mapping[str, str] | None = None) -> bytes:
    """The same packets in another container."""
    file = io.BytesIO()
    with (
        av.open(io.BytesIO(made), "r") as source,
        av.open(file, "w", format=container, container_options=dict(options or {})) as output,
    ):
        stream = output.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(audio=0):
            if packet.dts is not None:
                packet.stream = stream
                output.mux(packet)
    return file.getvalue()


def index_first(made: bytes) -> bytes:
    """An MP4 whose index comes before its sound, as phones save it at the end: places shifted."""
    mdat, moov = made.index(b"mdat") - 4, made.index(b"moov") - 4
    index = bytearray(made[moov:])
    at = index.index(b"stco") + 8
    for number in range(int.from_bytes(index[at : at + 4])):
        place = at + 4 + 4 * number
        index[place : place + 4] = (int.from_bytes(index[place : place + 4]) + len(index)).to_bytes(4)
    return made[:mdat] + bytes(index) + made[mdat:moov]


def _made(container: str, codec: str, options: Mapping[str, str] | None = None) -> Callable[[Float], bytes]:
    return lambda sound: recorded(sound, container, codec, options=options)


CONTAINERS: Mapping[str, Callable[[Float], bytes]] = {
    "webm of a browser, no length": live_webm,
    "webm": _made("webm", "libopus"),
    "matroska with flac": _made("matroska", "flac"),
    "ogg opus": _made("ogg", "libopus"),
    "ogg flac": _made("ogg", "flac"),
    "mp4 in fragments": _made("mp4", "aac", FRAGMENTED),
    "mp4": _made("mp4", "aac"),
    "mp4, index first": lambda sound: index_first(recorded(sound, "mp4", "aac")),
    "mp4 with opus": _made("mp4", "libopus"),
    "m4a": _made("ipod", "aac"),
    "m4a with alac": _made("ipod", "alac"),
    "mov": _made("mov", "aac"),
    "3gp with aac": _made("3gp", "aac"),
    "3gp with amr": lambda sound: moved(narrow_amr(sound), "3gp"),
    "3gp with wide amr": lambda sound: moved(wide_amr(sound), "3gp"),
    "3gp with amr, index first": lambda sound: index_first(moved(narrow_amr(sound), "3gp")),
    "amr": narrow_amr,
    "wide amr": wide_amr,
    "aac": _made("adts", "aac"),
    "mp3": _made("mp3", "libmp3lame"),
    "mp3 without its own length": _made("mp3", "libmp3lame", {"write_xing": "0"}),
    "mp2": _made("mp2", "mp2"),
    "wav": _made("wav", "pcm_s16le"),
    "wav of 8 bits": _made("wav", "pcm_u8"),
    "wav of floats": _made("wav", "pcm_f32le"),
    "wav with adpcm": _made("wav", "adpcm_ima_wav"),
    "wav with a-law": _made("wav", "pcm_alaw"),
    "wav in 64 bits": _made("wav", "pcm_s16le", {"rf64": "always"}),
    "flac": _made("flac", "flac"),
    "caf": _made("caf", "pcm_s16le"),
    "caf with alac": _made("caf", "alac"),
    "aiff": _made("aiff", "pcm_s16be"),
    "aifc with mu-law": _made("aiff", "pcm_mulaw"),
}
INDEX_AT_THE_END = frozenset(
    {"mp4", "mp4 with opus", "m4a", "m4a with alac", "mov", "3gp with aac", "3gp with amr", "3gp with wide amr",
     "caf with alac"}
)  # fmt: skip
"""Nothing of these can be played without their last bytes."""
NOISE = frozenset({"wide amr", "3gp with wide amr"})
"""What these say is not the sound they are made from."""
