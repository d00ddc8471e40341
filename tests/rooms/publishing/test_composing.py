# SPDX-License-Identifier: Apache-2.0
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.publishing.composing import Cut, Marked, Script, SpokenWord
from app.publishing.editions import MASK
from app.publishing.errors import RedactionUnplaced

TOLD = "We left Karachi at night with two bags"


def words(text: str = TOLD, *, timed: bool = True, paragraph: int = 0) -> list[SpokenWord]:
    return [
        SpokenWord(
            word_id=f"w{place:04}",
            text=word,
            start_ms=place * 500 if timed else None,
            end_ms=place * 500 + 400 if timed else None,
            probability=0.9,
            speaker=None,
            paragraph=paragraph,
        )
        for place, word in enumerate(text.split())
    ]


def over(first: int, last: int, replacement: str = "") -> Cut:
    return Cut(f"w{first:04}", f"w{last:04}", None, None, replacement)


def told(script: Script) -> str:
    return " ".join(word[0] for segment in script.segments() for word in segment["words"])


def test_a_redacted_word_is_in_neither_text_nor_quotes() -> None:
    script = Script(words(), [over(2, 2)])
    assert told(script) == f"We left {MASK} at night with two bags"
    [quote] = script.quotes([Marked("q", "w0001", "w0004")])
    assert quote["text"] == f"left {MASK} at night"


def test_the_mask_does_not_tell_how_many_words_it_hides() -> None:
    assert told(Script(words(), [over(2, 2)])).count(MASK) == told(Script(words(), [over(2, 5)])).count(MASK) == 1


def test_a_replacement_stands_in_brackets() -> None:
    assert "left [a city] at" in told(Script(words(), [over(2, 2, "a city")]))


def test_a_stretch_of_sound_hides_every_word_it_touches() -> None:
    assert told(Script(words(), [Cut(None, None, 1_390, 1_600, "")])) == f"We left {MASK} night with two bags"


def test_a_number_is_silenced_up_to_its_neighbours_and_no_further_than_one_was_ever_held() -> None:
    near = words("room 14 upstairs")
    assert Script(near, [over(1, 1)]).spans() == [(400, 1_000)]
    assert Script(near, [over(2, 2)]).spans() == [(1_000, 1_400)]
    far = [replace(word, start_ms=5_000 * at, end_ms=5_000 * at + 400) for at, word in enumerate(near)]
    assert Script(far, [over(1, 1)]).spans() == [(3_700, 6_700)]
    assert Script(words("٢٧ bags"), [over(0, 0)]).spans() == [(0, 500)]
    assert Script(words("bags 7"), [over(1, 1)]).spans() == [(400, 2_200)]


def test_a_word_without_a_time_is_silenced_as_far_as_its_neighbours() -> None:
    spoken = words()
    spoken[2] = SpokenWord("w0002", "Karachi", None, None, None, None, 0)
    assert Script(spoken, [over(2, 2)]).spans() == [(900, 1_500)]


def test_a_redaction_that_lost_its_words_is_refused_rather_than_forgotten() -> None:
    with pytest.raises(RedactionUnplaced):
        Script(words(), [Cut("gone", "gone", None, None, "")]).spans()


def test_a_redaction_whose_words_were_rewritten_still_silences_where_they_were() -> None:
    assert Script(words(), [Cut("gone", "gone", 1_000, 1_400, "")]).spans() == [(1_000, 1_400)]


def test_a_redacted_name_leaves_the_title_too() -> None:
    assert Script(words(), [over(2, 2)]).masked("From KARACHI, by night") == f"From {MASK}, by night"


def test_a_title_keeps_words_that_only_begin_alike() -> None:
    assert Script(words(), [over(2, 2)]).masked("Karachiites") == "Karachiites"


def test_names_given_to_voices_at_the_desk_do_not_leave() -> None:
    spoken = [
        SpokenWord("a", "Hello", 0, 1, None, "Amina", 0),
        SpokenWord("b", "Yes", 2, 3, None, "Ben", 0),
    ]
    assert [segment["speaker"] for segment in Script(spoken, []).segments()] == ["Speaker 1", "Speaker 2"]


def test_doubted_words_are_flagged_unless_redacted() -> None:
    spoken = words()
    spoken[2] = SpokenWord("w0002", "Karachi", 1_000, 1_400, 0.1, None, 0)
    assert [(flag.start_ms, flag.end_ms) for flag in Script(spoken, []).flags()] == [(1_000, 1_400)]
    assert Script(spoken, [over(2, 2)]).flags() == []


def test_written_stories_are_masked_without_times() -> None:
    script = Script(words(timed=False), [over(2, 2)])
    assert MASK in told(script)
    assert script.segments()[0]["start_ms"] is None


LETTERS = st.text("abcdefgh", min_size=3, max_size=8)


@given(
    st.lists(LETTERS, min_size=1, max_size=30, unique=True),
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=5),
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=5),
)
def test_no_redacted_word_survives_anywhere(
    spoken: list[str], redacted: list[tuple[int, int]], quoted: list[tuple[int, int]]
) -> None:
    marked = words(" ".join(word.upper() + str(place) for place, word in enumerate(spoken)))
    within = [tuple(sorted((a % len(marked), b % len(marked)))) for a, b in redacted]
    script = Script(marked, [over(a, b) for a, b in within])
    quotes = [
        Marked(str(place), f"w{min(a, b) % len(marked):04}", f"w{max(a, b) % len(marked):04}")
        for place, (a, b) in enumerate(quoted)
    ]
    out = " ".join([told(script), *(quote["text"] for quote in script.quotes(quotes))]).split()
    hidden = {marked[place].text for a, b in within for place in range(a, b + 1)}
    assert not hidden & set(out)
    assert {word.text for word in marked} - hidden <= set(out)
