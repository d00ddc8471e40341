# SPDX-License-Identifier: Apache-2.0
"""One short look at a reader's change feed, which first learns of what time has ended."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from app.kit.db import reading, writing
from app.publishing import queries, releases
from app.publishing.editions import Change


def poll(
    projects: Collection[UUID], principal_id: UUID, *, after: int, limit: int, at: datetime
) -> tuple[list[Change], bool]:
    """The next changes and whether more wait. Sessions of its own, so that a long poll holds none while it sleeps."""
    with reading(*projects) as session:
        due = queries.due(session, at, principal_id)
    if due:
        with writing(*projects) as session:
            for _, story_id in due:
                releases.reconcile(session, story_id, at)
    with reading(*projects) as session:
        found = queries.changes(session, principal_id, after=after, limit=limit + 1)
    return found[:limit], len(found) > limit
