# SPDX-License-Identifier: Apache-2.0
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.curation import queries, replacing, service
from app.curation.events import CutAsked
from app.curation.models import Desk
from app.kit import clock
from app.kit.db import across_projects, reading, writing
from app.kit.jobs import every, on, step, tx_step
from app.kit.lanes import Lane
from app.stories.erasure import delete_objects
from app.stories.events import StoryErased

LEFT_LYING_AFTER = timedelta(minutes=10)


@on(CutAsked, lane=Lane.MEDIA)
def cut_out(event: CutAsked) -> None:
    """Render what stays, then put it in the original's place. Begins anew where consent changed meanwhile."""
    project_id, story_id = str(event.project_id), str(event.story_id)
    while plan := tx_step(replacing.plan, story_id):
        made = step(replacing.render, project_id, story_id, plan)
        if made is None:
            tx_step(replacing.give_up, story_id)
            return
        if tx_step(replacing.begin, story_id, plan["epoch"], made):
            break
        step(delete_objects, [made["key"]] if made else [])
    step(replacing.destroy, project_id, story_id)
    tx_step(replacing.replace, story_id)


@every(60)
def go_on_cutting() -> None:
    """What a worker that died has left: asked for and not begun, or between the ledger and the rows."""
    with reading() as session, across_projects(session):
        asked, half_done = replacing.left_lying(session, clock.now() - LEFT_LYING_AFTER)
    for row in half_done:
        rest = replacing.go_on(str(row.project_id), str(row.story_id))
        with writing(row.project_id) as session:
            rest(session)
    for row in asked:
        with writing(row.project_id) as session:
            replacing.ask_again(session, row.story_id)


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
