# SPDX-License-Identifier: Apache-2.0
import io

import av
import numpy as np
from numpy.typing import NDArray

HEARING_RATE = 16_000


def decoded(sound: bytes) -> NDArray[np.float32]:
    """A released file as an engine takes it: mono, 16 kHz."""
    resampler = av.AudioResampler(format="flt", layout="mono", rate=HEARING_RATE)
    with av.open(io.BytesIO(sound)) as opened:
        frames = [part for frame in opened.decode(audio=0) for part in resampler.resample(frame)]
    frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray()[0] for frame in frames]).astype(np.float32)
