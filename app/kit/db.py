# SPDX-License-Identifier: Apache-2.0
"""Sessions, transactions and the wall between projects. One engine a process; SQLite or PostgreSQL by its URL.

Access checks use a short session of their own (`reading`), so that a door's one transaction begins, works and ends in a
single thread: a write lock is never held by a request that waits for a thread.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, Any, ClassVar, TypeVar, cast
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy import DateTime, Engine, MetaData, create_engine, event, text
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker, with_loader_criteria
from sqlalchemy.orm.unitofwork import UOWTransaction
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.expression import TableClause
from sqlalchemy.sql.visitors import ExternallyTraversible, iterate
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel, col

from app.kit import ballast
from app.kit.errors import Unavailable
from app.settings import settings

WRITE_LOCK_SECONDS = 30
MOST_WAITING = 40
"""Writers that wait for their turn, each in a thread and with a connection of its own; one more is told to come back.

A door's answer is put into its shape in another thread before its transaction ends: were all of them waiting for that
very transaction, nothing would move.
"""

SACRIFICED = frozenset({"40001", "40P01"})
"""SQLSTATEs of a transaction that PostgreSQL ended for another's sake: it would hold if it were tried again."""
TURNS = 3
Told = TypeVar("Told")

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata: MetaData = SQLModel.metadata


class Utc(TypeDecorator[datetime]):
    """An instant, aware and in UTC, whichever database kept it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class ProjectRow(SQLModel):
    """A row that belongs to one project: read and written only by a session that names it."""

    __abstract__: ClassVar[bool] = True

    project_id: UUID = Field(foreign_key="project.project_id", index=True)


class ProjectNotNamed(RuntimeError):
    """A session touched a project's rows without naming that project: a fault of ours, never an answer to input."""


class HouseSession(Session):
    """A session that sees the rows of the projects it names, and no others."""


def name_projects(session: Session, projects: Iterable[UUID]) -> None:
    """Let this session see and write the rows of these projects."""
    session.info["projects"] = frozenset(projects)


@contextmanager
def across_projects(session: Session) -> Iterator[Session]:
    """For code that means every project: doors that look up a credential, the caretaker, housekeeping."""
    before = session.info.get("projects")
    session.info["projects"] = None
    session.info["across"] = True
    try:
        yield session
        session.flush()
    finally:
        session.info["across"] = False
        session.info["projects"] = before
        for row in list(session.identity_map.values()):
            if isinstance(row, ProjectRow) and row.project_id not in (before or frozenset()):
                session.expunge(row)


def _project_tables() -> dict[Any, type[ProjectRow]]:
    return {table.__table__: table for table in ProjectRow.__subclasses__() if hasattr(table, "__table__")}


@lru_cache(maxsize=4096)
def _only(projects: frozenset[UUID], table: type[ProjectRow]) -> Any:  # noqa: ANN401 - SQLAlchemy names no type
    """The criterion that SQLAlchemy puts wherever that table stands in a statement."""
    return with_loader_criteria(table, col(table.project_id).in_(sorted(projects)), include_aliases=True)


def _touched(statement: Executable) -> set[type[ProjectRow]]:
    """The tables of projects that stand anywhere in it; it may name one often."""
    tables = _project_tables()
    elements = iterate(cast(ExternallyTraversible, statement))
    return {tables[element] for element in elements if isinstance(element, TableClause) and element in tables}


@event.listens_for(HouseSession, "do_orm_execute")
def _narrow(state: ORMExecuteState) -> None:
    if state.session.info.get("across") or state.is_column_load or state.is_relationship_load:
        return
    touched, projects = _touched(state.statement), state.session.info.get("projects")
    if projects is None or state.is_insert or _moves(state) or not state.is_orm_statement:
        if touched:
            raise ProjectNotNamed
    elif touched:
        in_order = sorted(touched, key=lambda table: str(table.__tablename__))
        state.statement = state.statement.options(*(_only(projects, table) for table in in_order))


def _moves(state: ORMExecuteState) -> bool:
    """Whether an update would carry rows into a project; rows are written through the session, which looks."""
    if not state.is_update:
        return False
    named = {getattr(column, "key", column) for column in getattr(state.statement, "_values", None) or {}}
    told = state.parameters if isinstance(state.parameters, Sequence) else [state.parameters or {}]
    return "project_id" in named.union(*told)


@event.listens_for(HouseSession, "before_flush")
def _refuse_foreign(session: Session, _context: UOWTransaction, _instances: object) -> None:
    if session.info.get("across"):
        return
    projects = session.info.get("projects") or frozenset()
    for row in (*session.new, *session.dirty, *session.deleted):
        if isinstance(row, ProjectRow) and row.project_id not in projects:
            raise ProjectNotNamed(type(row).__name__)


_write_lock = threading.Lock()
_places = threading.BoundedSemaphore(MOST_WAITING)


def _wait_for_turn() -> None:
    if not _places.acquire(blocking=False):
        raise Unavailable
    try:
        if not _write_lock.acquire(timeout=WRITE_LOCK_SECONDS):
            raise Unavailable
    finally:
        _places.release()


def _configure_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("rw", False)
        held = connection.info.get("holds_write_lock", False)
        if writes and not held:
            _wait_for_turn()
            ballast.give_up_when_full()
            connection.info["holds_write_lock"] = True
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "checkin")
    def _give_way(_connection: object, record: ConnectionPoolEntry) -> None:
        if record.info.pop("holds_write_lock", False):
            _write_lock.release()


@lru_cache(maxsize=1)
def engine() -> Engine:
    """This process's engine for reading. SQLite: WAL, `synchronous=FULL`, writers one at a time behind one lock."""
    url = settings().database
    if url.startswith("sqlite"):
        settings().data_dir.mkdir(parents=True, exist_ok=True)
        made = create_engine(
            url, connect_args={"check_same_thread": False}, pool_size=20, max_overflow=30, hide_parameters=True
        )
        _configure_sqlite(made)
        return made
    return create_engine(url, pool_pre_ping=True, pool_size=20, max_overflow=20, hide_parameters=True)


@lru_cache(maxsize=1)
def writing_engine() -> Engine:
    """The same connections, for transactions that write."""
    return engine().execution_options(rw=True)


@lru_cache(maxsize=1)
def session_maker() -> sessionmaker[HouseSession]:
    return sessionmaker(class_=HouseSession, expire_on_commit=False)


def is_sqlite() -> bool:
    return settings().database.startswith("sqlite")


@contextmanager
def reading(*projects: UUID) -> Iterator[Session]:
    """A short session that only reads, of these projects; none named: use `across_projects` inside."""
    with session_maker()(bind=engine()) as session:
        if projects:
            name_projects(session, projects)
        yield session


@contextmanager
def writing(*projects: UUID) -> Iterator[Session]:
    """One transaction that writes; committed when the block ends well, else rolled back."""
    with session_maker()(bind=writing_engine()) as session:
        if projects:
            name_projects(session, projects)
        yield session
        session.commit()


def insist(act: Callable[[Session], Told], *projects: UUID) -> Told:
    """What `act` answers, in one transaction that writes. Begun again, from nothing, where the database ended it for
    another's sake: nobody's word about their own story loses against a colleague's click or a job."""
    for _ in range(TURNS - 1):
        try:
            with writing(*projects) as session:
                return act(session)
        except (DBAPIError, Unavailable) as fault:
            if not _was_sacrificed(fault):
                raise
    with writing(*projects) as session:
        return act(session)


def _was_sacrificed(fault: BaseException | None) -> bool:
    while fault is not None:
        if isinstance(fault, DBAPIError) and getattr(fault.orig, "sqlstate", None) in SACRIFICED:
            return True
        fault = fault.__cause__
    return False


def get_session(request: Request) -> Iterator[Session]:
    """The door's one transaction, committed before the answer leaves. It writes unless the method only reads."""
    bind = engine() if request.method in {"GET", "HEAD", "OPTIONS"} else writing_engine()
    with session_maker()(bind=bind) as session:
        yield session
        session.commit()


def get_writing_session() -> Iterator[Session]:
    with session_maker()(bind=writing_engine()) as session:
        yield session
        session.commit()


Db = Annotated[Session, Depends(get_session, scope="function")]
AuditedDb = Annotated[Session, Depends(get_writing_session, scope="function")]
"""For reads that leave a trace: who listened, who pulled what."""


def serialise(session: Session, name: str) -> None:
    """From here to the commit one transaction at a time holds `name`: SQLite has one writer, PostgreSQL a lock."""
    if not is_sqlite():
        session.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name})


def _close_straggler(_connection: object, record: ConnectionPoolEntry) -> None:
    record.invalidate()


def forget_connections() -> None:
    """Close every connection, one still in use when it is given back, and drop what this module keeps."""
    if engine.cache_info().currsize:
        event.listen(engine(), "checkin", _close_straggler)
        engine().dispose()
    for made in (session_maker, writing_engine, engine):
        made.cache_clear()
