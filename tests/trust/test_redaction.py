# SPDX-License-Identifier: Apache-2.0
"""What was taken out of a sound is not in what leaves: two hundred stretches, in both copies.

Beside the tone a copy holds the noise of its codec, and a long enough search finds a likeness to anything in noise. So
each story has a twin: the same sound, but something else as loud was said in the stretches that are taken out. Whatever
in a copy comes from those stretches is not in the twin's copy; what both have in common comes from elsewhere.

- Residue: what the two copies differ by, against how loud the stretch stands in a copy from which nothing was taken.
- Correlation: how much better a copy follows the stretch than its twin's copy does, which never held it, at any lag of
  up to a second. Both sounds are made white for that: a voice resembles any other by its mere colour.

Measured: the copies of twins are the same bytes. What an ear finds beside the tone, up to -50 dB of full scale (AAC,
where it begins; Opus some -57), is what codecs make of a tone at these rates, and follows by up to 0.15 what was never
in it: a level and a likeness of that sound alone would measure the codec.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from app.cli.sampling import SAMPLES
from app.kit.blobs import Blobs
from app.media import rules, service
from tests.rooms.media.sounds import RATE, Float, heard, recorded, tone, wav
from tests.trust.nursery import say
from tests.trust.walled import Walled

SPANS = 200
TAKES = 8
EACH_MS = 1_700
HOUR_MS = 3_600_000
MS = RATE // 1000
MOST_RESIDUE_DB = -60
MOST_CORRELATION = 0.05
PHONES = (("webm", "libopus"), ("mp4", "aac"), ("flac", "flac"), ("mp3", "libmp3lame"), ("wav", "pcm_s16le"))
Spans = Sequence[tuple[int, int]]

NOTHING_IS_REPLACED = "from app.media import pcm; pcm.redact = lambda *_: None"
MIXED = """
from app.media import pcm
import numpy as np
def over(path, spans):
    sound = np.fromfile(path, np.int16)
    for start, end in spans:
        first, last = pcm._first(start), min(pcm._last(end), sound.size)
        rest = sound[first:last] * {share}
        sound[first:last] = rest + pcm.to_s16(pcm.tone(0, last - first, last - first)) // 2
    sound.tofile(path)
pcm.redact = over
"""
EVENED_BEFORE = """
from app.media import pcm
later, evened = pcm.redact, pcm.gain_for
wanted = []
pcm.redact = lambda path, spans: wanted.append((path, spans))
def gain_for(path, lufs):
    gain = evened(path, lufs)
    later(*wanted.pop())
    return gain
pcm.gain_for = gain_for
"""


@dataclass(frozen=True)
class Measured:
    """The greatest of what was left in any stretch of one story, in one of its copies."""

    told: str
    residue_db: float
    correlation: float
    beside_tone_db: float
    by_chance: float
    are_same_bytes: bool


class Studio:
    """Stories as phones send them, their twins, and the copies of both that may leave."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    def measure(self, number: int, spans: int, *, pad_ms: int = rules.REDACTION_PAD_MS) -> Iterator[Measured]:
        """`pad_ms` is what is taken out beside the word; what is looked at is always all that has to go."""
        length_ms, words = (spans + 1) * EACH_MS, drawn(number, spans)
        kind, container, original = self._sent(number, length_ms)
        gone, taken = (rules.pad_and_merge(words, length_ms, pad) for pad in (rules.REDACTION_PAD_MS, pad_ms))
        assert len(gone) == spans
        self._blobs.put(f"twin/{number}", exactly(twin_of(original, gone)))
        made, twin = (self._left(f"{of}/{number}", taken) for of in ("take", "twin"))
        for name in ("opus", "aac"):
            copies = [heard(self._blobs.get(getattr(one, name).key)) for one in (made, twin)]
            told = f"{name} of {kind} as {container} {number}"
            same = getattr(made, name).sha256 == getattr(twin, name).sha256
            yield Measured(told, *left_of(original, copies[0], copies[1], gone), are_same_bytes=same)

    def _sent(self, number: int, length_ms: int) -> tuple[str, str, Float]:
        """What the house itself hears in it."""
        kind, sound = take(number, length_ms)
        container, codec = PHONES[number % len(PHONES)]
        self._blobs.put(f"take/{number}", recorded(sound, container, codec))
        whole = service.mute([f"take/{number}"], spans=[], prefix=f"whole/{number}", max_ms=HOUR_MS)
        return kind, container, heard(self._blobs.get(whole.copy.key))

    def _left(self, key: str, spans: Spans) -> service.Playback:
        return service.render([key], spans=spans, prefix=f"out/{key}", max_ms=HOUR_MS)


def take(number: int, length_ms: int) -> tuple[str, Float]:
    """Speech, noise, and tones that never repeat."""
    chance = np.random.default_rng(number)
    kind = ("speech", "noise", "tones", "speech")[number % 4]
    if kind == "speech":
        voice = heard((SAMPLES / f"{('forms', 'garden')[number % 2]}.webm").read_bytes())
        return kind, np.resize(np.roll(voice, -number * 37_000), length_ms * MS)
    if kind == "noise":
        return kind, (chance.standard_normal(length_ms * MS) * 0.08).astype(np.float32)
    pieces = [tone(float(hz), 250, 0.2) for hz in chance.uniform(200, 5_000, length_ms // 250 + 1)]
    return kind, np.concatenate(pieces)[: length_ms * MS]


def drawn(number: int, spans: int) -> list[tuple[int, int]]:
    """A word or two, each in its own part of the take."""
    chance = np.random.default_rng(1_000 + number)
    starts = [400 + place * EACH_MS + int(chance.integers(0, 100)) for place in range(spans)]
    return [(start, start + int(chance.integers(150, 700))) for start in starts]


def twin_of(sound: Float, spans: Spans) -> Float:
    """Where the spans are, something that was said elsewhere, as loud."""
    other, twin = np.roll(sound, 11 * RATE + 777), sound.copy()
    for start, end in spans:
        here = slice(start * MS, end * MS)
        twin[here] = np.clip(other[here] * (level(sound[here]) / max(level(other[here]), 1e-6)), -1, 1)
    return twin


def left_of(original: Float, copy: Float, twins: Float, spans: Spans) -> tuple[float, float, float, float]:
    """Residue (dB), correlation, how loud the rest beside the tone is (dB of full scale), and how much the twin's copy
    follows what it never held: the greatest of each in any span."""
    gain = level(outside(copy, spans)) / level(outside(original, spans))
    found = []
    for start, end in spans:
        here = slice(start * MS, end * MS)
        inner = slice((start + 60) * MS, (end - 60) * MS)  # the tone is whole there
        around = white(thinned(original[max(0, start * MS - RATE) : end * MS + RATE]))
        follows, chance = (lags(thinned(rest_of(one[here])), around) for one in (copy, twins))
        found.append(
            (
                decibels(level(copy[here] - twins[here]) / (gain * level(original[here]))),
                float(np.max(np.abs(follows - chance))),
                decibels(level(rest_of(copy[inner]))),
                float(np.max(np.abs(chance))),
            )
        )
    residue, correlation, beside, chance = (max(one) for one in zip(*found, strict=True))
    return residue, correlation, beside, chance


def exactly(sound: Float) -> bytes:
    """As a file, sample by sample."""
    return wav(np.rint(np.clip(sound, -1, 32767 / 32768) * 32768).astype(np.int16).tobytes(), rate=RATE)


def level(sound: Float) -> float:
    return float(np.sqrt(np.mean(sound.astype(np.float64) ** 2)))


def decibels(share: float) -> float:
    return float(20 * np.log10(max(share, 1e-10)))


def outside(sound: Float, spans: Spans) -> Float:
    keep = np.ones(sound.size, bool)
    for start, end in spans:
        keep[start * MS : end * MS] = False
    return sound[keep]


def rest_of(sound: Float) -> Float:
    """The sound without the tone."""
    time = np.arange(sound.size) / RATE
    waves = np.stack((np.sin(2 * np.pi * 440 * time), np.cos(2 * np.pi * 440 * time)), axis=1)
    found, *_ = np.linalg.lstsq(waves, sound, rcond=None)
    left: Float = (sound - waves @ found).astype(np.float32)
    return left


def thinned(sound: Float) -> Float:
    """At a third of the rate: up to where voices are."""
    rows: Float = sound[: sound.size // 3 * 3].reshape(-1, 3).mean(axis=1)
    return rows


def white(sound: Float) -> Float:
    spectrum = np.fft.rfft(sound)
    made: Float = np.fft.irfft(spectrum / np.maximum(np.abs(spectrum), 1e-9), sound.size).astype(np.float32)
    return made


def lags(rest: Float, around: Float) -> Float:
    """The normalised correlation of the one with each stretch of the other that is as long."""
    size = 1 << (around.size + rest.size).bit_length()
    both = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(rest, size)), size)
    energy = np.concatenate(([0.0], np.cumsum(around.astype(np.float64) ** 2)))
    norms = np.sqrt(energy[rest.size :] - energy[: -rest.size]) * np.linalg.norm(rest)
    found: Float = (both[: norms.size] / np.maximum(norms, 1e-12)).astype(np.float32)
    return found


@pytest.mark.timeout(900)
def test_nothing_of_two_hundred_stretches_is_left_in_what_leaves(blobs: Blobs, tmp_path: Path) -> None:
    studio = Studio(blobs)
    with Walled(tmp_path) as walled, walled.in_place():
        found = [each for number in range(TAKES) for each in studio.measure(number, SPANS // TAKES)]
    residue, correlation = (max(getattr(each, what) for each in found) for what in ("residue_db", "correlation"))
    say(
        f"{SPANS} stretches, {len(found)} copies: residue at most {residue:.0f} dB, correlation at most "
        f"{correlation:.3f}; beside the tone the codecs' noise is at most {max(e.beside_tone_db for e in found):.0f} "
        f"dB of full scale, and follows what it never held by up to {max(e.by_chance for e in found):.3f}"
    )
    assert len(found) == 2 * TAKES
    assert residue <= MOST_RESIDUE_DB
    assert correlation < MOST_CORRELATION
    assert [each.told for each in found if not each.are_same_bytes] == []


@pytest.mark.parametrize(
    ("patch", "pad_ms", "takes"),
    [
        pytest.param(NOTHING_IS_REPLACED, 300, (2, 3), id="nothing is replaced"),
        pytest.param(MIXED.format(share=1), 300, (2, 3), id="the tone is laid over the words"),
        pytest.param(MIXED.format(share=0.01), 300, (2, 3), id="words are left a hundred times quieter"),
        pytest.param("", 0, (2, 3), id="only the word itself goes, not what of it sounds before and after"),
        pytest.param(EVENED_BEFORE, 300, (1, 2), id="the loudness of what is taken out sets that of the rest"),
    ],
)
def test_a_house_that_leaves_something_is_found_out(
    patch: str, pad_ms: int, takes: Sequence[int], blobs: Blobs, tmp_path: Path
) -> None:
    studio = Studio(blobs)
    with Walled(tmp_path, patch) as walled, walled.in_place():
        found = [each for number in takes for each in studio.measure(number, 4, pad_ms=pad_ms)]
    for each in found:
        say(f"{each.told}: residue {each.residue_db:.0f} dB, correlation {each.correlation:.3f}")
    assert not any(each.are_same_bytes for each in found)
    assert all(each.residue_db > MOST_RESIDUE_DB for each in found)
