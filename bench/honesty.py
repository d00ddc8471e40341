# SPDX-License-Identifier: Apache-2.0
"""How much the machine invents, and whether its flags catch it.

Three questions, each with sound made or worsened here: how many words are heard where nobody speaks; how many errors
in speech that is hard to hear; and, where a recogniser without our precautions invents words between sentences, how
many of these stretches the flags of `app/transcription/doubts.py` catch, and how many true ones they accuse.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402 - after the variables above are set

from app.transcription import doubts, weights  # noqa: E402 - the same
from app.transcription.engine import Engine, Heard, HeardSegment, Span, choose  # noqa: E402 - the same
from app.transcription.engines.speech import Levelled, RawSegment, RawWord, clips_of, milliseconds, tidy  # noqa: E402
from bench._sounds import (  # noqa: E402 - the same
    RATE,
    VOICELESS,
    WORSENED,
    Sound,
    Spoken,
    human,
    joined,
    synthesised,
)

RESULTS = ROOT / "bench" / "results" / "honesty.json"
MODEL: Final = "base"
SEED: Final = 5
VOICELESS_CLIPS: Final = 40
CLIP_SECONDS: Final = (10.0, 60.0)
GAP_SECONDS: Final = 34.0
"""More than a window: without anybody to stop it, the machine hears a whole one without a voice."""
EDGE_MS: Final = 300
"""Words this near to a sentence may be its own, their times a little off."""
UNCHECKED: Final[Mapping[str, Any]] = {
    "beam_size": 1,
    "temperature": 0.0,
    "no_speech_threshold": None,
    "log_prob_threshold": None,
    "compression_ratio_threshold": None,
}
CARELESS: Final[Mapping[str, Mapping[str, Any]]] = {
    "faster-whisper's defaults": {},
    "nothing held back": {**UNCHECKED, "condition_on_previous_text": False},
    "nothing held back, fed its own words": {**UNCHECKED, "condition_on_previous_text": True},
}


@dataclass(frozen=True)
class Size:
    """How much of everything is made."""

    clips: int
    speech_s: float
    gaps_speech_s: float
    fillers: Sequence[str]
    plain_too: bool


WHOLE = Size(VOICELESS_CLIPS, 100, 14, tuple(VOICELESS)[::2], plain_too=True)
BRIEF = Size(len(VOICELESS), 20, 14, ("pink noise",), plain_too=False)


def hear(engine: Engine, sound: Sound) -> Heard:
    return engine.listen(sound, language=None)


def words_in(segments: Iterable[HeardSegment]) -> int:
    return sum(len(segment.words) for segment in segments)


def where_nobody_speaks(engine: Engine, plain: Plain, size: Size) -> list[dict[str, Any]]:
    rng = np.random.default_rng(SEED)
    rows: dict[str, dict[str, Any]] = {}
    for number in range(size.clips):
        kind = list(VOICELESS)[number % len(VOICELESS)]
        sound = VOICELESS[kind](rng, float(rng.uniform(*CLIP_SECONDS)))
        row = rows.setdefault(kind, {"kind": kind, "clips": 0, "seconds": 0.0, "words": 0, "plain_words": None})
        row["clips"] += 1
        row["seconds"] += len(sound) / RATE
        row["words"] += words_in(hear(engine, sound).segments)
        if size.plain_too and row["plain_words"] is None:
            row["plain_words"] = words_in(plain.hear(sound, {}))
    return list(rows.values())


def hard_to_hear(engine: Engine, size: Size) -> list[dict[str, Any]]:
    rng = np.random.default_rng(SEED)
    english = human("en", size.speech_s) or synthesised(size.speech_s)
    rows = [_errors(engine, english, name, worsen, rng) for name, worsen in WORSENED.items()]
    foreign = [spoken for language in ("de", "es") if (spoken := human(language, size.speech_s))]
    rows += [_errors(engine, one, f"as recorded, {one[0].language}", WORSENED["as recorded"], rng) for one in foreign]
    pauses = joined(english, lambda: np.zeros(8 * RATE, dtype=np.float32))[0]
    return [*rows, _row(engine, english, "8 s of silence between sentences", pauses)]


def _errors(
    engine: Engine,
    spoken: Sequence[Spoken],
    name: str,
    worsen: Callable[[np.random.Generator, Sound], Sound],
    rng: np.random.Generator,
) -> dict[str, Any]:
    return _row(engine, spoken, name, worsen(rng, np.concatenate([one.sound for one in spoken])))


def _row(engine: Engine, spoken: Sequence[Spoken], name: str, sound: Sound) -> dict[str, Any]:
    heard = hear(engine, sound)
    reference = " ".join(one.reference for one in spoken)
    text = " ".join(segment.text for segment in heard.segments)
    flags = doubts.flags_of_each(heard.segments, _speech(heard))
    return {
        "condition": name,
        "seconds": len(sound) / RATE,
        "wer_percent": word_error_rate(reference, text, spoken[0].language),
        "language": heard.language,
        "language_probability": round(heard.language_probability, 3),
        "language_unsure": doubts.is_language_unsure(heard.language, heard.language_probability),
        "segments": len(flags),
        "flagged": sum(map(bool, flags)),
        "flags": dict(Counter(flag for each in flags for flag in each)),
    }


def _speech(heard: Heard) -> list[Span]:
    return sorted(span for window in heard.windows for span in window.speech)


class Plain:
    """The same weights without our precautions: no look for speech first. It invents."""

    def __init__(self, folder: Path) -> None:
        from faster_whisper import WhisperModel  # noqa: PLC0415 - after the variables above are set

        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)

    def hear(self, sound: Sound, settings: Mapping[str, Any]) -> list[HeardSegment]:
        segments, _ = self._model.transcribe(sound, language="en", word_timestamps=True, **settings)
        raw = [
            RawSegment(
                [RawWord(word.word, word.start, word.end, word.probability) for word in segment.words or ()],
                segment.avg_logprob,
                segment.no_speech_prob,
            )
            for segment in segments
        ]
        return tidy(raw, (0, milliseconds(len(sound))))


def invented_between(engine: Engine, plain: Plain, size: Size) -> list[dict[str, Any]]:
    """Sentences with something else between them, heard with and without our precautions."""
    rng = np.random.default_rng(SEED)
    spoken = human("en", size.gaps_speech_s) or synthesised(size.gaps_speech_s)
    contenders: dict[str, Callable[[Sound], list[HeardSegment]]] = {
        "Heardwell": lambda sound: hear(engine, sound).segments,
        **{name: lambda sound, how=how: plain.hear(sound, how) for name, how in CARELESS.items()},  # type: ignore[misc]
    }
    rows = {name: _Tally(name) for name in contenders}
    for kind in size.fillers:
        sound, spans = joined(spoken, lambda kind=kind: VOICELESS[kind](rng, GAP_SECONDS))  # type: ignore[misc]
        found = [(milliseconds(a), milliseconds(b)) for clip in clips_of(Levelled(sound)) for a, b in clip.speech]
        for name, listen in contenders.items():
            rows[name].add(listen(sound), spans, found)
    return [row.told() for row in rows.values()]


class _Tally:
    """Of each stretch whether it was said, and whether a flag caught it, with and without having looked for speech."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.said, self.invented = Counter[str](), Counter[str]()
        self.words = 0

    def add(self, segments: Sequence[HeardSegment], said: Sequence[Span], found: Sequence[Span]) -> None:
        blind, seeing = doubts.flags_of_each(segments), doubts.flags_of_each(segments, found)
        for segment, without, with_speech in zip(segments, blind, seeing, strict=True):
            is_said = _is_said(segment, said)
            tally = self.said if is_said else self.invented
            self.words += 0 if is_said else len(segment.words)
            tally.update(["stretches", *(["caught blind"] if without else []), *(["caught"] if with_speech else [])])
            tally.update(f"by {flag}" for flag in with_speech)

    def told(self) -> dict[str, Any]:
        return {
            "engine": self.name,
            "invented_words": self.words,
            "invented": dict(self.invented),
            "said": dict(self.said),
            "recall": _share(self.invented, "caught"),
            "recall_without_speech": _share(self.invented, "caught blind"),
            "false_alarms": _share(self.said, "caught"),
            "false_alarms_without_speech": _share(self.said, "caught blind"),
        }


def _share(tally: Counter[str], caught: str) -> float | None:
    return round(tally[caught] / tally["stretches"], 3) if tally["stretches"] else None


def _is_said(segment: HeardSegment, said: Sequence[Span]) -> bool:
    middles = [(word.start_ms + word.end_ms) / 2 for word in segment.words]
    inside = sum(any(start - EDGE_MS <= at <= end + EDGE_MS for start, end in said) for at in middles)
    return 2 * inside >= len(middles)


def word_error_rate(reference: str, heard: str, language: str) -> float:
    """Edits per word of the reference, in percent, after Whisper's own normaliser."""
    from whisper.normalizers import BasicTextNormalizer, EnglishTextNormalizer  # noqa: PLC0415 - brings torch

    normalise = EnglishTextNormalizer() if language == "en" else BasicTextNormalizer()
    expected, got = normalise(reference).split(), normalise(heard).split()
    row = list(range(len(got) + 1))
    for index, word in enumerate(expected, start=1):
        diagonal, row[0] = row[0], index
        for column, other in enumerate(got, start=1):
            cost = min(diagonal + (word != other), row[column] + 1, row[column - 1] + 1)
            diagonal, row[column] = row[column], cost
    return round(100 * row[-1] / len(expected), 2)


def table(told: Mapping[str, Any]) -> str:
    lines = ["| nobody speaks | clips | seconds | words | without looking for speech first, one clip |"]
    lines += ["|---|--:|--:|--:|--:|"]
    lines += [
        f"| {row['kind']} | {row['clips']} | {row['seconds']:.0f} | {row['words']} | {_or_dash(row['plain_words'])} |"
        for row in told["voiceless"]
    ]
    lines += ["", "| speech | seconds | WER % | language | flagged stretches |", "|---|--:|--:|---|--:|"]
    lines += [
        f"| {row['condition']} | {row['seconds']:.0f} | {row['wer_percent']:.1f} | {row['language'] or '-'}"
        f"{' ?' if row['language_unsure'] else ''} | {row['flagged']} of {row['segments']} |"
        for row in told["speech"]
    ]
    lines += ["", "| sentences with noise and music between | invented words | in stretches | caught | blind "]
    lines[-1] += "| said | wrongly flagged | blind |"
    lines += ["|---|--:|--:|--:|--:|--:|--:|--:|"]
    lines += [_caught(row) for row in told["between"]]
    return "\n".join(lines)


def _caught(row: Mapping[str, Any]) -> str:
    cells = [row["engine"], row["invented_words"], row["invented"].get("stretches", 0)]
    cells += [_percent(row["recall"]), _percent(row["recall_without_speech"]), row["said"].get("stretches", 0)]
    cells += [_percent(row["false_alarms"]), _percent(row["false_alarms_without_speech"])]
    return f"| {' | '.join(map(str, cells))} |"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.0f} %"


def _or_dash(number: int | None) -> str:
    return "-" if number is None else str(number)


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, default=ROOT / "var" / "models", help="folder that holds the weights")
    parser.add_argument("--brief", action="store_true", help="a little of everything; nothing is written")
    wish = parser.parse_args(None if arguments is None else list(arguments))
    size = BRIEF if wish.brief else WHOLE
    folder = weights.fetch(MODEL, wish.models)
    engine, plain = choose("auto", MODEL, wish.models), Plain(folder)
    told: dict[str, Any] = {
        "model": MODEL,
        "engine": engine.name,
        "voices": "recordings of people" if human("en", 1) else "synthesised: the recordings are not here",
        "python": platform.python_version(),
        "machine": platform.machine(),
        "voiceless": where_nobody_speaks(engine, plain, size),
        "speech": hard_to_hear(engine, size),
        "between": invented_between(engine, plain, size),
    }
    print(table(told))
    if not wish.brief:
        RESULTS.parent.mkdir(parents=True, exist_ok=True)
        RESULTS.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    if invented := sum(row["words"] for row in told["voiceless"]):
        raise SystemExit(f"{invented} words were heard where nobody speaks")


if __name__ == "__main__":
    main()
