# SPDX-License-Identifier: Apache-2.0
"""The engine alone, on a file, without a house around it; and the weights it needs."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Final, NoReturn

import typer

from app.cli.progress import Bar
from app.cli.shapes import Shape, clock, flags_of, shaped
from app.kit.blobs import store
from app.kit.problems import PROBLEMS
from app.media import service as media
from app.media.errors import TooLong, Unplayable
from app.settings import Settings, settings
from app.transcription import engine, weights
from app.transcription.engine import Task
from app.transcription.languages import AUTOMATIC, ENGLISH, NAMES, whisper_code

SOUND: Final = "scratch/sound"
UNSURE: Final = 0.5
MOST_PLACES: Final = 10
INTERRUPTED: Final = 130
"""As a shell says it of a program that Ctrl-C ended."""
AsJson = Annotated[bool, typer.Option("--json", help="JSON, for machines.")]

models = typer.Typer(no_args_is_help=True, help="Whisper weights: what is here, from where, SHA-256.")


def transcribe(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    engine_name: Annotated[
        str, typer.Option("--engine", help="faster-whisper, openai-whisper or auto; else as set.")
    ] = "",
    model: Annotated[str, typer.Option(help="A name from `models list`, or a folder or .pt file; else as set.")] = "",
    language: Annotated[str | None, typer.Option(help="Such as ur; left out, the machine finds out.")] = None,
    task: Annotated[Task, typer.Option(help="translate: a rough gist in English.")] = Task.TRANSCRIBE,
    shape: Annotated[Shape, typer.Option("--format")] = "txt",
) -> None:
    """Write down what is said in FILE. Progress goes to stderr, words to stdout."""
    chosen = settings()
    told = _language(language)
    name = model or chosen.whisper_model
    _require_able(name, chosen.models_dir, told, task)
    try:
        listener = engine.choose(engine_name or chosen.whisper_engine, name, chosen.models_dir)
        with _sound_of(file, chosen) as sound:
            bar = Bar(sys.stderr, sound.duration_ms)
            try:
                heard = listener.listen(sound.pcm, language=told, task=task, following=bar)
            finally:
                bar.close()
    except KeyboardInterrupt:
        _stop()
    _speak(shaped(heard, shape))
    _doubt(heard, file)


def _stop() -> NoReturn:
    """At once: the engine's threads would first hear the half minutes to their end that they are at."""
    print("Stopped.", file=sys.stderr, flush=True)
    os._exit(INTERRUPTED)


def _speak(words: str) -> None:
    """In UTF-8 into a file or a pipe, as captions have to be, whatever the terminal writes."""
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.isatty():
        sys.stdout.reconfigure(errors="replace")
    elif isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(words)


def _language(told: str | None) -> str | None:
    code = whisper_code(told)
    if told is not None and told != AUTOMATIC and code is None:
        raise ValueError(f"Whisper knows no language “{told}”. It knows: {', '.join(sorted(NAMES))}.")
    return code


def _require_able(model: str, models_dir: Path, language: str | None, task: Task) -> None:
    path = weights.locate(model, models_dir)
    weights.verify(path)
    if weights.knows_english_only(path) and (language != ENGLISH or task == Task.TRANSLATE):
        raise ValueError(
            f"The model “{model}” knows English only, and invents fluent English from any other language. "
            "Say --language en if English is spoken, or choose another --model, such as base."
        )


@contextmanager
def _sound_of(file: Path, chosen: Settings) -> Iterator[media.Sound]:
    """Decoded behind the same walls as a stranger's upload, in a folder that is gone afterwards."""
    with _ground_of_its_own():
        store().put(SOUND, file)
        try:
            with media.decode([SOUND], max_ms=chosen.max_recording_ms) as sound:
                yield sound
        except TooLong as refusal:
            limit = f"{chosen.max_recording_minutes} minutes"
            raise ValueError(
                f"{file} is longer than {limit}. HEARDWELL_MAX_RECORDING_MINUTES allows more."
            ) from refusal
        except Unplayable as refusal:
            raise ValueError(f"{PROBLEMS[refusal.slug].title}: {file}.") from refusal


@contextmanager
def _ground_of_its_own() -> Iterator[None]:
    """Neither the house's data folder nor its object store is needed, or touched."""
    before = {name: os.environ.get(name) for name in ("HEARDWELL_DATA_DIR", "HEARDWELL_OBJECT_STORE_URL")}
    with TemporaryDirectory(prefix="heardwell-") as folder:
        os.environ.update(HEARDWELL_DATA_DIR=folder, HEARDWELL_OBJECT_STORE_URL="")
        _forget_settings()
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
            _forget_settings()


def _forget_settings() -> None:
    settings.cache_clear()
    store.cache_clear()


def _doubt(heard: engine.Heard, file: Path) -> None:
    if heard.language is None:
        print(f"Nobody seems to speak in {file}.", file=sys.stderr)
    elif heard.language_probability < UNSURE:
        name = NAMES.get(heard.language, heard.language)
        sure = f"{heard.language_probability:.0%}"
        print(f"It took this for {name} and was not sure ({sure}). --language says what it is.", file=sys.stderr)
    doubted = [clock(one.start_ms) for one, flags in zip(heard.segments, flags_of(heard), strict=True) if flags]
    if doubted:
        places = ", ".join(doubted[:MOST_PLACES]) + (" …" if len(doubted) > MOST_PLACES else "")
        print(
            f"It may have made up {len(doubted)} of {len(heard.segments)} stretches. Listen at {places}",
            file=sys.stderr,
        )


@models.command("list")
def models_list(as_json: AsJson = False) -> None:
    """What is here, from where, and whether it is still what was promised."""
    told = [_told(here) for here in _here()]
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
        return
    for one in told:
        print(f"{one['name']}  {_size(one['size_bytes'])}  {one['source']}  {one['state']}  {one['sha256']}")
    if not told:
        print(f"No weights are in {settings().models_dir}. Bring some: heardwell models fetch base", file=sys.stderr)


@models.command("fetch")
def models_fetch(name: Annotated[str, typer.Argument()] = "base", as_json: AsJson = False) -> None:
    """Bring weights here and check their SHA-256; nothing is fetched while serving."""
    path = weights.fetch(name, settings().models_dir)
    if not as_json:
        print(path)
        return
    [here] = [one for one in weights.list_models(settings().models_dir) if one.path == path]
    print(json.dumps(_told(here), ensure_ascii=False))


@models.command("verify")
def models_verify(as_json: AsJson = False) -> None:
    """Hash every file again. Exit 1 where one is not what was promised."""
    told = [_told(here) for here in _here()]
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
    for one in told if not as_json else []:
        print(f"{one['name']}: {one['state']}")
    damaged = [one["complaint"] for one in told if one["complaint"]]
    if damaged:
        print("\n".join(damaged), file=sys.stderr)
        raise typer.Exit(1)


def _here() -> list[weights.ModelHere]:
    """What lies in the folder of models, and the one that the setting names by its path."""
    found = weights.list_models(settings().models_dir)
    own = settings().whisper_model
    return found if any(one.name == own for one in found) else found + weights.by_path(own, settings().models_dir)


def _told(here: weights.ModelHere) -> dict[str, Any]:
    try:
        weights.verify(here.path)
        state, complaint = ("whole" if weights.promised_sums(here.path) else "no sums to hold it to"), ""
    except weights.WeightsDamaged as damage:
        state, complaint = "damaged", str(damage)
    file = here.path if here.path.is_file() else here.path / "model.bin"
    return {
        "name": here.name,
        "path": str(here.path),
        "size_bytes": here.size_bytes,
        "source": here.source,
        "english_only": here.english_only,
        "is_default": here.name == settings().whisper_model or str(here.path) == settings().whisper_model,
        "state": state,
        "complaint": complaint,
        "sha256": weights.sha256_of(file),
    }


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:,.0f} MB"
