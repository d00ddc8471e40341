# SPDX-License-Identifier: Apache-2.0
"""A dead worker's jobs go to the living: every worker renews a lease by the database's clock; when one runs out, its
jobs are resumed on their lanes. A verdict too early is harmless, since the late worker no longer owns the job."""

import threading
from uuid import uuid4

import structlog
from sqlalchemy import delete, text, update
from sqlalchemy.orm import Session
from sqlmodel import Field, SQLModel, col, select

from app.kit import jobs, workrooms
from app.kit.db import is_sqlite, writing

LEASE_SECONDS = 6
RENEW_SECONDS = 2
MOST_ATTEMPTS = 3
RELEASED = 0.0
log = structlog.get_logger()


class WorkerLease(SQLModel, table=True):
    __tablename__ = "worker_lease"

    slot: str = Field(primary_key=True)
    holder: str
    expires_at: float


class JobAttempt(SQLModel, table=True):
    """How often a job was taken over from the dead since it last made headway; resuming resets DBOS's own count."""

    __tablename__ = "job_attempt"

    job_id: str = Field(primary_key=True)
    attempts: int
    parked: bool = False


class SlotTaken(RuntimeError):
    """Another living worker has this name."""


def _database_clock(session: Session) -> float:
    sqlite = "SELECT (julianday('now') - 2440587.5) * 86400.0"
    postgresql = "SELECT extract(epoch FROM clock_timestamp())"
    return float(session.execute(text(sqlite if is_sqlite() else postgresql)).scalar_one())


class Lease:
    """This worker's claim to its slot. `hold` renews it in a thread until `release`."""

    def __init__(self, slot: str) -> None:
        self.slot = slot
        self._holder = uuid4().hex
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="lease", daemon=True)

    def hold(self) -> None:
        """Take the slot; waits out a dead holder's lease, refuses a living one's."""
        waits = threading.Event()
        for _ in range(LEASE_SECONDS * 2):
            if self.renew():
                self._thread.start()
                return
            waits.wait(1)
        raise SlotTaken(self.slot)

    def release(self) -> None:
        self._over.set()
        with writing() as session:
            mine = (col(WorkerLease.slot) == self.slot) & (col(WorkerLease.holder) == self._holder)
            session.execute(update(WorkerLease).where(mine).values(expires_at=RELEASED))

    def renew(self) -> bool:
        with writing() as session:
            at = _database_clock(session)
            lease = session.get(WorkerLease, self.slot, with_for_update=True)
            if lease is None:
                session.add(WorkerLease(slot=self.slot, holder=self._holder, expires_at=at + LEASE_SECONDS))
                return True
            if lease.holder != self._holder and lease.expires_at > at:
                return False
            lease.holder, lease.expires_at = self._holder, at + LEASE_SECONDS
            return True

    def _keep(self) -> None:
        while not self._over.wait(RENEW_SECONDS):
            try:
                self.renew()
                reap(besides=self.slot)
                workrooms.sweep()
                jobs.start_due_chores()
            except Exception as error:  # noqa: BLE001 - a database away for a moment must not end the lease thread
                log.warning("lease_not_renewed", slot=self.slot, error=type(error).__name__)


def living(session: Session) -> int:
    """How many workers are at work on this database now."""
    at = _database_clock(session)
    return sum(lease.expires_at > at for lease in session.execute(select(WorkerLease)).scalars())


def reap(*, besides: str) -> int:
    """Resume the jobs of every worker whose lease ran out; answers how many."""
    with writing() as session:
        at = _database_clock(session)
        expired = [
            (lease.slot, lease.expires_at == RELEASED)
            for lease in session.execute(select(WorkerLease)).scalars()
            if lease.expires_at < at
        ]
    return sum(_take_over(slot, was_told=was_told) for slot, was_told in expired if slot != besides)


def made_headway(session: Session, job_id: str) -> None:
    """It got on since it was last taken over, so it is not what its workers die of."""
    mine = (col(JobAttempt.job_id) == job_id) & (col(JobAttempt.attempts) > 0)
    session.execute(update(JobAttempt).where(mine).values(attempts=0))


def _take_over(slot: str, *, was_told: bool) -> int:
    """`was_told` to stop: its jobs are not to blame."""
    held = jobs.running_on(slot)
    for job_id, lane in held:
        if not was_told and _count_attempt(job_id) > MOST_ATTEMPTS:
            jobs.park(job_id)
            log.error("job_parked", job_id=job_id)
        else:
            jobs.resume(job_id, lane)
            log.warning("job_taken_over", job_id=job_id, slot=slot)
    if not held:
        with writing() as session:
            session.execute(
                delete(WorkerLease).where(col(WorkerLease.slot) == slot, col(WorkerLease.expires_at) == RELEASED)
            )
    return len(held)


def _count_attempt(job_id: str) -> int:
    with writing() as session:
        attempt = session.get(JobAttempt, job_id, with_for_update=True)
        if attempt is None:
            attempt = JobAttempt(job_id=job_id, attempts=0)
            session.add(attempt)
        attempt.attempts += 1
        attempt.parked = attempt.attempts > MOST_ATTEMPTS
        return attempt.attempts
