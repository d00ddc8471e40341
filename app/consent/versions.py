# SPDX-License-Identifier: Apache-2.0
"""What a version of a form says, as one hash: whatever of it changes, that no longer fits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import rfc8785

from app.consent.models import ConsentForm, ConsentFormText, Purpose
from app.kit.keys import sha256_hex


@dataclass(frozen=True)
class FormVersion:
    """A version of a form with all that it says: questions in their order, texts by language."""

    form: ConsentForm
    purposes: Sequence[Purpose]
    texts: Mapping[str, ConsentFormText]

    def is_whole(self) -> bool:
        """Whether it still says what it said when people began to answer it."""
        return hash_of_form(self.form, self.purposes, self.texts.values()) == self.form.sha256


def hash_of_text(language: str, cards: Sequence[Mapping[str, str]], questions: Mapping[str, Mapping[str, str]]) -> str:
    """Of what somebody is shown in that language."""
    told: dict[str, Any] = {"language": language, "cards": list(cards), "questions": dict(questions)}
    return sha256_hex(rfc8785.dumps(told))


def hash_of_form(form: ConsentForm, purposes: Iterable[Purpose], texts: Iterable[ConsentFormText]) -> str:
    """Of texts, purposes with their facets, and terms; not of where the version stands."""
    told: dict[str, Any] = {
        "form_id": str(form.form_id),
        "version": form.version,
        "controller": form.controller,
        "contact": form.contact,
        "jurisdiction": form.jurisdiction,
        "retention": form.retention,
        "confidentiality_limits": form.confidentiality_limits,
        "partner_note": form.partner_note,
        "purposes": [_asked(purpose) for purpose in sorted(purposes, key=lambda one: one.position)],
        "texts": {text.language: _worded(text) for text in texts},
    }
    return sha256_hex(rfc8785.dumps(told))


def _asked(purpose: Purpose) -> dict[str, Any]:
    return {
        "position": purpose.position,
        "key": purpose.key,
        "required": purpose.required,
        "recipients": purpose.recipients,
        "facets": purpose.facets,
        "lawful_basis": purpose.lawful_basis,
        "art9_condition": purpose.art9_condition,
        "expires_after_days": purpose.expires_after_days,
        "dpv_uri": purpose.dpv_uri,
    }


def _worded(text: ConsentFormText) -> dict[str, Any]:
    return {
        "cards": text.cards,
        "questions": text.questions,
        "needs_translation": text.needs_translation,
        "sha256": text.sha256,
    }
