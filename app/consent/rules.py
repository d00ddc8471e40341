# SPDX-License-Identifier: Apache-2.0
"""What people allow, as facts, and the verdicts over them. Pure: fetches nothing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

HOLD: Final = "hold_and_transcribe"
TEAM: Final = "project_team"
GIVEN: Final = "given"
REFUSED: Final = "refused"
WITHDRAWN: Final = "withdrawn"
STORYTELLER: Final = "storyteller"
GUARDIAN: Final = "guardian"
GUARDIAN_BASIS: Final = "guardian"
ASK_EACH_TIME: Final = "ask-each-time"

FACET_VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "form": ("words", "voice"),
    "name": ("none", "pseudonym", "real"),
    "reuse": ("view", "quote", "remix"),
    "place": ("none", "area", "exact"),
    "date": ("year", "month", "exact"),
}
"""The values of a facet, the one that tells least first."""

FACET_DEFAULTS: Final[Mapping[str, str]] = {
    "form": "words",
    "name": "none",
    "reuse": "view",
    "place": "area",
    "date": "month",
}
CLASS_OF: Final[Mapping[str, str]] = {
    "research": "research",
    "public_words": "public",
    "public_voice": "public",
    "quote_only": "public",
}
"""Whom a question opens for, unless it names some of them; `share_partner:` says so itself."""
INSTANT_FACETS: Final = ("embargo_until", "expires_at")
FACETS: Final = (*FACET_VALUES, *INSTANT_FACETS, "audience", "licence", "credit")


@dataclass(frozen=True)
class PurposeMeta:
    key: str
    required: bool
    recipients: tuple[str, ...]
    facets: tuple[str, ...]
    lawful_basis: str
    expires_after_days: int | None


@dataclass(frozen=True)
class ParticipantTerms:
    """What one voice allows now. `facets` names every facet of a given purpose, defaults filled in, instants as RFC
    3339 strings; `choices` already counts a guardian's no. `form_status`: active, retired-in-grace, retired,
    untranslated, altered."""

    record_id: UUID
    participant_id: UUID
    role: str
    choices: Mapping[str, str]
    facets: Mapping[str, Mapping[str, Any]]
    embargo_until: datetime | None
    hidden: bool
    withdrawn: bool
    form_status: str
    basis: str
    guardian_ok: bool
    wants_sign_off: bool
    given_at: datetime
    purposes_meta: Mapping[str, PurposeMeta]


def gives(terms: ParticipantTerms, purpose: str) -> bool:
    """Whether this voice says yes to the purpose; what nobody answered is a no."""
    return not terms.withdrawn and terms.choices.get(purpose) == GIVEN


def with_guardians(choices: Mapping[str, str], guardians: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """A purpose is given where the speaker and every guardian give it."""
    others = list(guardians)
    return {
        key: GIVEN if choice == GIVEN and all(other.get(key) == GIVEN for other in others) else REFUSED
        for key, choice in choices.items()
    }


def with_defaults(
    choices: Mapping[str, str], facets: Mapping[str, Mapping[str, Any]], metas: Mapping[str, PurposeMeta]
) -> dict[str, dict[str, Any]]:
    """The facets of every given purpose; where nobody said otherwise, the default that tells least."""
    given = [meta for key, meta in metas.items() if choices.get(key) == GIVEN]
    return {
        meta.key: {
            **{name: value for name, value in FACET_DEFAULTS.items() if name in meta.facets},
            **_named_in(meta),
            **facets.get(meta.key, {}),
        }
        for meta in given
    }


def _named_in(meta: PurposeMeta) -> dict[str, list[str]]:
    """A question that names some of a class does not ask for the others in it."""
    of_class = CLASS_OF.get(meta.key, meta.key.partition(":")[2])
    return {} if not of_class or of_class in meta.recipients else {"audience": list(meta.recipients)}


def may_process(terms: Iterable[ParticipantTerms]) -> bool:
    """Whether the story may be kept and written down: every voice allows it, and there is one."""
    voices = list(terms)
    return bool(voices) and all(gives(voice, HOLD) for voice in voices)


def team_may_read(terms: Iterable[ParticipantTerms]) -> bool:
    """Whether the desk may open the story's content."""
    voices = list(terms)
    return may_process(voices) and all(gives(voice, TEAM) for voice in voices)


class CutRefusal(StrEnum):
    """Why nobody may open a story to cut a voice out of it."""

    NOBODY_GONE = "nobody-gone"
    UNDO_RUNS = "undo-runs"
    OTHERS_REFUSE = "others-refuse"


def may_cut(terms: Iterable[ParticipantTerms], gone: Collection[UUID]) -> CutRefusal | None:
    """What keeps the desk from cutting voices out; None where it may. `gone`: records whose days to undo are over.

    All of them go at once. While somebody may still come back nobody looks, and nobody looks past a voice that stays
    and does not let the team in; with the last storyteller the whole story goes, and nothing is cut.
    """
    voices = list(terms)
    leaving = [voice for voice in voices if voice.withdrawn]
    staying = [voice for voice in voices if not voice.withdrawn]
    tells = {voice.record_id for voice in voices if voice.role == STORYTELLER} or {one.record_id for one in voices}
    if not leaving or not any(voice.record_id in tells for voice in staying):
        return CutRefusal.NOBODY_GONE
    if any(voice.record_id not in gone for voice in leaving):
        return CutRefusal.UNDO_RUNS
    return None if team_may_read(staying) else CutRefusal.OTHERS_REFUSE


def only_narrows(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether no facet of `after` lets more out than `before`."""
    return all(_narrower(name, before.get(name), after.get(name)) for name in {*before, *after})


def _narrower(name: str, before: Any, after: Any) -> bool:  # noqa: ANN401 - a facet is text, a list or nothing
    if before == after:
        return True
    if name in FACET_VALUES:
        order = FACET_VALUES[name]
        default = FACET_DEFAULTS[name]
        return order.index(after or default) <= order.index(before or default)
    if name in INSTANT_FACETS or name == "audience":
        return before is None or (after is not None and _is_inside(name, before, after))
    if name == "licence":
        return after == ASK_EACH_TIME or (after is None and before != ASK_EACH_TIME)
    return not after


def _is_inside(name: str, before: Any, after: Any) -> bool:  # noqa: ANN401 - two times, or two lists
    if name == "audience":
        return set(after) <= set(before)
    starts_later = instant(after) >= instant(before)
    return starts_later if name == "embargo_until" else instant(after) <= instant(before)


def changed(before: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """One purpose's facets once somebody has said more of them. A line of credit goes with the name it was said for."""
    is_renamed = told.get("name", before.get("name")) != before.get("name")
    return {**{name: value for name, value in before.items() if not (is_renamed and name == "credit")}, **told}


def instant(told: str) -> datetime:
    """A facet's RFC 3339 time."""
    return datetime.fromisoformat(told).astimezone(UTC)
