# SPDX-License-Identifier: Apache-2.0
"""Every row of the house as lines of text that either database takes in again, and their way back."""

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Column, Connection, Date, DateTime, LargeBinary, Table, TypeDecorator, Uuid, insert, text
from sqlalchemy import select as choose

from app.kit.db import engine, is_sqlite, metadata

LEFT_OUT: Final = frozenset(
    {
        "claim",
        "delivery",
        "job_attempt",
        "receipt_session",
        "receipt_window",
        "sign_in_link",
        "staff_session",
        "tally",
        "worker_lease",
    }
)
"""What holds for a moment only: who is signed in, who is at work, what is on its way to somebody."""
PIECE_BYTES = 1024 * 1024
AT_ONCE = 500
Row = Sequence[Any]


class UnknownRows(ValueError):
    """Rows of a table, or with columns, that this version does not have."""


def tables() -> list[Table]:
    """Those that are kept, each after what it points at."""
    return [table for table in metadata.sorted_tables if table.name not in LEFT_OUT]


def snapshot() -> Connection:
    """A connection that reads the whole house as it is at its first read, whatever is written meanwhile."""
    if is_sqlite():
        return engine().connect()
    return engine().connect().execution_options(isolation_level="REPEATABLE READ")


def revision(connection: Connection) -> str:
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def columns(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def pieces(connection: Connection, table: Table) -> Iterator[bytes]:
    """The table's rows, a JSON array to a line, about a MiB at a time."""
    encoders = [_encoder(column) for column in table.columns]
    waiting: list[bytes] = []
    size = 0
    for row in connection.execute(choose(table).execution_options(yield_per=AT_ONCE)):
        told = [None if value is None else encode(value) for encode, value in zip(encoders, row, strict=True)]
        line = json.dumps(told, separators=(",", ":")).encode() + b"\n"
        waiting.append(line)
        size += len(line)
        if size >= PIECE_BYTES:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def put_back(connection: Connection, table: Table, piece: bytes) -> int:
    """Insert what `pieces` gave; answers how many rows."""
    decoders = {column.name: _decoder(column) for column in table.columns}
    names = list(decoders)
    lines = iter(piece.splitlines())
    done = 0
    while batch := [json.loads(line) for line in islice(lines, AT_ONCE)]:
        if any(len(told) != len(names) for told in batch):
            raise UnknownRows(table.name)
        rows = [
            {name: None if value is None else decoders[name](value) for name, value in zip(names, told, strict=True)}
            for told in batch
        ]
        connection.execute(insert(table), rows)
        done += len(rows)
    return done


def clear(connection: Connection, names: Iterable[Table]) -> None:
    for table in names:
        connection.execute(table.delete())


def _encoder(column: Column[Any]) -> Callable[[Any], Any]:
    ways: dict[type[object], Callable[[Any], Any]] = {
        datetime: datetime.isoformat,
        date: date.isoformat,
        UUID: str,
        bytes: lambda value: base64.b64encode(value).decode(),
    }
    return ways.get(_kind(column), lambda value: value)


def _decoder(column: Column[Any]) -> Callable[[Any], Any]:
    ways: dict[type[object], Callable[[Any], Any]] = {
        datetime: datetime.fromisoformat,
        date: date.fromisoformat,
        UUID: UUID,
        bytes: base64.b64decode,
    }
    return ways.get(_kind(column), lambda value: value)


def _kind(column: Column[Any]) -> type[object]:
    """What a value of this column is to Python, where JSON does not know it."""
    held = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    for kind, told in ((DateTime, datetime), (Date, date), (Uuid, UUID), (LargeBinary, bytes)):
        if isinstance(held, kind):
            return told
    return object
