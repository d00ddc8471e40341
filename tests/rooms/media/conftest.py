# SPDX-License-Identifier: Apache-2.0
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from app.kit.blobs import Blobs, store
from app.settings import settings
from tests.rooms.media.sounds import Keep, Take

os.environ["ORT_DISABLE_TELEMETRY"] = "1"


@pytest.fixture
def blobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Blobs]:
    monkeypatch.setenv("HEARDWELL_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("HEARDWELL_OBJECT_STORE_URL", raising=False)
    settings.cache_clear()
    yield store()
    settings.cache_clear()


@pytest.fixture
def keep(blobs: Blobs) -> Keep:
    """Keep these bytes; their key."""
    numbers = count()

    def put(data: bytes) -> str:
        key = f"recordings/{next(numbers)}"
        blobs.put(key, data)
        return key

    return put


@pytest.fixture
def take(blobs: Blobs) -> Take:
    return blobs.get


@pytest.fixture(scope="session")
def speech() -> NDArray[np.float32]:
    """A woman says two sentences: some seven seconds at 48 kHz."""
    from hibari import SAMPLE_RATE, Hibari  # onnxruntime reads its variable when it is imported

    spoken = Hibari()("My name is Amina. The school is far from the river, and we walk there every morning.", seed=1)
    resampler = av.AudioResampler(format="flt", layout="mono", rate=48_000)
    frame = av.AudioFrame.from_ndarray(spoken.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = SAMPLE_RATE
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([out.to_ndarray()[0] for out in frames]).astype(np.float32)
