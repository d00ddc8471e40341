# SPDX-License-Identifier: Apache-2.0
from typing import Any

import pytest

from app.curation import cut_rules
from app.curation.cut_rules import Mark, Marks, WordMark, goes, in_order, laid_out, left_outside, overlaps, unheard
from app.kit.errors import Validation


def word(word_id: str, start_ms: int | None, end_ms: int | None, speaker: str | None = None) -> dict[str, Any]:
    return {"id": word_id, "text": word_id, "start_ms": start_ms, "end_ms": end_ms, "speaker": speaker}


WORDS = [
    word("w1", 0, 400, "Amina"),
    word("w2", 500, 900, "Amina"),
    word("w3", 1_000, 1_400, "Ben"),
    word("w4", 1_500, 1_900, "Ben"),
    word("w5", 2_000, 2_400, "Amina"),
]


def marks(*spans: Mark, speakers: tuple[str, ...] = ("Ben",)) -> Marks:
    return laid_out(spans, [], speakers, WORDS, 3_000)


def test_what_sounds_in_a_mark_goes_and_what_is_only_near_it_stays() -> None:
    laid = marks(Mark(1_000, 1_900), speakers=())
    assert [one["id"] for one in WORDS if goes(one, laid)] == ["w3", "w4"]
    assert laid.silenced == ((700, 2_200),)


def test_a_word_of_his_goes_wherever_it_stands() -> None:
    assert goes(word("r1", 2_500, 2_600, "Ben"), marks(Mark(1_000, 1_900)))


def test_a_word_that_the_desk_put_between_two_others_goes_with_the_mark_it_touches() -> None:
    laid = marks(Mark(1_000, 1_900), speakers=())
    assert goes(word("r1", 1_900, 1_900), laid)
    assert not goes(word("r2", 1_901, 1_901), laid)


def test_a_word_of_his_that_is_not_wholly_silenced_is_outside() -> None:
    assert left_outside(WORDS, marks(Mark(1_000, 1_900))) == []
    assert left_outside(WORDS, marks(Mark(1_000, 1_400))) == ["w4"]
    assert left_outside(WORDS, marks()) == ["w3", "w4"]


def test_somebody_who_stays_in_a_mark_has_to_be_spoken_about() -> None:
    assert overlaps(WORDS, marks(Mark(1_000, 1_900))) == {}
    assert overlaps(WORDS, marks(Mark(700, 1_900))) == {0: ["w2"]}
    assert overlaps(WORDS, marks(Mark(700, 1_900, with_others=True))) == {}


def test_marks_that_meet_are_one_and_both_go_only_where_it_was_said_of_both() -> None:
    assert in_order([Mark(500, 900), Mark(0, 500)], 3_000) == [Mark(0, 900)]
    mixed = [Mark(0, 500, with_others=True), Mark(400, 900)]
    assert in_order(mixed, 3_000) == [Mark(0, 900, with_others=False)]
    assert in_order([Mark(0, 500), Mark(501, 900)], 3_000) == [Mark(0, 500), Mark(501, 900)]


@pytest.mark.parametrize("span", [Mark(10, 10), Mark(20, 10), Mark(0, 3_001)])
def test_a_mark_lies_within_the_sound(span: Mark) -> None:
    with pytest.raises(Validation):
        in_order([span], 3_000)


def test_the_whole_has_to_be_heard_in_whatever_pieces() -> None:
    assert unheard(3_000, []) == [(0, 3_000)]
    assert unheard(3_000, [(1_000, 2_000)]) == [(0, 1_000), (2_000, 3_000)]
    assert unheard(3_000, [(1_500, 3_000), (0, 800), (700, 1_400)]) == []
    assert unheard(3_000, [(0, 1_000), (1_251, 3_000)]) == [(1_000, 1_251)]


def test_in_writing_what_nobody_was_shown_goes_too() -> None:
    written = [word("w1", None, None), word("w2", None, None), word("w3", None, None)]
    laid = laid_out([], [WordMark("w2", "w3")], (), written, None)
    assert [goes(one, laid) for one in written] == [False, True, True]
    assert goes(word("r9", None, None), laid)


def test_what_the_desk_struck_out_is_shown_where_it_stood() -> None:
    original = [word(name, None, None) for name in ("w1", "w2", "w3", "w4")]
    today = [original[0], word("r1", None, None), original[2]]
    told = [(one["id"], is_struck) for one, is_struck in cut_rules.with_struck(original, today)]
    assert told == [("w1", False), ("r1", False), ("w2", True), ("w3", False), ("w4", True)]
