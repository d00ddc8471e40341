# SPDX-License-Identifier: Apache-2.0
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent.events import ConsentChanged
from app.curation import replacing as curation
from app.curation.events import ConcernRaised
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import across_projects, reading, writing
from app.kit.jobs import every, on, step, tx_step
from app.kit.lanes import Lane
from app.kit.outbox import announce
from app.publishing import feed, keeping, queries, service
from app.publishing.events import EditionReleased, ProofAsked, ReleaseErased
from app.publishing.models import EditionRow
from app.publishing.proofs import folder_of
from app.stories import queries as stories
from app.stories.erasure import forget_pages
from app.stories.events import StoryApproved, StoryDeclined, StoryErased, StoryWithdrawn, VoiceErased
from app.stories.lifecycle import StoryStatus


@on(ProofAsked, lane=Lane.MEDIA)
def prepare(event: ProofAsked) -> None:
    """Render the proof: cuts and tones from PCM, text and captions without what was redacted."""
    edition_id = str(event.edition_id)
    while plan := tx_step(service.open_render, edition_id):  # once more where consent changed meanwhile
        made = step(service.render, plan)
        keys = [made["opus"][0], made["aac"][0], made["peaks_key"]] if made is not None else []
        if tx_step(service.close_render, edition_id, made):
            step(_delete_other_tries, plan["prefix"], keys)
            return
        step(_delete, keys)


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
    """Bytes first, of tries that no row names too; readers' own rooms hear which releases they are to forget."""
    for folder in tx_step(_folders_of, str(event.story_id)):
        step(_delete_other_tries, folder, [])
    tx_step(_erase, str(event.story_id))


@on(VoiceErased, lane=Lane.HOUSEKEEPING)
def forget_what_was_made_with_them(event: VoiceErased) -> None:
    """Editions that a voice was in which has been cut out of the story since."""
    for folder in tx_step(_folders_before, str(event.story_id), event.epoch):
        step(_delete_other_tries, folder, [])
    tx_step(_forget_before, str(event.story_id), event.epoch)
    step(forget_cut_voices)


@every(60)
def forget_cut_voices_at_last() -> None:
    """Where a reader of older rows kept the database from giving up what was deleted."""
    forget_cut_voices()


def forget_cut_voices() -> None:
    """A cut is done once no edition from before it is left and the database has given up what it held of it."""
    with reading() as session, across_projects(session):
        made = curation.made(session)
        ready = [row for row in made if not queries.is_kept_from_before(session, row.story_id, curation.epoch_of(row))]
    if not ready or not forget_pages():
        return
    for row in ready:
        with writing(row.project_id) as session:
            curation.close(session, row.story_id)


@every(60)
def let_time_act() -> None:
    """Embargoes that ended open what waits for them; expiries and holds are told to readers who have not asked."""
    at = clock.now()
    with reading() as session, across_projects(session):
        ended, opening = queries.due(session, at), queries.opening(session, at)
    feed.settle([*ended, *opening], at)


@every(3600)
def mend_daybook() -> None:
    keeping.mend()


def _drop_spent(story_id: str) -> None:
    keys = tx_step(service.spent_sounds, story_id)
    if keys:
        step(_delete, keys)
        tx_step(service.forget_sounds, story_id, keys)


def _delete(keys: list[str]) -> None:
    for key in keys:
        store().delete(key)


def _delete_other_tries(folder: str, kept: list[str]) -> None:
    _delete([key for key in store().list(folder) if key not in kept])


def _release(session: Session, story_id: str) -> None:
    if not stories.is_erased(session, UUID(story_id)):
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


def _folders_of(session: Session, story_id: str) -> list[str]:
    """Where its renditions lie, and where they lay before they had a place below their story's."""
    rows = queries.editions_of(session, UUID(story_id))
    return [folder for row in rows for folder in (folder_of(row), f"{row.project_id}/editions/{row.edition_id}")]


def _folders_before(session: Session, story_id: str, epoch: int) -> list[str]:
    return [folder_of(row) for row in queries.editions_before(session, UUID(story_id), epoch)]


def _forget_before(session: Session, story_id: str, epoch: int) -> None:
    if stories.story_for_update_or_none(session, UUID(story_id)) is not None:
        service.forget_before(session, UUID(story_id), epoch, clock.now())


def _erase(session: Session, story_id: str) -> None:
    for project_id, public_id in service.erase(session, UUID(story_id)):
        announce(session, ReleaseErased(project_id=project_id, public_id=public_id), actor="worker")
