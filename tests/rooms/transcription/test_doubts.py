# SPDX-License-Identifier: Apache-2.0
"""Where the machine should not be believed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transcription import doubts
from app.transcription.doubts import NO_VOICE, OVER_SILENCE, REPEATS, TOO_DENSE, UNSURE, flags_of, flags_of_each
from app.transcription.engine import HeardSegment, HeardWord

TOLD = "My grandmother kept the keys of the whole village in a blue tin box."
THREE_A_SECOND_MS = 330
IN_SCRIPTS = {
    "en": (TOLD, " "),
    "es": ("Mi abuela guardaba las llaves de todo el pueblo en una caja de lata azul.", " "),
    "ar": ("كانت جدتي تحتفظ بمفاتيح القرية كلها في صندوق أزرق من الصفيح.", " "),
    "hi": ("मेरी दादी पूरे गाँव की चाबियाँ टिन के एक नीले डिब्बे में रखती थीं।", " "),
    "am": ("አያቴ የመንደሩን ቁልፎች በሙሉ በሰማያዊ የቆርቆሮ ሳጥን ውስጥ ታስቀምጥ ነበር።", " "),
    "zh": ("我的祖母把全村的钥匙都放在一个蓝色的铁盒子里。", ""),
    "th": ("ยายของฉันเก็บกุญแจของทั้งหมู่บ้านไว้ในกล่องดีบุกสีน้ำเงิน", ""),
}


def heard(
    text: str,
    *,
    at: int = 0,
    word_ms: int = THREE_A_SECOND_MS,
    joined_by: str = " ",
    avg_logprob: float = -0.3,
    no_speech_prob: float = 0.01,
    probability: float = 0.9,
) -> HeardSegment:
    """Words one after the other, as long each."""
    told = text.split() if joined_by else [text[start : start + 2] for start in range(0, len(text), 2)]
    words = [
        HeardWord(word, at + place * word_ms, at + (place + 1) * word_ms - 20, probability)
        for place, word in enumerate(told)
    ]
    return HeardSegment(at, words[-1].end_ms, text, avg_logprob, no_speech_prob, words)


@pytest.mark.parametrize("language", IN_SCRIPTS)
def test_a_calm_sentence_raises_no_doubt_in_any_script(language: str) -> None:
    text, joined_by = IN_SCRIPTS[language]
    said = heard(text, joined_by=joined_by)
    assert flags_of(said, [(0, said.end_ms)]) == []


@pytest.mark.parametrize("language", IN_SCRIPTS)
def test_the_same_sentence_in_a_second_is_more_than_a_mouth_can_say(language: str) -> None:
    text, joined_by = IN_SCRIPTS[language]
    count = len(heard(text, joined_by=joined_by).words)
    assert flags_of(heard(text, joined_by=joined_by, word_ms=1_000 // count)) == [TOO_DENSE]


def test_a_short_answer_may_be_quick() -> None:
    assert flags_of(heard("Thank you.", word_ms=120)) == []


def test_words_where_nobody_speaks_are_doubted() -> None:
    said = heard(TOLD)
    assert flags_of(said, []) == [OVER_SILENCE]
    assert flags_of(said, [(0, 1_500), (90_000, 99_000)]) == [OVER_SILENCE]
    assert flags_of(said, [(0, 3_000), (3_200, said.end_ms)]) == []


def test_a_word_that_begins_in_the_breath_before_it_is_still_said() -> None:
    slow = HeardSegment(0, 2_000, "Yes.", -0.3, 0.01, [HeardWord("Yes.", 0, 2_000, 0.9)])
    assert flags_of(slow, [(900, 2_000)]) == []
    assert flags_of(slow, [(1_900, 2_000)]) == [OVER_SILENCE]


def test_where_nobody_looked_for_speech_nobody_is_doubted_for_silence() -> None:
    assert flags_of(heard(TOLD), None) == []


@pytest.mark.parametrize("said", ["No, no, no, no!", "I went to, I went to, I went to the river.", "Thank you. " * 3])
def test_people_say_a_thing_three_times(said: str) -> None:
    assert flags_of(heard(said)) == []


@pytest.mark.parametrize("said", ["you " * 7, "and then we " * 5, "Thank you for watching. " * 4])
def test_a_machine_says_it_again_and_again(said: str) -> None:
    assert flags_of(heard(said)) == [REPEATS]


def test_a_loop_is_found_though_each_round_is_a_sentence_of_its_own() -> None:
    rounds = [heard("Thank you.", at=5_000 + place * 1_200) for place in range(5)]
    told = [heard(TOLD), *rounds, heard("The river came up.", at=12_000)]
    assert flags_of_each(told) == [[], *[[REPEATS]] * 5, []]


def test_a_loop_of_signs_without_spaces_is_found_too() -> None:
    assert REPEATS in flags_of(heard("谢谢你" * 12, joined_by=""))


def test_letters_that_repeat_inside_one_long_word_are_found_by_how_well_they_pack() -> None:
    assert flags_of(heard("a" + "ha" * 60, word_ms=9_000)) == [REPEATS]


def test_what_the_machine_said_of_itself_is_told() -> None:
    assert flags_of(heard(TOLD, avg_logprob=-1.01)) == [UNSURE]
    assert flags_of(heard(TOLD, no_speech_prob=0.61)) == [NO_VOICE]
    assert flags_of(heard(TOLD, probability=0.36)) == [UNSURE]
    assert flags_of(heard(TOLD, probability=0.38)) == []
    assert flags_of(heard(TOLD, avg_logprob=-1.0, no_speech_prob=0.6)) == []


def test_a_language_is_doubted_only_where_the_machine_guessed_it_badly() -> None:
    assert doubts.is_language_unsure("ur", 0.49)
    assert not doubts.is_language_unsure("ur", 0.5)
    assert not doubts.is_language_unsure("ur", 1.0)
    assert not doubts.is_language_unsure(None, 0.0)


def test_flags_fall_with_the_last_word_that_is_the_machines_own() -> None:
    stretch: list[dict[str, Any]] = [{"id": one, "text": one, "probability": 0.4} for one in ("a", "b")]
    now = {word["id"]: dict(word) for word in stretch}
    assert doubts.standing([REPEATS], stretch, now) == ["a", "b"]
    now["a"]["probability"] = None
    assert doubts.standing([REPEATS], stretch, now) == ["b"]
    del now["b"]
    assert doubts.standing([REPEATS], stretch, now) == []
    assert doubts.standing([], stretch, {"a": stretch[0]}) == []


WORDS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=60)


@given(WORDS)
def test_a_loop_is_found_wherever_sentences_end(words: list[str]) -> None:
    """The machine's own cutting must not hide it: a stretch all of which is a loop stays one when it is cut in two."""
    whole = heard(" ".join(words * 6))
    half = len(whole.words) // 2
    parts = [
        heard(" ".join(word.text for word in piece)) for piece in (whole.words[:half], whole.words[half:]) if piece
    ]
    assert all(REPEATS in flags for flags in flags_of_each(parts) if len(words) <= doubts.LONGEST_LOOP)
