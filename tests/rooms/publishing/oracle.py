# SPDX-License-Identifier: Apache-2.0
"""The rules of consent.md a second time: slow, one row each, written from the text and not from the gate."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from app.publishing.editions import Outlet, Principal, PrincipalKind, Reason
from app.publishing.rules import Allowed, Facts, Verdict, Voice

ORDER: Mapping[str, tuple[str, ...]] = {
    "place": ("none", "area", "exact"),
    "date": ("none", "year", "month", "exact"),
    "reuse": ("view", "quote", "remix"),
    "form": ("words", "voice"),
    "name": ("none", "pseudonym", "real"),
}
"""§1, facets, the one that tells least first."""
DEFAULT: Mapping[str, str] = {"place": "area", "date": "month", "reuse": "view", "form": "words", "name": "none"}
Use = tuple[Voice, str]
PARTNERS_OUTLETS = ("partner", "feed", "export", "collection", "search", "statistics")
"""§3: ways out that a partner's key opens; public pages and embedding have no reader yet, so nothing names them."""
STANDING = ("approved", "in_review", "awaiting_sign_off")
"""§2 rules 8 and 16: approved, or reopened from there."""
LIVE = ("proof", "current")
KEEPING = "hold_and_transcribe"
"""§1: needed to keep anything."""


@dataclass(frozen=True)
class Case:
    """One question put to the gate."""

    facts: Facts
    outlet: Outlet
    principal: Principal
    at: datetime

    @property
    def is_own(self) -> bool:
        """Whether a storyteller asks, and not a partner."""
        return self.principal.kind is PrincipalKind.RECEIPT

    def uses(self, voice: Voice) -> list[str]:
        """§1: what opens for the reader's class, or for the reader by id, as far as this voice gives it;
        §2 rule 2: a no to the reader by id outweighs a yes to the class."""
        reader = self.principal
        by_id = f"share_partner:{reader.principal_id}"
        if reader.audience not in {"public", "research"} and by_id in voice.choices and not gives(voice, by_id):
            return []
        known = {"public": ["public_words"], "research": ["research"]}
        named = [f"share_partner:{reader.audience}", f"share_partner:{reader.principal_id}"]
        return [use for use in known.get(reader.audience, named) if gives(voice, use)]


def facet(voice: Voice, purpose: str, name: str) -> Any:
    return voice.facets.get(purpose, {}).get(name)


def rank(voice: Voice, purpose: str, name: str) -> int:
    """Where the voice's answer stands; unanswered is the default, and what nobody can read tells nothing."""
    said = facet(voice, purpose, name)
    said = DEFAULT[name] if said is None else said
    return ORDER[name].index(said) if isinstance(said, str) and said in ORDER[name] else 0


def narrowest(told: Iterable[Use], name: str) -> str:
    return ORDER[name][min((rank(voice, purpose, name) for voice, purpose in told), default=0)]


def instant(said: Any) -> datetime | None:
    """None where it is no moment in time: what is not readable, or of no zone."""
    try:
        told = said if isinstance(said, datetime) else datetime.fromisoformat(said)
    except (TypeError, ValueError):
        return None
    return told.astimezone(UTC) if told.tzinfo else None


def is_embargoed(voice: Voice, purpose: str, at: datetime) -> bool:
    said = facet(voice, purpose, "embargo_until")
    until = instant(said)
    return said is not None and (until is None or at < until)


def ends(voice: Voice, purpose: str) -> list[datetime]:
    """§1: the facet's end and the form's own term."""
    told = (instant(facet(voice, purpose, "expires_at")), voice.expires_at.get(purpose))
    return [end for end in told if end is not None]


def has_expired(voice: Voice, purpose: str, at: datetime) -> bool:
    said = facet(voice, purpose, "expires_at")
    return (said is not None and instant(said) is None) or any(at >= end for end in ends(voice, purpose))


def names(voice: Voice, purpose: str, reader: Principal) -> bool:
    """§1, audience: all whom the question named, or some of them, by class or one by one."""
    said = facet(voice, purpose, "audience")
    called = (reader.audience, reader.name, str(reader.principal_id))
    return said is None or (isinstance(said, (list, tuple)) and any(one in said for one in called))


def asks_each_time(voice: Voice, purpose: str) -> bool:
    said = facet(voice, purpose, "licence")
    return said is not None and (not isinstance(said, str) or said == "ask-each-time")


def gives(voice: Voice, purpose: str) -> bool:
    """§2 rule 13: silence, and any word but yes, refuses."""
    return purpose in voice.choices and voice.choices[purpose] == "given"


def anybody(stops: Callable[[Voice], bool]) -> Callable[[Case], bool]:
    """§2 rule 4: every participant must allow."""
    return lambda case: any(stops(voice) for voice in case.facts.voices)


def any_use(stops: Callable[[Voice, str, Case], bool]) -> Callable[[Case], bool]:
    """§2 rule 2: over each yes that opens for this reader."""
    return lambda case: any(stops(voice, use, case) for voice in case.facts.voices for use in case.uses(voice))


def a_proof(stops: Callable[[Facts], bool]) -> Callable[[Case], bool]:
    """§2 rules 8 and 16: what publishing needs; an edition that was published stands while the story is reopened."""
    return lambda case: case.facts.edition == "proof" and stops(case.facts)


@dataclass(frozen=True)
class Row:
    """One sentence of the text: what it stops, and what the refusal is called."""

    name: str
    section: str
    reason: Reason
    stops: Callable[[Case], bool]
    of_reader: bool = False
    """Whether another reader might pass."""


R = Reason
EVERYBODY = (
    Row("nobody has answered", "§2.1", R.NO_CONSENT, lambda case: not case.facts.voices),
    Row("the story was taken back", "§6.2", R.WITHDRAWN, lambda case: case.facts.story_status == "withdrawn"),
    Row("one voice took theirs back", "§2.4", R.WITHDRAWN, anybody(lambda voice: voice.withdrawn)),
)
STORYTELLERS = (
    Row("a receipt has one door", "§3", R.NO_CONSENT, lambda case: case.outlet is not Outlet.RECEIPT),
    Row(
        "a receipt opens one story",
        "§4",
        R.NO_CONSENT,
        lambda case: case.principal.principal_id not in [voice.record_id for voice in case.facts.voices],
    ),
    Row("there is nothing to look at", "§5", R.NOT_APPROVED, lambda case: case.facts.edition not in LIVE),
)
PARTNERS = (
    Row(
        "no partner uses this door",
        "§3",
        R.AGREEMENT_MISSING,
        lambda case: case.outlet.value not in PARTNERS_OUTLETS,
        of_reader=True,
    ),
    Row(
        "there is no agreement",
        "§2.2",
        R.AGREEMENT_MISSING,
        lambda case: not case.facts.has_agreement,
        of_reader=True,
    ),
    Row("somebody may be in danger", "§2.9", R.ON_HOLD, lambda case: case.facts.held),
    Row("no edition is live", "§2.15", R.EDITION_STALE, lambda case: case.facts.edition not in LIVE),
    Row("consent moved on", "§2.14", R.EDITION_STALE, lambda case: case.facts.edition_epoch != case.facts.epoch),
    Row("the story is not open", "§2.16", R.NOT_APPROVED, lambda case: case.facts.story_status not in STANDING),
    Row("nobody approved", "§2.8", R.NOT_APPROVED, a_proof(lambda facts: facts.story_status != "approved")),
    Row("nobody listened", "§2.8", R.NOT_APPROVED, a_proof(lambda facts: not facts.is_heard)),
    Row(
        "they wanted to look first",
        "§5",
        R.SIGN_OFF_MISSING,
        a_proof(lambda facts: facts.sign_off_due and not facts.is_signed),
    ),
    Row("the form does not stand", "§2.1", R.FORM_NOT_VALID, anybody(lambda voice: not voice.form_stands)),
    Row("a guardian is missing", "§2.5", R.GUARDIAN_MISSING, anybody(lambda voice: not voice.guardian_ok)),
    Row("it may not be kept", "§1", R.NO_CONSENT, anybody(lambda voice: not gives(voice, KEEPING))),
    Row("a voice hides it", "§6.1", R.EMBARGOED, anybody(lambda voice: voice.hidden)),
    Row(
        "a voice holds it back",
        "§2.2",
        R.EMBARGOED,
        lambda case: any(voice.embargo_until and case.at < voice.embargo_until for voice in case.facts.voices),
    ),
    Row(
        "no yes names this reader",
        "§2.2",
        R.PURPOSE_NOT_GIVEN,
        lambda case: any(not case.uses(voice) for voice in case.facts.voices),
        of_reader=True,
    ),
    Row(
        "keeping has run out",
        "§2.10",
        R.EXPIRED,
        lambda case: any(has_expired(voice, KEEPING, case.at) for voice in case.facts.voices),
    ),
    Row(
        "a use is held back",
        "§2.2",
        R.EMBARGOED,
        any_use(lambda voice, use, case: is_embargoed(voice, use, case.at)),
        of_reader=True,
    ),
    Row(
        "a use has run out",
        "§2.10",
        R.EXPIRED,
        any_use(lambda voice, use, case: has_expired(voice, use, case.at)),
        of_reader=True,
    ),
    Row(
        "others were named",
        "§1",
        R.RECIPIENT_NOT_NAMED,
        any_use(lambda voice, use, case: not names(voice, use, case.principal)),
        of_reader=True,
    ),
    Row(
        "the licence asks",
        "§1",
        R.LICENCE_ASKS,
        any_use(lambda voice, use, _: asks_each_time(voice, use)),
        of_reader=True,
    ),
)


@dataclass(frozen=True)
class Ruling:
    """What the text says: every row that stops this case, or how much may leave."""

    case: Case
    stopped: tuple[Row, ...]
    allowed: Allowed | None


class Quarrel(StrEnum):
    LET_OUT = "the gate lets out what the text keeps"
    KEPT = "the gate keeps what the text lets out"
    NAMED = "the gate refuses for what is not so"
    MEASURE = "more or less of it leaves than the text says"


def rule(case: Case) -> Ruling:
    stopped = tuple(row for row in (*EVERYBODY, *(STORYTELLERS if case.is_own else PARTNERS)) if row.stops(case))
    if stopped:
        return Ruling(case, stopped, None)
    return Ruling(case, (), own_copy(case.facts.voices) if case.is_own else allowed(case))


def quarrel(right: Ruling, verdict: Verdict | None) -> tuple[Quarrel, str] | None:
    """Where a gate's verdict leaves the text; None is a gate that broke."""
    if right.allowed is None:
        rows = ", ".join(row.name for row in right.stopped)
        if isinstance(verdict, Allowed):
            return Quarrel.LET_OUT, rows
        if verdict is None or verdict.reason not in {row.reason for row in right.stopped}:
            return Quarrel.NAMED, f"{verdict.reason if verdict else 'a fault'}, where {rows}"
        return None
    if not isinstance(verdict, Allowed):
        return Quarrel.KEPT, str(verdict.reason if verdict else "a fault")
    told = [name for name in vars(right.allowed) if getattr(right.allowed, name) != getattr(verdict, name)]
    words = [f"{name} {getattr(verdict, name)!r}, not {getattr(right.allowed, name)!r}" for name in told]
    return (Quarrel.MEASURE, "; ".join(words)) if told else None


def own_copy(voices: Iterable[Voice]) -> Allowed:
    """§5: what we would share at most, beside what they said; all of it may be heard."""
    told = list(voices)
    agreed = shared(told)
    every = [(voice, use) for voice in told for use in agreed]
    most = {name: widest_of_narrowest(told, agreed, name) for name in ("place", "date", "reuse")}
    return Allowed("voice", tuple(agreed), **most, licence=None, credit=credit(told, every), expires_at=None)


def widest_of_narrowest(voices: list[Voice], uses: list[str], name: str) -> str:
    found = [narrowest([(voice, use) for voice in voices], name) for use in uses]
    return max(found, key=ORDER[name].index, default=ORDER[name][0])


def shared(voices: list[Voice]) -> list[str]:
    """Every use by somebody outside that all of them give."""
    asked = {use for voice in voices for use in voice.choices}
    outside = [use for use in asked if use in {"public_words", "research"} or use.startswith("share_partner:")]
    return sorted(use for use in outside if all(gives(voice, use) for voice in voices))


def allowed(case: Case) -> Allowed:
    """§2 rule 2: the narrowest of every yes it leaves under; rule 8: sound only where a person heard it."""
    voices = case.facts.voices
    uses = [(voice, use) for voice in voices for use in case.uses(voice)]
    to_public = case.principal.audience == "public"
    sound = case.facts.is_heard and (public_may_hear(case) if to_public else narrowest(uses, "form") == "voice")
    under = uses + [(voice, "public_voice") for voice in voices if sound and to_public]
    licences = {facet(voice, use, "licence") for voice, use in under}
    last = [end for voice, use in [*under, *((voice, KEEPING) for voice in voices)] for end in ends(voice, use)]
    return Allowed(
        form="voice" if sound else "words",
        purposes=(*sorted({use for _, use in uses}), *(["public_voice"] if sound and to_public else [])),
        place=narrowest(under, "place"),
        date=narrowest(under, "date"),
        reuse=narrowest(under, "reuse"),
        licence=licences.pop() or None if len(licences) == 1 else None,
        credit=credit(voices, under),
        expires_at=min(last, default=None),
    )


def public_may_hear(case: Case) -> bool:
    """§1: sound reaches the public under a question of its own, with that question's own facets."""
    return all(
        gives(voice, "public_voice")
        and names(voice, "public_voice", case.principal)
        and not is_embargoed(voice, "public_voice", case.at)
        and not has_expired(voice, "public_voice", case.at)
        and not asks_each_time(voice, "public_voice")
        for voice in case.facts.voices
    )


def credit(voices: Iterable[Voice], under: Iterable[Use]) -> str:
    """§1, name: who told it, each as they chose to be called; each line once."""
    told, uses = list(voices), list(under)
    tellers = [voice for voice in told if voice.role == "storyteller"] or told
    lines = [called(voice, [use for use in uses if use[0] is voice]) for voice in tellers]
    return ", ".join(line for place, line in enumerate(lines) if line not in lines[:place])


def called(voice: Voice, uses: list[Use]) -> str:
    name = narrowest(uses, "name")
    if name == "none":
        return "A storyteller"
    lines = [facet(one, use, "credit") for one, use in uses if narrowest([(one, use)], "name") == name]
    written = [line for line in lines if isinstance(line, str) and line]
    real = [voice.display_name] if name == "real" and voice.display_name else []
    return [*written, *real, "A storyteller"][0]


def stands_open(case: Case) -> bool:
    """Whether nothing but who the reader is could still stop it."""
    return all(row.of_reader or not row.stops(case) for row in (*EVERYBODY, *PARTNERS))


def may_ever_be_heard(voices: Iterable[Voice], at: datetime) -> bool:
    """§2 rule 8: whether sound may leave to anybody, now or when an embargo ends; then a person hears it first."""
    told = list(voices)
    if not told:
        return False
    private = [use for use in shared(told) if use != "public_words"]
    return any(narrowest([(voice, use) for voice in told], "form") == "voice" for use in private) or all(
        gives(voice, "public_words") and gives(voice, "public_voice") and not has_expired(voice, "public_voice", at)
        for voice in told
    )


def opens_next(voices: Iterable[Voice], at: datetime) -> datetime | None:
    told = list(voices)
    said = [instant(facets.get("embargo_until")) for voice in told for facets in voice.facets.values()]
    return min((end for end in (*said, *(voice.embargo_until for voice in told)) if end and end > at), default=None)
