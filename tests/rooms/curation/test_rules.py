# SPDX-License-Identifier: Apache-2.0
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.curation.rules import Wish, Word, between, realign, reanchored, text_of, times_of, touched
from app.kit.errors import Validation


def heard(*texts: str) -> list[Word]:
    """Words as the machine heard them: 400 ms each, with 100 ms between."""
    return [
        {
            "id": f"w{n}",
            "text": text,
            "start_ms": n * 500,
            "end_ms": n * 500 + 400,
            "probability": 0.9,
            "speaker": None,
        }
        for n, text in enumerate(texts)
    ]


def kept(word: Word) -> Wish:
    return Wish(word["id"], word["text"], None)


def test_a_corrected_word_keeps_its_id_and_its_time() -> None:
    words = heard("my", "sister", "Margret")
    after = realign(words, [kept(words[0]), kept(words[1]), Wish("w2", "Margaret", None)], number=1)
    assert [word["id"] for word in after] == ["w0", "w1", "w2"]
    assert (after[2]["start_ms"], after[2]["end_ms"]) == (1000, 1400)
    assert after[2]["probability"] is None
    assert after[:2] == words[:2]


def test_words_put_in_share_the_gap_between_their_neighbours() -> None:
    words = heard("home", "rain")
    after = realign(words, [kept(words[0]), Wish(None, "in", None), Wish(None, "the", None), kept(words[1])], number=1)
    assert text_of(after) == "home in the rain"
    assert [(word["start_ms"], word["end_ms"]) for word in after] == [(0, 400), (400, 450), (450, 500), (500, 900)]


def test_a_written_story_has_no_times_to_share() -> None:
    words = [{**word, "start_ms": None, "end_ms": None} for word in heard("I", "waited")]
    after = realign(words, [kept(words[0]), Wish(None, "have", None), kept(words[1])], number=1)
    assert times_of(after) == (None, None)


@pytest.mark.parametrize("wished", [["w1", "w0"], ["w0", "w0"], ["w9"]])
def test_words_cannot_be_shuffled_doubled_or_made_up(wished: list[str]) -> None:
    with pytest.raises(Validation):
        realign(heard("one", "two"), [Wish(word_id, "x", None) for word_id in wished], number=1)


@given(some.lists(some.sampled_from(["keep", "drop", "change", "add"]), min_size=1, max_size=30))
def test_however_a_text_is_edited_time_never_runs_backwards_and_ids_stay_unique(acts: list[str]) -> None:
    words = heard(*(f"word{n}" for n in range(len(acts))))
    wished: list[Wish] = []
    for word, act in zip(words, acts, strict=True):
        if act == "add":
            wished.append(Wish(None, "new", None))
        if act != "drop":
            wished.append(Wish(word["id"], "other" if act == "change" else word["text"], None))
    after = realign(words, wished, number=3)
    assert [word["text"] for word in after] == [wish.text for wish in wished]
    assert len({word["id"] for word in after}) == len(after)
    if any(word["start_ms"] is not None for word in after):
        assert all(word["start_ms"] <= word["end_ms"] for word in after)
        assert all(earlier["end_ms"] <= later["start_ms"] for earlier, later in pairwise(after))


def test_a_mark_holds_on_to_what_is_left_of_its_words() -> None:
    words = heard("I", "called", "my", "sister", "Margaret", "then")
    after = [words[0], words[1], words[3], words[5]]
    assert reanchored(words, after, "w2", "w4") == ("w3", "w3")
    assert reanchored(words, [words[0]], "w2", "w4") is None


def test_a_span_must_stand_in_the_text_in_order() -> None:
    words = heard("one", "two", "three")
    assert text_of(between(words, "w0", "w1")) == "one two"
    for first, last in (("w2", "w0"), ("w0", "w9")):
        with pytest.raises(Validation):
            between(words, first, last)


def test_a_stretch_of_sound_covers_every_word_that_sounds_in_it() -> None:
    words = heard("one", "two", "three")
    assert [word["id"] for word in touched(words, 350, 600)] == ["w0", "w1"]
    assert touched(words, 410, 490) == []
