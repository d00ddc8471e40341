# SPDX-License-Identifier: Apache-2.0
"""All that a phone needs of its project, to go on without a network."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent import queries
from app.consent.models import ConsentForm
from app.projects import queries as projects
from app.projects.rules import TEXT_CHARACTERS
from app.settings import settings


def bundle(session: Session, project_id: UUID) -> dict[str, Any]:
    """Name, languages, prompts, the current consent form in every language, limits, guide, help and partner note."""
    project = projects.get_project(session, project_id)
    form = queries.current_form(session, project_id)
    return {
        "project_id": str(project_id),
        "name": project.name,
        "languages": project.languages,
        "prompts": [
            {
                "prompt_id": str(prompt.prompt_id),
                "texts": {language: {"text": text} for language, text in prompt.texts.items()},
            }
            for prompt in projects.prompts(session, project_id)
        ],
        "consent_form": _form(session, form),
        "child_age": project.child_age,
        "limits": {
            "recording_ms": settings().max_recording_ms,
            "recording_bytes": settings().max_recording_bytes,
            "text_characters": TEXT_CHARACTERS,
        },
        "help": project.help,
        "practice_guide": project.practice_guide,
        "partner_note": form.partner_note,
    }


def _form(session: Session, form: ConsentForm) -> dict[str, Any]:
    asked = queries.purposes_of(session, [form.form_version_id])[form.form_version_id].values()
    texts = queries.texts_of(session, form.form_version_id)
    return {
        "form_id": str(form.form_id),
        "version": form.version,
        "purposes": [
            {
                "key": purpose.key,
                "required": purpose.required,
                "recipients": list(purpose.recipients),
                "facets": list(purpose.facets),
            }
            for purpose in asked
        ],
        "texts": {
            language: {
                "sha256": text.sha256,
                "cards": text.cards,
                "questions": text.questions,
                **({"needs_translation": True} if text.needs_translation else {}),
            }
            for language, text in texts.items()
        },
    }
