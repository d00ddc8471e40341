# SPDX-License-Identifier: Apache-2.0
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.curation import queries, service
from app.curation.models import Desk
from app.kit.jobs import on, tx_step
from app.kit.lanes import Lane
from app.stories.events import StoryErased


@on(StoryErased, lane=Lane.HOUSEKEEPING)
def forget(event: StoryErased) -> None:
    tx_step(_forget, event.story_id)


def _forget(session: Session, story_id: UUID) -> None:
    """Everything the desk added, and those themes that this story alone brought into the codebook."""
    added = queries.desk(session, story_id)
    brought = set(added.themes) if added is not None else set()
    if brought:
        others = session.execute(select(Desk.themes).where(col(Desk.story_id) != story_id)).scalars()
        brought.difference_update(name for names in others for name in names)
    for theme in queries.themes(session):
        if theme.name in brought and not theme.meaning:
            session.delete(theme)
    service.erase(session, story_id)
