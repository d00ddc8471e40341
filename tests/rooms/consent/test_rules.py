# SPDX-License-Identifier: Apache-2.0
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from app.consent import rules
from app.consent.rules import CutRefusal, ParticipantTerms
from app.kit.ids import new_id


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"form": "voice"}, {"form": "words"}),
        ({"name": "real"}, {"name": "pseudonym"}),
        ({}, {"embargo_until": "2027-01-01T00:00:00Z"}),
        ({"expires_at": "2027-01-01T00:00:00Z"}, {"expires_at": "2026-12-31T23:00:00-00:30"}),
        ({"licence": "CC-BY-4.0"}, {}),
        ({}, {"licence": "ask-each-time"}),
        ({"licence": "CC-BY-4.0"}, {"licence": "ask-each-time"}),
        ({"credit": "Amina Khan"}, {}),
        ({"audience": ["a", "b"]}, {"audience": ["a"]}),
    ],
)
def test_less_is_told_from_more(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert rules.only_narrows(before, after)
    assert not rules.only_narrows(after, before)


def test_leaving_out_a_facet_is_saying_its_default() -> None:
    assert rules.only_narrows({"form": "words"}, {})
    assert rules.only_narrows({}, {"form": "words"})


def test_another_line_of_credit_is_more_whatever_it_says() -> None:
    assert not rules.only_narrows({"credit": "Amina"}, {"credit": "ask-each-time"})
    assert not rules.only_narrows({}, {"credit": "ask-each-time"})


def test_a_line_of_credit_goes_with_the_name_it_was_said_for() -> None:
    before = {"name": "real", "credit": "Amina Khan", "place": "area"}
    assert rules.changed(before, {"name": "pseudonym"}) == {"name": "pseudonym", "place": "area"}
    assert rules.changed(before, {"name": "pseudonym", "credit": "Amma"})["credit"] == "Amma"
    assert rules.changed(before, {"name": "real", "place": "none"})["credit"] == "Amina Khan"


def test_a_guardians_no_outweighs_the_childs_yes() -> None:
    told = rules.with_guardians({"research": "given", "quote_only": "given"}, [{"research": "given"}])
    assert told == {"research": "given", "quote_only": "refused"}


def test_nobody_asked_means_no() -> None:
    assert not rules.may_process([])


LET_IN = {"hold_and_transcribe": "given", "project_team": "given"}


def voice(
    *, is_gone: bool = False, role: str = "storyteller", choices: dict[str, str] | None = None
) -> ParticipantTerms:
    told = dict.fromkeys(LET_IN, "refused") if is_gone else LET_IN
    return ParticipantTerms(
        record_id=new_id(),
        participant_id=new_id(),
        role=role,
        choices=choices or told,
        facets={},
        embargo_until=None,
        hidden=False,
        withdrawn=is_gone,
        form_status="active",
        basis="adult",
        guardian_ok=True,
        wants_sign_off=False,
        given_at=datetime(2026, 11, 22, tzinfo=UTC),
        purposes_meta={},
    )


def refusal(*voices: ParticipantTerms, over: set[int]) -> CutRefusal | None:
    gone: list[UUID] = [voices[place].record_id for place in over]
    return rules.may_cut(voices, gone)


def test_a_voice_may_be_cut_out_once_its_days_are_over_and_everybody_else_lets_the_team_in() -> None:
    amina, ben = voice(), voice(is_gone=True)
    assert refusal(amina, ben, over={1}) is None
    assert refusal(amina, ben, over=set()) is CutRefusal.UNDO_RUNS
    assert refusal(amina, over=set()) is CutRefusal.NOBODY_GONE
    for less in ({**LET_IN, "project_team": "refused"}, {"hold_and_transcribe": "given"}):
        assert refusal(voice(choices=less), ben, over={1}) is CutRefusal.OTHERS_REFUSE


def test_two_who_are_gone_are_cut_out_together_and_one_who_may_come_back_is_waited_for() -> None:
    amina, ben, cora = voice(), voice(is_gone=True), voice(is_gone=True)
    assert refusal(amina, ben, cora, over={1, 2}) is None
    assert refusal(amina, ben, cora, over={1}) is CutRefusal.UNDO_RUNS


def test_with_the_last_storyteller_the_whole_story_goes_and_nothing_is_cut() -> None:
    ben, dan = voice(is_gone=True), voice(role="interviewer")
    assert refusal(ben, dan, over={0}) is CutRefusal.NOBODY_GONE
    assert refusal(voice(), voice(is_gone=True, role="interviewer"), over={1}) is None
