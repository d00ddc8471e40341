# SPDX-License-Identifier: Apache-2.0
"""What all voices of a story allow together, the narrowest of them, as facts; each reader's language says them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from app.consent import rules
from app.consent.rules import ParticipantTerms
from app.kit.shapes import Answer, Instant

SHARE: Final = "share_partner:"
WAYS_OUT: Final = frozenset({"research", "public_words", "public_voice", "quote_only"})


class Shut(StrEnum):
    """Why nothing may leave at all."""

    NO_CONSENT = "no-consent"
    TAKEN_BACK = "taken-back"
    GUARDIAN_MISSING = "guardian-missing"
    FORM_ENDED = "form-ended"


class Way(Answer):
    """A way out that every voice gives. `form` is absent where the question itself says whether it means the voice."""

    purpose: str
    form: str | None
    name: str
    until: Instant | None


class Allowed(Answer):
    """Where `shut` says why, nothing else is told."""

    shut: Shut | None = None
    to: tuple[Way, ...] = ()
    not_to: tuple[str, ...] = ()
    to_team: bool = False
    is_hidden: bool = False
    not_before: Instant | None = None
    may_ask_again: bool = False


def sum_up(terms: Sequence[ParticipantTerms]) -> Allowed:
    shut = _shut(terms)
    if shut is not None:
        return Allowed(shut=shut)
    asked = [key for key in terms[0].purposes_meta if key.startswith(SHARE) or key in WAYS_OUT]
    given = [key for key in asked if _all_give(key, terms)]
    embargoes = [voice.embargo_until for voice in terms if voice.embargo_until]
    return Allowed(
        to=tuple(_way(key, terms) for key in given),
        not_to=tuple(key for key in asked if key not in given),
        to_team=_all_give(rules.TEAM, terms),
        is_hidden=any(voice.hidden for voice in terms),
        not_before=max(embargoes, default=None),
        may_ask_again=_all_give("recontact", terms),
    )


def _shut(terms: Sequence[ParticipantTerms]) -> Shut | None:
    if not terms:
        return Shut.NO_CONSENT
    if any(voice.withdrawn for voice in terms):
        return Shut.TAKEN_BACK
    if not all(voice.guardian_ok for voice in terms):
        return Shut.GUARDIAN_MISSING
    if any(voice.form_status not in {"active", "retired-in-grace"} for voice in terms):
        return Shut.FORM_ENDED
    return None


def _all_give(key: str, terms: Sequence[ParticipantTerms]) -> bool:
    return all(rules.gives(voice, key) for voice in terms)


def _way(key: str, terms: Sequence[ParticipantTerms]) -> Way:
    facets = [voice.facets.get(key, {}) for voice in terms]
    return Way(
        purpose=key,
        form=_least("form", key, terms) if any("form" in told for told in facets) else None,
        name=_least("name", key, terms),
        until=min((rules.instant(end) for told in facets if (end := told.get("expires_at"))), default=None),
    )


def _least(name: str, key: str, terms: Sequence[ParticipantTerms]) -> str:
    order = rules.FACET_VALUES[name]
    values: list[str] = [voice.facets.get(key, {}).get(name, rules.FACET_DEFAULTS[name]) for voice in terms]
    return min(values, key=order.index)
