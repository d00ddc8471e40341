# SPDX-License-Identifier: Apache-2.0
"""A community has taught Whisper its own speech, and brings the weights."""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import shutil
from dataclasses import asdict
from pathlib import Path

import pytest
import torch

from app.transcription import weights
from app.transcription.engine import NoEngine, choose
from app.transcription.engines.conversion import whisper_from_ctranslate2
from tests.rooms.transcription.test_engines import MODELS, SENTENCE, WORDS, share_in_order, spoken, words_of

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture(scope="module")
def tiny() -> Path:
    return weights.fetch("tiny.en", MODELS)


@pytest.fixture(scope="module")
def folder(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As a converter leaves it."""
    return Path(shutil.copytree(tiny, tmp_path_factory.mktemp("elsewhere") / "our-own"))


@pytest.fixture(scope="module")
def file(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As openai-whisper's own tools leave it."""
    model = whisper_from_ctranslate2(tiny)
    path = tmp_path_factory.mktemp("elsewhere") / "our-own.en.pt"
    torch.save({"dims": asdict(model.dims), "model_state_dict": model.state_dict()}, path)
    return path


@pytest.mark.parametrize(("which", "listener"), [("folder", "faster-whisper"), ("file", "openai-whisper")])
def test_weights_of_ones_own_are_heard_with_by_their_path(
    request: pytest.FixtureRequest, tmp_path: Path, which: str, listener: str
) -> None:
    path: Path = request.getfixturevalue(which)
    engine = choose("auto", str(path), tmp_path)
    heard = engine.listen(spoken(SENTENCE), language="en")
    assert (engine.name, heard.engine) == (listener, listener)
    assert share_in_order(WORDS, words_of(heard)) > 0.7
    [here] = weights.by_path(str(path), tmp_path)
    assert (here.name, here.english_only) == (path.name, True)


def test_weights_of_ones_own_that_changed_are_not_listened_with(file: Path, tmp_path: Path) -> None:
    changed = Path(shutil.copy(file, tmp_path))
    (tmp_path / weights.SUMS_FILE).write_text(f"{'0' * 64}  {changed.name}\n", encoding="utf-8")
    with pytest.raises(NoEngine, match="not the file that was promised"):
        choose("auto", str(changed), tmp_path)
