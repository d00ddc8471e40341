# SPDX-License-Identifier: Apache-2.0
"""Events go forward: change, audit entry and event commit together or vanish together."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from app.kit import audit, jobs
from app.kit.events import Event
from app.kit.ids import new_id
from app.kit.lanes import Lane


def announce(session: Session, event: Event, *, actor: object) -> None:
    """Write the audit entry and queue the delivery, both in the caller's transaction."""
    told = {name: value if isinstance(value, int) else str(value) for name, value in asdict(event).items()}
    action = type(event).__name__
    audit.record(session, project_id=event.project_id, actor=str(actor), action=action, subject=event.subject)
    jobs.enqueue(session, jobs.DELIVER, lane=Lane.PROMPT, job_id=str(new_id()), arguments=[action, told])
