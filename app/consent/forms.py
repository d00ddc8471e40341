# SPDX-License-Identifier: Apache-2.0
"""The consent form a new project starts with, complete in the languages we ship."""

import json
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from app.consent.lifecycle import FormStatus
from app.consent.models import ConsentForm, ConsentFormText, Purpose
from app.consent.versions import hash_of_form, hash_of_text
from app.kit.ids import new_id
from app.projects.languages import written
from app.projects.models import Project
from app.projects.queries import get_project

OURS: Final = ("en", "es", "ar", "ur")
_SHARED: Final = (
    "form",
    "name",
    "reuse",
    "place",
    "date",
    "credit",
    "licence",
    "audience",
    "embargo_until",
    "expires_at",
)
_WORDS: Final = tuple(name for name in _SHARED if name != "form")
LAWFUL_BASIS: Final = "dpv-gdpr:A6-1-a"
ART9_CONDITION: Final = "dpv-gdpr:A9-2-a"


class _Question(NamedTuple):
    key: str
    recipients: tuple[str, ...]
    facets: tuple[str, ...]
    dpv_uri: str


QUESTIONS: Final = (
    _Question("hold_and_transcribe", (), (), "https://w3id.org/dpv#RecordManagement"),
    _Question("project_team", ("project_team",), (), "https://w3id.org/dpv#ServiceProvision"),
    _Question("share_partner:services", ("services",), _SHARED, "https://w3id.org/dpv#ServiceOptimisation"),
    _Question("research", ("research",), _SHARED, "https://w3id.org/dpv#ResearchAndDevelopment"),
    _Question("public_words", ("public",), _WORDS, "https://w3id.org/dpv#PublicBenefit"),
    _Question("public_voice", ("public",), _WORDS, "https://w3id.org/dpv#PublicBenefit"),
    _Question("quote_only", ("public",), _WORDS, "https://w3id.org/dpv#PublicBenefit"),
    _Question("recontact", ("project_team",), (), "https://w3id.org/dpv#CommunicationManagement"),
)


def create_default_form(session: Session, project_id: UUID, languages: Sequence[str], at: datetime) -> ConsentForm:
    """Version 1, active. A language we do not ship starts as the English text, marked as not yet translated."""
    project = get_project(session, project_id)
    texts = {language: _filled(language, project) for language in OURS}
    form = ConsentForm(
        project_id=project_id,
        form_version_id=new_id(),
        form_id=new_id(),
        version=1,
        status=FormStatus.ACTIVE,
        controller=project.organisation,
        contact=project.contact or project.organisation,
        jurisdiction=project.country,
        retention=texts["en"]["retention"],
        confidentiality_limits={language: text["confidentiality_limits"] for language, text in texts.items()},
        partner_note={language: text["partner_note"] for language, text in texts.items()},
        sha256="",
        created_at=at,
    )
    session.add(form)
    session.flush()
    spoken = dict.fromkeys([*OURS, *map(written, languages)])
    told = [_text(form, language, texts.get(language.partition("-")[0]), texts["en"]) for language in spoken]
    asked = [_purpose(form, position, question) for position, question in enumerate(QUESTIONS)]
    session.add_all([*told, *asked])
    form.sha256 = hash_of_form(form, asked, told)
    session.flush()
    return form


def _text(form: ConsentForm, language: str, ours: dict[str, Any] | None, english: dict[str, Any]) -> ConsentFormText:
    told = ours or english
    cards, questions = told["cards"], {key: {"text": text} for key, text in told["questions"].items()}
    return ConsentFormText(
        project_id=form.project_id,
        text_id=new_id(),
        form_version_id=form.form_version_id,
        language=language,
        cards=cards,
        questions=questions,
        needs_translation=ours is None,
        sha256=hash_of_text(language, cards, questions),
    )


def _purpose(form: ConsentForm, position: int, question: _Question) -> Purpose:
    return Purpose(
        project_id=form.project_id,
        purpose_id=new_id(),
        form_version_id=form.form_version_id,
        position=position,
        key=question.key,
        required=position == 0,
        recipients=list(question.recipients),
        facets=list(question.facets),
        lawful_basis=LAWFUL_BASIS,
        art9_condition=ART9_CONDITION,
        dpv_uri=question.dpv_uri,
    )


def _filled(language: str, project: Project) -> dict[str, Any]:
    told = files("app.consent").joinpath("forms", f"{language}.json").read_text(encoding="utf-8")
    text: dict[str, Any] = json.loads(told)
    named = {
        "{organisation}": project.organisation,
        "{contact}": project.contact or project.organisation,
        "{days}": str(project.undo_days),
    }
    for card in text["cards"]:
        for sign, word in named.items():
            card["text"] = card["text"].replace(sign, word)
    return text
