# SPDX-License-Identifier: Apache-2.0
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.consent import codes

ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FULL_WIDTH = str.maketrans("0123456789", "".join(chr(0xFF10 + digit) for digit in range(10)))
numbers = st.integers(min_value=0, max_value=2**80 - 1)


def in_words(number: int) -> list[str]:
    listed = codes.word_lists()["en"]
    return [listed[number >> 10 * (7 - place) & 1023] for place in range(8)]


def in_digits(number: int) -> str:
    told = str(number).zfill(25)
    return " ".join(told[start : start + 5] for start in range(0, 25, 5))


@given(numbers)
def test_words_digits_and_signs_say_the_same_code(number: int) -> None:
    signs = "".join(codes.split(number))
    assert codes.normalise(signs) == codes.normalise(in_digits(number)) == codes.split(number)
    assert codes.normalise(" ".join(in_words(number))) == codes.split(number)


@given(numbers)
def test_digits_are_read_in_any_script(number: int) -> None:
    told = in_digits(number)
    assert codes.normalise(told.translate(ARABIC_INDIC)) == codes.split(number)
    assert codes.normalise(told.translate(FULL_WIDTH)) == codes.split(number)
    assert codes.normalise(told.replace("0", "O").replace("1", "l")) == codes.split(number)


@given(numbers)
def test_signs_that_look_alike_are_the_same(number: int) -> None:
    signs = "".join(codes.split(number))
    muddled = signs.replace("0", "o").replace("1", "I")
    assert codes.normalise(f"  {muddled[:4]}-{muddled[4:10]} {muddled[10:].lower()}.") == codes.split(number)


def test_capitals_commas_and_marks_do_not_matter_in_words() -> None:
    words = in_words(12345678901234567890)
    told = ", ".join(words).upper().replace("A", "Á")
    assert codes.normalise(told) == codes.split(12345678901234567890)


@pytest.mark.parametrize(
    "wrong",
    ["", "hello", "0" * 24, "9" * 25, "U" * 16, "acorn " * 7, "acorn " * 9, "acorn " * 7 + "xyzzy", "0" * 100_000],
)
def test_anything_else_is_no_code(wrong: str) -> None:
    assert codes.normalise(wrong) is None


@given(st.text(max_size=200))
def test_nothing_that_can_be_typed_breaks_it(told: str) -> None:
    codes.normalise(told)
