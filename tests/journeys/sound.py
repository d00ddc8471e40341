# SPDX-License-Identifier: Apache-2.0
import io

import av
import numpy as np
from av.audio.frame import AudioFrame
from numpy.typing import NDArray

HEARING_RATE = 16_000


def decoded(sound: bytes) -> NDArray[np.float32]:
    """A released file as an engine takes it: mono, 16 kHz."""
    resampler = av.AudioResampler(format="flt", layout="mono", rate=HEARING_RATE)
    with av.open(io.BytesIO(sound), "r") as opened:
        frames: list[AudioFrame | None] = [*opened.decode(audio=0), None]
        parts = [part.to_ndarray()[0] for frame in frames for part in resampler.resample(frame)]
    return np.concatenate(parts).astype(np.float32)
