# SPDX-License-Identifier: Apache-2.0
"""A house that comes back from an archive knows less than its readers: whatever they were told since is taken back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.kit.daybook import Line
from app.publishing import releases
from app.publishing.models import FeedEntry, Reader, Release
from app.stories import queries as stories
from app.stories import service as story_service
from app.stories.lifecycle import StoryStatus


def take_back(session: Session, lines: Iterable[Line], at: datetime) -> set[UUID]:
    """A tombstone for each release that readers heard of after the archive, behind every number they were given.

    Answers the stories it was about, as far as they are here: a person approves them before they leave again.
    """
    behind = _last_numbers(session)
    later: dict[str, dict[str, Line]] = {}
    numbers: dict[str, int] = {}
    for line in lines:
        principal = line["principal"]
        numbers[principal] = max(numbers.get(principal, 0), line["seq"])
        if line["seq"] > behind.get(principal, 0):
            later.setdefault(principal, {})[line["public"]] = line
    touched: set[UUID] = set()
    for principal, told in sorted(later.items()):
        touched |= _take_back_from(session, UUID(principal), told, numbers[principal], at)
    return touched


def close_again(session: Session, story_id: UUID, at: datetime) -> None:
    """Nothing of it leaves until a person approves it once more."""
    story = stories.find_story(session, story_id)
    if story is None or story.status == StoryStatus.WITHDRAWN:
        return
    releases.retract(session, story_id, at)
    session.refresh(story)
    if story.status == StoryStatus.APPROVED:
        story_service.reopen(session, story_id, by=releases.SYSTEM)


def _last_numbers(session: Session) -> dict[str, int]:
    newest = select(col(FeedEntry.principal_id), func.max(FeedEntry.seq)).group_by(col(FeedEntry.principal_id))
    return {str(row[0]): row[1] for row in session.execute(newest)}


def _take_back_from(
    session: Session, principal_id: UUID, told: Mapping[str, Any], number: int, at: datetime
) -> set[UUID]:
    """Of one reader; one whom this house does not know yet has no key to it either."""
    touched = set()
    readers = select(Reader).where(Reader.principal_id == principal_id)
    for line in told.values():
        public_id = UUID(line["public"])
        row = session.execute(select(Release).where(Release.public_id == public_id)).scalar_one_or_none()
        version = line["version"] + 1
        if row is not None:
            version = max(version, row.version + 1)
            row.version, row.revoked_at = version, row.revoked_at or at
            touched.add(row.story_id)
        in_project = readers.where(Reader.project_id == UUID(line["project"]))
        reader = session.execute(in_project).scalar_one_or_none()
        if reader is not None:
            releases.write_entry(session, reader, releases.WITHDRAWN, public_id, version, at, after=number)
    return touched
