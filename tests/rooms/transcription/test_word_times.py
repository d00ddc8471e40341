# SPDX-License-Identifier: Apache-2.0
"""When each word was said: both engines, with the real weights, against speech whose times are known because it was put
together here. Quotes, captions and redactions cut where these times say."""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from statistics import median

import av
import numpy as np
import pytest

from app.transcription import weights
from app.transcription.engine import SAMPLE_RATE, Engine, Sound, choose
from tests.conftest import MODELS

# openai-whisper leaves its vocabulary file to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

NEAR_MS = 200
ENGINES = ("faster-whisper", "openai-whisper")
SPOKEN_ONE_BY_ONE = "river village mother seven window bread winter paper garden people letter morning"
SENTENCES = (
    "My grandmother kept the keys of the village in a blue box.",
    "Every spring the river came up, and we carried the chairs upstairs.",
    "I learned to bake bread before I learned to read.",
    "When the factory closed, my father planted apple trees where the cars used to stand.",
    "Nobody asked us what we needed.",
    "Now my daughter rings the bell, and the whole street comes out to listen.",
)
PAUSES_S = (0.1, 0.2, 0.15)
HALTING_S = (0.5, 0.8)
AUDIBLE = 0.02
"""Of a stretch's own peak; what the synthesiser breathes before and after it is cut away."""

Times = tuple[float, float]
"""From and to, in ms."""


@dataclass(frozen=True)
class Timed:
    text: str
    start_ms: float
    end_ms: float


@dataclass(frozen=True)
class Laid:
    """Stretches of speech one after the other, and where each lies."""

    sound: Sound
    stretches: Sequence[Timed]


def audible(text: str) -> Sound:
    """Said by a synthesiser, from the first moment that can be heard to the last."""
    hibari = importlib.import_module("hibari")
    frame = av.AudioFrame.from_ndarray(reader()(text, seed=1)[None, :].astype(np.float32), "flt", "mono")
    frame.sample_rate = hibari.SAMPLE_RATE
    resampler = av.AudioResampler("flt", "mono", SAMPLE_RATE)
    pieces = [piece.to_ndarray()[0] for piece in (*resampler.resample(frame), *resampler.resample(None))]
    sound = np.asarray(np.concatenate(pieces), dtype=np.float32)
    heard = np.flatnonzero(np.abs(sound) > AUDIBLE * np.abs(sound).max())
    return sound[heard[0] : heard[-1] + 1]


@lru_cache(maxsize=1)
def reader() -> Callable[..., Sound]:
    voice: Callable[..., Sound] = importlib.import_module("hibari").Hibari()
    return voice


def laid(texts: Iterable[str], pauses_s: Sequence[float] = PAUSES_S) -> Laid:
    """With pauses of known length before, between and after them, in turn."""
    pauses = [np.zeros(round(pause * SAMPLE_RATE), np.float32) for pause in pauses_s]
    pieces, stretches, at = [pauses[0]], list[Timed](), len(pauses[0])
    for number, text in enumerate(texts, start=1):
        sound, pause = audible(text), pauses[number % len(pauses)]
        stretches.append(Timed(text, at * 1000 / SAMPLE_RATE, (at + len(sound)) * 1000 / SAMPLE_RATE))
        pieces += [sound, pause]
        at += len(sound) + len(pause)
    return Laid(np.concatenate(pieces), stretches)


@lru_cache(maxsize=1)
def said() -> Mapping[str, Laid]:
    words = SPOKEN_ONE_BY_ONE.split()
    return {"words": laid(words), "halting words": laid(words, HALTING_S), "sentences": laid(SENTENCES)}


@lru_cache(maxsize=2)
def hired(engine: str) -> Engine:
    weights.fetch("base", MODELS)
    return choose(engine, "base", MODELS)


@lru_cache(maxsize=6)
def heard(engine: str, kind: str) -> Sequence[Timed]:
    """What an engine makes of it, word by word."""
    whole = hired(engine).listen(said()[kind].sound, language="en")
    return [Timed(word.text, word.start_ms, word.end_ms) for segment in whole.segments for word in segment.words]


def pairs(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Where the same words stand in both, in order; most of them have to."""
    bare = [["".join(filter(str.isalnum, text.casefold())) for text in texts] for texts in (one, other)]
    blocks = SequenceMatcher(None, bare[0], bare[1], autojunk=False).get_matching_blocks()
    found = [(block.a + n, block.b + n) for block in blocks for n in range(block.size)]
    assert len(found) >= 0.8 * len(one), (one, other)
    return found


def texts_of(words: Iterable[Timed]) -> list[str]:
    return [word.text for word in words]


def apart(one: Iterable[Times], other: Iterable[Times]) -> Times:
    """Medians: how far the starts lie from each other, and the ends."""
    both = list(zip(one, other, strict=True))
    return median(abs(a[0] - b[0]) for a, b in both), median(abs(a[1] - b[1]) for a, b in both)


def off_from_what_was_said(kind: str, got: Sequence[Timed]) -> Times:
    """Of each stretch that was laid: where its first word is said to begin, and where its last is said to end."""
    stretches = said()[kind].stretches
    words = [(number, text) for number, stretch in enumerate(stretches) for text in stretch.text.split()]
    places = pairs([text for _, text in words], texts_of(got))
    whole: dict[int, list[Timed]] = {}
    for place, at in places:
        whole.setdefault(words[place][0], []).append(got[at])
    known = [(stretches[number].start_ms, stretches[number].end_ms) for number in whole]
    return apart(known, [(found[0].start_ms, found[-1].end_ms) for found in whole.values()])


def off_from_each_other(kind: str) -> Times:
    one, other = (heard(engine, kind) for engine in ENGINES)
    places = pairs(texts_of(one), texts_of(other))
    return apart(
        [(one[place].start_ms, one[place].end_ms) for place, _ in places],
        [(other[place].start_ms, other[place].end_ms) for _, place in places],
    )


@pytest.mark.parametrize("kind", ["words", "sentences"])
@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_said_is_where_the_machine_says_it_is(engine: str, kind: str) -> None:
    assert max(off_from_what_was_said(kind, heard(engine, kind))) <= NEAR_MS


@pytest.mark.parametrize("kind", ["words", "sentences"])
def test_one_machine_puts_a_word_where_the_other_does(kind: str) -> None:
    assert max(off_from_each_other(kind)) <= NEAR_MS


@pytest.mark.parametrize("engine", ENGINES)
def test_after_a_long_pause_a_word_is_said_to_begin_too_early_and_never_too_late(engine: str) -> None:
    """Whisper counts the pause as the word's: what is cut out by its times loses no beginning."""
    laid_words, got = said()["halting words"].stretches, heard(engine, "halting words")
    begun = [got[at].start_ms - laid_words[place].start_ms for place, at in pairs(*map(texts_of, (laid_words, got)))]
    assert max(begun) <= NEAR_MS / 2
    assert median(begun) >= -1_000 * sum(HALTING_S)


@pytest.mark.parametrize("off_ms", [-300, 300])
@pytest.mark.parametrize("engine", ENGINES)
def test_times_that_are_a_third_of_a_second_off_are_noticed(engine: str, off_ms: int) -> None:
    moved = [Timed(word.text, word.start_ms + off_ms, word.end_ms + off_ms) for word in heard(engine, "words")]
    assert max(off_from_what_was_said("words", moved)) > NEAR_MS
