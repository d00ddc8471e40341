# SPDX-License-Identifier: Apache-2.0
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.curation.models import Claim, Concern, Cutting, Desk, Message, Quote, Redaction, Revision, Theme
from app.curation.rules import Word
from app.kit import etags
from app.stories import queries as stories
from app.transcription import queries as transcription


def desk(session: Session, story_id: UUID) -> Desk | None:
    """What the desk has added; None while nobody has."""
    return session.execute(select(Desk).where(Desk.story_id == story_id)).scalar_one_or_none()


def etag(session: Session, story_id: UUID) -> str:
    """The story at the desk, as one version: any change there or in its status makes another."""
    story, added = stories.get_story(session, story_id), desk(session, story_id)
    return etags.make("desk", story_id, added.version if added else 0, story.version)


def newest_revision(session: Session, story_id: UUID) -> Revision | None:
    newest = select(Revision).where(Revision.story_id == story_id).order_by(col(Revision.number).desc()).limit(1)
    return session.execute(newest).scalar_one_or_none()


def current_words(session: Session, story_id: UUID) -> tuple[int, list[Word]]:
    """The newest human revision and its number, or 0 and the machine's words while nobody has edited."""
    revision = newest_revision(session, story_id)
    if revision is not None:
        return revision.number, list(revision.words)
    return 0, transcription.words_of(session, story_id)


def gist(session: Session, story_id: UUID) -> str:
    """The machine's rough translation into English, a paragraph to a line; empty where nobody asked for one."""
    made = transcription.gist_of(session, story_id)
    return "\n".join(made.paragraphs) if made is not None else ""


def redactions(session: Session, story_id: UUID) -> list[Redaction]:
    """Those that stand, in the order they were made."""
    standing = select(Redaction).where(Redaction.story_id == story_id, col(Redaction.removed_at).is_(None))
    return list(session.execute(standing.order_by(col(Redaction.at), col(Redaction.redaction_id))).scalars())


def quotes(session: Session, story_id: UUID) -> list[Quote]:
    standing = select(Quote).where(Quote.story_id == story_id, col(Quote.removed_at).is_(None))
    return list(session.execute(standing.order_by(col(Quote.at), col(Quote.quote_id))).scalars())


def claim(session: Session, story_id: UUID, *, at: datetime) -> Claim | None:
    """Who holds it now; None when nobody does or the lease ran out."""
    held = select(Claim).where(Claim.story_id == story_id, col(Claim.until) > at)
    return session.execute(held).scalar_one_or_none()


def claims(session: Session, story_ids: Sequence[UUID], *, at: datetime) -> dict[UUID, Claim]:
    held = select(Claim).where(col(Claim.story_id).in_(story_ids), col(Claim.until) > at)
    return {each.story_id: each for each in session.execute(held).scalars()}


def concerns(session: Session, story_id: UUID) -> list[Concern]:
    raised = select(Concern).where(Concern.story_id == story_id).order_by(col(Concern.raised_at))
    return list(session.execute(raised).scalars())


def open_holds(session: Session, story_id: UUID) -> bool:
    """Whether a safeguarding concern holds the story back."""
    return any(concern.closed_at is None for concern in concerns(session, story_id))


def held_back(session: Session, story_ids: Sequence[UUID]) -> set[UUID]:
    """Those of these stories that a concern holds back."""
    holding = select(Concern.story_id).where(col(Concern.story_id).in_(story_ids), col(Concern.closed_at).is_(None))
    return set(session.execute(holding).scalars())


def messages(session: Session, story_id: UUID) -> list[Message]:
    left = select(Message).where(Message.story_id == story_id).order_by(col(Message.at))
    return list(session.execute(left).scalars())


def themes(session: Session) -> list[Theme]:
    """The codebook of the session's projects."""
    return list(session.execute(select(Theme).order_by(col(Theme.name))).scalars())


def written_about_the_whole(session: Session, story_id: UUID) -> list[str]:
    """Which fields the desk has written about the story as a whole; a title that came with it from the phone is not
    the desk's."""
    added, told = desk(session, story_id), stories.get_story(session, story_id)
    if added is None:
        return []
    place = [added.place_area, added.place_exact if added.place_exact != told.place else ""]
    written: dict[str, object] = {
        "title": added.title if added.title != told.title else "",
        "summary": added.summary,
        "themes": added.themes,
        "tags": added.tags,
        "content_warnings": added.content_warnings,
        "place": "".join(place),
    }
    return [name for name, value in written.items() if value]


def unconfirmed(session: Session, story_id: UUID) -> list[str]:
    """Fields written while a voice was in the story that has been cut out since; nobody has read them again."""
    told = session.execute(select(Cutting.look_at).where(Cutting.story_id == story_id)).scalar_one_or_none()
    return list(told or [])
