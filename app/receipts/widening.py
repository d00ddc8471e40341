# SPDX-License-Identifier: Apache-2.0
"""Allowing more is never the code's alone: what it needs, and the questions of today's form (consent.md rule 3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from app.consent import queries as consent
from app.consent.errors import ConsentFormRetired, SecondStepRequired
from app.consent.rules import GUARDIAN_BASIS, ParticipantTerms
from app.consent.service import ReceiptHolder
from app.kit.errors import NotFound
from app.receipts import queries, service

FORM: Final = "form"


@dataclass(frozen=True)
class Door:
    """`needs`: a guardian asked again, the questions of another form, the second step, or nothing more."""

    needs: str
    questions: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        return not self.needs


def door(session: Session, holder: ReceiptHolder, mine: ParticipantTerms, language: str) -> Door:
    """Whether this voice may allow more here and now; then with today's questions, in the reader's language or the one
    they answered in."""
    if mine.basis == GUARDIAN_BASIS:
        return Door("guardian")
    record = consent.get_record(session, holder.record_id)
    try:
        consent.require_current_form(session, record)
    except (ConsentFormRetired, NotFound):
        return Door(FORM)
    if not holder.second_step:
        return Door("step")
    texts = {
        name: text
        for name, text in consent.texts_of(session, record.form_version_id).items()
        if not text.needs_translation
    }
    text = texts.get(language) or texts.get(record.language) or next(iter(texts.values()), None)
    return Door("", {purpose: told["text"] for purpose, told in text.questions.items()} if text else {})


def allow(
    session: Session,
    holder: ReceiptHolder,
    choices: Mapping[str, str],
    facets: Mapping[str, Mapping[str, Any]],
    at: datetime,
) -> None:
    """Change answers. Less is free; raises 403 `second-step-required` and 409 `consent-form-retired` where it would be
    more and the door is shut."""
    try:
        service.narrow(session, replace(holder, second_step=False), choices, facets, at=at)
    except SecondStepRequired:
        if not holder.second_step:
            raise
        needs = door(session, holder, queries.my_terms(session, holder), "").needs
        if needs == FORM:
            raise ConsentFormRetired from None
        if needs:
            raise
        service.narrow(session, holder, choices, facets, at=at)
