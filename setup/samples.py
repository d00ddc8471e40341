# SPDX-License-Identifier: Apache-2.0
"""Makes the sound of the trial's sample stories once: written by us, spoken by hibari-tts, kept as small Opus files."""

import json
from pathlib import Path

import av
import numpy as np
from hibari import SAMPLE_RATE, Hibari

SAMPLES = Path("app/cli/samples")
BITS_PER_SECOND = 20_000
PAUSE_S = 0.35


def speak(voice: Hibari, sentences: list[str]) -> np.ndarray:
    pause = np.zeros(int(SAMPLE_RATE * PAUSE_S), np.float32)
    pieces = [piece for number, line in enumerate(sentences) for piece in (voice(line, seed=number + 1), pause)]
    sound = np.concatenate(pieces).astype(np.float32)
    return sound / max(1e-6, float(np.abs(sound).max())) * 0.7


def keep(sound: np.ndarray, path: Path) -> None:
    with av.open(str(path), "w", format="webm") as output:
        stream = output.add_stream("libopus", rate=48_000, layout="mono")
        stream.bit_rate = BITS_PER_SECOND
        frame = av.AudioFrame.from_ndarray(sound[None, :], "flt", "mono")
        frame.sample_rate = SAMPLE_RATE
        resampler = av.AudioResampler(format="s16", layout="mono", rate=48_000)
        for resampled in [*resampler.resample(frame), *resampler.resample(None)]:
            output.mux(stream.encode(resampled))
        output.mux(stream.encode(None))


if __name__ == "__main__":
    for story in json.loads((SAMPLES / "stories.json").read_text(encoding="utf-8")):
        if story.get("spoken"):
            keep(speak(Hibari(), story["spoken"]), SAMPLES / f"{story['name']}.webm")
