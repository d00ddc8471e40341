# SPDX-License-Identifier: Apache-2.0
"""The eight words in four languages: nobody is asked which, and no keyboard is the wrong one."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.consent import codes

LANGUAGES = ["ar", "en", "es", "ur"]
numbers = st.integers(min_value=0, max_value=2**80 - 1)
AS_ON_AN_ARABIC_KEYBOARD = str.maketrans("یےکگہھںپچٹڈڑژ", "يىككههنبجتدرز")
AS_ON_AN_URDU_KEYBOARD = str.maketrans("يىكهة", "ییکہۃ")
WITHOUT_SEATS = str.maketrans("أإآ", "ااا", "ء")  # noqa: RUF001 - letters, and meant
FATHA, SHADDA, STROKE, JOINER = "\u064e", "\u0651", "\u0640", "\u200c"
ACUTE = "\u0301"


def in_words(number: int, language: str) -> list[str]:
    listed = codes.word_lists()[language]
    return [listed[number >> 10 * (7 - place) & 1023] for place in range(8)]


def test_there_are_four_lists_of_1024_words() -> None:
    assert {language: len(words) for language, words in codes.word_lists().items()} == dict.fromkeys(LANGUAGES, 1024)


def test_no_word_is_another_however_it_is_typed() -> None:
    folded = Counter(codes.fold(word) for words in codes.word_lists().values() for word in words)
    assert [word for word, times in folded.items() if times > 1] == []
    assert len(codes.word_places()) == 4 * 1024


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_one_word_of_letters_in_order(language: str) -> None:
    words = codes.word_lists()[language]
    assert [word for word in words if not word.isalpha() or not 3 <= len(codes.fold(word)) <= 9] == []
    assert sorted(words, key=codes.fold) == list(words)


@pytest.mark.parametrize("language", ["ar", "es", "ur"])
def test_one_slip_of_the_hand_never_makes_another_word(language: str) -> None:
    folded = {codes.fold(word) for word in codes.word_lists()[language]}
    slips: dict[str, set[str]] = {}
    for word in folded:
        for place in range(len(word)):
            for seen in (word[:place] + "?" + word[place + 1 :], word[:place] + word[place + 1 :]):
                slips.setdefault(seen, set()).add(word)
    changed = [pair for seen, words in slips.items() if "?" in seen for pair in combinations(sorted(words), 2)]
    left_out = [(seen, words) for seen, words in slips.items() if seen in folded]
    assert (changed, left_out) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=numbers)
def test_words_of_every_language_say_the_code(language: str, number: int) -> None:
    assert codes.normalise(" ".join(in_words(number, language))) == codes.split(number)
    assert codes.normalise("، ".join(in_words(number, language)).upper()) == codes.split(number)


@given(numbers)
def test_urdu_is_understood_from_an_arabic_keyboard(number: int) -> None:
    typed = " ".join(in_words(number, "ur")).translate(AS_ON_AN_ARABIC_KEYBOARD)
    assert codes.normalise(typed) == codes.split(number)


@given(numbers)
def test_arabic_is_understood_from_an_urdu_keyboard(number: int) -> None:
    typed = " ".join(in_words(number, "ar")).translate(AS_ON_AN_URDU_KEYBOARD)
    assert codes.normalise(typed) == codes.split(number)


@given(numbers)
def test_arabic_is_understood_without_seats_and_with_every_mark(number: int) -> None:
    words = in_words(number, "ar")
    assert codes.normalise(" ".join(words).translate(WITHOUT_SEATS)) == codes.split(number)
    marked = " ".join(f"{word[0]}{FATHA}{SHADDA}{STROKE}{word[1:]}{JOINER}" for word in words)
    assert codes.normalise(f"\u200f{marked}\u200e") == codes.split(number)


@given(numbers)
def test_spanish_is_understood_without_accents_and_with_wrong_ones(number: int) -> None:
    words = in_words(number, "es")
    bare = " ".join(words).translate(str.maketrans("áéíóúüñ", "aeiouun"))
    assert codes.normalise(bare) == codes.split(number)
    assert codes.normalise(" ".join(f"{word[0]}{ACUTE}{word[1:]}" for word in words)) == codes.split(number)


@given(numbers, st.sampled_from([("en", "es"), ("ar", "ur")]), st.integers(min_value=1, max_value=7))
def test_a_code_is_in_one_language(number: int, pair: tuple[str, str], from_place: int) -> None:
    one, other = (in_words(number, language) for language in pair)
    assert codes.normalise(" ".join(one[:from_place] + other[from_place:])) is None
