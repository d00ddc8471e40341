# SPDX-License-Identifier: Apache-2.0
"""Consent in one plain sentence, as the desk shows it beside a story."""

from collections.abc import Mapping, Sequence
from typing import Final

from app.consent import rules
from app.consent.rules import ParticipantTerms

_CALLED: Final[Mapping[str, str]] = {
    "research": "research",
    "public_words": "the public, in words",
    "public_voice": "the public, with the voice",
    "quote_only": "reports and articles, as short quotes",
}
_NAMED: Final[Mapping[str, str]] = {"none": "no name", "pseudonym": "another name", "real": "the real name"}


def say(terms: Sequence[ParticipantTerms]) -> str:
    """The sentence for all voices together: the narrowest of them."""
    if not terms:
        return "No consent is on record: nothing may leave."
    if any(voice.withdrawn for voice in terms):
        return "Taken back: nothing may leave."
    if not all(voice.guardian_ok for voice in terms):
        return "A guardian's yes is missing: nothing may leave."
    if any(voice.form_status not in {"active", "retired-in-grace"} for voice in terms):
        return "The consent form is no longer good: nothing may leave."
    parts = [_where_to(terms), *_when(terms)]
    if all(rules.gives(voice, "recontact") for voice in terms):
        parts.append("May be asked again.")
    if not all(rules.gives(voice, rules.TEAM) for voice in terms):
        parts.insert(0, "The team may not open it.")
    return " ".join(parts)


def _where_to(terms: Sequence[ParticipantTerms]) -> str:
    keys = [key for key in terms[0].purposes_meta if key.startswith("share_partner:") or key in _CALLED]
    given = [key for key in keys if all(rules.gives(voice, key) for voice in terms)]
    if not given:
        return "Nothing may leave the project."
    refused = [_name(key) for key in keys if key not in given]
    told = "; ".join(f"{_name(key)} ({_how(key, terms)})" for key in given)
    return f"May go to {told}." + (f" Not to {'; '.join(refused)}." if refused else "")


def _name(key: str) -> str:
    return _CALLED.get(key) or key.removeprefix("share_partner:")


def _how(key: str, terms: Sequence[ParticipantTerms]) -> str:
    told = []
    if any("form" in voice.facets.get(key, {}) for voice in terms):
        told.append({"words": "words only", "voice": "words and voice"}[_least("form", key, terms)])
    told.append(_NAMED[_least("name", key, terms)])
    ends = [end for voice in terms if (end := voice.facets.get(key, {}).get("expires_at"))]
    if ends:
        told.append(f"until {min(map(rules.instant, ends)):%-d %B %Y}")
    return ", ".join(told)


def _least(name: str, key: str, terms: Sequence[ParticipantTerms]) -> str:
    order = rules.FACET_VALUES[name]
    values: list[str] = [voice.facets.get(key, {}).get(name, rules.FACET_DEFAULTS[name]) for voice in terms]
    return min(values, key=order.index)


def _when(terms: Sequence[ParticipantTerms]) -> list[str]:
    if any(voice.hidden for voice in terms):
        return ["Hidden for now."]
    embargoes = [voice.embargo_until for voice in terms if voice.embargo_until]
    return [f"Not before {max(embargoes):%-d %B %Y}."] if embargoes else []
