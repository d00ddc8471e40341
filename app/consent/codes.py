# SPDX-License-Identifier: Apache-2.0
"""The receipt code, 80 random bits, as people say, spell or scan it. Pure, in one pass and without guessing."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS: Final = 80
CHARACTERS: Final = 16
WORDS: Final = 8
WORD_BITS: Final = 10
DIGITS: Final = 25
SELECTOR_CHARACTERS: Final = 6
LONGEST: Final = 400
_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})
_VALUE = {character.lower(): value for value, character in enumerate(CROCKFORD)}


class Code(NamedTuple):
    """30 bits that select and 50 that are verified, in Crockford's base32."""

    selector: str
    verifier: str


@lru_cache(maxsize=1)
def word_numbers() -> Mapping[str, int]:
    """Every word of every language's list, folded. No list shares a word with another, so nobody is asked which."""
    lists = sorted(files("app.consent").joinpath("words").iterdir(), key=lambda entry: entry.name)
    found: dict[str, int] = {}
    for entry in lists:
        if entry.name.endswith(".txt"):
            words = entry.read_text(encoding="utf-8").split()
            found.update({fold(word): number for number, word in enumerate(words)})
    return found


def fold(text: str) -> str:
    """Without capitals, marks and the differences that only a keyboard makes; any decimal digit is an ASCII one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (sign for sign in plain if unicodedata.category(sign) != "Mn")
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in kept)


def normalise(told: str) -> Code | None:
    """The code somebody typed, scanned or spelt, in words, digits or base32; None for anything else."""
    if len(told) > LONGEST:
        return None
    tokens = "".join(sign if sign.isalnum() else " " for sign in fold(told)).split()
    number = _from_words(tokens)
    if number is None:
        number = _from_signs("".join(tokens).translate(_ALIKE))
    return None if number is None else split(number)


def split(number: int) -> Code:
    shifts = range(5 * (CHARACTERS - 1), -1, -5)
    signs = "".join(CROCKFORD[number >> shift & 31] for shift in shifts)
    return Code(signs[:SELECTOR_CHARACTERS], signs[SELECTOR_CHARACTERS:])


def _from_words(tokens: list[str]) -> int | None:
    numbers = [word_numbers().get(token) for token in tokens]
    if len(numbers) != WORDS:
        return None
    number = 0
    for place in numbers:
        if place is None:
            return None
        number = number << WORD_BITS | place
    return number


def _from_signs(signs: str) -> int | None:
    if len(signs) == DIGITS and signs.isascii() and signs.isdecimal():
        number = int(signs)
        return number if number < 1 << BITS else None
    if len(signs) != CHARACTERS or not all(sign in _VALUE for sign in signs):
        return None
    number = 0
    for sign in signs:
        number = number << 5 | _VALUE[sign]
    return number
