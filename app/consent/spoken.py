# SPDX-License-Identifier: Apache-2.0
"""What a project can have read aloud, and what may be changed about it.

The sound of a consent form hangs beside the form, outside the hash of its text. It may be added once the form is in
use, for it only says what stands there already; it is never replaced. Taken off, it is offered no more, row and bytes
stay, and the place stays empty: so whoever answered heard that one sound or none. A new version of the form starts
without sounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.consent import queries
from app.consent.errors import SoundStands
from app.consent.models import ConsentForm, ConsentFormText
from app.kit.errors import NotFound
from app.projects import queries as projects
from app.projects import spoken
from app.projects.models import SpokenSound
from app.projects.rules import SPOKEN_WORDS, SpokenKind, SpokenState
from app.projects.spoken import Original, Place

OF_A_FORM = frozenset({SpokenKind.CARD, SpokenKind.QUESTION})
HEARD = frozenset({SpokenState.READY, SpokenState.TAKEN_OFF})


@dataclass(frozen=True)
class Subject:
    """Something to be read aloud, in each language it has. A word's texts lie in the catalogue of the phone."""

    kind: SpokenKind
    subject: str
    texts: dict[str, str]


def card_of(form_version_id: UUID, number: int) -> str:
    return f"{form_version_id}/{number}"


def question_of(form_version_id: UUID, purpose: str) -> str:
    return f"{form_version_id}/{purpose}"


def subjects_of(session: Session, project_id: UUID) -> list[Subject]:
    """Prompts, cards, questions and words of today, in the order a phone comes to them."""
    form = queries.current_form(session, project_id)
    texts = queries.texts_of(session, form.form_version_id)
    asked = projects.prompts(session, project_id)
    purposes = queries.purposes_of(session, [form.form_version_id])[form.form_version_id]
    return [
        *(Subject(SpokenKind.PROMPT, str(prompt.prompt_id), prompt.texts) for prompt in asked),
        *_cards(form, texts),
        *_questions(form, list(purposes), texts),
        *(Subject(SpokenKind.WORD, key, {}) for key in SPOKEN_WORDS),
    ]


def _cards(form: ConsentForm, texts: dict[str, ConsentFormText]) -> Iterator[Subject]:
    for number in range(max((len(text.cards) for text in texts.values()), default=0)):
        told = {language: _card(text.cards[number]) for language, text in texts.items() if number < len(text.cards)}
        yield Subject(SpokenKind.CARD, card_of(form.form_version_id, number), told)


def _card(card: dict[str, str]) -> str:
    return "\n".join(part for part in (card.get("title", ""), card["text"]) if part)


def _questions(form: ConsentForm, purposes: list[str], texts: dict[str, ConsentFormText]) -> Iterator[Subject]:
    for purpose in purposes:
        told = {
            language: text.questions[purpose]["text"] for language, text in texts.items() if purpose in text.questions
        }
        yield Subject(SpokenKind.QUESTION, question_of(form.form_version_id, purpose), told)


def keep(
    session: Session, project_id: UUID, place: Place, original: Original, at: datetime, *, actor: object
) -> SpokenSound:
    """Raises `NotFound` for what nobody says, `SoundStands` where people may have heard the one that stands."""
    _require(session, project_id, place)
    before = spoken.find_at(session, project_id, place)
    if before is not None and before.state in HEARD and _is_in_use(session, before):
        raise SoundStands
    return spoken.keep(session, project_id, place, original, at, actor=actor)


def take_off(session: Session, spoken_id: UUID, at: datetime, *, actor: object) -> None:
    row = spoken.find(session, spoken_id)
    if row is None:
        raise NotFound
    if row.state in HEARD and _is_in_use(session, row):
        spoken.silence(session, row, at, actor=actor)
    else:
        spoken.drop(session, row, actor=actor)


def _require(session: Session, project_id: UUID, place: Place) -> None:
    if place.kind == SpokenKind.WORD:
        known = place.subject in SPOKEN_WORDS
    else:
        said = subjects_of(session, project_id)
        found = [one for one in said if (one.kind, one.subject) == (place.kind, place.subject)]
        known = any(place.language in one.texts for one in found)
    if not known:
        raise NotFound


def _is_in_use(session: Session, row: SpokenSound) -> bool:
    if row.kind not in OF_A_FORM:
        return False
    version = UUID(row.subject.partition("/")[0])
    status = select(ConsentForm.status).where(col(ConsentForm.form_version_id) == version)
    return session.execute(status).scalar_one() != "draft"
