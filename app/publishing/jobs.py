# SPDX-License-Identifier: Apache-2.0
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent.events import ConsentChanged
from app.curation.events import ConcernRaised
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import across_projects, reading, writing
from app.kit.jobs import every, on, step, tx_step
from app.kit.lanes import Lane
from app.publishing import queries, service
from app.publishing.events import EditionReleased, ProofAsked
from app.publishing.models import EditionRow
from app.stories.events import StoryApproved, StoryDeclined, StoryErased, StoryWithdrawn
from app.stories.lifecycle import StoryStatus


@on(ProofAsked, lane=Lane.MEDIA)
def prepare(event: ProofAsked) -> None:
    """Render the proof: cuts and tones from PCM, text and captions without what was redacted."""
    edition_id = str(event.edition_id)
    plan = tx_step(service.open_render, edition_id)
    if plan is None:
        return
    made = step(service.render, plan)
    if not tx_step(service.close_render, edition_id, made) and made is not None:
        step(_delete, [made["opus"][0], made["aac"][0], made["peaks_key"]])


@on(StoryApproved, lane=Lane.PROMPT)
def release(event: StoryApproved) -> None:
    tx_step(_release, str(event.story_id))


@on(ConsentChanged, lane=Lane.PROMPT)
def follow_consent(event: ConsentChanged) -> None:
    tx_step(_reconcile, str(event.story_id))


@on(ConcernRaised, lane=Lane.PROMPT)
def hold_back(event: ConcernRaised) -> None:
    tx_step(_reconcile, str(event.story_id))


@on(StoryDeclined, lane=Lane.PROMPT)
def take_from_readers(event: StoryDeclined) -> None:
    tx_step(_reconcile, str(event.story_id))


@on(StoryWithdrawn, lane=Lane.PROMPT)
def drop_renditions(event: StoryWithdrawn) -> None:
    """The tombstones were written with the withdrawal itself; here go the bytes that nobody may hear again."""
    tx_step(_retract, str(event.story_id))
    _drop_spent(str(event.story_id))


@on(EditionReleased, lane=Lane.HOUSEKEEPING)
def drop_older_renditions(event: EditionReleased) -> None:
    story_id = tx_step(_story_of, str(event.edition_id))
    if story_id is not None:
        _drop_spent(story_id)


@on(StoryErased, lane=Lane.HOUSEKEEPING)
def erase(event: StoryErased) -> None:
    step(_delete, tx_step(_keys_of, str(event.story_id)))
    tx_step(_erase, str(event.story_id))


@every(60)
def let_time_act() -> None:
    """Embargoes that ended open what waits for them; expiries and holds are told to readers who have not asked."""
    at = clock.now()
    with reading() as session, across_projects(session):
        ended, opening = queries.due(session, at), queries.opening(session, at)
    for project_id, story_id in dict.fromkeys([*ended, *opening]):
        with writing(project_id) as session:
            if not service.release(session, story_id, at):
                service.reconcile(session, story_id, at)


def _drop_spent(story_id: str) -> None:
    keys = tx_step(service.spent_sounds, story_id)
    if keys:
        step(_delete, keys)
        tx_step(service.forget_sounds, story_id, keys)


def _delete(keys: list[str]) -> None:
    for key in keys:
        store().delete(key)


def _release(session: Session, story_id: str) -> None:
    service.release(session, UUID(story_id), clock.now())


def _reconcile(session: Session, story_id: str) -> None:
    service.reconcile(session, UUID(story_id), clock.now())


def _retract(session: Session, story_id: str) -> None:
    """Unless it has been given back meanwhile."""
    standing = queries.standing(session, UUID(story_id))
    if standing is not None and standing.status == StoryStatus.WITHDRAWN:
        service.retract(session, UUID(story_id), clock.now())


def _story_of(session: Session, edition_id: str) -> str | None:
    row = session.get(EditionRow, UUID(edition_id))
    return str(row.story_id) if row else None


def _keys_of(session: Session, story_id: str) -> list[str]:
    return queries.sound_keys(session, UUID(story_id))


def _erase(session: Session, story_id: str) -> None:
    service.erase(session, UUID(story_id))
