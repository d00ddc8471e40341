# SPDX-License-Identifier: Apache-2.0
"""May this edition leave, to whom, how coarse? Pure: facts in, verdict out. What is not a clear yes is a no."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app.publishing.editions import Outlet, Principal, PrincipalKind, Reason

GIVEN: Final = "given"
HOLD: Final = "hold_and_transcribe"
ASK_EACH_TIME: Final = "ask-each-time"
PUBLIC: Final = "public"
PUBLIC_VOICE: Final = "public_voice"
UNNAMED: Final = "A storyteller"
STORYTELLER: Final = "storyteller"

PARTNER_OUTLETS: Final = frozenset(
    {Outlet.PARTNER, Outlet.FEED, Outlet.EXPORT, Outlet.COLLECTION, Outlet.SEARCH, Outlet.STATISTICS}
)
OPEN_STATUSES: Final = frozenset({"in_review", "awaiting_sign_off", "approved"})
"""Reopening keeps the standing edition; declining and withdrawing do not."""

# Each facet from the narrowest value to the widest; the second figure is its default (consent.md §1).
PLACE: Final = (("none", "area", "exact"), 1)
DATE: Final = (("none", "year", "month", "exact"), 2)
REUSE: Final = (("view", "quote", "remix"), 0)
FORM: Final = (("words", "voice"), 0)
NAME: Final = (("none", "pseudonym", "real"), 0)


@dataclass(frozen=True)
class Voice:
    """What one participant wills now. `expires_at` is the form's own term, by purpose."""

    record_id: UUID
    role: str
    choices: Mapping[str, str]
    facets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    embargo_until: datetime | None = None
    hidden: bool = False
    withdrawn: bool = False
    form_stands: bool = True
    guardian_ok: bool = True
    expires_at: Mapping[str, datetime] = field(default_factory=dict)
    display_name: str = ""

    def gives(self, purpose: str) -> bool:
        return self.choices.get(purpose) == GIVEN


Use = tuple[Voice, str]
"""A voice, and a purpose it gives."""


@dataclass(frozen=True)
class Facts:
    """All that the gate looks at. `edition`: proof, current, superseded, retracted, or None where there is none.

    `is_heard`: of a proof, that somebody has played all that must be heard before it is approved; of what was released,
    that all of its sound was played before.
    """

    story_status: str
    edition: str | None
    edition_epoch: int
    epoch: int
    held: bool
    voices: tuple[Voice, ...]
    has_agreement: bool
    is_heard: bool
    sign_off_due: bool
    is_signed: bool


@dataclass(frozen=True)
class Allowed:
    """How much of the edition may leave: each value the narrowest that any voice chose."""

    form: str
    purposes: tuple[str, ...]
    place: str
    date: str
    reuse: str
    licence: str | None
    credit: str
    expires_at: datetime | None


@dataclass(frozen=True)
class Denied:
    reason: Reason


Verdict = Allowed | Denied


@dataclass(frozen=True)
class Obstacle:
    """Something that stands between a story and its release; `slug` is the refusal's name."""

    slug: str
    detail: str


def consent_obstacle(voices: Sequence[Voice], at: datetime) -> Obstacle | None:
    """What is wanting in consent itself, whoever the reader would be."""
    if not voices or not all(any(voice.gives(key) for key in voice.choices if is_sharing(key)) for voice in voices):
        return Obstacle("consent-missing", "Somebody whose voice is in it has not agreed to share it with anyone.")
    if not all(voice.form_stands for voice in voices):
        return Obstacle("consent-form-retired", "The form it was given on has been retired. Ask again on the new one.")
    if not all(voice.guardian_ok for voice in voices):
        return Obstacle("guardian-required", "A guardian's yes is missing for a child in this story.")
    if any(_voice_refusal(voice, at) not in {None, Reason.EMBARGOED} or voice.hidden for voice in voices):
        return Obstacle("consent-insufficient", "The storyteller has hidden it, or does not let us keep it.")
    if not shared_purposes(voices):
        return Obstacle("consent-insufficient", "The people in it agreed to different uses, none of them shared.")
    return None


def decide(facts: Facts, outlet: Outlet, principal: Principal, at: datetime) -> Verdict:
    """Whether this edition may leave by this outlet to this reader now, and in what form."""
    if facts.story_status == "withdrawn" or is_taken_back(facts.voices):
        return Denied(Reason.WITHDRAWN)
    if not facts.voices:
        return Denied(Reason.NO_CONSENT)
    if principal.kind is PrincipalKind.RECEIPT:
        return _own_copy(facts, outlet, principal)
    if outlet not in PARTNER_OUTLETS or not facts.has_agreement:
        return Denied(Reason.AGREEMENT_MISSING)
    refusal = _standing_refusal(facts) or _consent_refusal(facts.voices, principal, at)
    return Denied(refusal) if refusal else _allowed(facts, principal, at)


def purposes_for(principal: Principal) -> tuple[str, ...]:
    """The purposes that open for this reader: any one of them suffices, unless the reader was refused by name."""
    if principal.audience == PUBLIC:
        return ("public_words",)
    if principal.audience == "research":
        return ("research",)
    return (f"share_partner:{principal.audience}", f"share_partner:{principal.principal_id}")


def _standing_refusal(facts: Facts) -> Reason | None:
    if facts.held:
        return Reason.ON_HOLD
    if facts.edition not in {"proof", "current"} or facts.edition_epoch != facts.epoch:
        return Reason.EDITION_STALE
    if facts.story_status not in OPEN_STATUSES:
        return Reason.NOT_APPROVED
    if facts.edition == "current":
        return None
    if facts.story_status != "approved" or not facts.is_heard:
        return Reason.NOT_APPROVED
    return Reason.SIGN_OFF_MISSING if facts.sign_off_due and not facts.is_signed else None


def _consent_refusal(voices: Sequence[Voice], principal: Principal, at: datetime) -> Reason | None:
    for voice in voices:
        if refusal := _voice_refusal(voice, at) or _purpose_refusal(voice, principal, at):
            return refusal
    return None


def _voice_refusal(voice: Voice, at: datetime) -> Reason | None:
    if not voice.form_stands:
        return Reason.FORM_NOT_VALID
    if not voice.guardian_ok:
        return Reason.GUARDIAN_MISSING
    if not voice.gives(HOLD):
        return Reason.NO_CONSENT
    if _has_expired(voice, HOLD, at):
        return Reason.EXPIRED
    is_embargoed = voice.hidden or (voice.embargo_until is not None and voice.embargo_until > at)
    return Reason.EMBARGOED if is_embargoed else None


def _purpose_refusal(voice: Voice, principal: Principal, at: datetime) -> Reason | None:
    wanted = purposes_for(principal)
    given = _given(voice, wanted)
    by_name = wanted[-1]
    if not given or (by_name in voice.choices and by_name not in given):
        return Reason.PURPOSE_NOT_GIVEN
    for purpose in given:
        if refusal := _facet_refusal(voice, purpose, principal, at):
            return refusal
    return None


def _facet_refusal(voice: Voice, purpose: str, principal: Principal, at: datetime) -> Reason | None:
    facets = voice.facets.get(purpose, {})
    embargo, is_clear = _instant(facets.get("embargo_until"))
    if not is_clear or (embargo is not None and embargo > at):
        return Reason.EMBARGOED
    if _has_expired(voice, purpose, at):
        return Reason.EXPIRED
    if not _names(facets.get("audience"), principal):
        return Reason.RECIPIENT_NOT_NAMED
    licence = facets.get("licence")
    asks = licence is not None and (not isinstance(licence, str) or licence == ASK_EACH_TIME)
    return Reason.LICENCE_ASKS if asks else None


def _names(audience: object, principal: Principal) -> bool:
    """Whether the reader is among those who were named; an empty list names nobody."""
    if audience is None:
        return True
    called = (str(principal.principal_id), principal.name, principal.audience)
    return isinstance(audience, list | tuple) and any(one in audience for one in called)


def _allowed(facts: Facts, principal: Principal, at: datetime) -> Allowed:
    wanted = purposes_for(principal)
    uses = [(voice, purpose) for voice in facts.voices for purpose in _given(voice, wanted)]
    purposes = sorted({purpose for _, purpose in uses})
    has_sound = facts.is_heard and _may_hear(facts.voices, uses, principal, at)
    if has_sound and principal.audience == PUBLIC:
        purposes.append(PUBLIC_VOICE)
        uses += [(voice, PUBLIC_VOICE) for voice in facts.voices]
    chosen = [voice.facets.get(purpose, {}) for voice, purpose in uses]
    licences = {str(facets.get("licence") or "") for facets in chosen}
    ends = [end for voice, purpose in [*uses, *((one, HOLD) for one in facts.voices)] for end in _ends(voice, purpose)]
    return Allowed(
        form="voice" if has_sound else "words",
        purposes=tuple(purposes),
        place=narrowest(chosen, "place"),
        date=narrowest(chosen, "date"),
        reuse=narrowest(chosen, "reuse"),
        licence=licences.pop() or None if len(licences) == 1 else None,
        credit=credit(facts.voices, uses),
        expires_at=min(ends, default=None),
    )


def _may_hear(voices: Sequence[Voice], uses: Sequence[Use], principal: Principal, at: datetime) -> bool:
    """Whether this reader may have the sound; the public has it by a yes of its own, with that yes's own facets."""
    if principal.audience != PUBLIC:
        return narrowest([voice.facets.get(purpose, {}) for voice, purpose in uses], "form") == "voice"
    return all(v.gives(PUBLIC_VOICE) and not _facet_refusal(v, PUBLIC_VOICE, principal, at) for v in voices)


def _own_copy(facts: Facts, outlet: Outlet, principal: Principal) -> Verdict:
    """The storyteller sees the most that any reader would see; a hold does not close this door."""
    if outlet is not Outlet.RECEIPT or principal.principal_id not in {voice.record_id for voice in facts.voices}:
        return Denied(Reason.NO_CONSENT)
    if facts.edition not in {"proof", "current"}:
        return Denied(Reason.NOT_APPROVED)
    shared = shared_purposes(facts.voices)
    by_purpose = [[voice.facets.get(purpose, {}) for voice in facts.voices] for purpose in shared]
    return Allowed(
        form="voice",
        purposes=shared,
        place=_widest([narrowest(chosen, "place") for chosen in by_purpose], PLACE[0]),
        date=_widest([narrowest(chosen, "date") for chosen in by_purpose], DATE[0]),
        reuse=_widest([narrowest(chosen, "reuse") for chosen in by_purpose], REUSE[0]),
        licence=None,
        credit=credit(facts.voices, [(voice, purpose) for voice in facts.voices for purpose in shared]),
        expires_at=None,
    )


FACETS: Final = {"place": PLACE, "date": DATE, "reuse": REUSE, "form": FORM, "name": NAME}


def narrowest(chosen: Iterable[Mapping[str, Any]], facet: str) -> str:
    """The narrowest value of this facet among what was chosen; an unreadable value counts as the narrowest there is."""
    values, default = FACETS[facet]
    ranks = [_rank(facets.get(facet), values, default) for facets in chosen]
    return values[min(ranks, default=0)]


def _rank(value: object, values: Sequence[str], default: int) -> int:
    if value is None:
        return default
    return values.index(value) if isinstance(value, str) and value in values else 0


def _widest(found: Sequence[str], values: Sequence[str]) -> str:
    return values[max((values.index(value) for value in found), default=0)]


def next_opening(voices: Sequence[Voice], at: datetime) -> datetime | None:
    """The next moment at which an embargo ends, so that somebody looks again then."""
    chosen = [_instant(facets.get("embargo_until"))[0] for voice in voices for facets in voice.facets.values()]
    ends = [*chosen, *(voice.embargo_until for voice in voices)]
    return min((end for end in ends if end is not None and end > at), default=None)


def is_open(facts: Facts, at: datetime) -> bool:
    """Whether nothing but a reader's own purpose could still stand in the way of this edition."""
    if not facts.voices or is_taken_back(facts.voices) or _standing_refusal(facts):
        return False
    return not any(_voice_refusal(voice, at) for voice in facts.voices)


def is_taken_back(voices: Sequence[Voice]) -> bool:
    """Whether somebody whose voice is in it has taken everything back: then it is hidden for all of them."""
    return any(voice.withdrawn for voice in voices)


def shared_purposes(voices: Sequence[Voice]) -> tuple[str, ...]:
    """The purposes under which somebody outside may have the story, given by every voice."""
    if not voices:
        return ()
    common = set.intersection(*({key for key in voice.choices if voice.gives(key)} for voice in voices))
    return tuple(sorted(key for key in common if is_sharing(key)))


def is_sharing(purpose: str) -> bool:
    return purpose in {"public_words", "research"} or purpose.startswith("share_partner:")


def may_release_voice(voices: Sequence[Voice], at: datetime) -> bool:
    """Whether some reader could get the sound, now or once an embargo ends: then somebody must have heard all of it."""
    if not voices:
        return False
    if all(v.gives("public_words") and v.gives(PUBLIC_VOICE) and not _has_expired(v, PUBLIC_VOICE, at) for v in voices):
        return True
    private = [key for key in shared_purposes(voices) if key != "public_words"]
    return any(narrowest([voice.facets.get(key, {}) for voice in voices], "form") == "voice" for key in private)


def credit(voices: Sequence[Voice], uses: Iterable[Use]) -> str:
    """The line that says who told it: each storyteller as they chose to be named for these uses."""
    under = list(uses)
    tellers = [voice for voice in voices if voice.role == STORYTELLER] or list(voices)
    lines = [_credit_line(one, [one.facets.get(key, {}) for voice, key in under if voice is one]) for one in tellers]
    return ", ".join(dict.fromkeys(lines)) or UNNAMED


def _credit_line(voice: Voice, chosen: Sequence[Mapping[str, Any]]) -> str:
    """A line counts only where it was given together with the narrowest name: a pseudonym is never the real one."""
    name = narrowest(chosen, "name")
    if name == "none":
        return UNNAMED
    lines = [facets.get("credit") for facets in chosen if narrowest([facets], "name") == name]
    told = next((line for line in lines if isinstance(line, str) and line), "")
    return told or (voice.display_name if name == "real" else "") or UNNAMED


def _given(voice: Voice, purposes: Sequence[str]) -> list[str]:
    return [purpose for purpose in purposes if voice.gives(purpose)]


def _has_expired(voice: Voice, purpose: str, at: datetime) -> bool:
    _, is_clear = _instant(voice.facets.get(purpose, {}).get("expires_at"))
    return not is_clear or any(end <= at for end in _ends(voice, purpose))


def _ends(voice: Voice, purpose: str) -> list[datetime]:
    chosen, _ = _instant(voice.facets.get(purpose, {}).get("expires_at"))
    return [end for end in (chosen, voice.expires_at.get(purpose)) if end is not None]


def _instant(value: object) -> tuple[datetime | None, bool]:
    """The instant, and whether the value could be read; what cannot be read is never a yes."""
    if value is None:
        return None, True
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        return None, False
    return (moment, True) if moment.tzinfo else (None, False)
