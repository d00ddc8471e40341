# SPDX-License-Identifier: Apache-2.0
"""Arithmetic on decoded sound, worked on in blocks so that hours fit in little memory: 48 kHz mono in 16 bits, unless
told otherwise."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from app.media.errors import TooLong

Float = NDArray[np.float32]

RATE: Final = 48_000
HEARING_RATE: Final = 16_000
BYTES: Final = 2
BLOCK: Final = 10 * RATE

TONE_HZ: Final = 440
TONE_LEVEL: Final = 0.12
RAMP: Final = RATE * 20 // 1000
FADE: Final = RATE * 5 // 1000

TARGET_LUFS: Final = -19.0
SILENT_LUFS: Final = -69.9
CEILING: Final = 10 ** (-2 / 20)

PER_PAIR: Final = 800


def mono(samples: NDArray[Any]) -> Float:
    """The mean of the channels (rows) as floats within ±1, whatever kind of number the samples are, or are not."""
    if samples.dtype.kind == "f":
        samples = np.clip(np.nan_to_num(samples, nan=0.0), -1.0, 1.0)
    mean: NDArray[Any] = samples[0] if len(samples) == 1 else samples.mean(axis=0)
    if samples.dtype.kind == "f":
        return mean.astype(np.float32)
    middle, span = (128, 128) if samples.dtype == np.uint8 else (0, np.iinfo(samples.dtype).max)
    return ((mean - np.float32(middle)) / np.float32(span)).astype(np.float32)


def to_s16(sound: Float) -> NDArray[np.int16]:
    """The same sound in 16 bits."""
    return np.rint(np.clip(sound, -1.0, 1.0) * 32767).astype(np.int16)


class Full(TooLong):
    """What came before leaves no room for this."""


@dataclass
class Writer:
    """Joined sound on its way to disk, never longer than `most` samples; rests between do not count."""

    file: BinaryIO
    most: int
    as_s16: bool
    samples: int = 0

    def rest(self, samples: int) -> None:
        self.most += samples
        self.write(np.zeros(samples, np.float32))

    def write(self, sound: Float) -> None:
        self.samples += sound.size
        if self.samples > self.most:
            raise Full
        self.file.write((to_s16(sound) if self.as_s16 else np.ascontiguousarray(sound)).tobytes())

    def end_at(self, samples: int) -> None:
        """Nothing after these samples is kept, and nothing is written any more."""
        self.samples = samples
        self.file.truncate(samples * (BYTES if self.as_s16 else np.float32().itemsize))


def blocks(path: Path, samples: int = BLOCK) -> Iterator[Float]:
    """The file's sound as floats, at most `samples` at a time."""
    with path.open("rb") as file:
        while (block := np.fromfile(file, np.int16, samples)).size:
            yield block.astype(np.float32) / np.float32(32768)


def redact(path: Path, spans: Sequence[tuple[int, int]]) -> None:
    """Put a tone where the spans (ms, apart and in order) are. Nothing of what was there is left in the file."""
    _overwrite(path, spans, lambda at, samples, whole: to_s16(tone(at, samples, whole)))


def silence(path: Path, spans: Sequence[tuple[int, int]]) -> None:
    """The same with nothing at all in place of what was there."""
    _overwrite(path, spans, lambda _at, samples, _whole: np.zeros(samples, np.int16))


def _overwrite(
    path: Path, spans: Sequence[tuple[int, int]], fill: Callable[[int, int, int], NDArray[np.int16]]
) -> None:
    total = path.stat().st_size // BYTES
    edges = [(_first(start), min(_last(end), total)) for start, end in spans]
    with path.open("r+b") as file:
        for start, end in edges:
            _scale(file, max(0, start - FADE), start, rising=False)
            _scale(file, end, min(total, end + FADE), rising=True)
        for start, end in edges:
            for at in range(start, end, BLOCK):
                file.seek(at * BYTES)
                file.write(fill(at - start, min(BLOCK, end - at), end - start).tobytes())


def tone(at: int, samples: int, whole: int) -> Float:
    """`samples` of a tone that is `whole` samples long, from its sample `at` on."""
    ramp = max(1, min(RAMP, whole // 2))
    index = np.arange(at, at + samples, dtype=np.float64)
    level = np.clip(np.minimum(index, whole - 1 - index) / ramp, 0.0, 1.0) * TONE_LEVEL
    return (level * np.sin(2 * np.pi * TONE_HZ / RATE * index)).astype(np.float32)


def gain_for(path: Path, lufs: float) -> float:
    """The one factor that brings the sound to the target without a peak above the ceiling."""
    peak = max((float(np.abs(block).max()) for block in blocks(path)), default=0.0)
    if lufs <= SILENT_LUFS or peak == 0.0:
        return 1.0
    return float(min(10 ** ((TARGET_LUFS - lufs) / 20), CEILING / peak))


class Peaks:
    """The lowest and highest sample of each twentieth of a second of 16 kHz sound."""

    def __init__(self) -> None:
        self._rest: Float = np.empty(0, np.float32)
        self._pairs: list[NDArray[np.int8]] = []

    def add(self, sound: Float) -> None:
        sound = np.concatenate((self._rest, sound))
        whole = sound.size // PER_PAIR * PER_PAIR
        self._rest = sound[whole:]
        if whole:
            self._keep(sound[:whole].reshape(-1, PER_PAIR))

    def _keep(self, rows: Float) -> None:
        pairs = np.stack((rows.min(axis=1), rows.max(axis=1)), axis=1)
        self._pairs.append(np.rint(np.clip(pairs, -1.0, 1.0) * 127).astype(np.int8))

    def write(self, path: Path) -> None:
        """In audiowaveform's JSON layout, version 2."""
        if self._rest.size:
            self._keep(self._rest.reshape(1, -1))
            self._rest = self._rest[:0]
        data = np.concatenate([*self._pairs, np.empty((0, 2), np.int8)])
        page = {
            "version": 2,
            "channels": 1,
            "sample_rate": HEARING_RATE,
            "samples_per_pixel": PER_PAIR,
            "bits": 8,
            "length": len(data),
            "data": data.ravel().tolist(),
        }
        path.write_text(json.dumps(page, separators=(",", ":")))


def _first(ms: int) -> int:
    return ms * RATE // 1000


def _last(ms: int) -> int:
    # Lengths in ms are rounded down, so the sample after the last whole ms belongs to the span as well.
    return (ms + 1) * RATE // 1000


def _scale(file: BinaryIO, start: int, end: int, *, rising: bool) -> None:
    if start >= end:
        return
    file.seek(start * BYTES)
    sound = np.frombuffer(file.read((end - start) * BYTES), np.int16).astype(np.float32)
    slope = np.linspace(0.0, 1.0, sound.size, endpoint=False, dtype=np.float32)
    file.seek(start * BYTES)
    file.write((sound * (slope if rising else slope[::-1])).astype(np.int16).tobytes())
