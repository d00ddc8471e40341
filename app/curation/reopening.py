# SPDX-License-Identifier: Apache-2.0
"""Sound that could not be opened is kept; once the house can open more, the desk has it tried again."""

import contextlib
from uuid import UUID

from sqlalchemy.orm import Session

from app.curation import relistening, service
from app.curation.errors import WordsWorkedOn
from app.people.access import Staff
from app.stories import queries as stories
from app.stories import service as story_service
from app.transcription import again
from app.transcription import queries as transcription
from app.transcription.engine import Task
from app.transcription.errors import EnglishOnly


def try_sound_again(session: Session, story_id: UUID, *, by: Staff) -> None:
    """Copies and words are made anew, with all that opens now; what still does not is in quarantine again.

    Nothing happens where nothing is in quarantine. Refuses where anybody has worked on the words: sound that comes back
    moves all that follows it, and a redaction would no longer lie over what it hides.
    """
    story = service.open_to_machine(session, story_id)
    if not any(part.media_state == stories.QUARANTINED for part in stories.recordings(session, story_id)):
        return
    if relistening.is_worked_on(session, story_id):
        raise WordsWorkedOn
    story_service.try_sound_again(session, story_id, by=by)
    told = transcription.latest_run(session, story_id)
    language = told.asked_language if told is not None else None
    with contextlib.suppress(EnglishOnly):  # it can be listened to all the same
        again.ask(session, story, Task.TRANSCRIBE, language, "", by=by.person_id)
