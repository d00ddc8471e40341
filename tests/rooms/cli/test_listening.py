# SPDX-License-Identifier: Apache-2.0
"""Somebody has a file and a terminal, and no house yet."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest

import app.cli
from app.cli import listening
from app.cli.progress import Bar
from app.kit import blobs
from app.settings import settings
from app.transcription import engine, weights
from app.transcription.engine import Task, Window
from tests.conftest import MODELS
from tests.rooms.media.sounds import tone, wav
from tests.stand_ins.engines import ScriptedEngine

SOUND = wav((tone(440, 1500) * 32767).astype(np.int16).tobytes(), rate=48_000)
WINDOW = Window(0, 1, [], [])
TOLD = ("Two < three & one --> all.", "<v Eve> NOTE this")

Said = tuple[int, str, str]
Type = Callable[..., Said]


@pytest.fixture
def type_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Type]:
    """A line at the prompt, where nothing has been set up: answers exit code, stdout and stderr."""
    monkeypatch.setenv("HEARDWELL_DATA_DIR", str(tmp_path / "nothing-here"))
    monkeypatch.setenv("HEARDWELL_OBJECT_STORE_URL", "s3://a-bucket-nobody-reaches")
    monkeypatch.delenv("HEARDWELL_WHISPER_MODEL", raising=False)
    settings.cache_clear()
    blobs.store.cache_clear()

    def entered(*words: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["heardwell", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            app.cli.main()
        said = capsys.readouterr()
        return int(str(left.value.code or 0)), said.out, said.err

    yield entered
    settings.cache_clear()
    blobs.store.cache_clear()


@pytest.fixture
def listener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ScriptedEngine:
    """Weights that can be located, and an engine that needs none."""
    make_model(tmp_path / "nothing-here" / "models" / "whisper-base")
    hired = ScriptedEngine(*TOLD)
    monkeypatch.setattr(engine, "choose", lambda *_: hired)
    monkeypatch.setattr(weights, "verify", lambda _path: None)
    return hired


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "talk.wav"
    made.write_bytes(SOUND)
    return made


def make_model(folder: Path, tokens: int = weights.ENGLISH_VOCABULARY + 1) -> Path:
    folder.mkdir(parents=True)
    (folder / "model.bin").write_bytes(b"weights")
    (folder / "vocabulary.txt").write_text("word\n" * tokens, encoding="utf-8")
    return folder


def test_a_file_is_written_down_where_no_house_stands_and_nothing_is_left_behind(
    type_in: Type, listener: ScriptedEngine, file: Path, tmp_path: Path
) -> None:
    code, out, err = type_in("transcribe", file)
    assert (code, out) == (0, "Two < three & one --> all.\n<v Eve> NOTE this\n")
    assert listener.wanted == [(None, Task.TRANSCRIBE)]
    assert "100%" in err
    assert {path.name for path in (tmp_path / "nothing-here").iterdir()} == {"models"}
    assert file.read_bytes() == SOUND


def test_captions_hold_words_that_look_like_markup(type_in: Type, listener: ScriptedEngine, file: Path) -> None:
    del listener
    _, out, _ = type_in("transcribe", file, "--format", "vtt")
    assert out.startswith("WEBVTT\n\n1\n00:00:00.000 --> 00:00:00.690\nTwo &lt; three &amp; one --&gt; all.\n\n2\n")
    assert "&lt;v Eve&gt; NOTE this" in out
    _, out, _ = type_in("transcribe", file, "--format", "srt")
    assert out.startswith("1\n00:00:00,000 --> 00:00:00,690\nTwo < three & one → all.\n\n2\n")
    assert out.count("-->") == 2


def test_a_program_gets_everything_the_machine_knows(type_in: Type, listener: ScriptedEngine, file: Path) -> None:
    _, out, _ = type_in("transcribe", file, "--format", "json", "--language", "ur-PK")
    told = json.loads(out)
    assert (told["language"], told["engine"], told["duration_ms"]) == ("ur", "scripted", 1500)
    assert [segment["text"] for segment in told["segments"]] == list(TOLD)
    assert told["segments"][0]["words"][0] == {"text": "Two", "start_ms": 0, "end_ms": 90, "probability": 0.8}
    type_in("transcribe", file, "--task", "translate")
    assert listener.wanted == [("ur", Task.TRANSCRIBE), (None, Task.TRANSLATE)]


def test_where_the_machine_may_have_made_it_up_is_told_beside_the_words(
    type_in: Type, listener: ScriptedEngine, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del listener
    monkeypatch.setattr(engine, "choose", lambda *_: ScriptedEngine(TOLD[0], "you " * 8))
    code, out, err = type_in("transcribe", file, "--format", "json")
    assert code == 0
    assert [segment["flags"] for segment in json.loads(out)["segments"]] == [[], ["repeats"]]
    assert "It may have made up 1 of 2 stretches. Listen at 0:00" in err
    monkeypatch.setattr(engine, "choose", lambda *_: ScriptedEngine(*TOLD))
    assert "made up" not in type_in("transcribe", file)[2]


def test_words_go_into_a_file_as_utf_8_whatever_the_terminal_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    into = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(into, encoding="latin-1"))
    listening._speak("خرجنا ليلا")
    sys.stdout.flush()
    assert into.getvalue().decode() == "خرجنا ليلا\n"


def test_ctrl_c_ends_it_at_once_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """Five minutes of somebody speaking, decoded and heard for real; it is stopped once the sound is in hand."""
    with av.open(str(Path(app.cli.__file__).parent / "samples" / "garden.webm")) as container:
        resampler = av.AudioResampler("s16", "mono", 16_000)
        frames = [one.to_ndarray()[0] for frame in container.decode(audio=0) for one in resampler.resample(frame)]
    said = np.concatenate(frames)
    long, own = tmp_path / "long.wav", tmp_path / "own"
    long.write_bytes(wav(np.tile(said, 300 * 16_000 // said.size).tobytes(), rate=16_000))
    own.mkdir()
    (tmp_path / "models").symlink_to(MODELS)
    weights.fetch("tiny.en", MODELS)
    heeds = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from app.cli import main; main()"
    command = [sys.executable, "-c", heeds, "transcribe", str(long), "--model", "tiny.en", "--language", "en"]
    environment = {**os.environ, "HEARDWELL_DATA_DIR": str(tmp_path), "TMPDIR": str(own)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as listening_on:
        until = time.monotonic() + 120
        while not any(own.iterdir()):
            assert time.monotonic() < until
            time.sleep(0.05)
        os.killpg(listening_on.pid, signal.SIGINT)
        out, err = listening_on.communicate(timeout=60)
    assert (listening_on.returncode, out, err.splitlines()[-1]) == (130, "", "Stopped.")
    assert "Traceback" not in err
    assert list(own.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--model", "large-v3"], "heardwell models fetch large-v3"),
        (["--model", "enormous"], "neither a Whisper size"),
        (["--language", "klingon"], "Whisper knows no language “klingon”"),
        (["--model", "tiny.en"], "knows English only"),
        (["--model", "tiny.en", "--language", "fr"], "--language en"),
        (["--model", "tiny.en", "--language", "en", "--task", "translate"], "knows English only"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    type_in: Type, listener: ScriptedEngine, file: Path, tmp_path: Path, words: list[str], sentence: str
) -> None:
    make_model(tmp_path / "nothing-here" / "models" / "whisper-tiny.en", weights.ENGLISH_VOCABULARY)
    code, out, err = type_in("transcribe", file, *words)
    assert (code, out, listener.listened) == (1, "", 0)
    assert sentence in err
    assert "Traceback" not in err


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 a page", b"just words " * 200, SOUND[:60]])
def test_a_file_that_is_no_sound_is_refused_in_a_sentence(
    type_in: Type, listener: ScriptedEngine, file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    code, out, err = type_in("transcribe", file)
    assert (code, out, listener.listened) == (1, "", 0)
    assert err.strip().endswith(".")
    assert "facilitator" not in err
    assert "Traceback" not in err


def test_silence_and_doubt_are_told_beside_the_words(
    type_in: Type, listener: ScriptedEngine, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del listener
    monkeypatch.setattr(engine, "choose", lambda *_: ScriptedEngine())
    assert f"Nobody seems to speak in {file}." in type_in("transcribe", file)[2]


def test_whoever_waits_sees_how_far_it_is_and_how_long_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("app.cli.progress.time.monotonic", lambda: now[0])
    log = io.StringIO()
    bar = Bar(log, 600_000)
    for share in (0.25, 0.26, 0.5, 1.0):
        now[0] += 10
        bar.heard(WINDOW, share)
    bar.close()
    assert log.getvalue().splitlines() == [
        " 25%  2:30 of 10:00, about 0:30 left",
        " 50%  5:00 of 10:00, about 0:30 left",
        "100%  10:00 of 10:00",
    ]


def test_a_bar_at_a_terminal_grows_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    bar = Bar(screen, 60_000)
    bar.waiting()
    bar.heard(WINDOW, 0.5)
    bar.close()
    assert screen.getvalue().count("\n") == 1
    assert "\r███████████████░░░░░░░░░░░░░░░  50%  0:30 of 1:00, about 0:00 left" in screen.getvalue()


def test_the_caretaker_sees_which_weights_are_here_and_whether_they_are_whole(type_in: Type, tmp_path: Path) -> None:
    code, out, err = type_in("models", "list")
    assert (code, out) == (0, "")
    assert "heardwell models fetch base" in err
    own = make_model(tmp_path / "nothing-here" / "models" / "whisper-sindhi")
    [told] = json.loads(type_in("models", "list", "--json")[1])
    assert (told["name"], told["source"], told["state"]) == ("sindhi", "a folder of your own", "no sums to hold it to")
    assert told["sha256"] == weights.sha256_of(own / "model.bin")
    (own / weights.SUMS_FILE).write_text(f"{told['sha256']}  model.bin\n", encoding="utf-8")
    assert type_in("models", "verify")[:2] == (0, "sindhi: whole\n")
    (own / "model.bin").write_bytes(b"Weights")
    code, out, err = type_in("models", "verify")
    assert (code, out) == (1, "sindhi: damaged\n")
    assert "model.bin" in err


def test_a_size_nobody_knows_is_not_fetched(type_in: Type) -> None:
    code, _, err = type_in("models", "fetch", "enormous")
    assert code == 1
    assert "no Whisper size called “enormous”" in err
