# SPDX-License-Identifier: Apache-2.0
"""Recordings as phones and enemies make them, and ears to check what came out."""

import io
import struct
from collections.abc import Callable, Mapping

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from numpy.typing import NDArray

Float = NDArray[np.float32]
Keep = Callable[[bytes], str]
Take = Callable[[str], bytes]
RATE = 48_000


def tone(hz: float, ms: int, level: float = 0.25) -> Float:
    time = np.arange(RATE * ms // 1000) / RATE
    return (level * np.sin(2 * np.pi * hz * time)).astype(np.float32)


def recorded(
    sound: Float,
    container: str = "webm",
    codec: str = "libopus",
    *,
    tags: Mapping[str, str] | None = None,
    options: Mapping[str, str] | None = None,
    layout: str = "mono",
) -> bytes:
    """The sound as a file, `tags` on file and track."""
    file = io.BytesIO()
    with av.open(file, "w", format=container, container_options=dict(options or {})) as output:
        output.metadata.update(tags or {})
        stream = output.add_stream(codec, rate=RATE, layout=layout)
        assert isinstance(stream, AudioStream)
        stream.metadata.update(tags or {})
        channels = stream.codec_context.layout.nb_channels
        for at in range(0, sound.size, RATE):
            block = np.repeat(sound[at : at + RATE], channels).reshape(1, -1)
            frame = AudioFrame.from_ndarray((block * 32767).astype(np.int16), format="s16", layout=layout)
            frame.sample_rate, frame.pts = RATE, at
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return file.getvalue()


def live_webm(sound: Float) -> bytes:
    """As a browser streams it: no length, no index."""
    return recorded(sound, options={"live": "1", "cluster_time_limit": "1000"})


def wav(samples: bytes, *, rate: int, channels: int = 1, bits: int = 16, claimed: int | None = None) -> bytes:
    """A WAV written by hand, true or not."""
    size = len(samples) if claimed is None else claimed
    block = channels * bits // 8
    head = struct.pack("<4sI4s4sIHHIIHH", b"RIFF", 36 + size & 0xFFFFFFFF, b"WAVE", b"fmt ", 16, 1, channels, rate,
                       rate * block & 0xFFFFFFFF, block & 0xFFFF, bits)  # fmt: skip
    return head + struct.pack("<4sI", b"data", size) + samples


def heard(data: bytes, rate: int = RATE) -> Float:
    """What a player plays: mono at `rate`."""
    with av.open(io.BytesIO(data), "r") as file:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
        frames = [out for frame in file.decode(audio=0) for out in resampler.resample(frame)]
        frames += resampler.resample(None)
        return np.concatenate([frame.to_ndarray()[0] for frame in frames])


def level_at(sound: Float, hz: float, rate: int = RATE) -> float:
    """The amplitude of one frequency in the sound (Goertzel)."""
    time = np.arange(sound.size) / rate
    window = np.hanning(sound.size)
    return float(2 * abs(np.sum(sound * window * np.exp(-2j * np.pi * hz * time))) / window.sum())


def likeness(part: Float, original: Float) -> float:
    """The greatest normalised correlation of `part` with any stretch of `original` as long."""
    size = 1 << (original.size + part.size).bit_length()
    both = np.fft.irfft(np.fft.rfft(original, size) * np.conj(np.fft.rfft(part, size)), size)
    both = both[: original.size - part.size + 1]
    energy = np.concatenate(([0.0], np.cumsum(original.astype(np.float64) ** 2)))
    norms = np.sqrt(np.maximum(energy[part.size :] - energy[: -part.size], 1e-9)) * np.linalg.norm(part)
    return float(np.max(np.abs(both) / norms[: both.size]))
