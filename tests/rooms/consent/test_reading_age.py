# SPDX-License-Identifier: Apache-2.0
"""Our own form can be read at eleven."""

import json
from importlib.resources import files
from typing import Any

import pytest

from app.consent.reading_age import OLDEST_WISHED, reading_age, syllables

NAMED = {"{organisation}": "Riverside Voices", "{contact}": "x@y.z", "{days}": "14"}


def shipped() -> dict[str, str]:
    told: dict[str, Any] = json.loads(files("app.consent").joinpath("forms", "en.json").read_text(encoding="utf-8"))
    pieces = {
        **{f"card {number}": card["text"] for number, card in enumerate(told["cards"])},
        **{name: told[name] for name in ("confidentiality_limits", "partner_note", "retention")},
        **told["questions"],
    }
    for sign, word in NAMED.items():
        pieces = {name: text.replace(sign, word) for name, text in pieces.items()}
    return pieces


@pytest.mark.parametrize("name", shipped())
def test_every_piece_of_our_form_can_be_read_at_eleven(name: str) -> None:
    age = reading_age(shipped()[name])
    assert age is not None
    assert age <= OLDEST_WISHED == 11


def test_our_form_as_a_whole_can_be_read_at_eleven() -> None:
    age = reading_age("\n".join(shipped().values()))
    assert age is not None
    assert age <= OLDEST_WISHED


def test_office_english_cannot() -> None:
    age = reading_age(
        "Notwithstanding the foregoing, participants irrevocably authorise the organisation to disseminate their "
        "contributions to affiliated institutions for purposes including evaluation and publication."
    )
    assert age is not None
    assert age > 25


def test_the_grade_is_the_one_of_the_paper() -> None:
    """Ten words in two sentences, fifteen syllables: 0.39 * 5 + 11.8 * 1.5 - 15.59 = 4.06, read at 9.1."""
    assert reading_age("We keep your story here safely. You decide about sharing.") == pytest.approx(9.1)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("story", 2),
        ("people", 2),
        ("destroyed", 2),
        ("recognise", 3),
        ("anyone", 3),
        ("researchers", 3),
        ("copied", 2),
        ("wanted", 2),
        ("asked", 1),
        ("whenever", 3),
        ("project", 2),
        ("services", 3),
        ("together", 3),
        ("safety", 2),
        ("you\u2019re", 1),
        ("14", 2),
    ],
)
def test_syllables_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_other_scripts_have_no_age() -> None:
    assert reading_age("من يحتفظ بقصتك") is None
    assert reading_age("") is None
