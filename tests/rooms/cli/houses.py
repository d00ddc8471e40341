# SPDX-License-Identifier: Apache-2.0
"""A caretaker who moves a house: another place with the same secret, and what stands in a house, to compare."""

import hashlib
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select as choose

import app.worker  # noqa: F401 - every listener
from app.cli import objects
from app.kit import jobs, keys, rows
from app.kit.blobs import store
from app.kit.lanes import Lane
from app.settings import settings
from tests.conftest import MODELS, forget_everything
from tests.stacks import Stack

LONGEST_S = 120
Elsewhere = Callable[..., AbstractContextManager[Path]]


@contextmanager
def another_place(
    stack: Stack, folder: Path, monkeypatch: pytest.MonkeyPatch, *, secret: Path | None
) -> Iterator[Path]:
    """An empty house on another machine, with this secret; the one before is left as it stands."""
    folder.mkdir()
    (folder / "models").symlink_to(MODELS)
    with stack.fresh(folder) as environment, monkeypatch.context() as here:
        for name, value in environment.items():
            here.setenv(name, value)
        here.setenv("HEARDWELL_DATA_DIR", str(folder))
        forget_everything()
        if secret is not None:
            shutil.copy(secret, keys.secret_file(settings()))
        else:
            keys.make_secret(keys.secret_file(settings()))
        yield folder
        forget_everything()
    forget_everything()


def work(*chores: Callable[[], Any]) -> None:
    """A worker that runs until no job waits, and does these chores."""
    jobs.stop()  # of the house before
    jobs.launch("elsewhere-1", list(Lane), poll_seconds=0.05)
    try:
        _run_dry()
        for chore in chores:
            chore()
            _run_dry()
    finally:
        with suppress(Exception):
            jobs.stop()


def _run_dry() -> None:
    until = time.monotonic() + LONGEST_S
    while not jobs.is_idle():
        assert time.monotonic() < until, "jobs never ended"
        time.sleep(0.05)


def standing() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that is kept."""
    with rows.snapshot() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(choose(table))), key=repr)
            for table in rows.tables()
        }


def hashes() -> dict[str, str]:
    """SHA-256 of every object that a row names."""
    with rows.snapshot() as connection:
        named = objects.named(connection)
    return {key: hashlib.sha256(store().get(key)).hexdigest() for key in named}
