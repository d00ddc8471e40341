# SPDX-License-Identifier: Apache-2.0
"""Set-up keeps its promises: nothing named that should not be, everything locked, a step done once."""

import json
import re
import sqlite3
import subprocess
import tomllib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from setup import browser, data, frontend, steps
from setup.environment import Environment

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "constraints.txt", ROOT / "constraints-dev.txt", *sorted((ROOT / "setup" / "pins").glob("*.txt"))]
SET_UP = [ROOT / name for name in ("Makefile", "Dockerfile", "hatch_build.py", ".ci/run", "frontend/.npmrc")]
SOURCES = {".py", ".ts", ".mjs", ".js", ".svelte", ".css", ".ftl", ".html", ".sh", ".yaml", ".yml", ".toml"}
NAMED_SOURCES = {"Makefile", "Dockerfile", "Caddyfile", ".gitignore", ".dockerignore", ".editorconfig", "run"}
SPDX = "SPDX-License-Identifier: Apache-2.0"
HOST = re.compile(r"https?://(?!127\.0\.0\.1|localhost)|git\+|file://")
HOME = re.compile(r"(?<![\w./-])/(?:home|root|Users|work|farm)/\w")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def faults_of_lock(text: str) -> list[str]:
    """What a lock must not hold: an address, a squatter's version, a package without hash, a CUDA build."""
    entries = [entry for entry in re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"(?m)^#.*\n", "", text)) if entry.strip()]
    faults = [f"address: {line}" for line in text.splitlines() if "://" in line]
    faults += [f"999: {entry.splitlines()[0]}" for entry in entries if re.search(r"==\s*[\d.]*999\.", entry)]
    faults += [f"no hash: {entry.splitlines()[0]}" for entry in entries if "--hash=sha256:" not in entry]
    return faults + [f"CUDA: {entry.splitlines()[0]}" for entry in entries if re.match(r"nvidia-|triton|cuda-", entry)]


def lacks_spdx(text: str) -> bool:
    return SPDX not in "\n".join(text.splitlines()[:2])


def versions_in(lock: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, version in re.findall(
        r"(?m)^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", lock.read_text(encoding="utf-8")
    ):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_versions_and_hashes_and_no_registry(lock: Path) -> None:
    assert faults_of_lock(lock.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "--index-url https" + "://mirror.example/simple\n",
        "en-core-web-trf==999.9.9 \\\n    --hash=sha256:00\n",
        "somebody==1.0\n",
        "nvidia-cublas==13.0 \\\n    --hash=sha256:00\n",
    ],
)
def test_a_planted_fault_in_a_lock_is_seen(planted: str) -> None:
    good = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert faults_of_lock(good) == []
    assert faults_of_lock(good + planted) != []


def test_every_dependency_stands_in_the_lock_at_a_version_it_allows() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "constraints.txt": project["project"]["dependencies"],
        "constraints-dev.txt": [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]],
    }
    missing = [
        f"{name}: {wish}; run `make lock`"
        for name, wishes in asked.items()
        for wish in map(Requirement, wishes)
        if not any(
            wish.specifier.contains(held) for held in versions_in(ROOT / name).get(canonicalize_name(wish.name), [])
        )
    ]
    assert missing == []


def test_what_runs_is_what_was_tested() -> None:
    tested = versions_in(ROOT / "constraints-dev.txt")
    assert {
        name: held for name, held in versions_in(ROOT / "constraints.txt").items() if tested.get(name) != held
    } == {}


def test_the_front_end_lock_keeps_integrity_and_names_no_address() -> None:
    text = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    assert not re.search(r'"resolved"|https?:', text), "run `make lock`: it takes the addresses out"
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_no_set_up_file_names_a_host() -> None:
    files = [*SET_UP, *(ROOT / "setup").rglob("*.py"), *(ROOT / "setup" / "pins").iterdir()]
    assert [path.name for path in files if HOST.search(path.read_text(encoding="utf-8"))] == []
    assert HOST.search("--index-url https" + "://mirror.example/simple")


def test_every_source_file_begins_with_its_licence() -> None:
    sources = [path for path in tracked() if path.suffix in SOURCES or path.name in NAMED_SOURCES]
    assert [str(path.relative_to(ROOT)) for path in sources if lacks_spdx(path.read_text(encoding="utf-8"))] == []
    assert lacks_spdx("import os\n")


def test_no_tracked_file_names_a_folder_of_somebodys_machine() -> None:
    texts = [path for path in tracked() if path.suffix in SOURCES | {".md", ".txt", ".in", ".json", ".env", ""}]
    named = [
        str(path.relative_to(ROOT)) for path in texts if HOME.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert named == []
    assert HOME.search("cd /" + "home/anna/heardwell")


def test_a_step_is_done_once_and_again_only_when_its_sources_change(tmp_path: Path) -> None:
    source, stamp, done = tmp_path / "source", tmp_path / "steps" / "stamp", []

    def prepare() -> bool:
        return steps.once(stamp, steps.digest(source, folder=tmp_path), "Preparing", lambda: done.append("prepared"))

    source.write_text("one", encoding="utf-8")
    assert [prepare(), prepare()] == [True, False]
    source.touch()
    assert not prepare()
    source.write_text("two", encoding="utf-8")
    assert prepare()
    assert len(done) == 2


def test_a_step_that_failed_is_done_again(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"

    def fail() -> None:
        raise steps.SetUpFailed("no network")

    with pytest.raises(steps.SetUpFailed):
        steps.once(stamp, "key", "Preparing", fail)
    assert steps.once(stamp, "key", "Preparing", lambda: None)


def test_a_host_hears_in_plain_words_why_set_up_stopped(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(steps.SetUpFailed, match="the disk is full"):
        steps.run(["sh", "-c", "echo the disk is full; exit 3"])
    assert capfd.readouterr().out == ""


def test_bundles_are_built_again_only_when_the_front_end_changed(tmp_path: Path) -> None:
    (tmp_path / "frontend" / "node_modules").mkdir(parents=True)
    source = tmp_path / "frontend" / "main.ts"
    source.write_text("let told = 1;", encoding="utf-8")
    assert not frontend.is_built(tmp_path)
    stamp = tmp_path / "app" / "static" / ".built"
    steps.once(stamp, frontend.source_key(tmp_path), "Building", lambda: None)
    (tmp_path / "frontend" / "node_modules" / "cache").write_text("new", encoding="utf-8")
    assert frontend.is_built(tmp_path)
    source.write_text("let told = 2;", encoding="utf-8")
    assert not frontend.is_built(tmp_path)


@pytest.mark.parametrize(
    ("said", "is_enough"), [("v20.20.2", True), ("v24.19.0", True), ("v20.9.0", False), ("v18.1.0", False)]
)
def test_a_node_too_old_for_the_front_end_is_passed_over(
    said: str, is_enough: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {said}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert (frontend.system_node() == tmp_path) is is_enough


def test_a_browser_already_here_is_honoured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chrome = tmp_path / "google-chrome"
    chrome.write_text("#!/bin/sh\n", encoding="utf-8")
    chrome.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.find() == str(chrome)


def test_weights_are_fetched_again_when_somebody_removed_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heardwell: Callable[[str], Environment]
) -> None:
    monkeypatch.setenv("HEARDWELL_DATA_DIR", str(tmp_path / "var"))
    env = heardwell('mkdir -p "$HEARDWELL_DATA_DIR/models/whisper-$3"; echo fetched >> "$HEARDWELL_DATA_DIR/log"')
    data.fetch_weights(env, "base")
    data.fetch_weights(env, "base")
    assert (tmp_path / "var" / "log").read_text() == "fetched\n"
    (tmp_path / "var" / "models" / "whisper-base").rmdir()
    data.fetch_weights(env, "base")
    assert (tmp_path / "var" / "log").read_text() == "fetched\nfetched\n"


def test_a_database_put_back_to_an_older_state_is_migrated_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heardwell: Callable[[str], Environment]
) -> None:
    monkeypatch.setenv("HEARDWELL_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("HEARDWELL_DATABASE_URL", raising=False)
    monkeypatch.setattr(data, "ROOT", tmp_path)
    env = heardwell('cd "$HEARDWELL_DATA_DIR" && cp head.db heardwell.db && echo migrated >> log')
    for name, revision in {"head.db": "2", "older.db": "1"}.items():
        make_database(tmp_path / name, revision)
    data.migrate(env)
    data.migrate(env)
    assert (tmp_path / "log").read_text() == "migrated\n"
    (tmp_path / "older.db").replace(tmp_path / "heardwell.db")
    data.migrate(env)
    assert (tmp_path / "log").read_text() == "migrated\nmigrated\n"


@pytest.fixture
def heardwell(tmp_path: Path) -> Callable[[str], Environment]:
    """A `heardwell` command of one line of shell, in an environment of its own."""

    def made(line: str) -> Environment:
        env = Environment(tmp_path / "venv")
        env.bin.mkdir(parents=True)
        command = env.bin / "heardwell"
        command.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        command.chmod(0o755)
        return env

    return made


def make_database(place: Path, revision: str) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (revision,))
        connection.commit()
