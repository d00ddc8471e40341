# SPDX-License-Identifier: Apache-2.0
"""What comes to the desk from the storyteller, by their page or by word of mouth."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.curation import queries
from app.curation.models import Message
from app.curation.service import raise_concern, touch_for_concern
from app.kit import audit
from app.kit.ids import new_id
from app.stories import queries as stories

HARM = "harm"
URGENCY_OF_HARM = "soon"


def touch_for_storyteller(session: Session, story_id: UUID, if_match: str) -> None:
    """Take the story for what somebody in it asked of the desk, which no colleague's claim may stand in the way of."""
    touch_for_concern(session, story_id, if_match)


def etag(session: Session, story_id: UUID) -> str:
    """The story at the desk, as one version. Raises 404 for one that never was."""
    return queries.etag(session, story_id)


def leave_message(
    session: Session, story_id: UUID, kind: str, text: str, *, at: datetime, record_id: UUID | None = None
) -> None:
    """From this voice. `kind`: message or harm. Harm also raises a safeguarding concern, which holds the story back."""
    story = stories.get_story(session, story_id)
    session.add(
        Message(
            project_id=story.project_id,
            message_id=new_id(),
            story_id=story_id,
            record_id=record_id,
            kind=kind,
            text=text,
            at=at,
        )
    )
    audit.record(session, project_id=story.project_id, actor="storyteller", action=f"left_{kind}", subject=story_id)
    if kind == HARM:
        raise_concern(session, story_id, URGENCY_OF_HARM, text, by=None, at=at)
