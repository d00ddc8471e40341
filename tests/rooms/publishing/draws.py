# SPDX-License-Identifier: Apache-2.0
"""Questions for the gate and its oracle: stories that may leave, most of them with something changed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.publishing.editions import Outlet, Principal, PrincipalKind
from app.publishing.rules import Facts, Voice
from app.stories.lifecycle import StoryStatus
from tests.rooms.publishing.oracle import PARTNERS_OUTLETS, Case

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)
MOMENTS = (NOW - timedelta(days=400), NOW - TICK, NOW, NOW + TICK, NOW + timedelta(days=400))
PARTNER = UUID(int=99)
RECORDS = (UUID(int=1), UUID(int=2), UUID(int=3))
CLASSES = ("public", "research", "services", "clinic-7", str(PARTNER))
PURPOSES = (
    "hold_and_transcribe",
    "public_words",
    "public_voice",
    "research",
    "project_team",
    *(f"share_partner:{one}" for one in CLASSES[2:]),
)
ROLES = ("storyteller", "interviewer", "supporter")
UNREADABLE: tuple[Any, ...] = ("", "perhaps", 7, True, ["exact"], {"exact": 1})
ODD_TIMES: tuple[Any, ...] = (*UNREADABLE, "2026-11-22", "2020-01-01T00:00:00", "2026-13-01T00:00:00Z")
FACETS: dict[str, tuple[Any, ...]] = {
    "place": ("none", "area", "exact", "exact", None),
    "date": ("none", "year", "month", "exact", "exact", None),
    "reuse": ("view", "quote", "remix", None),
    "form": ("words", "voice", "voice", "voice", None),
    "name": ("none", "pseudonym", "real", "real", None),
    "credit": ("A woman from Karachi", "Amma", "", None),
    "licence": ("CC-BY-4.0", "CC-BY-4.0", "CC0-1.0", None),
}
Telling = tuple[Facts, Principal, Outlet]


def drawn(count: int, seed: int) -> Iterator[Case]:
    random = Random(seed)
    for _ in range(count):
        yield draw(random)


def draw(random: Random) -> Case:
    """A story that may leave as often as not; what was spoilt is one, two or three things at once."""
    reader = Principal(PrincipalKind.PARTNER, PARTNER, "Library", random.choice(CLASSES))
    outlet = Outlet(random.choice(PARTNERS_OUTLETS))
    facts = a_story(random, reader)
    if random.random() < 0.08:
        reader, outlet = Principal(PrincipalKind.RECEIPT, random.choice((*RECORDS[:1], *RECORDS))), Outlet.RECEIPT
    for _ in range(random.choice((0, 0, 0, 1, 1, 1, 2, 3))):
        facts, reader, outlet = spoil(random, facts, reader, outlet)
    return Case(facts, outlet, reader, NOW)


def a_story(random: Random, reader: Principal) -> Facts:
    count = random.choice((1, 1, 2, 3))
    roles = ["storyteller", *(random.choice(ROLES) for _ in range(count - 1))]
    random.shuffle(roles)
    epoch = random.randint(1, 4)
    due = random.random() < 0.6
    status = random.choice(("approved", "approved", "in_review", "awaiting_sign_off"))
    return Facts(
        story_status=status,
        edition="proof" if status == "approved" and random.random() < 0.5 else "current",
        edition_epoch=epoch,
        epoch=epoch,
        held=False,
        voices=tuple(a_voice(random, record, role, reader) for record, role in zip(RECORDS, roles, strict=False)),
        has_agreement=True,
        is_heard=True,
        sign_off_due=due,
        is_signed=due or random.random() < 0.3,
    )


def a_voice(random: Random, record_id: UUID, role: str, reader: Principal) -> Voice:
    return Voice(
        record_id=record_id,
        role=role,
        choices=dict.fromkeys(PURPOSES, "given"),
        facets={purpose: some_facets(random, reader) for purpose in PURPOSES if random.random() < 0.85},
        embargo_until=random.choice((None, None, NOW - timedelta(days=1), NOW)),
        expires_at={purpose: some_day(random) for purpose in PURPOSES if random.random() < 0.2},
        display_name=random.choice(("Anna", "Ben Okri", "")),
    )


def some_facets(random: Random, reader: Principal) -> dict[str, Any]:
    told = {name: random.choice(values) for name, values in FACETS.items() if random.random() < 0.7}
    if random.random() < 0.15:
        told["expires_at"] = random.choice((some_day(random).isoformat(), None))
    if random.random() < 0.1:
        told["embargo_until"] = random.choice(((NOW - TICK).isoformat(), "2026-11-22T13:00:00+01:00", None))
    if random.random() < 0.2:
        told["audience"] = random.choice((everybody(reader), [reader.name], [reader.audience], None))
    return told


def some_day(random: Random) -> datetime:
    return NOW + timedelta(days=random.randint(1, 900))


def everybody(reader: Principal) -> list[str]:
    return ["others", reader.audience, reader.name, str(reader.principal_id)]


def spoil(random: Random, facts: Facts, reader: Principal, outlet: Outlet) -> Telling:
    """One thing that may matter, changed."""
    where = random.random()
    if where < 0.06:
        return facts, reader, random.choice(list(Outlet))
    if where < 0.1:
        kind = random.choice(list(PrincipalKind))
        return facts, replace(reader, kind=kind, audience=random.choice(("", *CLASSES))), outlet
    if where < 0.13:
        return facts, replace(reader, principal_id=random.choice((*RECORDS, PARTNER))), outlet
    if where < (0.35 if reader.kind is PrincipalKind.PARTNER else 0.8) or not facts.voices:
        name, values = random.choice(STORY_FAULTS)
        return replace(facts, **{name: random.choice(values)}), reader, outlet
    place = random.randrange(len(facts.voices))
    changed = spoilt_voice(random, facts.voices[place], reader)
    return replace(facts, voices=(*facts.voices[:place], changed, *facts.voices[place + 1 :])), reader, outlet


def spoilt_voice(random: Random, voice: Voice, reader: Principal) -> Voice:
    which = random.random()
    if which < 0.2:
        name, values = random.choice(VOICE_FAULTS)
        return replace(voice, **{name: random.choice(values)})
    purpose = random.choice((*concerning(reader), random.choice(PURPOSES)))
    if which < 0.35:
        answers = {key: said for key, said in voice.choices.items() if key != purpose}
        unheard: dict[str, str] = random.choice(({}, {purpose: "refused"}, {purpose: "perhaps"}, {purpose: ""}))
        return replace(voice, choices={**answers, **unheard})
    if which < 0.45:
        return replace(voice, expires_at={**voice.expires_at, purpose: random.choice(MOMENTS)})
    name, values = random.choice(FACET_FAULTS)
    told = {**voice.facets.get(purpose, {}), name: random.choice(values)}
    return replace(voice, facets={**voice.facets, purpose: told})


def concerning(reader: Principal) -> Sequence[str]:
    """The purposes that a change must touch for this reader to notice."""
    opening = {"public": ("public_words", "public_voice", "public_voice"), "research": ("research",)}
    mine = opening.get(reader.audience, (f"share_partner:{reader.audience}", f"share_partner:{PARTNER}"))
    return "hold_and_transcribe", *mine, *mine


STORY_FAULTS: Sequence[tuple[str, Sequence[Any]]] = (
    ("story_status", (*StoryStatus, "unheard_of", "")),
    ("story_status", ("withdrawn", "declined")),
    ("edition", ("proof", "superseded", "retracted", "unheard_of", None)),
    ("edition", ("proof",)),
    ("epoch", (0, 3, 5)),
    ("held", (True,)),
    ("has_agreement", (False,)),
    ("is_heard", (False,)),
    ("sign_off_due", (True,)),
    *[("is_signed", (False,))] * 4,
    ("voices", ((),)),
)
VOICE_FAULTS: Sequence[tuple[str, Sequence[Any]]] = (
    ("hidden", (True,)),
    ("withdrawn", (True,)),
    ("form_stands", (False,)),
    ("guardian_ok", (False,)),
    ("embargo_until", MOMENTS),
    ("role", ("interviewer", "supporter", "unheard_of")),
    ("choices", ({},)),
    ("facets", ({},)),
)
AUDIENCES: tuple[Any, ...] = (
    [],
    ["others"],
    ["public"],
    [str(PARTNER)],
    ["Library"],
    "public",
    7,
    {"public": 1},
    ["Lib"],
)
FACET_FAULTS: Sequence[tuple[str, Sequence[Any]]] = (
    *((name, UNREADABLE) for name in ("place", "date", "reuse", "form", "name", "credit", "licence")),
    *[("licence", ("ask-each-time", "CC0-1.0"))] * 3,
    *[("audience", AUDIENCES), ("audience", ([], ["others"]))] * 2,
    *[("embargo_until", (*(moment.isoformat() for moment in MOMENTS), *ODD_TIMES, *MOMENTS))] * 3,
    *[("expires_at", (*(moment.isoformat() for moment in MOMENTS), *ODD_TIMES))] * 3,
)
