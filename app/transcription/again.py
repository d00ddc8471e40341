# SPDX-License-Identifier: Apache-2.0
"""Asking the machine once more: in another language, with another model, or for a rough gist in English.

A repeated run takes the place of the machine's text, and of nobody else's: whoever corrects, redacts or quotes first
lets it go. Until it ends, the words that were there stay. A gist lies beside the transcript and never in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries as consent
from app.consent.rules import may_process
from app.kit import clock
from app.kit.ids import new_id
from app.kit.outbox import announce
from app.settings import settings
from app.stories import queries as stories
from app.stories import service as story_verbs
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story
from app.transcription import queries, weights
from app.transcription.engine import Task
from app.transcription.errors import AlreadyListening, EnglishOnly, ModelNotHere, NothingToHear
from app.transcription.events import HeardAgain, TranscriptionWanted
from app.transcription.languages import AUTOMATIC, ENGLISH, whisper_code
from app.transcription.lifecycle import ENDED, RunAction, RunStatus, next_status
from app.transcription.models import HeardWindow, Run, Segment

ACTOR: Final = "transcription"
PEOPLE_BEGAN: Final = "people-began"
"""Somebody worked on the words while the machine listened once more."""
STORY_MOVED: Final = "story-moved"
"""The story left the desk meanwhile, with the words it had."""
MAY_TAKE_PLACE: Final = frozenset({StoryStatus.RECEIVED, StoryStatus.TRANSCRIBING, StoryStatus.IN_REVIEW})


@dataclass(frozen=True)
class Choice:
    """A model that can be asked for; `name` is empty only in a wish for the house's own."""

    name: str
    size_bytes: int
    english_only: bool
    is_default: bool


def choices() -> list[Choice]:
    """The house's own model first, where it is here, then whatever else lies in its folder of models."""
    own, folder = settings().whisper_model, settings().models_dir
    here = [Choice(one.name, one.size_bytes, one.english_only, one.name == own) for one in weights.list_models(folder)]
    if not any(one.is_default for one in here):
        here += [
            Choice(one.name, one.size_bytes, one.english_only, is_default=True) for one in weights.by_path(own, folder)
        ]
    return sorted(here, key=lambda one: (not one.is_default, one.size_bytes))


def model_for_gist() -> str:
    """The house's own model, or the next one here that knows more than English."""
    able = next((one for one in choices() if not one.english_only), None)
    return "" if able is None or able.is_default else able.name


def ask(session: Session, story: Story, task: Task, language: str | None, model: str, *, by: UUID) -> Run:
    """Have the story heard once more; the caller holds it and has seen that it may be.

    `language` is one of Whisper's codes, `auto` to let the machine find out, or None for what the teller said; `model`
    the name of a `Choice`, or empty for the house's own. A wish that the machine has not begun with gives way to a
    newer one. Raises `NothingToHear`, `ModelNotHere`, `EnglishOnly` and `AlreadyListening`.
    """
    if not stories.recordings(session, story.story_id):
        raise NothingToHear
    _require_able(_chosen(model), language or story.language, task)
    run = queries.pending_run(session, story.story_id)
    if run is not None and (run.status != RunStatus.WAITING or run.task != task):
        raise AlreadyListening
    if run is None:
        run = Run(
            project_id=story.project_id,
            run_id=new_id(),
            story_id=story.story_id,
            status=RunStatus.WAITING,
            consent_epoch=consent.epoch(session, story.story_id),
            task=task,
        )
        session.add(run)
    run.asked_language, run.asked_model, run.asked_by = language, model, str(by)
    run.engine, run.model, run.message, run.percent, run.started_at = "", "", "", 0, None
    session.flush()
    announce(session, TranscriptionWanted(project_id=story.project_id, story_id=story.story_id), actor=by)
    return run


def give_way(session: Session, story_id: UUID) -> None:
    """Somebody works on the words as they stand: a repeated run that has not ended must not replace them any more."""
    run = queries.pending_run(session, story_id)
    if run is not None and run.asked_by and run.task == Task.TRANSCRIBE:
        drop(session, run, PEOPLE_BEGAN)


def drop(session: Session, run: Run, why: str) -> None:
    """End it without its words. Whoever listens for it notices and stops."""
    _forget_heard(session, [run.run_id])
    run.status = next_status(run.status, RunAction.DROP)
    run.message, run.ended_at = why, clock.now()
    tell_end(session, run)
    session.flush()


def was_interrupted(session: Session, story: Story, run: Run) -> bool:
    """Whether the machine had begun with somebody's wish when the consent changed, and may go on under the new one."""
    is_begun = bool(run.asked_by) and run.started_at is not None and story.status != StoryStatus.WITHDRAWN
    return is_begun and may_process(consent.terms_of(session, story.story_id))


def may_take_place(story: Story, run: Run) -> bool:
    """Whether what was heard may still become the story's words. A gist never does, so nothing stands in its way."""
    return run.task != Task.TRANSCRIBE or not run.asked_by or story.status in MAY_TAKE_PLACE


def take_place(session: Session, run: Run) -> None:
    """Nothing stays of what the machine heard before in the same task; the runs stay, without words."""
    older = select(Run.run_id).where(
        col(Run.story_id) == run.story_id, col(Run.task) == run.task, col(Run.run_id) != run.run_id
    )
    session.execute(delete(Segment).where(col(Segment.run_id).in_(older)))
    if run.task == Task.TRANSCRIBE:
        story_verbs.outdate(session, run.story_id)


def tell_end(session: Session, run: Run) -> None:
    """A run that somebody asked for has ended, whichever way: the desk looks again."""
    if run.asked_by and run.status in ENDED:
        announce(session, HeardAgain(project_id=run.project_id, story_id=run.story_id), actor=ACTOR)


def forget_gists(session: Session, story_id: UUID) -> None:
    """A gist does not say who said what, so none outlives a voice that is cut out."""
    gists = select(Run.run_id).where(col(Run.story_id) == story_id, col(Run.task) == Task.TRANSLATE)
    _forget_heard(session, list(session.execute(gists).scalars()))
    session.execute(delete(Run).where(col(Run.story_id) == story_id, col(Run.task) == Task.TRANSLATE))


def _forget_heard(session: Session, run_ids: Sequence[UUID]) -> None:
    for table in (HeardWindow, Segment):
        session.execute(delete(table).where(col(table.run_id).in_(run_ids)))


def _chosen(model: str) -> Choice | None:
    """None where the house's own is asked for and not here yet: the run waits for it."""
    here = choices()
    wanted = next((one for one in here if one.name == model or (not model and one.is_default)), None)
    if model and wanted is None:
        raise ModelNotHere
    return wanted


def _require_able(chosen: Choice | None, language: str | None, task: Task) -> None:
    if chosen is None or not chosen.english_only:
        return
    if task == Task.TRANSLATE or language == AUTOMATIC or whisper_code(language) != ENGLISH:
        raise EnglishOnly
