# SPDX-License-Identifier: Apache-2.0
"""Sounds without a voice in them, and voices that are hard to hear. Made with numpy, the same for the same seed."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

import av
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

RATE: Final = 16_000
SPEECH: Final = Path(__file__).resolve().parents[2] / "shared" / "speech"
READ_ALOUD: Final = (
    "My grandmother kept the keys of the whole village in a blue tin box.",
    "Every spring the river came up to the second step, and we carried the chairs upstairs.",
    "I learned to bake bread before I learned to read, and both took patience.",
    "The bus stopped running in nineteen ninety eight, so we walked to school along the railway line.",
    "When the factory closed, my father planted apple trees where the car park used to be.",
    "Nobody asked us what we needed; they only told us what they had decided.",
)

Sound = NDArray[np.float32]
Maker = Callable[[Generator, float], Sound]
Worsened = Callable[[Generator, Sound], Sound]


@dataclass(frozen=True)
class Spoken:
    sound: Sound
    reference: str
    language: str


def _seconds(seconds: float) -> NDArray[np.float64]:
    return np.arange(round(seconds * RATE)) / RATE


def _at_level(sound: NDArray[np.float64], peak: float) -> Sound:
    loudest = float(np.abs(sound).max(initial=0.0))
    return np.asarray(sound * (peak / loudest if loudest else 0.0), dtype=np.float32)


def _coloured(rng: Generator, seconds: float, slope: float) -> NDArray[np.float64]:
    """Noise that falls by `slope` times 3 dB an octave: 0 is white, 1 pink, 2 brown."""
    size = round(seconds * RATE)
    spectrum = np.fft.rfft(rng.standard_normal(size))
    spectrum /= np.maximum(np.arange(spectrum.size), 20 * seconds) ** (slope / 2)
    return np.fft.irfft(spectrum, size)


def nothing(_rng: Generator, seconds: float) -> Sound:
    return np.zeros(round(seconds * RATE), dtype=np.float32)


def white(rng: Generator, seconds: float) -> Sound:
    return _at_level(_coloured(rng, seconds, 0), rng.choice([0.003, 0.03, 0.3, 0.9]))


def pink(rng: Generator, seconds: float) -> Sound:
    return _at_level(_coloured(rng, seconds, 1), rng.choice([0.003, 0.03, 0.3, 0.9]))


def wind(rng: Generator, seconds: float) -> Sound:
    gusts = 1 + 0.8 * np.sin(2 * np.pi * 0.2 * _seconds(seconds) + rng.uniform(0, 6))
    return _at_level(_coloured(rng, seconds, 2) * gusts, 0.6)


def tone(rng: Generator, seconds: float) -> Sound:
    return _at_level(np.sin(2 * np.pi * rng.choice([100, 440, 1_000, 3_000]) * _seconds(seconds)), 0.5)


def sweep(rng: Generator, seconds: float) -> Sound:
    pitch = 100 * 40 ** ((_seconds(seconds) * rng.uniform(0.05, 0.5)) % 1)
    return _at_level(np.sin(2 * np.pi * np.cumsum(pitch) / RATE), 0.5)


def beeps(rng: Generator, seconds: float) -> Sound:
    at = _seconds(seconds)
    return _at_level(np.sin(2 * np.pi * 1_000 * at) * ((at * rng.uniform(0.5, 2)) % 1 < 0.2), 0.5)


def hum(rng: Generator, seconds: float) -> Sound:
    mains = rng.choice([50.0, 60.0])
    waves = [np.sin(2 * np.pi * mains * n * _seconds(seconds)) / n for n in (1, 2, 3, 5, 7)]
    return _at_level(np.sum(waves, axis=0) + 0.02 * rng.standard_normal(round(seconds * RATE)), 0.3)


def _struck(hz: float, seconds: float, fade_s: float) -> NDArray[np.float64]:
    """A string or a key: harmonics that die away, the high ones first."""
    at = _seconds(seconds)
    waves = [np.sin(2 * np.pi * hz * n * at) * np.exp(-at * n / fade_s) / n for n in range(1, 7)]
    return np.asarray(np.sum(waves, axis=0) * np.minimum(1, at / 0.01))


def _notes(seconds: float, every_s: float, note: Callable[[int], NDArray[np.float64]]) -> NDArray[np.float64]:
    line = np.zeros(round(seconds * RATE))
    for number, start in enumerate(range(0, line.size, round(every_s * RATE))):
        struck = note(number)[: line.size - start]
        line[start : start + struck.size] += struck
    return line


CHORDS: Final = ((0, 4, 7), (5, 9, 12), (7, 11, 14), (-3, 0, 4))


def _pitch(step: float) -> float:
    return float(220 * 2 ** (step / 12))


def chords(rng: Generator, seconds: float) -> Sound:
    up = int(rng.integers(-5, 6))
    line = _notes(
        seconds, 2, lambda n: np.sum([_struck(_pitch(up + step), 2.5, 1.5) for step in CHORDS[n % 4]], axis=0)
    )
    return _at_level(line, 0.5)


def arpeggio(rng: Generator, seconds: float) -> Sound:
    up = int(rng.integers(-5, 12))
    line = _notes(seconds, 0.22, lambda n: _struck(_pitch(up + CHORDS[n // 8 % 4][n % 3] + 12 * (n % 2)), 0.8, 0.3))
    return _at_level(line, 0.5)


def drums(rng: Generator, seconds: float) -> Sound:
    at = _seconds(0.3)
    kick = np.sin(2 * np.pi * np.cumsum(50 + 120 * np.exp(-at * 30)) / RATE) * np.exp(-at * 12)
    snare = rng.standard_normal(at.size) * np.exp(-at * 18) * 0.5
    hat = np.diff(rng.standard_normal(at.size + 1)) * np.exp(-at * 60) * 0.2
    return _at_level(_notes(seconds, 0.25, lambda n: (kick, hat, snare, hat)[n % 4]), 0.7)


def melody(rng: Generator, seconds: float) -> Sound:
    """A bowed line with vibrato: of all music without a voice, the nearest to one."""
    scale = np.array([0, 2, 4, 5, 7, 9, 11, 12])
    steps = np.repeat(rng.choice(scale, size=int(seconds / 0.6) + 1), round(0.6 * RATE))[: round(seconds * RATE)]
    at = _seconds(seconds)
    hz = 220 * 2 ** ((steps + 0.3 * np.sin(2 * np.pi * 5.5 * at)) / 12)
    phase = 2 * np.pi * np.cumsum(hz) / RATE
    return _at_level(np.sum([np.sin(n * phase) / n for n in range(1, 12)], axis=0), 0.5)


def band(rng: Generator, seconds: float) -> Sound:
    parts = [chords(rng, seconds), drums(rng, seconds), melody(rng, seconds)]
    return _at_level(np.sum(parts, axis=0, dtype=np.float64), 0.8)


VOICELESS: Final[Mapping[str, Maker]] = MappingProxyType(
    {
        "silence": nothing,
        "white noise": white,
        "pink noise": pink,
        "wind": wind,
        "a tone": tone,
        "a sweep": sweep,
        "beeps": beeps,
        "mains hum": hum,
        "chords": chords,
        "arpeggios": arpeggio,
        "drums": drums,
        "a melody": melody,
        "a band": band,
    }
)


def beside(sound: Sound, other: Sound, decibels: float) -> Sound:
    """With `other` under it, so much quieter."""
    power = float(np.mean(sound**2)) / max(float(np.mean(other**2)), 1e-12)
    return np.asarray(sound + other * np.sqrt(power / 10 ** (decibels / 10)), dtype=np.float32)


def _band_passed(sound: Sound, low: float, high: float) -> Sound:
    spectrum = np.fft.rfft(sound)
    hz = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[(hz < low) | (hz > high)] = 0
    return np.asarray(np.fft.irfft(spectrum, len(sound)), dtype=np.float32)


def telephone(_rng: Generator, sound: Sound) -> Sound:
    """300 to 3,400 Hz, eight bits by µ-law."""
    narrow = _band_passed(_at_level(sound.astype(np.float64), 0.9), 300, 3_400)
    pressed = np.sign(narrow) * np.log1p(255 * np.abs(narrow)) / np.log(256)
    steps = np.round(pressed * 127) / 127
    return np.asarray(np.sign(steps) * (256 ** np.abs(steps) - 1) / 255, dtype=np.float32)


def room(rng: Generator, sound: Sound) -> Sound:
    """A bare room, 0.6 s until it is still."""
    tail = rng.standard_normal(round(0.6 * RATE)) * np.exp(-_seconds(0.6) * 11.5)
    tail[0] = 8.0
    size = len(sound) + len(tail)
    return _at_level(np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(tail, size), size)[: len(sound)], 0.7)


def halting(_rng: Generator, sound: Sound) -> Sound:
    """Two seconds of nothing after each second and a half, wherever that falls."""
    pieces = [sound[at : at + 3 * RATE // 2] for at in range(0, len(sound), 3 * RATE // 2)]
    return np.concatenate([part for piece in pieces for part in (piece, np.zeros(2 * RATE, dtype=np.float32))])


def stammering(_rng: Generator, sound: Sound) -> Sound:
    """A quarter of a second said three times over, every two seconds."""
    pieces = [sound[at : at + 2 * RATE] for at in range(0, len(sound), 2 * RATE)]
    return np.concatenate([part for piece in pieces for part in (*[piece[: RATE // 4]] * 3, piece)])


WORSENED: Final[Mapping[str, Worsened]] = MappingProxyType(
    {
        "as recorded": lambda _, sound: sound,
        "quiet, peak -40 dBFS": lambda _, sound: _at_level(sound.astype(np.float64), 0.01),
        "very quiet, peak -60 dBFS": lambda _, sound: _at_level(sound.astype(np.float64), 0.001),
        "clipped, 20 dB over": lambda _, sound: np.clip(_at_level(sound.astype(np.float64), 10.0), -0.99, 0.99),
        "telephone": telephone,
        "a bare room": room,
        "halting": halting,
        "stammering": stammering,
        "pink noise, 10 dB below": lambda rng, sound: beside(sound, pink(rng, len(sound) / RATE), 10),
        "pink noise, as loud": lambda rng, sound: beside(sound, pink(rng, len(sound) / RATE), 0),
        "mains hum, 5 dB below": lambda rng, sound: beside(sound, hum(rng, len(sound) / RATE), 5),
        "a band, 10 dB below": lambda rng, sound: beside(sound, band(rng, len(sound) / RATE), 10),
    }
)


def human(language: str, limit_seconds: float) -> list[Spoken]:
    """People reading, where their recordings are beside the repository; none elsewhere."""
    manifest = SPEECH / "manifest.tsv"
    if not manifest.is_file():
        return []
    with manifest.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    wanted = [row for row in rows if row["file"].startswith("en_LJ" if language == "en" else f"{language}_")]
    found: list[Spoken] = []
    for row in wanted:
        if sum(len(one.sound) for one in found) < limit_seconds * RATE:
            found.append(Spoken(_decoded(SPEECH / row["file"]), row["reference"], language))
    return found


def synthesised(limit_seconds: float) -> list[Spoken]:
    hibari = importlib.import_module("hibari")
    voice, found = hibari.Hibari(), list[Spoken]()
    while sum(len(one.sound) for one in found) < limit_seconds * RATE:
        line = READ_ALOUD[len(found) % len(READ_ALOUD)]
        found.append(Spoken(_resampled(voice(line, seed=len(found)), hibari.SAMPLE_RATE), line, "en"))
    return found


def joined(spoken: Sequence[Spoken], between: Callable[[], Sound]) -> tuple[Sound, list[tuple[int, int]]]:
    """One after the other with something before, between and after them, and where they are, in ms."""
    pieces, spans, at = [between()], list[tuple[int, int]](), 0
    for one in spoken:
        at = sum(map(len, pieces))
        spans.append((at * 1000 // RATE, (at + len(one.sound)) * 1000 // RATE))
        pieces += [one.sound, between()]
    return np.concatenate(pieces), spans


def _decoded(file: Path) -> Sound:
    with av.open(str(file)) as container:
        return _mono(container.decode(audio=0))


def _resampled(sound: Sound, rate: int) -> Sound:
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound[None, :], dtype=np.float32), "flt", "mono")
    frame.sample_rate = rate
    return _mono([frame])


def _mono(frames: Iterable[av.AudioFrame]) -> Sound:
    resampler = av.AudioResampler("flt", "mono", RATE)
    pieces = [piece.to_ndarray() for frame in (*frames, None) for piece in resampler.resample(frame)]
    return np.asarray(np.concatenate(pieces, axis=1)[0], dtype=np.float32)
