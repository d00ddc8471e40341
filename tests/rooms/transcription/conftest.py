# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.people import slow_hash
from app.transcription import listening
from app.transcription.engine import Engine, NoEngine
from tests.rooms.media.sounds import tone, wav

TONE = wav((tone(440, 1500) * 32767).astype(np.int16).tobytes(), rate=48_000)
Hire = Callable[[Engine | str], None]


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"MEMORY_KIB": 8, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(slow_hash, name, value)


@pytest.fixture
def hire(monkeypatch: pytest.MonkeyPatch) -> Hire:
    """Let this engine listen; a sentence instead of one says why nobody can."""

    def chosen(engine: Engine | str) -> None:
        def give(_model: str = "") -> Engine:
            if isinstance(engine, str):
                raise NoEngine(engine)
            return engine

        monkeypatch.setattr(listening, "engine", give)

    return chosen


@pytest.fixture
def one_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key leads to the same tone."""

    def fetch(_self: object, _key: str, to: Path) -> None:
        to.write_bytes(TONE)

    monkeypatch.setattr("app.kit.blobs.Blobs.fetch", fetch)
