# SPDX-License-Identifier: Apache-2.0
"""Both engines, with the real weights, on speech that a synthesiser read aloud."""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"

import importlib
import importlib.util
import shutil
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import av
import numpy as np
import pytest

from app.transcription import weights
from app.transcription.engine import SAMPLE_RATE, Engine, Following, Heard, NoEngine, Sound, Window, choose
from app.transcription.engines import faster, speech, windowed
from app.transcription.engines.speech import RawSegment, RawWord, tidy

# openai-whisper leaves its vocabulary file to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

MODELS = Path(__file__).resolve().parents[3] / "var" / "models"
SENTENCE = "My grandmother kept the keys of the village in a blue box. Every spring the river came up."
LONG_STORY = (
    SENTENCE,
    "I learned to bake bread before I learned to read, and both took patience.",
    "When the factory closed, my father planted apple trees where the cars used to stand.",
    "The bus stopped running that winter, so we walked to school along the railway line.",
    "Nobody asked us what we needed. They only told us what they had decided.",
    "Now my daughter rings the bell, and the whole street comes out to listen.",
)
WORDS = SENTENCE.lower().replace(".", "").split()


def spoken(text: str) -> Sound:
    hibari = importlib.import_module("hibari")
    frame = av.AudioFrame.from_ndarray(hibari.Hibari()(text, seed=1)[None, :].astype(np.float32), "flt", "mono")
    frame.sample_rate = hibari.SAMPLE_RATE
    resampler = av.AudioResampler("flt", "mono", SAMPLE_RATE)
    pieces = [piece.to_ndarray()[0] for piece in (*resampler.resample(frame), *resampler.resample(None))]
    return np.asarray(np.concatenate(pieces), dtype=np.float32)


@pytest.fixture(scope="session")
def story() -> Sound:
    pause = np.zeros(SAMPLE_RATE, np.float32)
    return np.concatenate([pause, spoken(SENTENCE), pause])


@pytest.fixture(scope="session")
def long_story() -> Sound:
    return np.concatenate([spoken(line) for line in LONG_STORY])


@pytest.fixture(scope="session")
def models() -> Path:
    for name in ("base", "tiny.en"):
        weights.fetch(name, MODELS)
    return MODELS


@pytest.fixture(scope="session", params=["faster-whisper", "openai-whisper"])
def engine(request: pytest.FixtureRequest, models: Path) -> Engine:
    return choose(request.param, "base", models)


@pytest.fixture(scope="session")
def small_engine(models: Path) -> Engine:
    return choose("faster-whisper", "tiny.en", models)


class Shares(Following):
    def __init__(self) -> None:
        self.told: list[float] = []

    def heard(self, _window: Window, share: float) -> None:
        self.told.append(share)


def listen(engine: Engine, sound: Sound, language: str | None = None) -> tuple[Heard, list[float]]:
    follower = Shares()
    return engine.listen(sound, language=language, following=follower), follower.told


def words_of(heard: Heard) -> list[str]:
    return [word.text.lower().strip(".,!?") for segment in heard.segments for word in segment.words]


class Unlevelled(speech.Levelled):
    def cut(self, start: int, end: int) -> Sound:
        return self._sound[start:end]


def share_in_order(expected: Sequence[str], got: Sequence[str]) -> float:
    """How much of `expected` comes back in its order."""
    longest = [0] * (len(got) + 1)
    for word in expected:
        diagonal = 0
        for index, other in enumerate(got, start=1):
            diagonal, longest[index] = (
                longest[index],
                diagonal + 1 if word == other else max(longest[index], longest[index - 1]),
            )
    return longest[-1] / len(expected)


def assert_promise_kept(heard: Heard, sound: Sound) -> None:
    assert heard.duration_ms == round(len(sound) * 1000 / SAMPLE_RATE)
    floor = 0
    for segment in heard.segments:
        assert segment.words
        assert (segment.words[0].start_ms, segment.words[-1].end_ms) == (segment.start_ms, segment.end_ms)
        assert segment.text == unicodedata.normalize("NFC", segment.text).strip()
        for word in segment.words:
            assert floor <= word.start_ms <= word.end_ms <= heard.duration_ms
            assert 0.0 <= word.probability <= 1.0
            assert word.text
            assert word.text == word.text.strip()
            floor = word.end_ms


def test_the_words_a_storyteller_speaks_come_back_in_order_with_their_times(engine: Engine, story: Sound) -> None:
    heard, shares = listen(engine, story)
    assert share_in_order(WORDS, words_of(heard)) >= 0.8
    assert_promise_kept(heard, story)
    assert heard.language == "en"
    assert heard.language_probability > 0.5
    assert heard.engine == engine.name
    assert heard.segments[0].start_ms >= 300, "nobody speaks in the first second"
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_told_language_is_not_guessed_again(engine: Engine, story: Sound) -> None:
    heard, _ = listen(engine, story[: 4 * SAMPLE_RATE], language="en-GB")
    assert (heard.language, heard.language_probability) == ("en", 1.0)


@pytest.mark.parametrize("kind", ["silence", "noise", "nothing"])
def test_where_nobody_speaks_no_words_are_invented(engine: Engine, kind: str) -> None:
    noise = np.random.default_rng(7).normal(0, 0.05, 12 * SAMPLE_RATE).astype(np.float32)
    sound = {"silence": noise * 0, "noise": noise, "nothing": noise[:0]}[kind]
    heard, shares = listen(engine, sound)
    assert list(heard.segments) == []
    assert heard.language is None
    assert shares == []


def test_without_the_search_for_speech_words_would_be_invented_over_silence(
    small_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    silence = np.zeros(12 * SAMPLE_RATE, np.float32)
    assert words_of(listen(small_engine, silence, "en")[0]) == []
    monkeypatch.setattr(windowed, "clips_of", lambda _sound, _longest: [speech.Clip(0, len(silence))])
    assert words_of(listen(small_engine, silence, "en")[0]) != []


def test_a_very_faint_voice_is_heard(small_engine: Engine, story: Sound) -> None:
    faint = np.asarray(story * (0.0006 / np.abs(story).max()), dtype=np.float32)
    assert speech.clips_of(Unlevelled(faint)) == [], "the search alone misses it; bringing it up to level finds it"
    assert share_in_order(WORDS, words_of(listen(small_engine, faint, "en")[0])) >= 0.7


def test_a_long_story_is_heard_to_its_end_whole_and_in_order(
    small_engine: Engine, long_story: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, shares = listen(small_engine, long_story, "en")
    expected = " ".join(LONG_STORY).lower().replace(".", "").replace(",", "").split()
    assert share_in_order(expected, words_of(heard)) >= 0.8
    assert_promise_kept(heard, long_story)
    assert heard.segments[-1].end_ms > heard.duration_ms - 2_000
    assert len(heard.segments) >= len(LONG_STORY)
    assert shares == sorted(shares)
    assert len(shares) > 1


def test_a_window_that_failed_in_the_batch_is_heard_again_with_care(
    small_engine: Engine, long_story: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faster, "FAILED_LOGPROB", 0.0)
    heard, _ = listen(small_engine, long_story, "en")
    assert_promise_kept(heard, long_story)
    expected = " ".join(LONG_STORY).lower().replace(".", "").replace(",", "").split()
    assert share_in_order(expected, words_of(heard)) >= 0.8


def test_an_english_model_refuses_a_story_not_declared_to_be_in_english(small_engine: Engine, story: Sound) -> None:
    for language in (None, "fr"):
        with pytest.raises(NoEngine, match="only knows English"):
            listen(small_engine, story, language)


def test_the_engine_opens_no_media_file(engine: Engine, story: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("the engine tried to decode a file")

    monkeypatch.setattr(av, "open", refuse)
    heard, _ = listen(engine, story[: 4 * SAMPLE_RATE], "en")
    assert heard.segments


def test_auto_chooses_faster_whisper(models: Path) -> None:
    assert choose("auto", "tiny.en", models).name == "faster-whisper"


def test_without_weights_the_story_waits_and_the_host_reads_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoEngine, match="heardwell models fetch base"):
        choose("auto", "base", tmp_path)
    with pytest.raises(NoEngine, match="neither a Whisper size"):
        choose("auto", str(tmp_path / "nowhere"), tmp_path)


@pytest.mark.parametrize(("name", "package"), [("faster-whisper", "faster"), ("openai-whisper", "openai")])
def test_without_the_engine_the_story_waits(
    models: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    monkeypatch.setitem(importlib.import_module("sys").modules, f"app.transcription.engines.{package}", None)
    with pytest.raises(NoEngine, match=f"{name} is not installed here"):
        choose(name, "base", models)


def test_a_tampered_model_is_never_loaded(models: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(models / "whisper-tiny.en", tmp_path / "whisper-tiny.en")
    with (copy / "model.bin").open("r+b") as file:
        file.seek(40_000_000)
        file.write(b"tampered")
    with pytest.raises(NoEngine, match=r"model\.bin .* is not the file that was"):
        choose("auto", "tiny.en", tmp_path)


def test_a_folder_that_holds_no_whisper_is_refused_in_plain_words(tmp_path: Path) -> None:
    for name in ("model.bin", "tokenizer.json", "config.json"):
        (tmp_path / name).write_text("{}")
    for engine in ("faster-whisper", "openai-whisper"):
        with pytest.raises(NoEngine, match="could not read the model"):
            choose(engine, str(tmp_path), tmp_path)


def test_words_are_put_in_order_into_the_sound_and_into_one_spelling() -> None:
    raw = [
        RawWord(" Jose\u0301", -0.2, 0.5, 1.0000001),
        RawWord(" is", 0.4, 0.4, 0.5),
        RawWord(" ", 0.5, 0.6, 0.5),
        RawWord(" open.", 0.6, 9.0, 0.9),
    ]
    (segment,) = tidy([RawSegment(raw, -0.2, 0.1)], (0, 2_000))
    assert segment.text.startswith("Jos\u00e9 is")
    assert [(word.text, word.start_ms, word.end_ms) for word in segment.words] == [
        ("Jos\u00e9", 0, 500),
        ("is", 500, 501),
        ("open.", 600, 2_000),
    ]
    assert segment.words[0].probability == 1.0


def test_a_long_breath_or_the_end_of_a_sentence_ends_a_segment() -> None:
    raw = [
        RawWord(" I", 0, 0.4, 1),
        RawWord(" came.", 0.4, 1.2, 1),
        RawWord(" I", 1.3, 1.4, 1),
        RawWord(" saw", 4, 5, 1),
    ]
    assert [segment.text for segment in tidy([RawSegment(raw, 0, 0)], (0, 6_000))] == ["I came.", "I", "saw"]
