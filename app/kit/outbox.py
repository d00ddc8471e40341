# SPDX-License-Identifier: Apache-2.0
"""Events go forward: change, audit entry and event commit together or vanish together."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from app.kit import audit, jobs
from app.kit.events import Event
from app.kit.ids import new_id
from app.kit.lanes import Lane

Told = TypeVar("Told")
HEARERS: dict[type[Any], list[Callable[[Session, Any], None]]] = {}


def within(told_type: type[Told]) -> Callable[[Callable[[Session, Told], None]], Callable[[Session, Told], None]]:
    """Hear of it inside the transaction that tells of it: for rows that must stand or fall with the change."""

    def register(hearer: Callable[[Session, Told], None]) -> Callable[[Session, Told], None]:
        HEARERS.setdefault(told_type, []).append(hearer)
        return hearer

    return register


def tell(session: Session, told: object) -> None:
    """Let later rooms add their rows to the caller's transaction; they only write, and call nobody."""
    for hearer in HEARERS.get(type(told), []):
        hearer(session, told)


def announce(session: Session, event: Event, *, actor: object) -> None:
    """Write the audit entry and queue the delivery, both in the caller's transaction."""
    told = {name: value if isinstance(value, int) else str(value) for name, value in asdict(event).items()}
    action = type(event).__name__
    audit.record(session, project_id=event.project_id, actor=str(actor), action=action, subject=event.subject)
    jobs.enqueue(session, jobs.DELIVER, lane=Lane.PROMPT, job_id=str(new_id()), arguments=[action, told])
