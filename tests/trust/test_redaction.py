# SPDX-License-Identifier: Apache-2.0
"""What was taken out of a sound is not in what leaves: two hundred stretches, in both copies.

Measured in each stretch and its margin, once the tone that stands there is taken away: how loud the rest is, and
whether anything in it follows the original, up to a second early or late. The original is made white for that, since a
voice resembles any other by its mere colour.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from app.cli.sampling import SAMPLES
from app.kit.blobs import Blobs
from app.media import rules, service
from tests.rooms.media.sounds import RATE, Float, heard, recorded, tone
from tests.trust.nursery import say
from tests.trust.walled import Walled

SPANS = 200
TAKES = 20
TAKE_MS = 26_000
HOUR_MS = 3_600_000
MS = RATE // 1000
EDGE_MS = 60
"""A codec's window reaches so far into the stretch, with what stays outside it."""
MOST_RESIDUE = 10 ** (-60 / 20)
MOST_LIKENESS = 0.05


pytestmark = pytest.mark.timeout(900)


def takes() -> Iterator[tuple[str, Float]]:
    """Speech, noise, and tones that never repeat."""
    voices = [heard((SAMPLES / f"{name}.webm").read_bytes()) for name in ("forms", "garden")]
    for number in range(TAKES):
        chance = np.random.default_rng(number)
        kind = ("speech", "noise", "tones", "speech")[number % 4]
        if kind == "speech":
            yield kind, np.resize(np.roll(voices[number % 2], -number * 37_000), TAKE_MS * MS)
        elif kind == "noise":
            yield kind, (chance.standard_normal(TAKE_MS * MS) * 0.08).astype(np.float32)
        else:
            pieces = [tone(float(hz), 250, 0.2) for hz in chance.uniform(200, 5_000, TAKE_MS // 250)]
            yield kind, np.concatenate(pieces)


def drawn(number: int) -> list[tuple[int, int]]:
    """Ten stretches of a word or a sentence, each in its own part of the take."""
    chance = np.random.default_rng(1_000 + number)
    spans = []
    for place in range(SPANS // TAKES):
        start = 500 + place * 2_500 + int(chance.integers(0, 400))
        spans.append((start, start + int(chance.integers(150, 1_100))))
    return spans


def rest_of(sound: Float) -> Float:
    """The sound without the tone."""
    time = np.arange(sound.size) / RATE
    waves = np.stack((np.sin(2 * np.pi * 440 * time), np.cos(2 * np.pi * 440 * time)), axis=1)
    found, *_ = np.linalg.lstsq(waves, sound, rcond=None)
    left: Float = (sound - waves @ found).astype(np.float32)
    return left


def white(sound: Float) -> Float:
    spectrum = np.fft.rfft(sound)
    made: Float = np.fft.irfft(spectrum / np.maximum(np.abs(spectrum), 1e-9), sound.size).astype(np.float32)
    return made


def follows(rest: Float, around: Float) -> float:
    """The greatest normalised correlation of the one with any stretch of the other, made white, that is as long."""
    around = white(around)
    size = 1 << (around.size + rest.size).bit_length()
    both = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(rest, size)), size)
    energy = np.concatenate(([0.0], np.cumsum(around.astype(np.float64) ** 2)))
    norms = np.sqrt(energy[rest.size :] - energy[: -rest.size]) * np.linalg.norm(rest)
    return float(np.max(np.abs(both[: norms.size]) / np.maximum(norms, 1e-12)))


def measured(original: Float, copy: Float, span: tuple[int, int]) -> tuple[float, float]:
    """How loud the rest is (root mean square, of full scale) and how much it follows the original."""
    start, end = (span[0] + EDGE_MS) * MS, (span[1] - EDGE_MS) * MS
    rest = rest_of(copy[start:end])
    around = original[max(0, start - RATE) : end + RATE]
    return float(np.sqrt(np.mean(rest.astype(np.float64) ** 2))), follows(rest, around)


def test_nothing_of_two_hundred_stretches_is_left_in_what_leaves(blobs: Blobs, tmp_path: Path) -> None:
    measures: list[tuple[float, float, str]] = []
    controls: list[tuple[float, float, str]] = []
    with Walled(tmp_path) as walled, walled.in_place():
        for number, (kind, original) in enumerate(takes()):
            blobs.put(f"take/{number}", recorded(original, "flac", "flac"))
            spans = rules.pad_and_merge(drawn(number), TAKE_MS)
            assert len(spans) == SPANS // TAKES
            made = service.render([f"take/{number}"], spans=spans, prefix=f"out/{number}", max_ms=HOUR_MS)
            for rendition in (made.opus, made.aac):
                copy = heard(blobs.get(rendition.key))
                measures += [(*measured(original, copy, span), f"{kind} {number} {span}") for span in spans]
                outside = [(end, start) for (_, end), (start, _) in pairwise(spans)]
                controls += [(*measured(original, copy, span), kind) for span in outside if span[1] - span[0] > 500]
    loudest, likest = max(measures), max(measures, key=lambda one: one[1])
    least = min(like for _, like, _ in controls)
    say(
        f"{len(measures)} measures: rest at most {20 * np.log10(loudest[0]):.0f} dB ({loudest[2]}), follows at most "
        f"{likest[1]:.3f} ({likest[2]}); what stays in follows at least {least:.2f} of {len(controls)}"
    )
    assert len(measures) == 2 * SPANS
    assert loudest[0] <= MOST_RESIDUE
    assert likest[1] < MOST_LIKENESS
    assert len(controls) > SPANS // 4
    assert least > 2 * MOST_LIKENESS
