# SPDX-License-Identifier: Apache-2.0
"""Our engine against plain faster-whisper and plain openai-whisper: the same sound, weights and machine, one run.

Three loads of the same speech: one long story, four shorter ones waiting, and some twenty short ones waiting. Ours
hears what waits together, the others one after the other. Each contender runs in a process of its own. Wall time is
that of listening, after the model is loaded and the language told to nobody. Words are compared after Whisper's own
text normaliser.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import av  # noqa: E402 - after the variables above are set
import numpy as np  # noqa: E402 - the same

from app.transcription import weights  # noqa: E402 - the same
from app.transcription.engine import SAMPLE_RATE, Sound, choose  # noqa: E402 - the same

SPEECH = ROOT.parent / "shared" / "speech"
RESULTS = ROOT / "bench" / "results" / "transcription.json"
MODEL = "base"
READ_ALOUD = (
    "My grandmother kept the keys of the whole village in a blue tin box.",
    "Every spring the river came up to the second step, and we carried the chairs upstairs.",
    "I learned to bake bread before I learned to read, and both took patience.",
    "The bus stopped running in nineteen ninety eight, so we walked to school along the railway line.",
    "When the factory closed, my father planted apple trees where the car park used to be.",
    "Nobody asked us what we needed; they only told us what they had decided.",
)

FOUR = 4
SHORTEST_SECONDS, LONGEST_SECONDS = 10, 40
AT_ONCE = 8

Contender = Callable[[Path], tuple[Callable[[Sound], str], str]]


@dataclass(frozen=True)
class Sample:
    """`pieces`: whole recordings, each with what was read in it."""

    pieces: Sequence[tuple[Sound, str]]
    origin: str

    def joined(self) -> tuple[Sound, str]:
        return _joined(self.pieces)

    def seconds(self) -> float:
        return sum(len(sound) for sound, _ in self.pieces) / SAMPLE_RATE

    def shared_out(self, stories: int) -> list[tuple[Sound, str]]:
        """So many stories of about the same length: the longest recordings first, each to whoever has least."""
        shares: list[list[tuple[Sound, str]]] = [[] for _ in range(stories)]
        for piece in sorted(self.pieces, key=lambda one: -len(one[0])):
            min(shares, key=lambda share: sum(len(sound) for sound, _ in share)).append(piece)
        return [_joined(share) for share in shares]

    def short_ones(self) -> list[tuple[Sound, str]]:
        """Stories of ten to forty seconds; a longer recording is left out, since nobody says where it may be cut."""
        stories: list[tuple[Sound, str]] = []
        held: list[tuple[Sound, str]] = []
        for piece in self.pieces:
            if len(piece[0]) > LONGEST_SECONDS * SAMPLE_RATE:
                continue
            held.append(piece)
            if sum(len(sound) for sound, _ in held) >= SHORTEST_SECONDS * SAMPLE_RATE:
                stories.append(_joined(held))
                held = []
        return stories


def _joined(pieces: Sequence[tuple[Sound, str]]) -> tuple[Sound, str]:
    return np.concatenate([sound for sound, _ in pieces]), " ".join(text for _, text in pieces)


def human_speech(limit_seconds: float) -> Sample:
    """People reading English aloud, and a public address, as they come."""
    with (SPEECH / "manifest.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    pieces: list[tuple[Sound, str]] = []
    for row in (row for row in rows if row["language"] == "en"):
        if Sample(pieces, "").seconds() >= limit_seconds:
            break
        pieces.append((_decoded(SPEECH / row["file"]), row["reference"]))
    return Sample(pieces, f"{len(pieces)} recordings of people reading")


def synthesised_speech(limit_seconds: float) -> Sample:
    hibari = importlib.import_module("hibari")

    voice = hibari.Hibari()
    pieces: list[tuple[Sound, str]] = []
    while sum(len(sound) for sound, _ in pieces) < limit_seconds * SAMPLE_RATE:
        line = READ_ALOUD[len(pieces) % len(READ_ALOUD)]
        pieces.append((_resampled(voice(line, seed=len(pieces)), hibari.SAMPLE_RATE), line))
    return Sample(pieces, "synthesised speech: the recordings are not here")


def ours(folder: Path) -> tuple[Callable[[Sound], str], str]:
    engine = choose("auto", MODEL, folder.parent)

    def listen(sound: Sound) -> str:
        heard = engine.listen(sound, language=None)
        return " ".join(segment.text for segment in heard.segments)

    return listen, f"Heardwell ({engine.name}, int8, word times)"


def plain_faster(folder: Path) -> tuple[Callable[[Sound], str], str]:
    return _plain_faster(folder, "default"), "faster-whisper, its defaults"


def plain_faster_int8(folder: Path) -> tuple[Callable[[Sound], str], str]:
    return _plain_faster(folder, "int8"), "faster-whisper, its defaults, int8"


def plain_openai(folder: Path) -> tuple[Callable[[Sound], str], str]:
    from app.transcription.engines.conversion import whisper_from_ctranslate2  # noqa: PLC0415 - brings torch

    model = whisper_from_ctranslate2(folder)
    return lambda sound: str(model.transcribe(sound, fp16=False)["text"]), "openai-whisper, its defaults"


CONTENDERS: dict[str, Contender] = {
    "ours": ours,
    "faster-whisper": plain_faster,
    "faster-whisper-int8": plain_faster_int8,
    "openai-whisper": plain_openai,
}
LOADS: dict[str, Sequence[str]] = {
    "one long story": tuple(CONTENDERS),
    "four long stories waiting": ("ours", "faster-whisper"),
    "twenty short stories waiting": ("ours", "faster-whisper"),
}


def stories_of(load: str, sample: Sample) -> list[tuple[Sound, str]]:
    if load == "one long story":
        return [sample.joined()]
    if load == "four long stories waiting":
        return sample.shared_out(FOUR)
    return sample.short_ones()


def word_error_rate(references: Sequence[str], heard: Sequence[str]) -> float:
    """Edits per word of the references, in percent."""
    from whisper.normalizers import EnglishTextNormalizer  # noqa: PLC0415 - brings torch

    normalise = EnglishTextNormalizer()
    pairs = [(normalise(wanted).split(), normalise(got).split()) for wanted, got in zip(references, heard, strict=True)]
    return 100 * sum(_edits(*pair) for pair in pairs) / sum(len(wanted) for wanted, _ in pairs)


def _edits(expected: Sequence[str], got: Sequence[str]) -> int:
    row = list(range(len(got) + 1))
    for index, word in enumerate(expected, start=1):
        diagonal, row[0] = row[0], index
        for column, other in enumerate(got, start=1):
            cost = min(diagonal + (word != other), row[column] + 1, row[column - 1] + 1)
            diagonal, row[column] = row[column], cost
    return row[-1]


def run_one(contender: str, sound_file: Path, folder: Path) -> dict[str, Any]:
    with np.load(sound_file) as kept:
        sounds = [kept[name] for name in sorted(kept.files)]
    began = time.perf_counter()
    listen, label = CONTENDERS[contender](folder)
    loaded = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE if contender == "ours" else 1) as waiting:
        texts = list(waiting.map(listen, sounds))
    wall = time.perf_counter() - loaded
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"label": label, "load_s": loaded - began, "wall_s": wall, "peak_mib": peak_mib, "texts": texts}


def compare(load: str, sample: Sample, folder: Path) -> list[dict[str, Any]]:
    stories = stories_of(load, sample)
    duration = sum(len(sound) for sound, _ in stories) / SAMPLE_RATE
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        sound_file = Path(scratch) / "sounds.npz"
        named: dict[str, Any] = {f"{place:03d}": sound for place, (sound, _) in enumerate(stories)}
        np.savez(sound_file, **named)
        for contender in LOADS[load]:
            words = ["--one", contender, "--sound", str(sound_file), "--weights", str(folder)]
            done = subprocess.run([sys.executable, __file__, *words], capture_output=True, text=True, check=True)
            row: dict[str, Any] = {"load": load, "stories": len(stories), "seconds": duration}
            row |= json.loads(done.stdout.splitlines()[-1])
            row["times_real"] = duration / row["wall_s"]
            row["wer_percent"] = word_error_rate([text for _, text in stories], row.pop("texts"))
            rows.append(row)
    for row in rows:
        row["wall_to_ours"] = row["wall_s"] / rows[0]["wall_s"]
    return rows


def table(rows: Sequence[dict[str, Any]]) -> str:
    lines = [f"{'':44}{'wall s':>8}{'x real':>8}{'peak MiB':>10}{'WER %':>8}{'to ours':>9}"]
    for load in LOADS:
        of_it = [row for row in rows if row["load"] == load]
        lines.append(f"{load}: {of_it[0]['stories']} of {of_it[0]['seconds']:.0f} s in all" if of_it else "")
        lines += [
            f"  {row['label']:42}{row['wall_s']:8.1f}{row['times_real']:8.1f}{row['peak_mib']:10.0f}"
            f"{row['wer_percent']:8.2f}{row['wall_to_ours']:9.2f}"
            for row in of_it
        ]
    return "\n".join(lines)


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600, help="about how much speech to listen to, at most")
    parser.add_argument("--load", choices=LOADS, action="append", help="only this load")
    parser.add_argument("--models", type=Path, default=ROOT / "var" / "models", help="folder that holds the weights")
    parser.add_argument("--one", choices=CONTENDERS, help=argparse.SUPPRESS)
    parser.add_argument("--sound", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--weights", type=Path, help=argparse.SUPPRESS)
    wish = parser.parse_args(None if arguments is None else list(arguments))
    if wish.one:
        print(json.dumps(run_one(wish.one, wish.sound, wish.weights)))
        return
    folder = weights.fetch(MODEL, wish.models)
    sample = (human_speech if (SPEECH / "manifest.tsv").is_file() else synthesised_speech)(wish.seconds)
    print(f"English, {sample.origin}; Whisper {MODEL}, {os.cpu_count()} cores")
    rows = [row for load in wish.load or LOADS for row in compare(load, sample, folder)]
    print(table(rows))
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    facts = {"origin": sample.origin, "model": MODEL, "cores": os.cpu_count()}
    facts |= {"python": platform.python_version(), "machine": platform.machine()}
    RESULTS.write_text(json.dumps(facts | {"rows": rows}, indent=2) + "\n", encoding="utf-8")


def _plain_faster(folder: Path, compute_type: str) -> Callable[[Sound], str]:
    from faster_whisper import WhisperModel  # noqa: PLC0415 - each contender pays for its own imports only

    model = WhisperModel(str(folder), device="cpu", compute_type=compute_type)
    return lambda sound: "".join(segment.text for segment in model.transcribe(sound)[0])


def _decoded(file: Path) -> Sound:
    with av.open(str(file)) as container:
        frames = [frame.to_ndarray() for frame in _to_mono(container.decode(audio=0))]
    return np.asarray(np.concatenate(frames, axis=1)[0], dtype=np.float32)


def _resampled(sound: Sound, rate: int) -> Sound:
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound[None, :], dtype=np.float32), "flt", "mono")
    frame.sample_rate = rate
    pieces = [piece.to_ndarray() for piece in _to_mono([frame])]
    return np.asarray(np.concatenate(pieces, axis=1)[0], dtype=np.float32)


def _to_mono(frames: Iterable[av.AudioFrame]) -> Iterable[av.AudioFrame]:
    resampler = av.AudioResampler("flt", "mono", SAMPLE_RATE)
    for frame in frames:
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


if __name__ == "__main__":
    main()
