# SPDX-License-Identifier: Apache-2.0
"""What is heard at a time: cut where people pause, no longer than it is, and with care where the model is unsure."""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from app.transcription import weights
from app.transcription.engine import SAMPLE_RATE, Sound, Task
from app.transcription.engines import faster, speech
from app.transcription.engines.speech import Clip, Levelled, clips_of
from app.transcription.engines.windowed import Piece
from tests.rooms.transcription.test_engines import LONG_STORY, MODELS, spoken

SHORT, LONG = 0.5, 1.6


def silence(seconds: float) -> Sound:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


@pytest.fixture(scope="module")
def lines() -> Sequence[Sound]:
    return [spoken(line) for line in LONG_STORY]


@pytest.fixture(scope="module")
def engine() -> faster.FasterWhisper:
    return faster.FasterWhisper(weights.fetch("tiny.en", MODELS), "tiny.en")


def told(lines: Sequence[Sound], pauses: Sequence[float]) -> tuple[Levelled, list[float]]:
    """The lines one after the other, and where each pause is, in seconds."""
    sound, places = lines[0], []
    for line, pause in zip(lines[1:], pauses, strict=True):
        places.append(len(sound) / SAMPLE_RATE + pause / 2)
        sound = np.concatenate([sound, silence(pause), line])
    return Levelled(sound), places


def test_a_talk_is_cut_where_its_teller_paused_longest(lines: Sequence[Sound]) -> None:
    sound, places = told(lines, [SHORT, SHORT, LONG, SHORT, SHORT])
    first, *_ = clips_of(sound, longest=20)
    assert first.end / SAMPLE_RATE == pytest.approx(places[2], abs=LONG)


def test_no_window_is_too_long_and_no_speech_is_left_out(lines: Sequence[Sound]) -> None:
    sound, _ = told([*lines, *lines, *lines], [SHORT] * (len(lines) * 3 - 1))
    whole = [span for clip in clips_of(sound, longest=600) for span in clip.speech]
    for longest in (8, 15, 28):
        clips = clips_of(sound, longest)
        assert max(clip.end - clip.start for clip in clips) <= longest * SAMPLE_RATE
        assert all(one.end <= other.start for one, other in pairwise(clips))
        heard = sum(end - start for clip in clips for start, end in clip.speech)
        assert heard == pytest.approx(sum(end - start for start, end in whole), rel=0.1)


def test_what_follows_a_long_silence_is_heard_for_itself(lines: Sequence[Sound]) -> None:
    sound, _ = told(lines[:2], [4.0])
    assert [len(clip.speech) > 0 for clip in clips_of(sound)] == [True, True]


def test_a_short_answer_costs_less_than_half_a_minute(engine: faster.FasterWhisper, lines: Sequence[Sound]) -> None:
    level = Levelled(lines[1])
    piece = Piece(level, Clip(0, len(level)), "en", Task.TRANSCRIBE)
    engine.hear([piece])
    assert piece.encoded.shape[1] / 50 <= len(level) / SAMPLE_RATE + speech.WINDOW_SECONDS / faster.SIZES + 2


def test_a_window_is_heard_the_same_whoever_it_is_heard_with(
    engine: faster.FasterWhisper, lines: Sequence[Sound]
) -> None:
    def pieces() -> list[Piece]:
        return [Piece(Levelled(line), Clip(0, len(line)), "en", Task.TRANSCRIBE) for line in lines]

    together = [answer.raw for answer in engine.hear(pieces())]
    alone = [engine.hear([piece])[0].raw for piece in pieces()]
    assert [[word.text for word in raw[0].words] for raw in together] == [
        [word.text for word in raw[0].words] for raw in alone
    ]


def test_where_the_model_is_unsure_it_searches_on(
    engine: faster.FasterWhisper, lines: Sequence[Sound], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[tuple[int, int]] = []
    generated = engine._generated

    def watched(pieces: Sequence[Piece], *, beams: int) -> list[object]:
        tried.append((beams, len(pieces)))
        return generated(pieces, beams=beams)

    monkeypatch.setattr(engine, "_generated", watched)
    clear = [Piece(Levelled(lines[0]), Clip(0, len(lines[0])), "en", Task.TRANSCRIBE)]
    engine.hear(clear)
    assert tried == [(1, 1)]
    tried.clear()
    hiss = np.random.default_rng(1).normal(0, 0.1, len(lines[0])).astype(np.float32)
    noisy = Levelled(np.asarray(lines[0] + hiss, np.float32))
    engine.hear([Piece(noisy, Clip(0, len(noisy)), "en", Task.TRANSCRIBE)])
    assert tried == [(1, 1), (faster.BEAMS, 1)]
