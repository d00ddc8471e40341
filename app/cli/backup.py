# SPDX-License-Identifier: Apache-2.0
"""`backup`: the whole house in one encrypted file, taken while it serves."""

import json
import secrets
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from sqlalchemy import Connection

import app.worker  # noqa: F401 - every room's tables
from app.cli import objects
from app.cli.caretaker import AsJson
from app.kit import archives, clock, daybook, jobs, rows, schema
from app.kit.blobs import BlobMissing, store
from app.publishing import keeping

ARCHIVE: Final = "archive"
OBJECTS: Final = "objects/"
ROWS: Final = "rows/"
JOBS: Final = "jobs.json"
KEEP_DAYS: Final = 30
EACH_FOR: Final = timedelta(days=2)
"""So long every archive stays; of older days the newest of each."""
PREFIX: Final = "heardwell-"
STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
STAMP_CHARACTERS: Final = 23
LOOKS: Final = 6
PATIENCE_S: Final = 0.5

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the archives, best on another disk.")]


def backup(
    folder: Folder,
    keep_days: Annotated[
        int, typer.Option(min=1, help="Archives older than this go, once this one stands.")
    ] = KEEP_DAYS,
    as_json: AsJson = False,
) -> None:
    """An encrypted archive of database and recordings, while the house serves. The secret key is not in it."""
    told = make(folder.resolve(), keep_days=keep_days, say=teller())
    print(json.dumps(told) if as_json else _said(told))
    if told["lost"]:
        raise RuntimeError(
            f"The archive was made, but {len(told['lost'])} objects that the database names are not in the store,"
            " or are not as they came. Run: heardwell verify"
        )


def make(folder: Path, *, keep_days: int = KEEP_DAYS, say: "Say | None" = None) -> dict[str, Any]:
    """One archive more in this folder, and fewer of the old ones."""
    if not schema.is_current():
        raise RuntimeError("The database is at another revision than this program. Run: heardwell migrate")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keeping.mend()
    daybook.add_place(folder)
    at = clock.now()
    path = folder / f"{at.strftime(PREFIX + STAMP)}-{secrets.token_hex(4)}{archives.SUFFIX}"
    with archives.writing(path) as archive:
        told = _copy(archive, say or Say())
        lost = told.pop("lost")
        archive.close({**told, "name": path.name, "at": at.isoformat()})
        daybook.keep([{"what": ARCHIVE, "at": at.isoformat(), "name": path.name}])
    return {
        "archive": str(path),
        "bytes": path.stat().st_size,
        "objects": told["objects"],
        "rows": told["rows"],
        "lost": lost,
        "removed": roll_over(folder, at, keep_days),
    }


class Say:
    """How far it is; nothing is said where nobody looks."""

    def count(self, objects: int) -> None:
        """So many objects are copied."""

    def done(self) -> None:
        """Whatever follows begins on a line of its own."""


class SayAloud(Say):
    def __init__(self, what: str) -> None:
        self._what = what
        self._before = 0.0

    def count(self, objects: int) -> None:
        if time.monotonic() > self._before + 0.2:
            self._before = time.monotonic()
            print(f"\r{objects} {self._what} …", end="", file=sys.stderr, flush=True)

    def done(self) -> None:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def teller(what: str = "recordings and other objects copied") -> Say:
    return SayAloud(what) if sys.stderr.isatty() else Say()


def _copy(archive: archives.Writer, say: Say) -> dict[str, Any]:
    """Most objects first, and then the rows of one moment with whatever they name besides.

    An object that goes meanwhile was joined into another, or erased: a later look at the rows does not name it.
    """
    with rows.snapshot() as connection:
        ahead = objects.named(connection)
    for number, key in enumerate(sorted(ahead), start=1):
        _add(archive, key)
        say.count(number)
    for look in range(1, LOOKS + 1):
        with rows.snapshot() as connection:
            missing = [key for key in sorted(objects.named(connection) - _copied(archive)) if not _add(archive, key)]
            if not missing or look == LOOKS:
                say.done()
                return _write_rows(archive, connection)
        time.sleep(PATIENCE_S)
    raise AssertionError


def _copied(archive: archives.Writer) -> set[str]:
    return {name.removeprefix(OBJECTS) for name in archive.entries.told if name.startswith(OBJECTS)}


def _add(archive: archives.Writer, key: str) -> bool:
    """False where the object is gone."""
    try:
        size, pieces = store().size(key), store().stream(key)
        first = next(pieces, b"")
    except BlobMissing:
        return False
    archive.add(OBJECTS + key, size, chain([first], pieces))
    return True


def _write_rows(archive: archives.Writer, connection: Connection) -> dict[str, Any]:
    counts: dict[str, int] = {}
    for table in rows.tables():
        for number, piece in enumerate(rows.pieces(connection, table)):
            archive.add(f"{ROWS}{table.name}/{number:06}", len(piece), [piece])
            counts[table.name] = counts.get(table.name, 0) + piece.count(b"\n")
    waiting = json.dumps([asdict(job) for job in jobs.waiting(connection)]).encode()
    archive.add(JOBS, len(waiting), [waiting])
    copied = {name: told[1] for name, told in archive.entries.told.items() if name.startswith(OBJECTS)}
    promised = objects.promised(connection)
    lost = [key for key in objects.named(connection) if OBJECTS + key not in copied]
    changed = [key for key, digest in promised.items() if copied.get(OBJECTS + key, digest) != digest]
    return {
        "revision": rows.revision(connection),
        "columns": {table.name: rows.columns(table) for table in rows.tables()},
        "rows": sum(counts.values()),
        "objects": len(copied),
        "lost": sorted({*lost, *changed}),
    }


def roll_over(folder: Path, at: datetime, keep_days: int) -> list[str]:
    """Remove what is too old; of the days before the last two only the newest of each stays. Answers the names."""
    gone: list[str] = []
    days: set[object] = set()
    for path in reversed(found(folder)):
        made_at = made(path)
        age = at - made_at
        is_spare = age > EACH_FOR and made_at.date() in days
        days.add(made_at.date())
        if age > timedelta(days=keep_days) or is_spare:
            path.unlink()
            gone.append(path.name)
    return gone


def found(folder: Path) -> list[Path]:
    """The archives there, oldest first."""
    return sorted(folder.glob(f"{PREFIX}*{archives.SUFFIX}"))


def made(path: Path) -> datetime:
    return datetime.strptime(path.name[: len(PREFIX) + STAMP_CHARACTERS], PREFIX + STAMP).replace(tzinfo=UTC)


def _said(told: dict[str, Any]) -> str:
    size = f"{told['bytes'] / 1_000_000:.1f} MB"
    lines = [f"{told['archive']}: {told['objects']} objects, {told['rows']} rows, {size}."]
    return "\n".join([*lines, *(f"Too old, removed: {name}" for name in told["removed"])])
