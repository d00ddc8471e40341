# SPDX-License-Identifier: Apache-2.0
"""How a consent stands, in one word; when a silent partner is chased; what of a story one person's data holds. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from app.consent.rules import GIVEN, HOLD, TEAM, WITHDRAWN, ParticipantTerms, gives, instant, team_may_read

CHASED_AFTER_DAYS: Final = (1, 7, 30)
STANDING_FORMS: Final = frozenset({"active", "retired-in-grace"})
INSIDE: Final = frozenset({HOLD, TEAM, "recontact"})
"""Purposes that let nothing out of the house."""
PERSONAL_FACETS: Final = frozenset({"credit"})
"""What names a person: it stays on the story's own screen."""


class State(StrEnum):
    GIVEN = "given"
    NARROWED = "narrowed"
    EMBARGOED = "embargoed"
    HIDDEN = "hidden"
    EXPIRED = "expired"
    INVALID = "invalid"
    UNDO = "undo"
    WITHDRAWN = "withdrawn"


class Withheld(StrEnum):
    """Why words and sound are not in somebody's bundle."""

    TAKEN_BACK = "taken-back"
    CLOSED_TO_TEAM = "closed-to-team"
    VOICES_TOGETHER = "voices-together"


@dataclass(frozen=True)
class Told:
    """One word about a record: what held from then on."""

    type: str
    at: datetime
    choices: Mapping[str, str]
    facets: Mapping[str, Mapping[str, Any]]


def state_of(terms: ParticipantTerms, events: Sequence[Told], undo_until: datetime | None, at: datetime) -> State:
    """The one word that matters most; `events` oldest first."""
    if terms.withdrawn:
        return State.UNDO if undo_until is not None and at < undo_until else State.WITHDRAWN
    if terms.form_status not in STANDING_FORMS or not terms.guardian_ok:
        return State.INVALID
    if terms.hidden:
        return State.HIDDEN
    if is_expired(terms, at):
        return State.EXPIRED
    if terms.embargo_until is not None and at < terms.embargo_until:
        return State.EMBARGOED
    return State.NARROWED if _is_less(events) else State.GIVEN


def _is_less(events: Sequence[Told]) -> bool:
    """Whether less is allowed now than was at first. More in one place does not make up for less in another."""
    first, now = events[0], events[-1]
    if any(now.choices.get(key) != GIVEN for key, choice in first.choices.items() if choice == GIVEN):
        return True
    was_narrowed = any(event.type == "narrowed" for event in events)
    return was_narrowed and any(now.facets.get(key, {}) != told for key, told in first.facets.items())


def end_of(terms: ParticipantTerms, purpose: str) -> datetime | None:
    """When a yes to this purpose ends: by the form's term or the person's own date, whichever comes first."""
    days = terms.purposes_meta[purpose].expires_after_days if purpose in terms.purposes_meta else None
    chosen = terms.facets.get(purpose, {}).get("expires_at")
    ends = [terms.given_at + timedelta(days=days)] if days is not None else []
    return min([*ends, *([instant(chosen)] if isinstance(chosen, str) else [])], default=None)


def first_end(terms: ParticipantTerms) -> datetime | None:
    """When the first of this voice's yeses ends."""
    ends = [end_of(terms, purpose) for purpose in terms.choices if gives(terms, purpose)]
    return min((end for end in ends if end is not None), default=None)


def is_expired(terms: ParticipantTerms, at: datetime) -> bool:
    """Whether this voice let something out, and every such yes has ended."""
    out = [purpose for purpose in terms.choices if purpose not in INSIDE and gives(terms, purpose)]
    ends = [end_of(terms, purpose) for purpose in out]
    return bool(out) and all(end is not None and end <= at for end in ends)


def undo_end(events: Sequence[Told], days: int) -> datetime | None:
    """Until when this voice may bring back what it took back whole; asking again does not move it."""
    last = None
    for event in reversed(events):
        if event.type != WITHDRAWN:
            break
        last = event.at
    return None if last is None else last + timedelta(days=days)


def impersonal(facets: Mapping[str, Any]) -> dict[str, Any]:
    """A purpose's facets without what names somebody."""
    return {name: value for name, value in facets.items() if name not in PERSONAL_FACETS}


def stage_due(told_at: datetime, at: datetime, done: Iterable[int]) -> int | None:
    """The latest stage whose day has come and which was not reached yet; what was slept through is not made up for."""
    come = [days for days in CHASED_AFTER_DAYS if told_at + timedelta(days=days) <= at]
    reached = max(done, default=0)
    return come[-1] if come and come[-1] > reached else None


def withheld(terms: Sequence[ParticipantTerms], *, is_withdrawn: bool) -> Withheld | None:
    """Why nothing of what was said may be handed out; None where this voice's own words may. `terms` of every voice."""
    if is_withdrawn or any(voice.withdrawn for voice in terms):
        return Withheld.TAKEN_BACK
    return None if team_may_read(terms) else Withheld.CLOSED_TO_TEAM


def own_label(name: str, others: Iterable[str]) -> str | None:
    """How words of this voice are marked at the desk; None where another bears the same name, or nobody gave one."""
    mine = name.strip()
    return mine if mine and mine not in {other.strip() for other in others} else None
