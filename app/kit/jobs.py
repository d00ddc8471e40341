# SPDX-License-Identifier: Apache-2.0
"""Durable jobs; the one file that knows DBOS.

Inside a write transaction the only way to queue is `enqueue` (through `outbox.announce`). A listener alternates
`tx_step` (rows and checkpoint commit together, once) with `step` (touches the world, may run twice). Steps return ids,
keys and counts, never people's words: DBOS keeps what they return.
"""

import json
import time
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions, SetWorkflowID, SQLAlchemyDatasource
from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from app.kit.db import name_projects, session_maker, writing_engine
from app.kit.events import rebuild
from app.kit.lanes import ALONE, AT_ONCE, PARTITIONED, SHARED, Lane
from app.settings import settings

P = ParamSpec("P")
R = TypeVar("R")

APPLICATION = "heardwell"
VERSION = (
    "1"  # a constant: by default it is a hash of the source, and jobs queued before an upgrade would wait for ever
)
DELIVER = "deliver"
KEPT_OF_JOBS = (
    "operation_outputs",
    "datasource_outputs",
    "workflow_input",
    "workflow_output",
    "workflow_events",
    "workflow_events_history",
    "notifications",
    "streams",
    "workflow_status",
)
UNFINISHED = ["ENQUEUED", "PENDING", "DELAYED"]

_project: ContextVar[UUID] = ContextVar("project")
_here: ContextVar[Session | None] = ContextVar("here", default=None)
_datasource: list[SQLAlchemyDatasource] = []


@dataclass(frozen=True)
class Listener:
    name: str
    lane: Lane
    run: Callable[[dict[str, Any]], None]
    hear: Callable[[Any], None]


@dataclass(frozen=True)
class Chore:
    name: str
    every_seconds: int
    run: Callable[[], None]


LISTENERS: dict[str, list[Listener]] = {}
CHORES: list[Chore] = []


def on(event_type: type[Any], *, lane: Lane) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    """Hear of an event: the listener runs in the worker, on its own lane, once for each event."""

    _require_partition(lane, None)

    def register(listener: Callable[[Any], None]) -> Callable[[Any], None]:
        name = f"{listener.__module__.split('.')[-2]}.{listener.__name__}"

        @DBOS.workflow(name=name, max_recovery_attempts=100)
        def run(told: dict[str, Any]) -> None:
            event = rebuild(event_type, told)
            _project.set(event.project_id)
            listener(event)

        LISTENERS.setdefault(event_type.__name__, []).append(Listener(name, lane, run, listener))
        return listener

    return register


def by_name(task: Callable[..., None]) -> Callable[..., None]:
    """A job that is queued by its name, `<room>.<function>`, through `enqueue`; the first argument is its project."""

    @DBOS.workflow(name=f"{task.__module__.split('.')[-2]}.{task.__name__}", max_recovery_attempts=100)
    def run(project_id: str, *told: Any) -> None:  # noqa: ANN401 - strings and ints, as they crossed the queue
        _project.set(UUID(project_id))
        task(*told)

    return task


def whose() -> UUID:
    """The project of the job that is running."""
    return _project.get()


def this_job() -> str | None:
    """The id of the job that is running here; None outside of one."""
    return DBOS.workflow_id


def every(seconds: int) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """A chore of housekeeping, run once in each stretch of `seconds`, by whichever worker comes first."""

    def register(chore: Callable[[], None]) -> Callable[[], None]:
        name = f"{chore.__module__.split('.')[-2]}.{chore.__name__}"
        run = DBOS.workflow(name=name, max_recovery_attempts=100)(chore)
        CHORES.append(Chore(name, seconds, run))
        return chore

    return register


@DBOS.workflow(name=DELIVER, max_recovery_attempts=100)
def _deliver(event_name: str, told: dict[str, Any]) -> None:
    for listener in LISTENERS.get(event_name, []):
        with SetWorkflowID(f"{DBOS.workflow_id}:{listener.name}"):
            DBOS.enqueue_workflow(listener.lane.value, listener.run, told)


def tx_step(verb: Callable[..., R], *args: Any, **kwargs: Any) -> R:  # noqa: ANN401 - what the verb takes
    """Run `verb(session, …)` in one transaction of the job's project; its rows and its checkpoint commit together."""
    here = _here.get()
    if here is not None:
        return verb(here, *args, **kwargs)
    project_id = _project.get()

    def run() -> R:
        session = _datasource[-1].sql_session()
        name_projects(session, [project_id])
        return verb(session, *args, **kwargs)

    return _datasource[-1].run_tx_step({"name": verb.__name__}, run)


def step(act: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run something that touches the world; tried three times, and perhaps again after a crash."""
    if _here.get() is not None:
        return act(*args, **kwargs)
    options = {"name": getattr(act, "__name__", "act"), "retries_allowed": True, "max_attempts": 3}
    return DBOS.run_step(options, act, *args, **kwargs)  # type: ignore[call-overload,no-any-return]


def hear(session: Session, event: Any) -> None:  # noqa: ANN401 - whichever event
    """Let every room hear of it now, in the caller's transaction, with no worker: while the house is shut."""
    turn = _here.set(session)
    try:
        for listener in LISTENERS.get(type(event).__name__, []):
            listener.hear(event)
    finally:
        _here.reset(turn)


def enqueue(
    session: Session, workflow: str, *, lane: Lane, job_id: str, arguments: list[Any], partition: UUID | None = None
) -> None:
    """Queue a job in the caller's transaction: nothing after a rollback, visible with the commit."""
    if lane in SHARED:
        partition = UUID(arguments[0])
    _require_partition(lane, partition)
    options: EnqueueOptions = {
        "workflow_name": workflow,
        "queue_name": lane.value,
        "workflow_id": job_id,
        "app_version": VERSION,
    }
    if partition is not None:
        options["queue_partition_key"] = str(partition)
    client().enqueue_in_transaction(session, options, *arguments)


def _require_partition(lane: Lane, partition: UUID | None) -> None:
    if (lane in PARTITIONED) != (partition is not None):
        raise ValueError(f"lane {lane.value}: a partition belongs to a lane that is partitioned, and to no other")


@lru_cache(maxsize=1)
def client() -> DBOSClient:
    return DBOSClient(
        system_database_url=settings().database,
        serializer=DBOSPortableJSONSerializer(),
        application_name=APPLICATION,
    )


def migrate() -> None:
    """Bring DBOS's own tables to its newest revision; the application's come first."""
    DBOS.migrate(settings().database)
    SQLAlchemyDatasource.migrate(settings().database)


def launch(slot: str, lanes: Iterable[Lane], *, poll_seconds: float = 0.5) -> None:
    """Start working as `slot`, a name stable and unique among all workers of this database."""
    if slot in {"", "local"}:
        raise ValueError("a worker needs a name of its own")
    DBOS(
        config={
            "name": APPLICATION,
            "system_database_url": settings().database,
            "application_version": VERSION,
            "executor_id": slot,
            "serializer": DBOSPortableJSONSerializer(),
            "run_migrations": False,
            "log_level": "WARNING",
            "notification_listener_polling_interval_sec": poll_seconds,  # a stop waits for it
        }
    )
    _datasource.append(
        SQLAlchemyDatasource.create(
            settings().database,
            engine=writing_engine(),
            serializer=DBOSPortableJSONSerializer(),
            sessionmaker=session_maker(),
            run_migrations=False,
        )
    )
    listening = list(lanes)
    for lane in listening:  # before the launch: DBOS looks for queues when it starts, and then once a second
        client().register_queue(
            lane.value,
            worker_concurrency=AT_ONCE[lane],
            partition_concurrency=1 if lane in ALONE else None,
            partition_worker_concurrency=SHARED.get(lane),
            polling_interval_sec=poll_seconds,
        )
    DBOS.listen_queues([lane.value for lane in listening])
    DBOS.launch()


def stop(*, wait_seconds: int = 0) -> None:
    """Stop working; jobs still running after `wait_seconds` go on when a worker next takes them."""
    DBOS.destroy(workflow_completion_timeout_sec=wait_seconds)
    _datasource.clear()


def start_due_chores() -> None:
    """Queue each chore once for the present stretch; a second worker's try finds the same job."""
    for chore in CHORES:
        stretch = int(time.time()) // chore.every_seconds
        client().enqueue(
            {
                "workflow_name": chore.name,
                "queue_name": Lane.HOUSEKEEPING.value,
                "workflow_id": f"{chore.name}:{stretch}",
                "app_version": VERSION,
            }
        )


def running_on(slot: str) -> list[tuple[str, str | None]]:
    """Jobs that `slot` holds, as (job id, lane)."""
    held = client().list_workflows(status="PENDING", executor_id=slot, load_input=False, load_output=False)
    return [(job.workflow_id, job.queue_name) for job in held]


def resume(job_id: str, lane: str | None) -> None:
    client().resume_workflow(job_id, queue_name=lane)


def park(job_id: str) -> None:
    client().cancel_workflow(job_id)


@dataclass(frozen=True)
class Waiting:
    """A job that is not done: ids, no words."""

    job_id: str
    workflow: str
    lane: str
    arguments: list[Any]


def waiting(connection: Connection) -> list[Waiting]:
    """What is not done, as this transaction sees it; without chores, which come again, and without calls to partners,
    who ask for themselves."""
    chores = {chore.name for chore in CHORES}
    told = text(
        "SELECT job.workflow_uuid, job.name, job.queue_name, COALESCE(kept.inputs, job.inputs)"  # noqa: S608 - ours
        f" FROM {_place('workflow_status')} job LEFT JOIN {_place('workflow_input')} kept USING (workflow_uuid)"
        " WHERE job.status IN ('ENQUEUED', 'PENDING', 'DELAYED') ORDER BY job.created_at, job.workflow_uuid"
    )
    lanes = {lane.value for lane in Lane if lane not in ALONE}
    return [
        Waiting(row[0], row[1], row[2], json.loads(row[3])["positionalArgs"])
        for row in connection.execute(told)
        if row[1] not in chores and row[2] in lanes
    ]


def forget_all(connection: Connection) -> None:
    """Every job there is or was."""
    for table in KEPT_OF_JOBS:
        connection.execute(text(f"DELETE FROM {_place(table)}"))  # noqa: S608 - ours


def _place(table: str) -> str:
    return table if settings().database.startswith("sqlite") else f"dbos.{table}"


def is_idle() -> bool:
    """Whether no job waits or runs anywhere."""
    return not client().list_workflows(status=UNFINISHED, limit=1, load_input=False, load_output=False)


def sweep(*, older_than_days: int = 14) -> int:
    """Delete finished jobs; DBOS keeps all of them. Answers how many went."""
    before = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(time.time() - older_than_days * 86_400))
    done = client().list_workflows(
        status=["SUCCESS", "ERROR", "CANCELLED"], end_time=before, limit=1000, load_input=False, load_output=False
    )
    if done:
        client().delete_workflows([job.workflow_id for job in done])
    return len(done)


@every(3600)
def sweep_finished() -> None:
    sweep()


def forget_client() -> None:
    if client.cache_info().currsize:
        client().destroy()
        client.cache_clear()
