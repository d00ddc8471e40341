# SPDX-License-Identifier: Apache-2.0
"""The desk asks the machine to hear a story once more, and says what it heard and how sure it was."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent import queries as consent
from app.consent.rules import team_may_read
from app.curation import queries, service
from app.curation.errors import WordsWorkedOn
from app.curation.listening_schemas import PassageOut, ProgressOut
from app.kit import audit
from app.kit.shapes import told_instant
from app.people.access import Staff
from app.stories import queries as stories
from app.stories.lifecycle import StoryStatus
from app.stories.models import Story
from app.transcription import again
from app.transcription import progress as machine
from app.transcription import queries as transcription
from app.transcription.engine import Task
from app.transcription.lifecycle import ENDED, RunStatus
from app.transcription.models import Run


def listen_again(session: Session, story_id: UUID, language: str | None, model: str, *, by: Staff) -> None:
    """Put the machine's words in the place of the machine's words; refuses where anybody has worked on them."""
    story = service.open_to_machine(session, story_id)
    if is_worked_on(session, story_id):
        raise WordsWorkedOn
    again.ask(session, story, Task.TRANSCRIBE, language, model, by=by.person_id)
    audit.record(session, project_id=story.project_id, actor=str(by.person_id), action="asked_again", subject=story_id)


def gist(session: Session, story_id: UUID, *, by: Staff) -> None:
    """Ask for a rough translation into English, from the language in which its words were heard last."""
    story = service.open_to_machine(session, story_id)
    told = transcription.latest_run(session, story_id)
    language = told.asked_language if told is not None else None
    again.ask(session, story, Task.TRANSLATE, language, again.model_for_gist(), by=by.person_id)
    audit.record(session, project_id=story.project_id, actor=str(by.person_id), action="asked_gist", subject=story_id)


def is_worked_on(session: Session, story_id: UUID) -> bool:
    """Whether a person has corrected, redacted or quoted any of its words, as they stand now."""
    return bool(
        queries.newest_revision(session, story_id)
        or queries.redactions(session, story_id)
        or queries.quotes(session, story_id)
    )


def told(session: Session, story: Story) -> dict[str, Any]:
    """What the machine heard, what somebody asked of it since, and the gist. Content: behind the transcript's gate."""
    shown = transcription.latest_run(session, story.story_id)
    asked = transcription.asked_run(session, story.story_id)
    gist = transcription.gist_of(session, story.story_id)
    return {
        "heard": _told(shown) if shown is not None and shown.status in ENDED else None,
        "asked": _told(asked) if asked is not None and asked is not shown else None,
        "may_repeat": story.medium == "audio" and not is_worked_on(session, story.story_id),
        "gist": {
            "paragraphs": list(gist.paragraphs),
            "language": gist.language,
            "made_at": told_instant(gist.made_at) if gist.made_at else None,
        }
        if gist is not None
        else None,
    }


def progress(session: Session, story_id: UUID) -> ProgressOut:
    """Of the run that has not ended, or of a story that waits for its first. The text so far is content: it stands
    behind the transcript's gate, and goes when the story is taken back."""
    story = stories.get_story(session, story_id)
    run = transcription.pending_run(session, story_id)
    is_untouched = run is None and story.medium == "audio" and story.status == StoryStatus.RECEIVED
    if story.status == StoryStatus.WITHDRAWN or not (run or is_untouched):
        return ProgressOut()
    minutes = machine.minutes_left(session, [story_id]).get(story_id)
    if run is None:
        return ProgressOut(status=RunStatus.WAITING, minutes_left=minutes)
    is_open = team_may_read(consent.terms_of(session, story_id))
    passages = transcription.passages_so_far(session, run.run_id) if is_open else []
    return ProgressOut(
        status=run.status,
        task=run.task,
        percent=run.percent,
        minutes_left=minutes,
        language=run.language if is_open else None,
        passages=[PassageOut(start_ms=one.start_ms, end_ms=one.end_ms, text=one.text) for one in passages],
    )


def _told(run: Run) -> dict[str, Any]:
    return {
        "task": run.task,
        "status": run.status,
        "percent": run.percent,
        "language": run.language,
        "language_probability": run.language_probability,
        "engine": run.engine,
        "model": run.model,
        "message": run.message,
        "asked": {"language": run.asked_language, "model": run.asked_model} if run.asked_by else None,
    }
