# SPDX-License-Identifier: Apache-2.0
"""All that a phone needs of its project, to go on without a network."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent import queries
from app.consent.models import ConsentFormText
from app.consent.spoken import card_of, question_of
from app.consent.versions import FormVersion
from app.kit.errors import Unavailable
from app.projects import queries as projects
from app.projects import spoken
from app.projects.rules import TEXT_CHARACTERS, SpokenKind, SpokenState
from app.projects.spoken import Heard, Place
from app.settings import settings


def bundle(session: Session, project_id: UUID) -> dict[str, Any]:
    """Name, languages, prompts, the current consent form in every language, limits, guide, help and partner note.

    Raises 503 where the form no longer says what it said when it was published: nobody is asked with it."""
    project = projects.get_project(session, project_id)
    form = queries.current_form(session, project_id)
    version = queries.versions_of(session, [form.form_version_id])[form.form_version_id]
    if not version.is_whole():
        raise Unavailable
    heard = spoken.sounds_of(session, project_id)
    return {
        "project_id": str(project_id),
        "name": project.name,
        "languages": project.languages,
        "prompts": [
            {
                "prompt_id": str(prompt.prompt_id),
                "texts": {
                    language: {"text": text, **_sound(heard, SpokenKind.PROMPT, str(prompt.prompt_id), language)}
                    for language, text in prompt.texts.items()
                },
            }
            for prompt in projects.prompts(session, project_id)
        ],
        "consent_form": _form(version, heard),
        "child_age": project.child_age,
        "limits": {
            "recording_ms": settings().max_recording_ms,
            "recording_bytes": settings().max_recording_bytes,
            "text_characters": TEXT_CHARACTERS,
        },
        "help": project.help,
        "practice_guide": project.practice_guide,
        "partner_note": form.partner_note,
        "spoken": _words(heard),
    }


def _sound(heard: Heard, kind: SpokenKind, subject: str, language: str) -> dict[str, str]:
    return spoken.told(heard, Place(kind, subject, language))


def _words(heard: Heard) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = {}
    for place, row in heard.items():
        if place.kind == SpokenKind.WORD and row.state == SpokenState.READY:
            found.setdefault(place.language, {})[place.subject] = spoken.told(heard, place)
    return found


def _text(text: ConsentFormText, heard: Heard) -> dict[str, Any]:
    form, language = text.form_version_id, text.language
    return {
        "sha256": text.sha256,
        "cards": [
            {**card, **_sound(heard, SpokenKind.CARD, card_of(form, number), language)}
            for number, card in enumerate(text.cards)
        ],
        "questions": {
            purpose: {**question, **_sound(heard, SpokenKind.QUESTION, question_of(form, purpose), language)}
            for purpose, question in text.questions.items()
        },
    }


def _form(version: FormVersion, heard: Heard) -> dict[str, Any]:
    """Without the languages that nobody has translated it into: phones ask in another one then."""
    return {
        "form_id": str(version.form.form_id),
        "version": version.form.version,
        "purposes": [
            {
                "key": purpose.key,
                "required": purpose.required,
                "recipients": list(purpose.recipients),
                "facets": list(purpose.facets),
            }
            for purpose in version.purposes
        ],
        "texts": {tag: _text(text, heard) for tag, text in version.texts.items() if not text.needs_translation},
    }
