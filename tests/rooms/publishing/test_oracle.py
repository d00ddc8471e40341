# SPDX-License-Identifier: Apache-2.0
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID

import pytest

from app.consent import service as consent
from app.kit import clock
from app.kit.db import reading, writing
from app.publishing import gate, rules, service
from app.publishing.editions import Outlet, PrincipalKind, Refused, Released
from app.publishing.errors import UnheardSound
from tests.rooms.publishing.desk_work import KEPT, House
from tests.rooms.publishing.draws import NOW, drawn
from tests.rooms.publishing.mutants import Notice, answer, living, mutants_of, oracle_notices
from tests.rooms.publishing.oracle import (
    EVERYBODY,
    PARTNERS,
    STORYTELLERS,
    Case,
    Quarrel,
    Ruling,
    may_ever_be_heard,
    opens_next,
    quarrel,
    rule,
    stands_open,
)

DRAWS = int(os.environ.get("HEARDWELL_TEST_GATE_DRAWS", "6000"))
SEED = 27_560


@cache
def rulings() -> Sequence[Ruling]:
    return [rule(case) for case in drawn(DRAWS, SEED)]


@cache
def quarrels() -> Sequence[tuple[Quarrel, str, Case]]:
    found = ((quarrel(right, answer(right.case)), right.case) for right in rulings())
    return [(kind[0], kind[1], case) for kind, case in found if kind]


def told(kind: Quarrel) -> str:
    """How often, and the shortest example of each."""
    mine = [(words, case) for one, words, case in quarrels() if one is kind]
    counted = Counter(words for words, _ in mine)
    examples: Mapping[str, Case] = dict(sorted(mine, key=lambda one: -len(repr(one[1]))))
    lines = [f"{times} times: {words}\n    {examples[words]}" for words, times in counted.most_common(6)]
    return "\n".join([f"{kind}: {len(mine)} of {DRAWS}", *lines])


@pytest.mark.parametrize("kind", Quarrel, ids=lambda kind: kind.name.lower())
def test_the_gate_and_the_text_agree(kind: Quarrel) -> None:
    assert not [one for one in quarrels() if one[0] is kind], told(kind)


def test_the_draws_reach_every_row_outlet_and_reader_of_the_text_often() -> None:
    alone = Counter(right.stopped[0].name for right in rulings() if len(right.stopped) == 1)
    reasons = Counter(row.reason for right in rulings() for row in right.stopped)
    leaving = [right for right in rulings() if right.allowed]
    cases = [right.case for right in rulings()]
    assert len(leaving) > 0.3 * DRAWS
    assert len(leaving) < 0.7 * DRAWS
    not_open_either = {"the story was taken back"}
    rare = {row.name for row in (*EVERYBODY, *STORYTELLERS, *PARTNERS) if alone[row.name] < DRAWS / 1_000}
    assert rare <= not_open_either
    assert min(reasons.values()) > DRAWS / 150
    assert {len(case.facts.voices) for case in cases} == {0, 1, 2, 3}
    assert {case.outlet for case in cases} == set(Outlet)
    assert {case.principal.kind for case in cases} == set(PrincipalKind)
    assert {one for right in leaving if right.allowed for one in (right.allowed.form, right.allowed.date)} == {
        *("words", "voice"),
        *("none", "year", "month", "exact"),
    }


def test_the_desk_publishes_what_is_open_by_the_text() -> None:
    wrong = [
        right.case
        for right in rulings()
        if not right.case.is_own and rules.is_open(right.case.facts, NOW) != stands_open(right.case)
    ]
    assert not wrong, f"{len(wrong)} of {DRAWS}, such as {min(wrong, key=lambda case: len(repr(case)))}"


def test_somebody_hears_all_that_could_ever_be_heard_outside() -> None:
    wrong = [
        voices
        for voices in (right.case.facts.voices for right in rulings())
        if rules.may_release_voice(voices, NOW) != may_ever_be_heard(voices, NOW)
    ]
    assert not wrong, f"{len(wrong)} of {DRAWS}, such as {min(wrong, key=lambda voices: len(repr(voices)))}"


def test_the_desk_looks_again_when_an_embargo_ends() -> None:
    voices = [right.case.facts.voices for right in rulings()]
    assert [rules.next_opening(one, NOW) for one in voices] == [opens_next(one, NOW) for one in voices]


SENTENCES = (
    "decide",
    "purposes_for",
    "_standing_refusal",
    "_voice_refusal",
    "_purpose_refusal",
    "_facet_refusal",
    "_own_copy",
    "_ends",
    "credit",
    "_has_expired",
)


@pytest.fixture(scope="module")
def notices() -> Notice:
    return oracle_notices(1_000, SEED)


@pytest.mark.parametrize("function", SENTENCES)
def test_a_gate_with_one_thing_wrong_is_caught(function: str, notices: Notice) -> None:
    for mutant in mutants_of(rules, frozenset({function}))[:5]:
        with living(rules, mutant):
            assert notices(), f"{mutant.line}: {mutant.told}"
    assert not notices()


def half_heard(desk: House, **told: Any) -> UUID:
    """Released, if the desk lets it, when somebody has played what was doubtful and no more."""
    story_id = desk.spoken(**told)
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 800, 1_150)
    with suppress(UnheardSound):
        desk.decide(story_id, "approve")
        assert desk.release(story_id)
    return story_id


def heard_outside(answer: Released | Refused) -> bool:
    return isinstance(answer, Released) and answer.audio is not None


def test_sound_that_nobody_heard_stays_in_when_its_embargo_ends(desk: House) -> None:
    library, later = desk.partner(), clock.now() + timedelta(days=1)
    choices = {**KEPT, "public_words": "given", "public_voice": "given"}
    story_id = half_heard(desk, choices=choices, facets={"public_voice": {"embargo_until": later.isoformat()}})
    with reading(desk.project_id) as session:
        assert not heard_outside(gate.release(session, story_id, Outlet.PARTNER, library.principal, at=later))


def test_sound_that_nobody_heard_stays_in_when_the_storyteller_allows_more(desk: House) -> None:
    library = desk.partner()
    story_id = half_heard(desk, choices={**KEPT, "public_words": "given"})
    assert isinstance(desk.ask(story_id, library), Released)
    [record_id] = desk.records(story_id)
    more = {"public_voice": "given"}
    with writing(desk.project_id) as session:
        consent.narrow(session, record_id, more, {}, actor_kind="reporter_receipt", at=clock.now(), may_widen=True)
        service.reconcile(session, story_id, clock.now())
    assert not heard_outside(desk.ask(story_id, library))
