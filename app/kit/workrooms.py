# SPDX-License-Identifier: Apache-2.0
"""Folders to work in on sound or words, below the data folder; gone with the work, or swept once the worker is dead.

Alive is who holds the lock in the folder: the kernel lets go of it however a process ends, in whatever container.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from app.settings import settings

LOCK = ".lock"


@contextmanager
def workroom() -> Iterator[Path]:
    """An empty folder that nobody else can read, gone when the context closes."""
    with _new() as folder:
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def sweep() -> int:
    """Remove what dead processes left behind; answers how many folders."""
    if not _ground().is_dir():
        return 0
    with (_ground() / LOCK).open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        dead = [folder for folder in _ground().iterdir() if folder.is_dir() and not _is_held(folder)]
        for folder in dead:
            shutil.rmtree(folder, ignore_errors=True)
    return len(dead)


def _ground() -> Path:
    return (settings().data_dir / "tmp").resolve()


@contextmanager
def _new() -> Iterator[Path]:
    """Made and locked while nobody sweeps, so that it is never seen without its owner."""
    _ground().mkdir(mode=0o700, parents=True, exist_ok=True)
    with (_ground() / LOCK).open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_SH)
        folder = Path(mkdtemp(dir=_ground()))
        lock = (folder / LOCK).open("a")
        fcntl.flock(lock, fcntl.LOCK_EX)
    with lock:
        yield folder


def _is_held(folder: Path) -> bool:
    with (folder / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
