# SPDX-License-Identifier: Apache-2.0
"""The forms *allow less* and *allow more*: what they ask, and what somebody's answers in them come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from starlette.datastructures import FormData

from app.consent.codes import fold
from app.consent.rules import FACET_VALUES, GIVEN, HOLD, REFUSED, ParticipantTerms, PurposeMeta, gives, instant
from app.receipts import queries, words

Choices = dict[str, str]
Facets = dict[str, dict[str, Any]]
KNOWN_PURPOSES: Final = frozenset(
    {HOLD, "project_team", "research", "public_words", "public_voice", "quote_only", "recontact", "community_archive"}
)
KNOWN_RECIPIENTS: Final = frozenset({"project_team", "services", "research", "public"})
TOLD: Final = ("form", "name")
FINE: Final = ("name", "place", "date", "reuse")
EVERY: Final = ("form", *FINE)
FROM, UNTIL = "embargo_until", "expires_at"
EAST, WEST = timedelta(hours=14), timedelta(hours=12)
"""How long before and after UTC a day begins, where it begins first and last."""


class NoSuchDay(ValueError):
    """No day, or one that has begun."""


@dataclass(frozen=True)
class Fork:
    """One finer choice: of one answer, of any number of them, or of a day. `picked` are the values that hold now."""

    kind: str
    name: str
    title: str
    answers: Sequence[tuple[str, str]] = ()
    picked: Sequence[str] = ()
    now: object = None
    earliest: str = ""
    latest: str = ""


@dataclass(frozen=True)
class Question:
    """One purpose: its answers, the first of which changes nothing, and what can be said more finely."""

    name: str
    title: str
    answers: Sequence[tuple[str, str]]
    who: str = ""
    fine: Sequence[Fork] = field(default_factory=tuple)


def less(language: str, mine: ParticipantTerms, at: datetime) -> list[Question]:
    """For each thing allowed that may be made less: what it may become."""
    found: list[Question] = []
    for purpose in _given(mine):
        answers = [("keep", words.say(language, "receipt-narrow-keep"))]
        if mine.facets.get(purpose, {}).get("form") == "voice":
            answers.append(("words", words.say(language, "receipt-narrow-words")))
        answers.append(("stop", words.say(language, "receipt-narrow-stop")))
        found.append(Question(purpose, called(language, purpose), answers, fine=_finer(language, purpose, mine, at)))
    return found


def _finer(language: str, purpose: str, mine: ParticipantTerms, at: datetime) -> list[Fork]:
    now, meta = mine.facets.get(purpose, {}), mine.purposes_meta.get(purpose)
    found = []
    for facet in FINE:
        values = FACET_VALUES[facet][: _rank(facet, now) + 1] if facet in now else ()
        if facet == "name" and len(values) > 1:  # another name would have to be told first, and that is no less
            values = (values[0], values[-1])
        if len(values) > 1:
            found.append(_of_one(language, purpose, facet, values[::-1], values[-1]))
    named = _audience(now, meta)
    if len(named) > 1:
        found.append(_of_any(language, purpose, named, named))
    if meta is not None:
        found += [_of_day(language, purpose, facet, now, at) for facet in (FROM, UNTIL) if facet in meta.facets]
    return found


def more(language: str, mine: ParticipantTerms, asked: Mapping[str, str], at: datetime) -> list[Question]:
    """For each thing refused the form's own question, `asked`; for each thing allowed what it may become."""
    keep, yes, no = (words.say(language, f"receipt-widen-{name}") for name in ("keep", "yes", "no"))
    found: list[Question] = []
    for purpose, meta in mine.purposes_meta.items():
        if not gives(mine, purpose):
            who = ", ".join(recipient(language, name) for name in meta.recipients)
            title = asked.get(purpose) or called(language, purpose)
            found.append(Question(purpose, title, [("no", no), ("yes", yes)], who=who))
            continue
        now = mine.facets.get(purpose, {})
        answers = [("keep", keep)]
        if now.get("form") == "words":
            answers.append(("voice", words.say(language, "receipt-widen-voice")))
        fine = _wider(language, purpose, now, meta, at)
        if len(answers) > 1 or fine:
            found.append(Question(purpose, called(language, purpose), answers, fine=fine))
    return found


def _wider(language: str, purpose: str, now: Mapping[str, Any], meta: PurposeMeta, at: datetime) -> list[Fork]:
    found = []
    for facet in FINE:
        values = FACET_VALUES[facet][_rank(facet, now) :] if facet in now else ()
        if len(values) > 1:
            found.append(_of_one(language, purpose, facet, values, values[0]))
        if facet == "name" and len(values) > 1 and "credit" in meta.facets:
            found.append(Fork("text", f"{purpose}.credit", words.say(language, "receipt-fine-credit")))
    named = _audience(now, meta)
    if set(named) < set(meta.recipients):
        found.append(_of_any(language, purpose, meta.recipients, named))
    starts = now.get(FROM)
    if starts is not None and instant(starts) > at:
        stays = words.say(language, "receipt-not-before", date=words.day(instant(starts)))
        answers = [("keep", stays), ("lift", words.say(language, "receipt-widen-lift"))]
        found.append(Fork("one", f"{purpose}.{FROM}", words.say(language, f"receipt-fine-{FROM}"), answers, ["keep"]))
    if now.get(UNTIL) is not None:
        found.append(_of_day(language, purpose, UNTIL, now, at, is_later=True))
    return found


def wants_less(form: FormData, mine: ParticipantTerms, at: datetime) -> tuple[Choices, Facets]:
    """What the answers of *allow less* come to. Raises NoSuchDay."""
    choices: Choices = {}
    facets: Facets = {}
    for purpose in _given(mine):
        told = _fine_answers(form, purpose, mine, at)
        answer = form.get(purpose)
        if answer == "stop" or told.get("audience") == []:
            choices[purpose] = REFUSED
            continue
        if answer == "words":
            told["form"] = "words"
        if told:
            facets[purpose] = told
    return choices, facets


def wants_more(form: FormData, mine: ParticipantTerms, at: datetime) -> tuple[Choices, Facets]:
    """What the answers of *allow more* come to: only what was said there, nothing by default. Raises NoSuchDay."""
    choices: Choices = {}
    facets: Facets = {}
    for purpose in mine.purposes_meta:
        answer = form.get(purpose)
        if not gives(mine, purpose):
            if answer == "yes":
                choices[purpose] = GIVEN
            continue
        told = _fine_answers(form, purpose, mine, at)
        if answer == "voice":
            told["form"] = "voice"
        if form.get(f"{purpose}.{FROM}") == "lift":
            told[FROM] = at.isoformat()
        credit = str(form.get(f"{purpose}.credit") or "").strip()
        if credit and told.get("name"):
            told["credit"] = credit[:200]
        if told:
            facets[purpose] = told
    return choices, facets


def _fine_answers(form: FormData, purpose: str, mine: ParticipantTerms, at: datetime) -> dict[str, Any]:
    """The facets whose answer differs from what holds."""
    now, meta = mine.facets.get(purpose, {}), mine.purposes_meta.get(purpose)
    told: dict[str, Any] = {}
    for facet in FINE:
        value = form.get(f"{purpose}.{facet}")
        if isinstance(value, str) and value in FACET_VALUES[facet] and value != now.get(facet):
            told[facet] = value
    if form.get(f"{purpose}.audience-asked"):
        named = [str(value) for value in form.getlist(f"{purpose}.audience")]
        if set(named) != set(_audience(now, meta)):
            told["audience"] = named
    for facet in (FROM, UNTIL):
        written = form.get(f"{purpose}.{facet}")
        if isinstance(written, str) and written.strip() and written not in {"keep", "lift"}:
            told[facet] = day_of(written, at, is_last=facet == UNTIL).isoformat()
    return told


def day_of(written: str, at: datetime, *, is_last: bool = False) -> datetime:
    """The moment at which this day has begun everywhere on earth; `is_last`: at which it begins first, so that "not
    before" never comes early and "until" never late. Raises NoSuchDay."""
    told = fold(written).strip().replace("/", "-").replace(".", "-")
    try:
        begun = datetime.combine(date.fromisoformat(told), time(), UTC)
        moment = begun - EAST if is_last else begun + WEST
    except (ValueError, OverflowError):
        raise NoSuchDay from None
    if moment <= at:
        raise NoSuchDay
    return moment


def told_of(language: str, purpose: str, mine: ParticipantTerms, *, every: bool = False) -> dict[str, object]:
    """One purpose as it stands; with `every` facet, for paper."""
    facets = mine.facets.get(purpose, {}) if gives(mine, purpose) else {}
    named = EVERY if every else TOLD
    told = [words.say(language, f"receipt-facet-{name}-{facets[name]}") for name in named if name in facets]
    audience = facets.get("audience")
    if audience is not None:
        names = ", ".join(recipient(language, name) for name in audience)
        told.append(words.say(language, "receipt-facet-audience", names=names))
    told += [
        words.say(language, f"receipt-facet-{facet}", date=_shown(facet, facets[facet]))
        for facet in (FROM, UNTIL)
        if facets.get(facet) is not None
    ]
    return {"words": called(language, purpose), "is_given": gives(mine, purpose), "facets": told}


def called(language: str, purpose: str) -> str:
    if purpose in KNOWN_PURPOSES:
        return words.say(language, f"receipt-purpose-{purpose}")
    name = purpose.removeprefix("share_partner:")
    if name == "services":
        return words.say(language, "receipt-purpose-services")
    return words.say(language, "receipt-purpose-partner", name=name.replace("_", " "))


def recipient(language: str, name: str) -> str:
    return words.say(language, f"recipient-{name}") if name in KNOWN_RECIPIENTS else name.replace("_", " ")


def _given(mine: ParticipantTerms) -> list[str]:
    return [purpose for purpose in queries.purposes(mine) if purpose != HOLD and gives(mine, purpose)]


def _rank(facet: str, now: Mapping[str, Any]) -> int:
    value = now.get(facet)
    return FACET_VALUES[facet].index(value) if value in FACET_VALUES[facet] else 0


def _audience(now: Mapping[str, Any], meta: PurposeMeta | None) -> list[str]:
    told = now.get("audience")
    return list(told if told is not None else meta.recipients if meta is not None else ())


def _of_one(language: str, purpose: str, facet: str, values: Sequence[str], now: str) -> Fork:
    answers = [(value, words.say(language, f"receipt-facet-{facet}-{value}")) for value in values]
    return Fork("one", f"{purpose}.{facet}", words.say(language, f"receipt-fine-{facet}"), answers, [now])


def _of_any(language: str, purpose: str, names: Sequence[str], now: Sequence[str]) -> Fork:
    answers = [(name, recipient(language, name)) for name in names]
    return Fork("any", f"{purpose}.audience", words.say(language, "receipt-fine-audience"), answers, now)


def _of_day(
    language: str, purpose: str, facet: str, now: Mapping[str, Any], at: datetime, *, is_later: bool = False
) -> Fork:
    set_to = now.get(facet)
    first = at + timedelta(days=1)
    if set_to is not None and (facet == FROM or is_later):
        first = max(first, instant(set_to) + timedelta(days=1))
    return Fork(
        "day",
        f"{purpose}.{facet}",
        words.say(language, f"receipt-fine-{facet}"),
        now=words.say(language, f"receipt-facet-{facet}", date=_shown(facet, set_to)) if set_to is not None else None,
        earliest=first.date().isoformat(),
        latest=_shown_day(set_to).isoformat() if set_to is not None and facet == UNTIL and not is_later else "",
    )


def _shown(facet: str, told: str) -> object:
    return words.day(instant(told) + EAST if facet == UNTIL else instant(told))


def _shown_day(told: str) -> date:
    return (instant(told) + EAST).date()
