# SPDX-License-Identifier: Apache-2.0
"""Which objects the rows of a house name, and what each was when it was named."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from app.kit import rows
from app.kit.db import metadata

PROMISED: Final = (
    ("recording", "key", "sha256"),
    ("upload_segment", "key", "sha256"),
    ("edition", "opus_key", "opus_sha256"),
    ("edition", "aac_key", "aac_sha256"),
    ("spoken_sound", "key", "sha256"),
)
"""Table, column of the object's key, column of its SHA-256."""
HOLDS_KEYS: Final = frozenset({"cut_copy"})
"""Columns of JSON that hold keys as well."""


def named(connection: Connection) -> set[str]:
    """The keys of every object that a row of the house names."""
    return {key for table in rows.tables() for key in _named_in(connection, table)}


def promised(connection: Connection) -> dict[str, str]:
    """SHA-256 by key, where the database knows it."""
    told: dict[str, str] = {}
    for name, key, digest in PROMISED:
        table = metadata.tables[name]
        sought = select(table.c[key], table.c[digest]).where(table.c[key].is_not(None), table.c[digest].is_not(None))
        told |= {row[0]: row[1] for row in connection.execute(sought) if row[1]}
    return told


def _named_in(connection: Connection, table: Table) -> Iterator[str]:
    """A key begins with its project's id."""
    holders = [column for column in table.columns if _may_hold(column.name)]
    if not holders or "project_id" not in table.columns:
        return
    for project_id, *held in connection.execute(select(table.c.project_id, *holders)):
        yield from (text for one in held for text in _texts(one) if text.startswith(f"{project_id}/"))


def _may_hold(column: str) -> bool:
    return column == "key" or column.endswith("_key") or column in HOLDS_KEYS


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON, or text
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
