# SPDX-License-Identifier: Apache-2.0
"""What of a form is written in which language. Pure: fetches nothing."""

from collections.abc import Mapping
from typing import Final

from app.consent.models import ConsentFormText
from app.consent.rules import HOLD, INSTANT_FACETS, TEAM
from app.consent.versions import FormVersion

ENGLISH: Final = "en"
IN_THE_HOUSE: Final = frozenset({HOLD, TEAM, "recontact"})
SPOKEN_OR_WRITTEN: Final = frozenset({"public_words", "public_voice", "quote_only"})
"""Questions that say themselves whether they mean words or voice."""
KNOWN: Final = (
    HOLD,
    TEAM,
    "research",
    "public_words",
    "public_voice",
    "quote_only",
    "recontact",
    "community_archive",
    "machine_training",
)
SHARE: Final = "share_partner:"
OFFERED: Final = ("form", "name", "reuse", "place", "date", "credit", "licence", "audience", *INSTANT_FACETS)


def may_offer(purpose: str) -> tuple[str, ...]:
    """The facets that a yes to this question can have."""
    if purpose in IN_THE_HOUSE:
        return ()
    return tuple(name for name in OFFERED if name != "form" or purpose not in SPOKEN_OR_WRITTEN)


def is_known(purpose: str) -> bool:
    return purpose in KNOWN or (purpose.startswith(SHARE) and purpose != SHARE)


def source_of(languages: Mapping[str, object]) -> str:
    """The language that the others are translated from: English where there is one."""
    return ENGLISH if ENGLISH in languages else min(languages)


def in_order(languages: Mapping[str, object]) -> list[str]:
    """The one that the others are translated from, then the others by their tags."""
    source = source_of(languages)
    return [source, *sorted(languages.keys() - {source})]


def pieces(version: FormVersion, text: ConsentFormText) -> dict[str, str]:
    """Every piece of the form in that language, by its pointer."""
    told: dict[str, str] = {}
    for number, card in enumerate(text.cards):
        told[f"/cards/{number}/title"] = card.get("title", "")
        told[f"/cards/{number}/text"] = card["text"]
    for purpose in version.purposes:
        told[f"/questions/{purpose.key}"] = text.questions.get(purpose.key, {}).get("text", "")
    told["/confidentiality_limits"] = version.form.confidentiality_limits.get(text.language, "")
    told["/partner_note"] = version.form.partner_note.get(text.language, "")
    return told


def missing(version: FormVersion, language: str) -> list[str]:
    """What is not written yet. A card without a title needs none in any language."""
    source = pieces(version, version.texts[source_of(version.texts)])
    told = pieces(version, version.texts[language])
    untitled = {name for name, said in source.items() if name.endswith("/title") and not said}
    return [name for name, said in told.items() if not said and name not in untitled]


def behind(version: FormVersion, before: FormVersion, language: str) -> list[str]:
    """What stands as it stood in `before`, though the language it is translated from now says something else."""
    source = source_of(version.texts)
    if language == source or not {language, source} <= before.texts.keys():
        return []
    now, then = (pieces(one, one.texts[language]) for one in (version, before))
    source_now, source_then = (pieces(one, one.texts[source]) for one in (version, before))
    same = [name for name, said in now.items() if said and then.get(name) == said]
    return [name for name in same if source_now.get(name) != source_then.get(name)]


def unwritten(version: FormVersion) -> list[str]:
    """What everybody is missing: a term, a question's recipients, something in the first language."""
    form, source = version.form, source_of(version.texts)
    terms = {"controller": form.controller, "contact": form.contact, "retention": form.retention}
    return [
        *(f"/terms/{name}" for name, said in terms.items() if not said),
        *(f"/purposes/{one.key}/recipients" for one in version.purposes if may_offer(one.key) and not one.recipients),
        *(f"/texts/{source}{name}" for name in missing(version, source)),
    ]
