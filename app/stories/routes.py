# SPDX-License-Identifier: Apache-2.0
import re
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from app.kit import clock, paging
from app.kit.db import Db
from app.kit.errors import CursorInvalid
from app.people.access import CurrentDevice
from app.stories import queries, service
from app.stories.declaring import refuse_erased
from app.stories.errors import StoryNotFound
from app.stories.schemas import HeldStory, ListedStory, StoryIn, StoryPage

router = APIRouter(prefix="/api/stories", tags=["reporter"])
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _story_id(story_id: str) -> UUID:
    """An id in its one way of writing; anything else names nothing."""
    if not _ID.fullmatch(story_id):
        raise StoryNotFound
    return UUID(story_id)


StoryId = Annotated[UUID, Depends(_story_id)]


@router.put("/{story_id}", response_model_exclude_none=True)
def declare(device: CurrentDevice, story_id: StoryId, declaration: StoryIn, response: Response, db: Db) -> HeldStory:
    story, created = service.declare(db, device, story_id, declaration, clock.now())
    response.status_code = 201 if created else 200
    return queries.held(db, story)


@router.get("/{story_id}", response_model_exclude_none=True)
def show(device: CurrentDevice, story_id: StoryId, db: Db) -> HeldStory:
    refuse_erased(db, story_id)
    story = queries.get_story(db, story_id)
    if story.device_id != device.device_id:
        raise StoryNotFound
    return queries.held(db, story)


@router.get("")
def list_own(
    device: CurrentDevice, db: Db, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> StoryPage:
    principal = f"stories:{device.device_id}"
    found = queries.own_stories(db, device.device_id, after=_after(principal, cursor), limit=limit + 1)
    page = found[:limit]
    last = [page[-1].declared_at.isoformat(), str(page[-1].story_id)] if len(found) > limit else None
    items = [
        ListedStory(story_id=story.story_id, kind=story.kind, status=story.status, received_at=story.received_at)
        for story in page
    ]
    return StoryPage(items=items, next_cursor=paging.seal(principal, last) if last else None)


def _after(principal: str, cursor: str | None) -> tuple[datetime, UUID] | None:
    if cursor is None:
        return None
    told = paging.unseal(principal, cursor)
    try:
        return datetime.fromisoformat(told[0]), UUID(told[1])
    except (ValueError, TypeError, IndexError):
        raise CursorInvalid from None
