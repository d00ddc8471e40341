# SPDX-License-Identifier: Apache-2.0
"""What `kit/jobs.py` and its reaper promise: queued with the change, heard once, taken over when a worker dies."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session
from sqlmodel import select

from app.kit import audit, clock, jobs, reaper
from app.kit.audit import AuditEntry
from app.kit.db import across_projects, engine, is_sqlite, reading, writing
from app.kit.events import Event
from app.kit.ids import new_id
from app.kit.jobs import on, tx_step
from app.kit.lanes import Lane
from app.kit.outbox import announce
from app.kit.reaper import JobAttempt, Lease, WorkerLease
from app.kit.schema import DBOS_TABLES
from app.projects.models import Project
from app.stories import queries
from app.stories import service as stories
from app.stories.schemas import StoryIn
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone

SECRET = "marmalade-and-thunder"
LIVING, DEAD = "tests-1", "dead-1"


@dataclass(frozen=True, kw_only=True)
class BellRung(Event):
    bell_id: UUID


def write_down(session: Session, project_id: str, bell_id: str) -> str:
    """What the listener does: it keeps people's words in a row of ours, and answers an id."""
    audit.record(
        session,
        project_id=UUID(project_id),
        actor="listener",
        action="Heard",
        subject=bell_id,
        details={"said": SECRET},
    )
    return bell_id


@on(BellRung, lane=Lane.MEDIA)
def hear(event: BellRung) -> None:
    tx_step(write_down, str(event.project_id), str(event.bell_id))


@pytest.fixture
def bells(house: Path) -> UUID:
    made = new_id()
    with writing() as session, across_projects(session):
        session.add(Project(project_id=made, name="Riverside", languages=["en"], created_at=clock.now()))
    return made


def ring(project_id: UUID) -> UUID:
    bell_id = new_id()
    with writing(project_id) as session:
        announce(session, BellRung(project_id=project_id, bell_id=bell_id), actor="anna")
    return bell_id


def heard(project_id: UUID, bell_id: UUID) -> int:
    with reading(project_id) as session:
        told = select(AuditEntry).where(AuditEntry.subject == str(bell_id), AuditEntry.actor == "listener")
        return len(session.execute(told).all())


def table(name: str) -> str:
    return name if is_sqlite() else f"dbos.{name}"


def by_hand(statement: str, **values: object) -> None:
    with writing() as session:
        session.execute(text(statement), values)


def waiting() -> list[str]:
    """Names of jobs that no worker has finished."""
    found = jobs.client().list_workflows(status=["ENQUEUED", "PENDING"], load_input=False, load_output=False)
    return [job.name for job in found]


def status_of(job_id: str) -> tuple[str, str | None]:
    [job] = jobs.client().list_workflows(workflow_ids=[job_id], load_input=False, load_output=False)
    return job.status, job.executor_id


def delivery() -> str:
    [job] = jobs.client().list_workflows(name=jobs.DELIVER, load_input=False, load_output=False)
    return str(job.workflow_id)


def hold_by_a_dead_worker(job_id: str) -> None:
    """As `kill -9` leaves it: running, on a slot whose lease ran out."""
    by_hand(
        f"UPDATE {table('workflow_status')} SET status = 'PENDING', executor_id = :slot WHERE workflow_uuid = :job",
        slot=DEAD,
        job=job_id,
    )
    with writing() as session:
        session.merge(WorkerLease(slot=DEAD, holder="gone", expires_at=1.0))


def test_an_announcement_vanishes_with_its_change(bells: UUID, drain: Callable[[], None]) -> None:
    class ChangedTheirMind(Exception):
        pass

    with pytest.raises(ChangedTheirMind), writing(bells) as session:  # noqa: PT012 - the act before the change of mind
        announce(session, BellRung(project_id=bells, bell_id=new_id()), actor="anna")
        raise ChangedTheirMind
    assert waiting() == []
    drain()
    with reading(bells) as session:
        assert session.execute(select(AuditEntry)).all() == []


def test_what_was_announced_is_heard_and_written_down(bells: UUID, drain: Callable[[], None]) -> None:
    bell_id = ring(bells)
    assert waiting() == [jobs.DELIVER]
    drain()
    assert heard(bells, bell_id) == 1
    with reading(bells) as session:
        assert audit.is_unbroken(session, bells)


def test_delivered_twice_is_heard_once(bells: UUID, drain: Callable[[], None]) -> None:
    bell_id = ring(bells)
    drain()
    event_id = delivery()
    by_hand(f"DELETE FROM {table('operation_outputs')} WHERE workflow_uuid = :job", job=event_id)
    by_hand(
        f"UPDATE {table('workflow_status')} SET status = 'ENQUEUED', output = NULL, executor_id = NULL,"
        " started_at_epoch_ms = NULL WHERE workflow_uuid = :job",
        job=event_id,
    )
    assert waiting() == [jobs.DELIVER]
    drain()
    assert status_of(event_id)[0] == "SUCCESS"
    assert heard(bells, bell_id) == 1


def test_two_workers_cannot_hold_one_slot(house: Path) -> None:
    first, second = Lease("hall-1"), Lease("hall-1")
    assert first.renew()
    assert not second.renew()
    assert first.renew()
    assert Lease("hall-2").renew()
    first.release()
    assert second.renew()
    assert not first.renew()


@pytest.mark.parametrize("slot", ["local", ""])
def test_a_worker_without_a_name_of_its_own_is_refused(slot: str, house: Path) -> None:
    with pytest.raises(ValueError, match="name of its own"):
        jobs.launch(slot, list(Lane))


def test_a_dead_workers_job_goes_to_the_living(bells: UUID, drain: Callable[[], None]) -> None:
    bell_id = ring(bells)
    job_id = delivery()
    hold_by_a_dead_worker(job_id)
    assert reaper.reap(besides=LIVING) == 1
    assert status_of(job_id)[0] == "ENQUEUED"
    drain()
    assert heard(bells, bell_id) == 1


def test_a_living_workers_job_is_left_alone(bells: UUID) -> None:
    """The control: nobody's job is taken while their lease holds."""
    ring(bells)
    job_id = delivery()
    hold_by_a_dead_worker(job_id)
    with writing() as session:
        lease = session.get_one(WorkerLease, DEAD)
        lease.expires_at = reaper._database_clock(session) + reaper.LEASE_SECONDS
    assert reaper.reap(besides=LIVING) == 0
    assert status_of(job_id) == ("PENDING", DEAD)


def test_a_job_that_kills_its_workers_is_parked_after_three_takeovers(bells: UUID) -> None:
    ring(bells)
    job_id = delivery()
    for attempt in range(1, reaper.MOST_ATTEMPTS + 1):
        hold_by_a_dead_worker(job_id)
        assert reaper.reap(besides=LIVING) == 1
        assert status_of(job_id)[0] == "ENQUEUED", attempt
    hold_by_a_dead_worker(job_id)
    reaper.reap(besides=LIVING)
    assert status_of(job_id)[0] == "CANCELLED"
    with reading() as session:
        kept = session.get_one(JobAttempt, job_id)
        assert kept.parked
        assert kept.attempts == reaper.MOST_ATTEMPTS + 1


def test_a_job_that_gets_on_is_never_parked(bells: UUID) -> None:
    """Its workers die of something else: a story of hours outlives any number of them."""
    ring(bells)
    job_id = delivery()
    for _ in range(2 * reaper.MOST_ATTEMPTS):
        hold_by_a_dead_worker(job_id)
        reaper.reap(besides=LIVING)
        assert status_of(job_id)[0] == "ENQUEUED"
        with writing() as session:
            reaper.made_headway(session, job_id)


def test_a_worker_that_was_told_to_stop_is_nobodys_fault(bells: UUID) -> None:
    ring(bells)
    job_id = delivery()
    for _ in range(2 * reaper.MOST_ATTEMPTS):
        hold_by_a_dead_worker(job_id)
        with writing() as session:
            session.get_one(WorkerLease, DEAD).expires_at = reaper.RELEASED
        assert reaper.reap(besides=LIVING) == 1
        assert status_of(job_id)[0] == "ENQUEUED"


def kept_by_dbos() -> str:
    """Everything that stands in DBOS's tables, as text."""
    schema = None if is_sqlite() else "dbos"
    present = set(inspect(engine()).get_table_names(schema=schema)) & DBOS_TABLES
    with engine().connect() as connection:
        rows: list[Any] = [
            row for name in sorted(present) for row in connection.execute(text(f"SELECT * FROM {table(name)}"))
        ]
    return "\n".join(str(value) for row in rows for value in row)


def test_checkpoints_hold_ids_and_never_words(bells: UUID, drain: Callable[[], None]) -> None:
    bell_id = ring(bells)
    drain()
    kept = kept_by_dbos()
    assert str(bell_id) in kept
    assert SECRET not in kept


def test_no_word_of_a_written_story_is_left_in_the_queue(project_id: UUID, drain: Callable[[], None]) -> None:
    phone, _ = make_phone(project_id)
    with reading(project_id) as session:
        voice = make_participant(form_of(session, project_id)) | {"display_name": SECRET}
    told = make_declaration([voice], title=SECRET, text=f"They said {SECRET}.", place=SECRET)
    story_id = new_id()
    with writing(project_id) as session:
        stories.declare(session, phone, story_id, StoryIn.model_validate(told), clock.now())
    drain()
    with reading(project_id) as session:
        assert queries.get_story(session, story_id).status == "in_review"
    kept = kept_by_dbos()
    assert str(story_id) in kept
    assert SECRET not in kept


def test_jobs_queued_before_an_upgrade_are_found_after_it(bells: UUID) -> None:
    ring(bells)
    [job] = jobs.client().list_workflows(name=jobs.DELIVER, load_input=False, load_output=False)
    assert (job.app_version, job.queue_name) == ("1", Lane.PROMPT.value)


def test_two_workers_queue_a_chore_once_in_its_stretch(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chores = [jobs.Chore("kit.sweep_the_yard", 3600, lambda: None)]
    monkeypatch.setattr(jobs, "CHORES", chores)
    monkeypatch.setattr("app.kit.jobs.time.time", lambda: 7_200.0)
    jobs.start_due_chores()
    jobs.start_due_chores()
    assert waiting() == ["kit.sweep_the_yard"]
    monkeypatch.setattr("app.kit.jobs.time.time", lambda: 10_800.0)
    jobs.start_due_chores()
    assert waiting() == ["kit.sweep_the_yard"] * 2


def test_finished_jobs_are_swept_away_after_a_while(bells: UUID, drain: Callable[[], None]) -> None:
    ring(bells)
    drain()
    assert jobs.sweep(older_than_days=14) == 0
    assert jobs.sweep(older_than_days=-1) == 2
    assert jobs.is_idle()
    assert jobs.client().list_workflows(name=jobs.DELIVER) == []


def test_housekeeping_sweeps_without_being_asked(drain: Callable[[], None]) -> None:
    jobs.start_due_chores()
    drain()
    ended = [job.status for job in jobs.client().list_workflows(name="kit.sweep_finished")]
    assert ended == ["SUCCESS"]
