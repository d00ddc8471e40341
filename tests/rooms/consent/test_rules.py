# SPDX-License-Identifier: Apache-2.0
from typing import Any

import pytest

from app.consent import rules


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
