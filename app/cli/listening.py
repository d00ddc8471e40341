# SPDX-License-Identifier: Apache-2.0
"""The engine alone, and the weights it needs."""

import dataclasses
import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from app.kit.blobs import store
from app.kit.ids import new_id
from app.media import service as media
from app.settings import settings
from app.transcription import engine, weights

models = typer.Typer(no_args_is_help=True, help="Whisper weights: what is here, from where, SHA-256.")


def transcribe(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    engine_name: Annotated[str, typer.Option("--engine")] = "",
    model: str = "",
    language: str | None = None,
    shape: Annotated[Literal["json", "vtt", "srt", "txt"], typer.Option("--format")] = "txt",
) -> None:
    """Write down what is said in FILE."""
    chosen = engine.choose(
        engine_name or settings().whisper_engine, model or settings().whisper_model, settings().models_dir
    )
    key = f"scratch/{new_id()}"
    store().put(key, file)
    try:
        with media.decode([key], max_ms=settings().max_recording_ms) as sound:
            heard = chosen.listen(sound.pcm, language=language, on_progress=_bar)
    finally:
        store().delete(key)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(_told(heard, shape))


def _bar(share: float) -> None:
    if sys.stderr.isatty():
        print(f"\r{'█' * int(share * 30):30} {share:4.0%}", end="", file=sys.stderr, flush=True)


def _told(heard: engine.Heard, shape: str) -> str:
    if shape == "json":
        return json.dumps(dataclasses.asdict(heard), ensure_ascii=False, indent=1)
    if shape == "txt":
        return "\n".join(segment.text for segment in heard.segments)
    point = "." if shape == "vtt" else ","
    cues = [
        f"{number}\n{_clock(segment.start_ms, point)} --> {_clock(segment.end_ms, point)}\n"
        f"{segment.text.replace('-->', '→')}\n"
        for number, segment in enumerate(heard.segments, start=1)
    ]
    return ("WEBVTT\n\n" if shape == "vtt" else "") + "\n".join(cues)


def _clock(ms: int, point: str) -> str:
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{rest:03}"


@models.command("list")
def models_list() -> None:
    """What is here."""
    for here in weights.list_models(settings().models_dir):
        print(f"{here.name}  {here.source}  {here.sha256}")


@models.command("fetch")
def models_fetch(name: Annotated[str, typer.Argument()] = "base") -> None:
    """Bring weights here and check their SHA-256; nothing is fetched while serving."""
    print(weights.fetch(name, settings().models_dir))


@models.command("verify")
def models_verify() -> None:
    """Hash every file again."""
    for here in weights.list_models(settings().models_dir):
        weights.verify(weights.folder_for(here.name, settings().models_dir))
        print(f"{here.name}: whole")
