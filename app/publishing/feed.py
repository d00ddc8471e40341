# SPDX-License-Identifier: Apache-2.0
"""One short look at a reader's change feed, which first learns of what time has ended or opened."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

import structlog

from app.kit import moments
from app.kit.db import reading, writing
from app.publishing import queries, releases
from app.publishing.editions import Change

log = structlog.get_logger()


def poll(
    projects: Collection[UUID], principal_id: UUID, *, after: int, limit: int, at: datetime
) -> tuple[list[Change], bool]:
    """The next changes and whether more wait. Sessions of its own, so that a long poll holds none while it sleeps."""
    with reading(*projects) as session:
        due = [*queries.due(session, at, principal_id), *queries.opening(session, at)]
    if due:
        settle(due, at)
    with reading(*projects) as session:
        found = queries.changes(session, principal_id, after=after, limit=limit + 1)
    return found[:limit], len(found) > limit


def settle(due: Iterable[tuple[UUID, UUID]], at: datetime) -> None:
    """Let what is due of each story happen, one transaction each: a story that cannot be settled holds up no other.

    The time is noted first: what has ended by then does not begin again by a clock that is set back.
    """
    with writing() as session:
        moments.note(session, at)
    for project_id, story_id in dict.fromkeys(due):
        try:
            with writing(project_id) as session:
                if not releases.release(session, story_id, at):
                    releases.reconcile(session, story_id, at)
        except Exception as fault:  # noqa: BLE001 - the gate refuses what is over; the next round tries again
            log.error("story_unsettled", story_id=str(story_id), error=type(fault).__name__)  # noqa: TRY400
