# SPDX-License-Identifier: Apache-2.0
"""The start-up self-check, in plain sentences."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from app.kit import blobs, clock, daybook, schema
from app.kit.db import is_sqlite
from app.kit.workrooms import workroom
from app.media import service as media
from app.settings import settings

OLDEST_SQLITE = (3, 38, 0)
LEAST_FREE_BYTES = 512 * 1024 * 1024
BUILT_IN = 2026


def complaints() -> list[str]:
    """What is not right, in plain sentences; empty when all is well."""
    return [sentence for check in CHECKS if (sentence := check()) is not None]


def _clock_is_sane() -> str | None:
    return (
        None if clock.now().year >= BUILT_IN else "The clock of this machine is wrong: it stands before this program."
    )


def _sqlite_is_new_enough() -> str | None:
    if not is_sqlite() or sqlite3.sqlite_version_info >= OLDEST_SQLITE:
        return None
    return f"SQLite {sqlite3.sqlite_version} is too old."


def _database_is_current() -> str | None:
    return None if schema.is_current() else "The database is at another revision. Run: heardwell migrate"


def _objects_answer() -> str | None:
    try:
        blobs.store().exists("doctor")
    except Exception:  # noqa: BLE001 - any failure is the same sentence
        return "The object store does not answer."
    return None


def _disk_has_room() -> str | None:
    free = shutil.disk_usage(settings().data_dir).free
    return None if free > LEAST_FREE_BYTES else "The disk is nearly full."


def _ledger_is_everywhere() -> str | None:
    away = daybook.away()
    if not away:
        return None
    places = ", ".join(str(place) for place in away)
    return f"The ledger is not whole beside the archives in {places}. Is that disk there? Run: heardwell backup DIR"


def _temp_is_writable() -> str | None:
    try:
        with workroom():
            return None
    except OSError:
        return "The temporary folder cannot be written."


def _origin_is_safe() -> str | None:
    local = ("http://127.0.0.1", "http://localhost")
    if settings().public_url.startswith(("https:", *local)):
        return None
    return "Phones need https: set HEARDWELL_PUBLIC_URL to the address of your TLS proxy."


def _weights_are_here() -> str | None:
    chosen = settings().whisper_model
    if Path(chosen).exists() or (settings().models_dir / f"whisper-{chosen}" / "model.bin").exists():
        return None
    return f"No weights for '{chosen}': stories will wait. Run: heardwell models fetch {chosen}"


def _sandbox_stands() -> str | None:
    missing = media.sandbox_report().missing
    return f"Sound is decoded without: {', '.join(missing)}." if missing else None


CHECKS: tuple[Callable[[], str | None], ...] = (
    _clock_is_sane,
    _sqlite_is_new_enough,
    _database_is_current,
    _objects_answer,
    _disk_has_room,
    _ledger_is_everywhere,
    _temp_is_writable,
    _origin_is_safe,
    _weights_are_here,
    _sandbox_stands,
)
