# SPDX-License-Identifier: Apache-2.0
"""What a ten-minute story costs beside the engine itself: until a worker takes it up, fetching and decoding, keeping
each window, writing the words down and telling the desk. As a worker does it, on SQLite and files.

The engine's own time is what it takes for the same sound where nobody follows it, in turns with the others. `promised`:
all the rest together is at most a twentieth of that.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"

import numpy as np

import app.worker  # noqa: F401 - every listener
from app.cli.caretaker import found_project
from app.cli.ground import prepare
from app.kit import clock, jobs
from app.kit.db import writing
from app.kit.lanes import Lane
from app.stories import service as story_verbs
from app.transcription import listening, weights
from app.transcription.engine import NOBODY, NOTHING, SAMPLE_RATE, Engine, Following, Heard, Sound, Task, Window
from bench.transcription import MODEL, SPEECH, human_speech, synthesised_speech
from tests.rooms.media.sounds import live_webm
from tests.rooms.transcription.test_service import status_of
from tests.trust.long_stories import send

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results" / "around_the_engine.json"
PROMISED_PERCENT: Final = 5.0
SPOKEN_S: Final = 60.0
STEPS: Final = {
    "taken_up": "until a worker has taken it up",
    "opened": "fetched and decoded",
    "kept": "asked whether still wanted, windows kept",
    "told": "written down and told the desk",
    "engine": "the engine's own",
}


@dataclass
class Clocked:
    """The engine, with a note of when it was asked and when it answered."""

    engine: Engine
    taken_up: float = 0.0
    asked: float = 0.0
    answered: float = 0.0

    @property
    def name(self) -> str:
        return self.engine.name

    def listen(
        self,
        sound: Sound,
        *,
        language: str | None,
        task: Task = Task.TRANSCRIBE,
        whose: str = "",
        known: Mapping[int, Window] = NOTHING,
        following: Following = NOBODY,
    ) -> Heard:
        self.asked = time.perf_counter()
        heard = self.engine.listen(sound, language=language, task=task, whose=whose, known=known, following=following)
        self.answered = time.perf_counter()
        return heard


def ten_minutes(minutes: float) -> Sound:
    """A minute of speech again and again."""
    sample = (human_speech if (SPEECH / "manifest.tsv").is_file() else synthesised_speech)(SPOKEN_S)
    spoken, _text = sample.joined()
    return np.tile(spoken, int(minutes * 60 * SAMPLE_RATE / len(spoken)) + 1)[: int(minutes * 60 * SAMPLE_RATE)]


def walk(recorded: bytes, minutes: float, clocked: Clocked) -> dict[str, float]:
    """Seconds of each step of one story, from the moment it stands received until it is at the desk. Of `kept` the
    engine's own are still to be taken away."""
    project_id = found_project("Riverside", ["en"], organisation="", contact="", country="GB")
    story = send(project_id, recorded, minutes=minutes)
    began = time.perf_counter()
    with writing(project_id) as session:
        story_verbs.receive(session, story.story_id, at=clock.now())
    while status_of(story) != "in_review":
        time.sleep(0.02)
    ended = time.perf_counter()
    return {
        "taken_up": clocked.taken_up - began,
        "opened": clocked.asked - clocked.taken_up,
        "kept": clocked.answered - clocked.asked,
        "told": ended - clocked.answered,
    }


def alone(sound: Sound, engine: Engine) -> float:
    began = time.perf_counter()
    engine.listen(sound, language="en")
    return time.perf_counter() - began


def measure(sound: Sound, minutes: float, times: int) -> list[dict[str, float]]:
    clocked, recorded = Clocked(listening.engine()), live_webm(np.repeat(sound, 3))

    def engine(model: str = "") -> Engine:  # noqa: ARG001 - a listening's own words
        clocked.taken_up = time.perf_counter()
        return clocked

    listening.engine = engine
    jobs.launch("bench-1", [Lane.PROMPT, Lane.BRIEF, Lane.WHISPER])
    try:
        pairs = [(alone(sound, clocked.engine), walk(recorded, minutes, clocked)) for _ in range(times)]
    finally:
        jobs.stop()
    own = statistics.median(seconds for seconds, _ in pairs)
    return [{**row, "kept": row["kept"] - own, "engine": own} for _, row in pairs]


def share_percent(row: Mapping[str, float]) -> float:
    return 100 * sum(seconds for step, seconds in row.items() if step != "engine") / row["engine"]


def table(rows: list[dict[str, float]]) -> str:
    middle = {step: statistics.median(row[step] for row in rows) for step in STEPS}
    lines = [f"{words:44}{middle[step]:8.2f} s" for step, words in STEPS.items()]
    shares = sorted(share_percent(row) for row in rows)
    around = f"all around the engine, at most {PROMISED_PERCENT:.0f} % promised"
    return "\n".join(
        [*lines, f"{around:44}{statistics.median(shares):8.1f} %  (of {len(rows)}: {shares[-1]:.1f} most)"]
    )


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--models", type=Path, default=ROOT / "var" / "models", help="folder that holds the weights")
    wish = parser.parse_args(None if arguments is None else list(arguments))
    weights.fetch(MODEL, wish.models)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ |= {"HEARDWELL_DATA_DIR": scratch, "HEARDWELL_WHISPER_MODEL": MODEL}
        (Path(scratch) / "models").symlink_to(wish.models.resolve())
        prepare()
        rows = measure(ten_minutes(wish.minutes), wish.minutes, wish.times)
    print(f"A story of {wish.minutes:.0f} minutes; Whisper {MODEL}, {os.cpu_count()} cores")
    print(table(rows))
    facts: dict[str, Any] = {"minutes": wish.minutes, "model": MODEL, "cores": os.cpu_count()}
    facts |= {"python": platform.python_version(), "machine": platform.machine()}
    facts |= {"share_percent": [share_percent(row) for row in rows], "promised_percent": PROMISED_PERCENT}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(facts | {"rows": rows}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
